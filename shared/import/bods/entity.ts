import { canonicalText } from '../../model/canonical.ts';
import type { RecordId } from '../../model/ids.ts';
import { type Made, there } from '../made.ts';
import { keptOf, type Reading } from './made.ts';
import {
  addressClaims,
  dateClaim,
  frameClaims,
  identifierClaims,
  keptMembers,
  nameless,
  nameOf,
  type Subject,
  textClaim,
  unspecifiedClaim,
} from './party-parts.ts';
import type { EntityDetails } from './schema-details.ts';

/** Entity types that the record's own type and form say without loss. */
const PLAIN: readonly string[] = ['{"type":"registeredEntity"}', '{"type":"state"}'];

const BODY_LEVELS = { governmentDepartment: 'ministry', stateAgency: 'agency', other: 'government' } as const;

/** Type and body of an entity. The standard does not tell a fund or a foundation from a company. */
function entityBody({ entityType, ...details }: EntityDetails, recordId: string) {
  const { type, subtype } = entityType;
  const name = nameOf(
    [details.name, ...nameless(details.unspecifiedEntityDetails, details.identifiers)],
    recordId.trim() === '' ? type : recordId.trim(),
  );
  const code = details.jurisdiction?.code?.slice(0, 2).toUpperCase() ?? '';
  const country = /^[A-Z]{2}$/.test(code) ? { country: code } : {};
  if (type === 'state') return { type: 'publicBody', body: { name, level: 'state', ...country } } as const;
  if (type === 'stateBody') {
    const level = BODY_LEVELS[(subtype ?? 'other') as keyof typeof BODY_LEVELS];
    return { type: 'publicBody', body: { name, level, ...country } } as const;
  }
  const unknown = type === 'anonymousEntity' || type === 'unknownEntity';
  const form = unknown
    ? 'unknown'
    : type === 'arrangement' || subtype === 'trust'
      ? 'arrangement'
      : 'company';
  return { type: 'company', body: { name, form, ...country } } as const;
}

/** The records of an entity statement: the party and the claims about it. `record` is the id that the party gets. */
export function entityRecords(reading: Reading, details: EntityDetails, record: RecordId): Made[] {
  const { type, body } = entityBody(details, reading.statement.recordId);
  const subject: Subject = { record, type };
  const { entityType, jurisdiction, name = '' } = details;
  const company = type === 'company';
  const inBody = body.country !== undefined && jurisdiction?.code?.length === 2;
  return there([
    { record, type, body, path: 'recordDetails' },
    company && name.trim() !== ''
      ? textClaim(reading, record, 'legalName', 'recordDetails.name', name)
      : undefined,
    ...(details.alternateNames ?? []).map((other, at) =>
      textClaim(
        reading,
        record,
        company ? 'tradeName' : 'description',
        `recordDetails.alternateNames[${at}]`,
        other,
      ),
    ),
    PLAIN.includes(canonicalText({ ...entityType, details: undefined }))
      ? undefined
      : keptOf(reading, record, 'description', 'recordDetails.entityType', entityType),
    company
      ? textClaim(reading, record, 'legalForm', 'recordDetails.entityType.details', entityType.details)
      : undefined,
    inBody ? undefined : keptOf(reading, record, 'description', 'recordDetails.jurisdiction', jurisdiction),
    dateClaim(reading, record, 'founded', 'recordDetails.foundingDate', details.foundingDate),
    dateClaim(reading, record, 'dissolved', 'recordDetails.dissolutionDate', details.dissolutionDate),
    unspecifiedClaim(
      reading,
      record,
      'recordDetails.unspecifiedEntityDetails',
      details.unspecifiedEntityDetails,
    ),
    ...identifierClaims(reading, subject, details.identifiers),
    ...addressClaims(reading, subject, details.addresses),
    ...keptMembers(reading, record, details, ['uri', 'publicListing', 'formedByStatute']),
    ...frameClaims(reading, record, 'description'),
  ]);
}
