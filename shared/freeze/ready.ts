import { type CheckVersions, missingOf } from '../challenge/necessity.ts';
import { conclusionsOf } from '../evidence/conclusions.ts';
import { shortOf, type Threshold } from '../evidence/thresholds.ts';
import { weakClaims } from '../evidence/weaknesses.ts';
import { gapOf } from '../instruments/ladder.ts';
import type { RecordId } from '../model/ids.ts';
import type { BodyOf, RecordType } from '../model/records.ts';
import { compareMasked, type LiveRating } from '../neutrality/masked-compare.ts';
import { unwritten } from '../weighing/grounds.ts';
import { RUNG_IDS } from './evaluate.ts';
import type { LiveVersion } from './past.ts';

/**
 * What stands in the way of a final assessment. `emptyRungs` cannot be overruled: an empty rung is no proof of a last
 * resort (NEC-01). The others can, with a reason that is kept and printed, because urgent work must go on (PUR-05). So can
 * `unexplainedDifferences`, which only the rater can explain: no department may hold up another by saying nothing.
 */
export const BLOCKERS = [
  'emptyRungs',
  'conflicts',
  'unsourcedVerdicts',
  'danglingEvidence',
  'oneOrigin',
  'circularEvidence',
  'contradictedEvidence',
  'unexplainedDifferences',
  'noWeighing',
  'noProportionality',
  'noChallenge',
  'noSelfCheck',
] as const;
export type BlockerCode = (typeof BLOCKERS)[number];
export const HARD: readonly BlockerCode[] = ['emptyRungs'];
export type Blocker = { readonly code: BlockerCode; readonly items: readonly string[] };

/** The age of evidence depends on the day and is looked at with the evidence itself; nothing else here does. */
const ANY_DAY = '2020-01-01';

/** Everything that keeps a case from being frozen, in the order in which it is best mended; [] when nothing does. */
export function blockersOf(live: readonly LiveVersion[]): Blocker[] {
  const byType = <T extends RecordType>(type: T) =>
    live.flatMap((one) => (one.type === type ? [{ ...one, body: one.body as unknown as BodyOf<T> }] : []));
  const versions = Map.groupBy(live, ({ record }) => record);
  const rungs = Map.groupBy(byType('rung'), ({ body }) => body.instrument);
  const verdicts = byType('verdict');
  const claims = new Map(byType('claim').map(({ record, body }) => [record, body]));
  const unsourced = (record: RecordId): boolean => {
    const claim = claims.get(record);
    return (
      claim !== undefined && claim.certainty !== 'assumption' && !claim.source && claim.basis.length === 0
    );
  };
  const checks = Map.groupBy(byType('check'), ({ body }) => body.item as string);
  const missing = missingOf({
    argued: new Set(verdicts.filter(({ body }) => body.argument.trim() !== '').map(({ body }) => body.leaf)),
    necessity: verdicts.filter(({ body }) => body.leaf === 'NEC-05'),
    challenges: byType('challenge').filter(({ body }) => body.leaf === 'NEC-05'),
    checks: new Map(
      [...checks].map(([item, all]): [string, CheckVersions] => [item, all.map(({ body }) => body)]),
    ),
  });
  const short = shortOf(live, conclusionsOf(live, weakClaims(live, ANY_DAY)));
  const below = (code: Exclude<Threshold, 'staleEvidence'>): Blocker => ({
    code,
    items: short.find(({ threshold }) => threshold === code)?.leaves ?? [],
  });
  const judged = (leaf: string) =>
    verdicts.some(({ body }) => body.leaf === leaf && body.argument.trim() !== '');
  const found: Blocker[] = [
    {
      code: 'emptyRungs',
      items: RUNG_IDS.filter((id) => gapOf((rungs.get(id) ?? []).map(({ body }) => body)) !== undefined),
    },
    {
      code: 'conflicts',
      items: [...versions].filter(([, all]) => all.length > 1).map(([record]) => record),
    },
    {
      code: 'unsourcedVerdicts',
      items: verdicts
        .filter(
          ({ body }) => body.outcome === 'met' && body.evidence.length > 0 && body.evidence.every(unsourced),
        )
        .map(({ body }) => body.leaf),
    },
    {
      code: 'danglingEvidence',
      items: verdicts
        .filter(({ body }) => body.evidence.some((record) => !versions.has(record)))
        .map(({ body }) => body.leaf),
    },
    below('oneOrigin'),
    below('circularEvidence'),
    below('contradictedEvidence'),
    { code: 'unexplainedDifferences', items: unexplained(live) },
    { code: 'noWeighing', items: unwritten(byType('weighing').map(({ body }) => body)) },
    { code: 'noProportionality', items: judged('PUR-19') ? [] : ['PUR-19'] },
    { code: 'noChallenge', items: missing.challenge },
    { code: 'noSelfCheck', items: missing.selfCheck },
  ];
  return found.filter(({ items }) => items.length > 0);
}

/** Indicators that somebody rated otherwise masked than openly, without having written why (PUR-20). */
function unexplained(live: readonly LiveVersion[]): string[] {
  const ratings = live.filter(({ type }) => type === 'rating' || type === 'maskedRating');
  // Whether a masked rating was blind has no part in whether a difference was explained.
  const rows = compareMasked(ratings as unknown as LiveRating[], new Set());
  return [...new Set(rows.flatMap(({ standing, indicator }) => (standing === 'differs' ? [indicator] : [])))];
}
