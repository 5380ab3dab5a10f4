import { majorityQuota } from '../ownership/game.ts';
import type { Interval } from '../ownership/interest.ts';
import { exactPower } from '../ownership/power.ts';
import type { DecisionRule } from './decisions.ts';

/** Power of one holder over a kind of decision: how often it turns the outcome. */
export type HolderPower = { readonly holder: string; readonly banzhaf: number; readonly shapley: number };
/**
 * Voting power in the general meeting, each holder by itself; or why there is none: votes that are a range, votes in
 * hands that are not recorded, or too many holders.
 */
export type MeetingPower =
  | { readonly decision: DecisionRule['id']; readonly holders: readonly HolderPower[] }
  | { readonly decision: DecisionRule['id']; readonly reason: 'ranges' | 'unrecorded' | 'tooMany' | 'none' };

const MOST_HOLDERS = 16;
/** Votes as whole numbers: parts of a million millions, so that thirds stay equal and a majority stays one. */
const GRAIN = 1e12;
const SOME = 1e-9;

export function meetingPower(
  rule: DecisionRule,
  votes: readonly (readonly [holder: string, votes: Interval])[],
  unrecorded: Interval,
): MeetingPower {
  const decision = rule.id;
  const voters = votes.filter(([, { max }]) => max > 0);
  if (voters.length === 0) return { decision, reason: 'none' };
  if (voters.some(([, { min, max }]) => max - min > SOME)) return { decision, reason: 'ranges' };
  if (unrecorded.max > SOME) return { decision, reason: 'unrecorded' };
  if (voters.length > MOST_HOLDERS) return { decision, reason: 'tooMany' };
  const weights = voters.map(([, { max }]) => Math.round(max * GRAIN));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const quota = rule.over
    ? majorityQuota(weights)
    : Math.ceil((all * rule.numerator) / rule.denominator - 0.5);
  const power = exactPower({ quota, weights });
  if (!power.ok) return { decision, reason: 'tooMany' };
  return {
    decision,
    holders: voters.map(([holder], i) => ({
      holder,
      banzhaf: power.value.banzhaf[i] as number,
      shapley: power.value.shapley[i] as number,
    })),
  };
}
