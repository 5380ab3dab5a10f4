import type { IndicatorSummary } from '../../../framework/indicatorSummary.ts';
import type { VersionView } from '../../../ipc/common.ts';
import type { BodyOf } from '../../../model/records.ts';
import type { Block, Parts } from '../../blocks.ts';
import { type Book, markingsOf } from '../book.ts';
import { codeOf } from '../codes.ts';
import { argued, evidenceParts } from '../evidence.ts';
import type { FactItem } from '../facts.ts';
import { levelText, rangeOf } from '../levels.ts';
import { chip, emphasis, text } from '../parts.ts';
import { authorText, dateText, dayOf } from '../wording.ts';
import { agreedBlocks, agreedCell, agreedOn, definitionBlocks, definitionOf } from './agreed.ts';
import { masked } from './masked.ts';
import { robustness } from './robustness.ts';

type Rating = BodyOf<'rating'>;
const rating = ({ body }: VersionView): Rating => body as Rating;

function standing(book: Book, { open, ratings, range, unknown }: IndicatorSummary): Parts {
  const { t } = book;
  if (!open) return [emphasis(t('document.indicators.closed'))];
  if (ratings === 0) return [emphasis(t('document.indicators.notRated'))];
  if (range !== null) return [text(rangeOf(book, range.low, range.high))];
  return unknown > 0
    ? [chip('gap', t('document.indicators.onlyUnknown'))]
    : [chip('neutral', t('document.indicators.onlyNotApplicable'))];
}

const overview = (book: Book): Block => {
  const { t, lang, assessment } = book;
  return {
    kind: 'table',
    id: 'indicator-overview',
    caption: t('document.indicators.overviewCaption'),
    columns: [
      { title: t('document.indicators.column.code'), width: 2, align: 'left' },
      { title: t('document.indicators.column.indicator'), width: 4.4, align: 'left' },
      { title: t('document.indicators.column.range'), width: 3, align: 'left' },
      { title: t('document.indicators.column.ratings'), width: 2.5, align: 'right' },
      { title: t('document.indicators.column.unknown'), width: 2.1, align: 'right' },
      { title: t('robustness.agreed.title'), width: 2.4, align: 'left' },
    ],
    rows: assessment.indicators.map((summary) => ({
      cells: [
        [text(codeOf(summary.id))],
        [text(summary.label[lang])],
        standing(book, summary),
        [text(String(summary.ratings))],
        [text(String(summary.unknown))],
        agreedCell(book, summary.id),
      ],
      total: false,
      ...book.mark(
        ...[...ratingsOf(book, summary.id), ...agreedOn(book, summary.id)].map(({ marking }) => marking),
        ...markingsOf(definitionOf(book, summary.id)),
      ),
    })),
    empty: t('document.indicators.empty'),
  };
};

const ratingsOf = ({ ratings }: Book, indicator: string): VersionView[] =>
  ratings.flat().filter((view) => rating(view).indicator === indicator);

/** One rating in full: who, level with its meaning, range, horizon, argument with evidence, and what would change it. */
function ratingFacts(book: Book, view: VersionView, versions: number): Block {
  const { t, lang, input } = book;
  const { indicator, level, low, high, horizon, argument, wouldChange, evidence } = rating(view);
  const anchor = input.pack.indicators
    .find(({ id }) => id === indicator)
    ?.scale.find((step) => step.level === level)?.anchor[lang];
  const by = t('document.gates.by', { who: authorText(view.author), day: dateText(dayOf(view.time), t) });
  const spread = typeof level === 'number' && (low !== undefined || high !== undefined);
  const items: FactItem[] = [
    {
      term: t('document.indicators.rater'),
      value: versions > 1 ? [text(`${by} `), chip('attention', t('document.claim.conflict'))] : [text(by)],
    },
    {
      term: t('document.indicators.level'),
      value: anchor === undefined ? levelText(book, level) : [...levelText(book, level), text(`. ${anchor}`)],
    },
    ...(spread
      ? [{ term: t('document.indicators.range'), value: [text(rangeOf(book, low ?? level, high ?? level))] }]
      : []),
    ...(horizon === undefined
      ? []
      : [{ term: t('document.indicators.horizon'), value: [text(t(`words.horizon.${horizon}`))] }]),
    {
      term: t('document.indicators.argument'),
      value: argument.trim()
        ? argued(book, argument, evidence)
        : [emphasis(`${t('document.indicators.noArgument')} `), ...evidenceParts(book, evidence)],
    },
    ...(wouldChange?.trim()
      ? [{ term: t('document.indicators.wouldChange'), value: [text(wouldChange.trim())] }]
      : []),
  ];
  return { kind: 'facts', items, ...book.mark(view.marking) };
}

const inFull = (book: Book, indicator: string): Block[] => {
  const views = ratingsOf(book, indicator);
  const versions = Map.groupBy(views, ({ record }) => record);
  return views.map((view) => ratingFacts(book, view, versions.get(view.record)?.length ?? 1));
};

/**
 * The indicators: each rating in full, what raters agreed and who still differs, how far they agree, and how firm an
 * aggregation would be; no total, because the framework has none (IND-1 to IND-5, IND-O; issue 5.4, 5.5).
 */
export function indicators(book: Book): Block[] {
  const { t, lang, assessment } = book;
  const known = new Set(assessment.indicators.map(({ id }) => id));
  const outside = [...new Set(book.ratings.flat().map((view) => rating(view).indicator))]
    .filter((id) => !known.has(id))
    .toSorted();
  return [
    { kind: 'heading', level: 1, id: 'indicators', text: t('document.chapter.indicators') },
    {
      kind: 'callout',
      tone: 'info',
      title: t('document.indicators.introTitle'),
      parts: [text(t('document.indicators.intro'))],
    },
    { kind: 'paragraph', parts: [text(t('pages.indicators.blind'))] },
    overview(book),
    ...assessment.indicators
      .filter(
        ({ id, ratings }) =>
          ratings > 0 || agreedOn(book, id).length > 0 || definitionOf(book, id) !== undefined,
      )
      .flatMap(({ id, label, open }): Block[] => [
        { kind: 'heading', level: 2, id: `indicator-${id}`, text: label[lang] },
        ...(open
          ? []
          : [{ kind: 'paragraph' as const, parts: [emphasis(t('document.indicators.closedNote'))] }]),
        ...definitionBlocks(book, id),
        ...inFull(book, id),
        ...agreedBlocks(book, id),
      ]),
    ...(outside.length > 0
      ? ([
          { kind: 'heading', level: 2, id: 'indicators-outside', text: t('document.indicators.outside') },
          ...outside.flatMap((id) => inFull(book, id)),
        ] satisfies Block[])
      : []),
    ...robustness(book),
    ...masked(book),
  ];
}
