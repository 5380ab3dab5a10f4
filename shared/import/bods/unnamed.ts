import type { RecordId } from '../../model/ids.ts';
import { type Made, short, there } from '../made.ts';
import { claimOf, type Reading } from './made.ts';
import { NAME_LIMIT, nameOf, REASON_LIMIT, unspecifiedClaim } from './party-parts.ts';
import type { Unspecified } from './schema-parts.ts';

/** Somebody who stands in a relationship without a name: a party of unknown form, and why it is so. */
export function unnamedParty(reading: Reading, record: RecordId, path: string, why: Unspecified): Made[] {
  const name = nameOf([why.description, why.reason], why.reason);
  return there([
    { record, type: 'company', body: { name, form: 'unknown' }, path },
    unspecifiedClaim(reading, record, path, why),
  ]);
}

/** A party that a relationship points at, and that neither the file nor the case describes. */
export function undescribedParty(reading: Reading, record: RecordId, path: string, recordId: string): Made[] {
  const id = recordId.trim() === '' ? '?' : recordId.trim();
  return [
    {
      record,
      type: 'company',
      body: { name: short(id, NAME_LIMIT), form: 'unknown' },
      path,
      weak: true,
    },
    claimOf(reading, {
      subject: record,
      property: 'description',
      value: { kind: 'unknown', reason: short(`recordId ${id}`, REASON_LIMIT) },
      path,
      fragment: recordId,
    }),
  ];
}
