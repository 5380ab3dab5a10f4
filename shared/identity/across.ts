import type { RecordId } from '../model/ids.ts';
import type { RelationKind } from '../model/properties/property.ts';
import { sameParties } from '../model/same.ts';
import type { Candidate } from './candidates.ts';

/**
 * From here on two parties of different cases are listed as one. Higher than for candidates: nobody decided it, and
 * the list is for a person to look into.
 */
export const ACROSS = 0.9;

/** What a party does in a case, as far as its relations tell. */
export const ROLES = [
  'target',
  'holder',
  'held',
  'director',
  'influencer',
  'financier',
  'supplier',
  'customer',
  'partner',
  'employee',
  'other',
] as const;
export type Role = (typeof ROLES)[number];

const FROM: Partial<Record<RelationKind, Role>> = {
  owns: 'holder',
  controls: 'holder',
  directs: 'director',
  influences: 'influencer',
  finances: 'financier',
  supplies: 'supplier',
  dependsOn: 'customer',
  collaborates: 'partner',
  licenses: 'partner',
  contracts: 'partner',
};
const TO: Partial<Record<RelationKind, Role>> = {
  owns: 'held',
  controls: 'held',
  supplies: 'customer',
  dependsOn: 'supplier',
  collaborates: 'partner',
  licenses: 'partner',
  contracts: 'partner',
  employs: 'employee',
};

export type End = { readonly kind: RelationKind; readonly side: 'from' | 'to' };

/** The roles that relations give a party, each once, in a fixed order. */
export function rolesOf(ends: readonly End[], isTarget: boolean): Role[] {
  const found = new Set<Role>(isTarget ? ['target'] : []);
  for (const { kind, side } of ends) found.add((side === 'from' ? FROM : TO)[kind] ?? 'other');
  if (found.size > 1) found.delete('other');
  return ROLES.filter((role) => found.has(role));
}

/** Parties of several cases that are taken for one: the weakest pair that holds the group together gives the score. */
export type AcrossGroup = {
  readonly records: readonly RecordId[];
  readonly score: number;
  readonly pairs: readonly Candidate[];
};

/**
 * Groups pairs of parties that are alike enough across cases. `logOf` tells the case of a record; groups within one
 * case are left out. Sorted by number of cases, then by the lowest id.
 */
export function acrossGroups(
  pairs: readonly Candidate[],
  logOf: (record: RecordId) => string | undefined,
): AcrossGroup[] {
  const { groups } = sameParties(
    pairs.map(({ a, b }) => ({ id: a, decision: 'same' as const, records: [a, b] })),
  );
  const casesOf = (records: readonly RecordId[]): number => new Set(records.map(logOf)).size;
  return groups
    .filter(({ members }) => casesOf(members) > 1)
    .map(({ members }) => {
      const own = pairs.filter(({ a }) => members.includes(a));
      return { records: members, score: Math.min(...own.map(({ score }) => score)), pairs: own };
    })
    .sort(
      (x, y) =>
        casesOf(y.records) - casesOf(x.records) || ((x.records[0] ?? '') < (y.records[0] ?? '') ? -1 : 1),
    );
}
