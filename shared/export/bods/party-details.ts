import type { Json } from '../../model/canonical.ts';
import type { BodyOf } from '../../model/records.ts';
import type { Value } from '../../model/value.ts';
import type { Claim, Told } from '../told.ts';

type Members = { readonly [key: string]: Json };

/** What the claims under a property say, in the order of their records. */
const said = ({ claims }: Told, property: string): readonly Value[] =>
  claims
    .map(({ body }) => body as Claim)
    .flatMap((claim) => (claim.property === property ? [claim.value] : []));

const words = (told: Told, property: string): string[] =>
  said(told, property).flatMap((value) =>
    value.kind === 'text' ? [value.text] : value.kind === 'code' ? [value.code] : [],
  );

const present = (members: { readonly [key: string]: Json | undefined }): Members =>
  Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

const list = (items: readonly Json[]): Json | undefined => (items.length === 0 ? undefined : [...items]);

/** A day that the standard can write; a month or a year alone stays in the annotation. */
const dayOf = (told: Told, property: string): string | undefined =>
  said(told, property).flatMap((value) =>
    value.kind === 'date' && value.date.length === 10 ? [value.date] : [],
  )[0];

const SCHEMES = [
  ['kvk', 'NL-KVK', 'KvK'],
  ['rsin', 'NL-RSIN', 'RSIN'],
  ['lei', 'XI-LEI', 'Global Legal Entity Identifier Index'],
  ['vat', 'NL-VAT', 'VAT'],
] as const;

/** `GB-COH:07444723` is a number with its register; a number without one has a register that we cannot name. */
function foreign(code: string): Members {
  const at = code.indexOf(':');
  return at > 0 ? { scheme: code.slice(0, at), id: code.slice(at + 1) } : { schemeName: '?', id: code };
}

function identifiers(told: Told): Json | undefined {
  const own = SCHEMES.flatMap(([property, scheme, schemeName]) =>
    words(told, property).map(
      (id): Members => ({ scheme: property === 'vat' ? `${id.slice(0, 2)}-VAT` : scheme, schemeName, id }),
    ),
  );
  return list([...own, ...words(told, 'foreignRegistration').map(foreign)]);
}

const jurisdiction = (country: string | undefined): Json | undefined =>
  country === undefined ? undefined : { name: country, code: country };

const FORMS = {
  company: 'registeredEntity',
  fund: 'legalEntity',
  foundation: 'legalEntity',
  partnership: 'legalEntity',
  arrangement: 'arrangement',
  unknown: 'unknownEntity',
} as const;
const SUBTYPES: Readonly<Record<string, string>> = {
  ministry: 'governmentDepartment',
  agency: 'stateAgency',
  regulator: 'stateAgency',
  service: 'stateAgency',
};

function entityType({ main }: Told): Members {
  if (main.type === 'company') return { type: FORMS[(main.body as BodyOf<'company'>).form] };
  const { level } = main.body as BodyOf<'publicBody'>;
  if (level === 'state') return { type: 'state' };
  if (level === 'stateOwnedEntity' || level === 'knowledgeInstitution') return { type: 'legalEntity' };
  const subtype = Object.hasOwn(SUBTYPES, level) ? SUBTYPES[level] : undefined;
  return present({ type: 'stateBody', subtype });
}

/** Why a party of unknown form has no name, from the claim that says so. */
function unspecified(told: Told): Members {
  const [missing] = said(told, 'description').filter(
    ({ kind }) => kind === 'unknown' || kind === 'undisclosed',
  );
  const reason =
    missing?.kind === 'undisclosed'
      ? 'interestedPartyHasNotProvidedInformation'
      : 'informationUnknownToPublisher';
  const why = missing !== undefined && 'reason' in missing ? missing.reason : undefined;
  return present({ reason, description: why });
}

/** `recordDetails` of an entity. */
export function entityDetails(told: Told): Members {
  const { name, country } = told.main.body as BodyOf<'company'>;
  const type = entityType(told);
  return present({
    isComponent: false,
    entityType: type,
    unspecifiedEntityDetails: type.type === 'unknownEntity' ? unspecified(told) : undefined,
    name: words(told, 'legalName')[0] ?? name,
    alternateNames: list([...words(told, 'tradeName'), ...words(told, 'formerName')]),
    jurisdiction: jurisdiction(country),
    identifiers: identifiers(told),
    foundingDate: dayOf(told, 'founded'),
    dissolutionDate: dayOf(told, 'dissolved'),
    addresses: list(words(told, 'address').map((address) => ({ type: 'registered', address }))),
  });
}

/** `recordDetails` of a person. */
export function personDetails(told: Told): Members {
  const { name } = told.main.body as BodyOf<'person'>;
  return present({
    isComponent: false,
    personType: 'knownPerson',
    names: [
      { type: 'legal', fullName: name },
      ...words(told, 'formerName').map((fullName) => ({ type: 'former', fullName })),
    ],
    nationalities: list(words(told, 'nationality').map((code) => ({ name: code, code }))),
  });
}
