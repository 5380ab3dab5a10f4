import type { Outcome } from '../model/vocabulary.ts';
import { combine } from './kleene.ts';
import type { LeafReason } from './leafState.ts';
import type { ProofNode } from './proof.ts';

/** A leaf that is undetermined and whose answer can still matter for the root. */
export type OpenLeaf = {
  readonly leaf: string;
  readonly reason: LeafReason;
  /** Answers that would settle the root at once, every other leaf staying as it is. */
  readonly settles: readonly ('met' | 'notMet')[];
  /**
   * How often this answer turns the root, from 0 to 1, if every other open leaf may as well be met as not met: the
   * Banzhaf value of the leaf (J.F. Banzhaf, 1965). A construct of the tool, used for order alone.
   */
  readonly weight: number;
};

/** Chance that a node is met if each open leaf is met or not with even chances; exact, as each leaf stands once. */
const chance = (node: ProofNode): number => {
  if (node.outcome !== 'undetermined') return node.outcome === 'met' ? 1 : 0;
  if (node.op === 'leaf') return 0.5;
  return node.op === 'all'
    ? node.children.reduce((product, child) => product * chance(child), 1)
    : 1 - node.children.reduce((product, child) => product * (1 - chance(child)), 1);
};

/** What the gates above make of a node's outcome; the identity at the root. */
type Upwards = (outcome: Outcome) => Outcome;

const collect = (node: ProofNode, weight: number, up: Upwards): readonly OpenLeaf[] => {
  if (node.outcome !== 'undetermined') return [];
  if (node.op === 'leaf') {
    const settles = (['met', 'notMet'] as const).filter((answer) => up(answer) !== 'undetermined');
    return [{ leaf: node.id, reason: node.leaf.reason, settles, weight }];
  }
  return node.children.flatMap((child) => {
    const siblings = node.children.filter((one) => one !== child);
    const rest = siblings.reduce(
      (product, one) => product * (node.op === 'all' ? chance(one) : 1 - chance(one)),
      1,
    );
    const others = combine(
      node.op,
      siblings.map((one) => one.outcome),
    );
    return collect(child, weight * rest, (outcome) => up(combine(node.op, [outcome, others])));
  });
};

/**
 * The open leaves, those first whose answer alone could settle the outcome, then the heavier ones, then pack order.
 * Empty when the outcome is settled.
 */
export const openLeaves = (root: ProofNode): readonly OpenLeaf[] =>
  collect(root, 1, (outcome) => outcome).toSorted(
    (a, b) => b.settles.length - a.settles.length || b.weight - a.weight,
  );
