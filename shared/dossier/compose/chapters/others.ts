import { ENTITY_TYPES } from '../../../model/records.ts';
import type { Block, Part } from '../../blocks.ts';
import type { Versions } from '../../group.ts';
import type { Book } from '../book.ts';
import { markingsOf } from '../book.ts';
import { kindText } from '../facts.ts';
import { capital, strong, text } from '../parts.ts';
import type { Placing } from '../placing.ts';
import { entityRow } from './entityRow.ts';

const isTold = (book: Book, [{ record, body }]: Versions): boolean =>
  book.claimsAbout(record).length > 0 || String(body.note ?? '').trim() !== '';

/** Names of those of whom only relations are known; a name with a marking of its own carries it. */
function bareNames(book: Book, bare: readonly Versions[]): Block[] {
  if (bare.length === 0) return [];
  const parts = bare.map((versions): Part => {
    const [first] = versions;
    const words = `${book.nameOf(first.record)} (${kindText(book, first)})`;
    const { marking } = book.mark(...markingsOf(versions));
    return marking === undefined ? text(words) : { kind: 'marked', marking, text: words };
  });
  return [
    {
      kind: 'paragraph',
      ...book.mark(...markingsOf(...bare)),
      parts: [
        strong(`${book.t('document.others.bare')} `),
        ...parts.flatMap((part, i) => (i === 0 ? [part] : [text('; '), part])),
        text('.'),
      ],
    },
  ];
}

/** Chapter 9: every entity that is not told with the company, briefly: a table for each type. */
export function others(book: Book, { others: entities }: Placing): Block[] {
  const { t } = book;
  return [
    { kind: 'heading', level: 1, id: 'others', text: t('document.chapter.others') },
    {
      kind: 'paragraph',
      parts: [text(t(entities.length > 0 ? 'document.others.intro' : 'document.others.none'))],
    },
    ...ENTITY_TYPES.flatMap((type): Block[] => {
      const told = entities.filter((versions) => versions[0].type === type && isTold(book, versions));
      if (told.length === 0) return [];
      return [
        {
          kind: 'table',
          id: `others-${type}`,
          caption: t('document.others.caption', { type: capital(t(`words.typeMany.${type}`)) }),
          columns: [
            { title: t('document.others.column.name'), width: 2.8, align: 'left' },
            { title: t('document.others.column.what'), width: 2.2, align: 'left' },
            { title: t('document.others.column.facts'), width: 7, align: 'left' },
          ],
          rows: told.map((versions) => entityRow(book, versions, true)),
          empty: t('document.others.none'),
        },
      ];
    }),
    ...bareNames(
      book,
      entities.filter((versions) => !isTold(book, versions)),
    ),
  ];
}
