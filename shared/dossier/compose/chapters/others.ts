import { ENTITY_TYPES } from '../../../model/records.ts';
import type { Block } from '../../blocks.ts';
import type { Book } from '../book.ts';
import { capital, text } from '../parts.ts';
import type { Placing } from '../placing.ts';
import { entityRow } from './entityRow.ts';

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
      const own = entities.filter(([first]) => first.type === type);
      if (own.length === 0) return [];
      const title = capital(t(`words.typeMany.${type}`));
      return [
        { kind: 'heading', level: 2, id: `others-${type}`, text: title },
        {
          kind: 'table',
          id: `others-${type}-list`,
          caption: t('document.others.caption', { type: title }),
          columns: [
            { title: t('document.others.column.name'), width: 2.8, align: 'left' },
            { title: t('document.others.column.what'), width: 2.2, align: 'left' },
            { title: t('document.others.column.facts'), width: 7, align: 'left' },
          ],
          rows: own.map((versions) => entityRow(book, versions, true)),
          empty: t('document.others.none'),
        },
      ];
    }),
  ];
}
