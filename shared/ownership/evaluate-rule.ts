import { compile, type OwnershipGraph } from './compile.ts';
import { createControl } from './control.ts';
import { createGroupShare } from './integrated.ts';
import type { Basis, Certainty3, Holding, Interval } from './interest.ts';
import type { ThresholdRule } from './rule.ts';
import { judge } from './ticks.ts';

/** The same interests on both bases; capital is never read as votes or the other way round after this. */
export type CapTable = { readonly capital: OwnershipGraph; readonly votes: OwnershipGraph };

/** Compiles interests on both bases; votes that are not recorded are assumed to follow capital (a finding). */
export const capTable = (holdings: readonly Holding[]): CapTable => ({
  capital: compile(holdings, 'capital'),
  votes: compile(holdings, 'votes'),
});

/** One level of a rule, for one party or one group, with the stake that was compared on every basis of the rule. */
export type LevelVerdict = {
  readonly rule: string;
  readonly level: number;
  readonly parties: readonly string[];
  readonly verdict: Certainty3;
  readonly stakes: readonly (Interval & { readonly basis: Basis })[];
  /** Whether a right, and not a stake, decided. */
  readonly byRight: boolean;
};

const STRENGTH: Readonly<Record<Certainty3, number>> = { excluded: 0, possible: 1, certain: 2 };

/** The strongest of the verdicts; `excluded` for none. */
export const strongest = (verdicts: readonly Certainty3[]): Certainty3 =>
  verdicts.reduce<Certainty3>((best, one) => (STRENGTH[one] > STRENGTH[best] ? one : best), 'excluded');

/**
 * Applies a rule to what the parties have in a target: one verdict for every level, and for every party where the
 * rule looks at them one by one. Parties or a target that no interest names have nothing. Under ranges the verdict is
 * `certain` or `excluded` only when every allowed choice of values gives it. Dates are for the caller (`rulesOn`).
 */
export function evaluateRule(
  rule: ThresholdRule,
  table: CapTable,
  parties: readonly string[],
  target: string,
): LevelVerdict[] {
  const groups = rule.aggregate === 'together' ? [parties] : parties.map((party) => [party]);
  return groups.flatMap((group) => {
    const found = rule.bases.map((basis) => ({ basis, ...stakeOf(rule, table[basis], group, target) }));
    const right = strongest(found.map((one) => one.right));
    return rule.levels.map((level): LevelVerdict => {
      const threshold = { level, operator: rule.operator };
      const byStake = strongest(
        found.map((one) => judge(one, threshold, rule.attribution.kind === 'lookThrough')),
      );
      const verdict = strongest([byStake, right]);
      return {
        rule: rule.id,
        level,
        parties: group,
        verdict,
        stakes: found.map(({ basis, min, max }) => ({ basis, min, max })),
        byRight: STRENGTH[verdict] > STRENGTH[byStake],
      };
    });
  });
}

type Stake = Interval & { readonly right: Certainty3 };
const NOTHING: Stake = { min: 0, max: 0, right: 'excluded' };

function stakeOf(
  rule: ThresholdRule,
  graph: OwnershipGraph,
  group: readonly string[],
  target: string,
): Stake {
  const node = graph.index.get(target);
  const seeds = group.flatMap((party) => graph.index.get(party) ?? []);
  if (node === undefined || seeds.length === 0) return NOTHING;
  if (rule.attribution.kind === 'lookThrough') {
    const { min, max } = createGroupShare(graph)(seeds, node);
    return { min, max, right: 'excluded' };
  }
  const { level, operator } = rule.attribution.chain;
  const command = createControl(
    graph,
    { level, operator },
    rule.rights,
  )(seeds).find((one) => one.node === node);
  return command === undefined ? NOTHING : { ...command.votes, right: command.right };
}
