import type { RecordId } from '../../model/ids.ts';
import { type Made, there } from '../made.ts';
import { relationRecords } from './interests.ts';
import { claimOf, keptOf, nobodyId, type Reading } from './made.ts';
import { frameClaims } from './party-parts.ts';
import type { Broken } from './schema.ts';
import type { RelationshipDetails } from './schema-details.ts';
import { undescribedParty, unnamedParty } from './unnamed.ts';

/** What became of a record id: a party of the file or the case, a relationship, or never described. */
export type Found =
  | { readonly kind: 'party'; readonly record: RecordId }
  | { readonly kind: 'relationship' }
  | { readonly kind: 'undescribed' };

type Side = 'subject' | 'interestedParty';
type Resolved = { readonly record: RecordId; readonly made: readonly Made[] } | { readonly problem: Broken };

function resolve(
  reading: Reading,
  details: RelationshipDetails,
  side: Side,
  find: (recordId: string) => Found,
): Resolved {
  const { logId, statement } = reading;
  const named = details[side];
  const path = `recordDetails.${side}`;
  if (typeof named !== 'string') {
    const record = nobodyId(logId, side, statement.recordId);
    return { record, made: unnamedParty(reading, record, path, named) };
  }
  const found = find(named);
  const key = named.slice(0, 80);
  switch (found.kind) {
    case 'party':
      return { record: found.record, made: [] };
    case 'relationship':
      return {
        problem: {
          path,
          code: 'referenceType',
          params: { key, expected: 'entity, person', found: 'relationship' },
        },
      };
    case 'undescribed': {
      const record = nobodyId(logId, 'undescribed', named);
      return { record, made: undescribedParty(reading, record, path, named) };
    }
  }
}

/** The records of a relationship statement, or the parties that cannot be found. */
export function relationshipRecords(
  reading: Reading,
  details: RelationshipDetails,
  find: (recordId: string) => Found,
): { readonly made: readonly Made[] } | { readonly problems: readonly Broken[] } {
  const subject = resolve(reading, details, 'subject', find);
  const holder = resolve(reading, details, 'interestedParty', find);
  if ('problem' in subject || 'problem' in holder)
    return { problems: there([subject, holder].map((one) => ('problem' in one ? one.problem : undefined))) };
  if (subject.record === holder.record)
    return { problems: [{ path: 'recordDetails.interestedParty', code: 'relationToItself' }] };
  const { interestedParty } = details;
  const nobody = typeof interestedParty !== 'string' && interestedParty.reason === 'noBeneficialOwners';
  const relations = relationRecords(reading, details, {
    holder: holder.record,
    held: subject.record,
    nobody,
  });
  const [first] = relations;
  if (first === undefined) throw new Error('a relationship made no relation');
  const kept = [
    details.componentRecords === undefined || details.componentRecords.length === 0
      ? undefined
      : keptOf(
          reading,
          first.record,
          'relationNote',
          'recordDetails.componentRecords',
          details.componentRecords,
        ),
    ...frameClaims(reading, first.record, 'relationNote'),
  ];
  // Saying that there is no owner is a claim that the relation is not there.
  const denial = claimOf(reading, {
    subject: first.record,
    property: 'exists',
    value: { kind: 'yesNo', yes: false },
    path: 'recordDetails.interestedParty',
    fragment: interestedParty,
  });
  return {
    made: [...subject.made, ...holder.made, ...relations, ...there(kept), ...(nobody ? [denial] : [])],
  };
}
