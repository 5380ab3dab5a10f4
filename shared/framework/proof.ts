import type { Outcome } from '../model/vocabulary.ts';
import { combine, compareOutcomes } from './kleene.ts';
import type { LeafState } from './leafState.ts';
import type { Gate, Leaf, Refusal } from './pack.ts';
import type { Text } from './packText.ts';

/**
 * How the children in `because` decide: `each` of them alone is enough, only all of them `together` are, or they are
 * still `open` and keep the outcome from being settled.
 */
export type Deciding = 'each' | 'together' | 'open';

export type LeafProof = {
  readonly id: string;
  readonly op: 'leaf';
  readonly outcome: Outcome;
  readonly label: Text;
  readonly letter: readonly string[];
  readonly whenNotMet: Refusal;
  readonly leaf: LeafState;
};
export type GateProof = {
  readonly id: string;
  readonly op: 'all' | 'any';
  readonly outcome: Outcome;
  readonly label: Text;
  readonly letter: readonly string[];
  /** Ids of the children that decide the outcome. */
  readonly because: readonly string[];
  readonly decide: Deciding;
  readonly children: readonly ProofNode[];
  /** Leaves shown with the gate that do not decide it. */
  readonly informs: readonly LeafProof[];
};
export type ProofNode = GateProof | LeafProof;

/** Builds the proof of one leaf from its state. */
export const proveLeaf = (leaf: Leaf, state: LeafState): LeafProof => ({
  id: leaf.id,
  op: 'leaf',
  outcome: state.outcome,
  label: leaf.title,
  letter: leaf.letter,
  whenNotMet: leaf.whenNotMet,
  leaf: state,
});

/** Builds the proof of a gate bottom up; `leafOf` gives the proof of any leaf that the tree names. */
export const proveGate = (gate: Gate, leafOf: (id: string) => LeafProof): GateProof => {
  const children = gate.children.map((child) =>
    'leaf' in child ? leafOf(child.leaf) : proveGate(child, leafOf),
  );
  const outcome = combine(
    gate.op,
    children.map((child) => child.outcome),
  );
  const easy = gate.op === 'all' ? 'notMet' : 'met';
  return {
    id: gate.id,
    op: gate.op,
    outcome,
    label: gate.title,
    letter: gate.letter,
    because: children.filter((child) => child.outcome === outcome).map((child) => child.id),
    decide: outcome === 'undetermined' ? 'open' : outcome === easy ? 'each' : 'together',
    children,
    informs: gate.informs.map(leafOf),
  };
};

/** Every leaf that decides, in pack order; informing leaves are left out. */
export const gateLeaves = (node: ProofNode): readonly LeafProof[] =>
  node.op === 'leaf' ? [node] : node.children.flatMap(gateLeaves);

/** The node with this id, informing leaves included. */
export const findNode = (node: ProofNode, id: string): ProofNode | undefined => {
  if (node.id === id || node.op === 'leaf') return node.id === id ? node : undefined;
  for (const child of [...node.children, ...node.informs]) {
    const found = findNode(child, id);
    if (found !== undefined) return found;
  }
  return undefined;
};

type Bound = 'atLeast' | 'atMost';

const holds = (outcome: Outcome, bound: Bound, level: Outcome): boolean =>
  bound === 'atLeast' ? compareOutcomes(outcome, level) >= 0 : compareOutcomes(outcome, level) <= 0;

/** Leaves that, unchanged, hold the node at or beyond a level whatever the other leaves become. */
const holdersOf = (node: ProofNode, bound: Bound, level: Outcome): readonly string[] => {
  if (node.op === 'leaf') return [node.id];
  const needsAll = (node.op === 'all') === (bound === 'atLeast');
  if (needsAll) return node.children.flatMap((child) => holdersOf(child, bound, level));
  const options = node.children
    .filter((child) => holds(child.outcome, bound, level))
    .map((child) => holdersOf(child, bound, level));
  return options.reduce((best, one) => (one.length < best.length ? one : best), options[0] ?? []);
};

/**
 * Leaves that suffice for the node's outcome: as long as these keep their outcomes, no change in any other leaf
 * changes it. Fewest per branch, pack order breaks ties; each leaf named once.
 */
export const support = (node: ProofNode): readonly string[] => {
  const floor = node.outcome === 'notMet' ? [] : holdersOf(node, 'atLeast', node.outcome);
  const ceiling = node.outcome === 'met' ? [] : holdersOf(node, 'atMost', node.outcome);
  const named = new Set([...floor, ...ceiling]);
  return gateLeaves(node)
    .map((leaf) => leaf.id)
    .filter((id) => named.has(id));
};
