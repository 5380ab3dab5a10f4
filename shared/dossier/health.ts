import type { VersionView } from '../ipc/common.ts';
import { overlaps } from '../model/dates.ts';
import type { RecordId } from '../model/ids.ts';
import { propertyOf } from '../model/properties.ts';
import type { BodyOf } from '../model/records.ts';
import { isMissing, sameValue } from '../model/value.ts';

export type ClaimBody = BodyOf<'claim'>;
type Said = Pick<VersionView, 'record'> & { readonly body: { readonly [member: string]: unknown } };
export const claimBody = ({ body }: Pick<Said, 'body'>): ClaimBody => body as unknown as ClaimBody;

/** A claim that says "so it is" or "so it follows" without naming a source or the claims it follows from. */
export const isUnsourced = (claim: ClaimBody): boolean =>
  claim.certainty !== 'assumption' && claim.source === undefined && claim.basis.length === 0;

/** A claim that says that we do not know, or are not told. */
export const saysMissing = (claim: ClaimBody): boolean =>
  isMissing(claim.value) && claim.value.kind !== 'notApplicable';

/**
 * Claims that another claim contradicts: same subject, same property of which only one value can be true, periods that
 * share a day, different values. "Unknown" contradicts nothing. Answers the records of all that take part.
 */
export function disputedClaims(claims: readonly Said[]): Set<RecordId> {
  const groups = Map.groupBy(claims, (view) => `${claimBody(view).subject} ${claimBody(view).property}`);
  const disputed = new Set<RecordId>();
  for (const group of groups.values()) {
    if (group.length < 2 || propertyOf(claimBody(group[0] as Said).property)?.many) continue;
    for (const [i, a] of group.entries())
      for (const b of group.slice(i + 1))
        if (a.record !== b.record && contradicts(claimBody(a), claimBody(b)))
          disputed.add(a.record).add(b.record);
  }
  return disputed;
}

const contradicts = (a: ClaimBody, b: ClaimBody): boolean =>
  !isMissing(a.value) && !isMissing(b.value) && !sameValue(a.value, b.value) && overlaps(a, b);

export type Health = {
  readonly claims: number;
  readonly unsourced: number;
  readonly disputed: number;
  readonly missing: number;
};

/** Evidence health of a set of live claims; each claim counts once, however many versions are live. */
export function healthOf(
  views: readonly VersionView[],
  disputed: ReadonlySet<RecordId> = disputedClaims(views),
): Health {
  const claims = new Map(views.map((view) => [view.record, claimBody(view)]));
  const count = (test: (claim: ClaimBody, record: RecordId) => boolean): number =>
    [...claims].filter(([record, claim]) => test(claim, record)).length;
  return {
    claims: claims.size,
    unsourced: count(isUnsourced),
    disputed: count((_, record) => disputed.has(record)),
    missing: count(saysMissing),
  };
}
