import type { RecordId } from '../../model/ids.ts';
import { checkValue } from '../../model/properties.ts';
import type { Value } from '../../model/value.ts';
import { type Made, there } from '../made.ts';
import { claimOf, keptOf, type Reading } from './made.ts';
import {
  frameClaims,
  identifierClaims,
  keptMembers,
  nameless,
  nameOf,
  type Subject,
  textClaim,
  unspecifiedClaim,
} from './party-parts.ts';
import type { PersonDetails } from './schema-details.ts';

/**
 * The records of a person statement. A person whom nobody names is a party of unknown form: it may as well be several
 * people or none.
 */
export function personRecords(reading: Reading, details: PersonDetails, record: RecordId): Made[] {
  const known = details.personType === 'knownPerson';
  const names = details.names ?? [];
  const main = Math.max(
    names.findIndex((name) => name.type === 'legal'),
    0,
  );
  const name = nameOf(
    [names[main]?.fullName, ...nameless(details.unspecifiedPersonDetails, details.identifiers)],
    reading.statement.recordId.trim() || details.personType,
  );
  const type = known ? 'person' : 'company';
  const subject: Subject = { record, type };
  return there([
    {
      record,
      type,
      body: { name, ...(known ? {} : { form: 'unknown' }) },
      path: 'recordDetails',
    },
    ...names.map((one, at) => {
      const path = `recordDetails.names[${at}]`;
      if (one.type === 'former' || one.type === 'birth')
        return textClaim(reading, record, 'formerName', path, one.fullName);
      const plain = at === main && Object.keys(one).length === 1;
      return plain ? undefined : keptOf(reading, record, 'description', path, one);
    }),
    known
      ? undefined
      : keptOf(reading, record, 'description', 'recordDetails.personType', details.personType),
    unspecifiedClaim(
      reading,
      record,
      'recordDetails.unspecifiedPersonDetails',
      details.unspecifiedPersonDetails,
    ),
    ...(details.nationalities ?? []).map((country, at) => {
      const path = `recordDetails.nationalities[${at}]`;
      const value: Value = { kind: 'code', code: country.code ?? '' };
      const checked = country.code === undefined ? undefined : checkValue('nationality', value);
      return known && checked?.ok
        ? claimOf(reading, {
            subject: record,
            property: 'nationality',
            value: checked.value,
            path,
            fragment: country,
          })
        : keptOf(reading, record, 'description', path, country);
    }),
    ...identifierClaims(reading, subject, details.identifiers),
    ...(details.addresses ?? []).map((address, at) =>
      keptOf(reading, record, 'description', `recordDetails.addresses[${at}]`, address),
    ),
    ...keptMembers(reading, record, details, [
      'birthDate',
      'deathDate',
      'placeOfBirth',
      'taxResidencies',
      'politicalExposure',
    ]),
    ...frameClaims(reading, record, 'description'),
  ]);
}
