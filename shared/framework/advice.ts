import { openLeaves } from './openLeaves.ts';
import { type AdviceOutcome, REFUSALS, type Refusal } from './pack.ts';
import { gateLeaves, type ProofNode, support } from './proof.ts';

export type AdviceReason =
  | 'allGatesMet'
  | 'gateNotMet'
  | 'lawSuffices'
  | 'marketSuffices'
  | 'gatesOpen'
  | 'nothingJudged';

export type Advice = {
  readonly outcome: AdviceOutcome;
  /** Leaves that carry the outcome, in pack order; empty while nothing is decided. */
  readonly decidedBy: readonly string[];
  /** Leaves that fail too, but would have led to another outcome. */
  readonly alsoNotMet: readonly string[];
  readonly openLeaves: readonly string[];
  readonly reasonCode: AdviceReason;
  readonly params: Readonly<Record<'decided' | 'open', number>>;
};

type Ground = { readonly refusal: Refusal; readonly leaves: readonly string[] };

/** Every separate ground on which a node fails; each alone is enough. */
const grounds = (node: ProofNode): readonly Ground[] => {
  if (node.outcome !== 'notMet') return [];
  if (node.op === 'leaf') return [{ refusal: node.whenNotMet, leaves: [node.id] }];
  const perChild = node.children.map(grounds);
  if (node.op === 'all') return perChild.flat();
  const first = perChild.flatMap((options) => options.slice(0, 1));
  const kinds = new Set(first.map((ground) => ground.refusal));
  const [only] = kinds;
  return [
    {
      refusal: kinds.size === 1 && only !== undefined ? only : 'negative',
      leaves: first.flatMap((ground) => ground.leaves),
    },
  ];
};

const REASON: Readonly<Record<Refusal, AdviceReason>> = {
  negative: 'gateNotMet',
  otherInstrument: 'lawSuffices',
  marketSolution: 'marketSuffices',
};

/**
 * The advice that follows from a proof, and nothing but the proof: positive only if the root is met (CON-R), a refusal
 * only if it is not met, and otherwise no advice. Of several refusals the strongest speaks: a plain no, then law
 * (NEC-01), then market (NEC-02); the others stay named.
 */
export const adviceOf = (root: ProofNode): Advice => {
  const open = openLeaves(root).map((one) => one.leaf);
  const make = (
    outcome: AdviceOutcome,
    reasonCode: AdviceReason,
    decidedBy: readonly string[],
    alsoNotMet: readonly string[] = [],
  ): Advice => ({
    outcome,
    decidedBy,
    alsoNotMet,
    openLeaves: open,
    reasonCode,
    params: { decided: decidedBy.length, open: open.length },
  });
  if (root.outcome === 'met') return make('positive', 'allGatesMet', support(root));
  if (root.outcome === 'undetermined') {
    const untouched = gateLeaves(root).every((leaf) => leaf.leaf.reason === 'noVerdict');
    return make('undetermined', untouched ? 'nothingJudged' : 'gatesOpen', []);
  }
  const all = grounds(root);
  const refusal = REFUSALS.find((one) => all.some((ground) => ground.refusal === one)) ?? 'negative';
  const named = (of: readonly Ground[]) => [...new Set(of.flatMap((ground) => ground.leaves))];
  return make(
    refusal,
    REASON[refusal],
    named(all.filter((ground) => ground.refusal === refusal)),
    named(all.filter((ground) => ground.refusal !== refusal)),
  );
};
