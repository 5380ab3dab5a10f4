import { capTable, evaluateRule, strongest } from './evaluate-rule.ts';
import type { Certainty3, Holding } from './interest.ts';
import { relevantHoldings, simplePaths } from './relevant.ts';
import type { ThresholdRule } from './rule.ts';
import { minimalSupport, type Support, Trial, type VerdictOf } from './support.ts';

/** What to explain. `parties` are the state-linked nodes, `target` the company. */
export type Question = {
  readonly holdings: readonly Holding[];
  readonly parties: readonly string[];
  readonly target: string;
  readonly verdictOf: VerdictOf;
  /** Order of the evidence of two interests (places in the list): below 0 when the first is weaker. */
  readonly compare: (a: number, b: number) => number;
};

/** How far to look. */
export type Limits = {
  /** Verdicts asked for. */
  readonly questions: number;
  readonly paths: number;
  /** Largest set of interests that would have to be false. */
  readonly falls: number;
};
export const LIMITS: Limits = { questions: 2000, paths: 100, falls: 4 };

/**
 * Why a verdict stands. All numbers are places in the list of interests.
 * - `support`: a minimal set that makes the verdict; without any one of them it would not follow from the others.
 * - `paths`: the ways from a party to the target within the support.
 * - `weakest`: the members of the support with the weakest evidence; no other support has a stronger weakest link.
 * - `alternatives`: other minimal sets that make the verdict too.
 * - `falls`: the minimal sets of interests that would all have to be false for the verdict to fall, smallest first.
 * - `cut`: what was not searched to the end, so that there may be more of it (`support`: it may not be minimal).
 */
export type Explanation = {
  readonly verdict: Certainty3;
  readonly support: readonly number[];
  readonly paths: readonly (readonly number[])[];
  readonly weakest: readonly number[];
  readonly alternatives: readonly (readonly number[])[];
  readonly falls: readonly (readonly number[])[];
  readonly cut: { readonly support: boolean; readonly paths: boolean; readonly falls: boolean };
};

/**
 * Explains a verdict by the interests that make it (CON-2). Holds for every verdict that more interests of the
 * parties never make weaker, as all rules here under certainty. What would have to be false are the minimal hitting
 * sets of all supports, found by Reiter's tree (1987) with supports by the deletion filter, breadth first. A verdict
 * that is `excluded` has nothing to explain and gives empty lists.
 */
export function explain(question: Question, limits: Limits = LIMITS): Explanation {
  const { holdings, parties, target, verdictOf, compare } = question;
  const { candidates, context } = relevantHoldings(holdings, parties, target);
  const verdict = verdictOf([...context, ...candidates].map((i) => holdings[i] as Holding));
  const nothing = { verdict, support: [], paths: [], weakest: [], alternatives: [], falls: [] };
  const complete = { support: false, paths: false, falls: false };
  if (verdict === 'excluded') return { ...nothing, cut: complete };
  const ordered = [...candidates].sort((a, b) => compare(a, b) || a - b);
  const trial = new Trial(holdings, context, verdictOf, verdict, limits.questions);
  const first = minimalSupport(trial, ordered);
  if (first === undefined) return { ...nothing, cut: { support: true, paths: true, falls: true } };
  const { supports, falls, cut } = hittingSets(trial, ordered, first, limits.falls);
  const routes = simplePaths(holdings, first.members, parties, target, limits.paths);
  const least = first.members[0];
  return {
    verdict,
    support: first.members,
    paths: routes.paths,
    weakest: least === undefined ? [] : first.members.filter((i) => compare(i, least) === 0),
    alternatives: supports.slice(1),
    falls,
    cut: { support: !first.minimal, paths: routes.cut, falls: cut },
  };
}

type Hits = {
  readonly supports: readonly (readonly number[])[];
  readonly falls: readonly (readonly number[])[];
  readonly cut: boolean;
};

/** Reiter's hitting set tree: a node is a set taken away, its children take away one member of a support left over. */
function hittingSets(trial: Trial, ordered: readonly number[], first: Support, largest: number): Hits {
  const supports: (readonly number[])[] = [first.members];
  const falls: (readonly number[])[] = [];
  const seen = new Set<string>();
  let cut = !first.minimal;
  const queue: (readonly number[])[] = first.members.length === 0 ? [] : [[]];
  for (const away of queue) {
    if (falls.some((fall) => fall.every((i) => away.includes(i)))) continue;
    let support = supports.find((one) => !one.some((i) => away.includes(i)));
    if (support === undefined) {
      const left = ordered.filter((i) => !away.includes(i));
      const found = minimalSupport(trial, left);
      if (found === undefined && trial.spent) return { supports, falls, cut: true };
      if (found === undefined) {
        falls.push(away);
        continue;
      }
      if (!found.minimal) return { supports, falls, cut: true };
      support = found.members;
      supports.push(support);
    }
    if (away.length === largest) {
      cut = true;
      continue;
    }
    for (const i of support) {
      const more = [...away, i].sort((a, b) => a - b);
      const key = more.join(' ');
      if (!seen.has(key)) queue.push(more);
      seen.add(key);
    }
  }
  return { supports, falls, cut };
}

/** The verdict of one level of a rule, for `explain`: the strongest of the parties' where they are looked at one by one. */
export const verdictFor =
  (rule: ThresholdRule, level: number, parties: readonly string[], target: string): VerdictOf =>
  (holdings) =>
    strongest(
      evaluateRule({ ...rule, levels: [level] }, capTable(holdings), parties, target).map(
        (one) => one.verdict,
      ),
    );
