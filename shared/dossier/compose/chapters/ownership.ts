import type { Block } from '../../blocks.ts';
import type { Book } from '../book.ts';
import { ownershipFigure } from '../figure.ts';
import { influencePart } from '../influence.ts';
import { text } from '../parts.ts';
import { OWNERSHIP_KINDS, type Placing } from '../placing.ts';
import { byKind, relationTable } from '../relations.ts';

/** Chapter 5: who holds, steers and pays whom, a table for each kind of relation. */
export function ownership(book: Book, { ownership: relations }: Placing): Block[] {
  const { t } = book;
  return [
    { kind: 'heading', level: 1, id: 'ownership', text: t('document.chapter.ownership') },
    {
      kind: 'paragraph',
      parts: [
        text(
          t(relations.length > 0 ? 'document.relation.ownershipIntro' : 'document.relation.noneOwnership'),
        ),
      ],
    },
    ...ownershipFigure(book, relations),
    ...influencePart(book),
    ...byKind(relations, OWNERSHIP_KINDS).flatMap(([kind, own]): Block[] => [
      { kind: 'heading', level: 2, id: `ownership-${kind}`, text: t(`document.relation.kind.${kind}`) },
      relationTable(book, `relations-${kind}`, kind, own),
    ]),
  ];
}
