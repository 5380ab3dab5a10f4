import type { Block } from '../../blocks.ts';
import type { Book } from '../book.ts';
import { text } from '../parts.ts';
import { CHAIN_KINDS, type Placing } from '../placing.ts';
import { byKind, relationTable } from '../relations.ts';

/** Chapter 6: who supplies, depends on and works with whom; every relation that is told nowhere else. */
export function chain(book: Book, { chain: relations }: Placing): Block[] {
  const { t } = book;
  return [
    { kind: 'heading', level: 1, id: 'chain', text: t('document.chapter.chain') },
    {
      kind: 'paragraph',
      parts: [text(t(relations.length > 0 ? 'document.relation.chainIntro' : 'document.relation.noneChain'))],
    },
    ...byKind(relations, CHAIN_KINDS).flatMap(([kind, own]): Block[] => [
      { kind: 'heading', level: 2, id: `chain-${kind}`, text: t(`document.relation.kind.${kind}`) },
      relationTable(book, `chain-relations-${kind}`, kind, own),
    ]),
  ];
}
