import type { VersionView } from '../../../ipc/common.ts';
import type { BodyOf } from '../../../model/records.ts';
import type { Block, Parts } from '../../blocks.ts';
import type { Versions } from '../../group.ts';
import type { Book } from '../book.ts';
import { evidenceParts } from '../evidence.ts';
import { chip, emphasis, lines, text } from '../parts.ts';
import { dateText, numberText } from '../wording.ts';

const contact = ({ body }: VersionView): BodyOf<'marketContact'> =>
  body as unknown as BodyOf<'marketContact'>;

const TIES = { notChecked: 'gap', none: 'neutral', found: 'attention' } as const;

function reasonParts(book: Book, view: VersionView): Parts {
  const { t } = book;
  const { reason, terms, tiesNote, evidence } = contact(view);
  return lines([
    ...(reason?.trim() ? [[text(reason.trim())]] : []),
    ...(terms?.trim() ? [[text(t('document.lastResort.terms', { text: terms.trim() }))]] : []),
    ...(tiesNote?.trim() ? [[text(tiesNote.trim())]] : []),
    ...(evidence.length > 0
      ? [[text(`${t('document.lastResort.evidence')} `), ...evidenceParts(book, evidence)]]
      : []),
  ]);
}

/** Who was asked for finance instead of the unwanted party, in the order of asking (NEC-02). */
export function marketBlocks(book: Book, market: readonly Versions[]): Block[] {
  const { t } = book;
  const rows = market
    .flatMap((versions) => versions.map((view) => ({ view, several: versions.length > 1 })))
    .toSorted((a, b) => contact(a.view).approached.localeCompare(contact(b.view).approached));
  return [
    { kind: 'heading', level: 2, id: 'market', text: t('instruments.market.title') },
    { kind: 'paragraph', parts: [text(t('instruments.market.lead'))] },
    {
      kind: 'table',
      id: 'market-contacts',
      caption: t('instruments.head.legMarket'),
      columns: [
        { title: t('instruments.market.column.name'), width: 2.8, align: 'left' },
        { title: t('instruments.market.column.approached'), width: 2.7, align: 'left' },
        { title: t('instruments.market.column.response'), width: 2.6, align: 'left' },
        { title: t('instruments.market.column.amount'), width: 2.5, align: 'right' },
        { title: t('instruments.market.column.ties'), width: 3, align: 'left' },
        { title: t('instruments.market.column.reason'), width: 4.4, align: 'left' },
      ],
      rows: rows.map(({ view, several }) => {
        const { name, approached, by, response, answered, amount, ties } = contact(view);
        return {
          cells: [
            [
              text(name),
              ...(several ? [text(' '), chip('attention', t('instruments.market.conflict'))] : []),
            ],
            lines([
              [text(dateText(approached, t))],
              ...(by?.trim() ? [[emphasis(t('document.lastResort.by', { who: by.trim() }))]] : []),
            ]),
            lines([
              [text(t(`instruments.market.response.${response}`))],
              ...(answered === undefined
                ? []
                : [[emphasis(t('document.lastResort.answeredOn', { day: dateText(answered, t) }))]]),
            ]),
            [
              amount === undefined
                ? emphasis(t('instruments.market.unknownAmount'))
                : text(numberText(amount, 'eur', book)),
            ],
            [chip(TIES[ties], t(`instruments.market.ties.${ties}`))],
            reasonParts(book, view),
          ],
          total: false,
          ...book.mark(view.marking),
        };
      }),
      empty: t('document.lastResort.marketNone'),
    },
  ];
}
