import type { LevelVerdict } from './evaluate-rule.ts';
import type { Certainty3 } from './interest.ts';

/** A level that a stake passes (`up`) or falls below (`down`) between two states of the interests. */
export type Crossing = {
  readonly rule: string;
  readonly level: number;
  readonly parties: readonly string[];
  readonly direction: 'up' | 'down';
  readonly verdict: Certainty3;
  readonly before: LevelVerdict;
  readonly after: LevelVerdict;
};

const NOT: Readonly<Record<Certainty3, Certainty3>> = {
  certain: 'excluded',
  possible: 'possible',
  excluded: 'certain',
};

const both = (a: Certainty3, b: Certainty3): Certainty3 =>
  a === 'excluded' || b === 'excluded'
    ? 'excluded'
    : a === 'certain' && b === 'certain'
      ? 'certain'
      : 'possible';

/**
 * Crossings between the verdicts before and after a transaction, in both directions, one for every level and party
 * (the Vifo Act makes each level a notification of its own). `certain` when it was certainly not passed before and
 * certainly is after, or the reverse; `possible` when the ranges leave it open. Verdicts are paired by rule, level and
 * parties; a verdict without a partner is left out.
 */
export function crossings(before: readonly LevelVerdict[], after: readonly LevelVerdict[]): Crossing[] {
  const key = ({ rule, level, parties }: LevelVerdict): string =>
    JSON.stringify([rule, level, [...parties].sort()]);
  const earlier = new Map(before.map((one) => [key(one), one]));
  return after.flatMap((now) => {
    const then = earlier.get(key(now));
    if (then === undefined) return [];
    const { rule, level, parties } = now;
    const up = both(NOT[then.verdict], now.verdict);
    const down = both(then.verdict, NOT[now.verdict]);
    return (['up', 'down'] as const).flatMap((direction) => {
      const verdict = direction === 'up' ? up : down;
      return verdict === 'excluded'
        ? []
        : [{ rule, level, parties, direction, verdict, before: then, after: now }];
    });
  });
}
