import { evaluateCase, type LiveBody, resultDrift } from '../freeze/evaluate.ts';
import type { Day } from '../model/dates.ts';
import type { RecordId } from '../model/ids.ts';
import { firstOf } from './facts.ts';
import { fallsWith, without } from './without.ts';

/** One source, and what the case would come to without it. */
export type IfWrong = {
  readonly source: RecordId;
  readonly claims: number;
  /** Conclusions that would lose all their evidence. */
  readonly bare: readonly RecordId[];
  /** Outcomes that would be others. */
  readonly drift: readonly { readonly of: string; readonly was: string | null; readonly is: string | null }[];
};

/**
 * Which conclusions change if one source is wrong: for each source the whole assessment is made again without it and
 * what rests on it alone. Those that change most come first. `onSource` is told how many sources are done.
 */
export function ifWrong(
  live: readonly LiveBody[],
  day: Day,
  onSource: (done: number) => void = () => undefined,
): IfWrong[] {
  const claims = firstOf(live, 'claim');
  const before = evaluateCase(live, day);
  return [...firstOf(live, 'source').keys()]
    .map((source, done): IfWrong => {
      const fallen = fallsWith(source, live, claims);
      const rest = without(live, fallen);
      const after = evaluateCase(rest, day);
      onSource(done + 1);
      return {
        source,
        claims: [...fallen].filter((record) => claims.has(record)).length,
        bare: bareIn(live, fallen),
        drift: resultDrift(before, after),
      };
    })
    .toSorted(
      (a, b) => b.drift.length - a.drift.length || b.bare.length - a.bare.length || b.claims - a.claims,
    );
}

const bareIn = (live: readonly LiveBody[], fallen: ReadonlySet<RecordId>): RecordId[] => [
  ...new Set(
    live.flatMap(({ record, body: { evidence } }) =>
      Array.isArray(evidence) && evidence.length > 0 && evidence.every((one) => fallen.has(one as RecordId))
        ? [record]
        : [],
    ),
  ),
];
