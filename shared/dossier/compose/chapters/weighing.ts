import { RUNG_IDS } from '../../../freeze/evaluate.ts';
import type { VersionView } from '../../../ipc/common.ts';
import { WEIGHING_PARTS, type WeighingPart } from '../../../model/records/weighing.ts';
import type { BodyOf } from '../../../model/records.ts';
import { judgedSince, leavesFor, rungCount } from '../../../weighing/grounds.ts';
import { indicatorText, likelihoodWords, rungsText } from '../../../weighing/wording.ts';
import type { Block } from '../../blocks.ts';
import { byRecord } from '../../group.ts';
import { type Book, markingsOf } from '../book.ts';
import { codeOf } from '../codes.ts';
import { argued } from '../evidence.ts';
import { chip, emphasis, text } from '../parts.ts';
import { authorText, dateText, dayOf } from '../wording.ts';
import { column } from './law-told.ts';

type Row = Extract<Block, { kind: 'table' }>['rows'][number];

const leafRows = (book: Book, part: WeighingPart): Row[] =>
  leavesFor(part, book.assessment.root).map(({ id, label, outcome }) => ({
    cells: [[text(`${codeOf(id)} ${label[book.lang]}`)], [chip(outcome, book.t(`words.outcome.${outcome}`))]],
    total: false,
    ...book.mark(
      ...markingsOf(...book.verdicts.filter(([{ body }]) => (body as BodyOf<'verdict'>).leaf === id)),
    ),
  }));

const indicatorRows = (book: Book): Row[] =>
  book.assessment.indicators.map((summary) => ({
    cells: [
      [text(`${codeOf(summary.id)} ${summary.label[book.lang]}`)],
      [text(indicatorText(book.t, summary))],
    ],
    total: false,
    ...book.mark(
      ...markingsOf(
        ...book.ratings.filter(([{ body }]) => (body as BodyOf<'rating'>).indicator === summary.id),
      ),
    ),
  }));

const appraisalRows = ({ t, lang, views, mark }: Book): Row[] =>
  views
    .filter(({ type }) => type === 'appraisal')
    .map(({ body, marking }) => ({
      cells: [
        [text((body as BodyOf<'appraisal'>).statement)],
        [text(likelihoodWords(t, lang, body as BodyOf<'appraisal'>))],
      ],
      total: false,
      ...mark(marking),
    }));

function ladderRow({ t, views, mark }: Book): Row {
  const rungs = views.filter(({ type }) => type === 'rung');
  const count = rungCount(
    RUNG_IDS,
    rungs.map(({ body }) => body as BodyOf<'rung'>),
  );
  return {
    cells: [[text(t('weighing.ladderName'))], [text(rungsText(t, count))]],
    total: false,
    ...mark(...rungs.map(({ marking }) => marking)),
  };
}

const grounds = (book: Book, part: WeighingPart): Block => ({
  kind: 'table',
  id: `weighing-${part}-grounds`,
  caption: book.t('weighing.page.caption', { part: book.t(`weighing.part.${part}`) }),
  columns: [column(book.t('weighing.page.subject'), 8), column(book.t('weighing.page.outcome'), 5.4)],
  rows: [
    ...leafRows(book, part),
    ...(part === 'interests' ? indicatorRows(book) : []),
    ...(part === 'risks' ? appraisalRows(book) : []),
    ...(part === 'response' ? [ladderRow(book)] : []),
  ],
  empty: '–',
});

/** The text of a part in all its live versions; one that is missing is said, never passed over. */
function written(book: Book, part: WeighingPart, versions: readonly VersionView[]): Block[] {
  const { t } = book;
  if (versions.length === 0)
    return [
      { kind: 'callout', tone: 'gap', title: t('weighing.none'), parts: [text(t(`weighing.ask.${part}`))] },
    ];
  const verdicts = book.verdicts
    .flat()
    .map(({ body, time }) => ({ leaf: (body as BodyOf<'verdict'>).leaf, time }));
  const since = judgedSince(part, versions, verdicts, book.assessment.root);
  return [
    ...versions.flatMap((view): Block[] => {
      const { argument, evidence } = view.body as BodyOf<'weighing'>;
      const by = t('document.gates.by', { who: authorText(view.author), day: dateText(dayOf(view.time), t) });
      const mark = book.mark(view.marking);
      return [
        { kind: 'paragraph', parts: argued(book, argument, evidence), ...mark },
        { kind: 'paragraph', parts: [emphasis(by)] },
      ];
    }),
    ...(since.length === 0
      ? []
      : [
          {
            kind: 'callout' as const,
            tone: 'warning' as const,
            title: t('weighing.page.since'),
            parts: [text(t('weighing.since', { list: since.map(codeOf).join(', ') }))],
          },
        ]),
  ];
}

/** What the letter weighs in every case: interests, risks and what to do, each with what it builds on (PUR-22). */
export function weighing(book: Book): Block[] {
  const { t, views } = book;
  const all = byRecord(views.filter(({ type }) => type === 'weighing'));
  return [
    { kind: 'heading', level: 1, id: 'weighing', text: t('weighing.title') },
    { kind: 'paragraph', parts: [text(t('weighing.lead'))] },
    ...WEIGHING_PARTS.flatMap((part): Block[] => {
      const versions = all.filter(([{ body }]) => (body as BodyOf<'weighing'>).part === part).flat();
      return [
        { kind: 'heading', level: 2, id: `weighing-${part}`, text: t(`weighing.part.${part}`) },
        ...written(book, part, versions),
        grounds(book, part),
      ];
    }),
  ];
}
