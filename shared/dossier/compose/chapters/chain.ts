import type { RelationKind } from '../../../model/properties.ts';
import type { Block } from '../../blocks.ts';
import type { Book } from '../book.ts';
import { chainFigures } from '../chain-figure.ts';
import { text } from '../parts.ts';
import { CHAIN_KINDS, type Placing } from '../placing.ts';
import { byKind, relationTable } from '../relations.ts';
import { chainFindings } from './chain-findings.ts';

const FLOWS: readonly RelationKind[] = ['supplies', 'dependsOn'];
const RESEARCH: readonly RelationKind[] = ['collaborates', 'develops'];
const GROUPS: readonly (readonly ['flows' | 'research' | 'other', readonly RelationKind[]])[] = [
  ['flows', FLOWS],
  ['research', RESEARCH],
  ['other', CHAIN_KINDS.filter((kind) => !FLOWS.includes(kind) && !RESEARCH.includes(kind))],
];

/** Chapter 6: who supplies, depends on and works with whom; every relation that is told nowhere else. */
export function chain(book: Book, { chain: relations }: Placing): Block[] {
  const { t } = book;
  return [
    { kind: 'heading', level: 1, id: 'chain', text: t('document.chapter.chain') },
    {
      kind: 'paragraph',
      parts: [text(t(relations.length > 0 ? 'document.relation.chainIntro' : 'document.relation.noneChain'))],
    },
    ...chainFigures(book),
    ...chainFindings(book),
    ...GROUPS.flatMap(([group, kinds]): Block[] => {
      const tables = byKind(relations, kinds).map(([kind, own]) =>
        relationTable(book, `chain-relations-${kind}`, kind, own),
      );
      if (tables.length === 0) return [];
      return [
        { kind: 'heading', level: 2, id: `chain-${group}`, text: t(`document.relation.${group}`) },
        ...tables,
      ];
    }),
  ];
}
