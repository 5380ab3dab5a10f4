import type { VersionView } from '../../../ipc/common.ts';
import type { BodyOf } from '../../../model/records.ts';
import type { Block, Parts } from '../../blocks.ts';
import type { Versions } from '../../group.ts';
import { type Book, markingsOf } from '../book.ts';
import { argued, evidenceParts } from '../evidence.ts';
import type { FactItem } from '../facts.ts';
import { levelText, rangeOf } from '../levels.ts';
import { chip, emphasis, lines, text } from '../parts.ts';
import { authorText, dateText, dayOf } from '../wording.ts';

type Agreed = BodyOf<'reconciliation'>;
type Definition = BodyOf<'indicatorDefinition'>;

/** What was agreed on an indicator; several versions are a conflict. */
export const agreedOn = ({ views }: Book, indicator: string): VersionView[] =>
  views.filter(({ type, body }) => type === 'reconciliation' && body.indicator === indicator);

/** The record of an indicator that the analysts of the case added. */
export const definitionOf = ({ definitions }: Book, indicator: string): Versions | undefined =>
  definitions.find(([{ body }]) => body.id === indicator);

/** What was agreed, short, for the overview. */
export function agreedCell(book: Book, indicator: string): Parts {
  const { t } = book;
  const found = agreedOn(book, indicator);
  if (found.length === 0) return [emphasis(t('pages.indicators.noAgreed'))];
  const conflict = found.length > 1 ? [[chip('attention', t('document.claim.conflict'))]] : [];
  return lines([
    ...conflict,
    ...found.map(({ body }): Parts => {
      const { level, low, high } = body as Agreed;
      return typeof level === 'number' && (low !== undefined || high !== undefined)
        ? [text(rangeOf(book, low ?? level, high ?? level))]
        : levelText(book, level);
    }),
  ]);
}

const recordedBy = ({ t }: Book, { author, time }: VersionView): string =>
  t('document.gates.by', { who: authorText(author), day: dateText(dayOf(time), t) });

/** An indicator of the case's own: question, place, scale and why it is there. */
export function definitionBlocks(book: Book, indicator: string): Block[] {
  const { t } = book;
  const versions = definitionOf(book, indicator);
  return (versions ?? []).map((view): Block => {
    const { block, question, reason, anchors } = view.body as unknown as Definition;
    const items: FactItem[] = [
      {
        term: t('pages.indicators.own'),
        value: [
          text(recordedBy(book, view)),
          ...(versions !== undefined && versions.length > 1
            ? [text(' '), chip('attention', t('document.claim.conflict'))]
            : []),
        ],
      },
      { term: t('pages.indicators.question'), value: [text(question)] },
      { term: t('pages.indicators.ownReason'), value: [text(reason)] },
      { term: t('pages.indicators.ownBlock'), value: [text(t(`pages.indicators.block.${block}`))] },
      {
        term: t('pages.indicators.scale'),
        value: lines(
          anchors.map((anchor, at) => [text(t('pages.indicators.scaleOf', { level: at + 1, anchor }))]),
        ),
      },
    ];
    return { kind: 'facts', items, ...book.mark(view.marking) };
  });
}

function agreedFacts(book: Book, view: VersionView, several: boolean): Block {
  const { t, lang, input } = book;
  const { indicator, level, low, high, argument, dissent, evidence } = view.body as unknown as Agreed;
  const anchor = input.pack.indicators
    .find(({ id }) => id === indicator)
    ?.scale.find((step) => step.level === level)?.anchor[lang];
  const items: FactItem[] = [
    {
      term: t('robustness.agreed.title'),
      value: [
        ...levelText(book, level),
        ...(anchor === undefined ? [] : [text(`. ${anchor}`)]),
        ...(several ? [text(' '), chip('attention', t('document.claim.conflict'))] : []),
      ],
    },
    ...(typeof level === 'number' && (low !== undefined || high !== undefined)
      ? [{ term: t('document.indicators.range'), value: [text(rangeOf(book, low ?? level, high ?? level))] }]
      : []),
    {
      term: t('robustness.agreed.argument'),
      value: argument.trim()
        ? argued(book, argument, evidence)
        : [emphasis(`${t('document.indicators.noArgument')} `), ...evidenceParts(book, evidence)],
    },
    {
      term: t('robustness.agreed.dissent'),
      value:
        dissent.length === 0
          ? [emphasis(t('robustness.agreed.dissentNone'))]
          : lines(
              dissent.map(({ who, text: said }) => [
                text(t('pages.indicators.dissentLine', { who, text: said })),
              ]),
            ),
    },
    { term: t('pages.indicators.by'), value: [text(recordedBy(book, view))] },
  ];
  return { kind: 'facts', items, ...book.mark(view.marking) };
}

/** What raters agreed after rating apart, why, and who still thinks otherwise; that nothing was agreed is said too. */
export function agreedBlocks(book: Book, indicator: string): Block[] {
  const found = agreedOn(book, indicator);
  if (found.length === 0)
    return [
      {
        kind: 'paragraph',
        parts: [emphasis(book.t('pages.indicators.noAgreedText'))],
        ...book.mark(...markingsOf(definitionOf(book, indicator))),
      },
    ];
  return found.map((view) => agreedFacts(book, view, found.length > 1));
}
