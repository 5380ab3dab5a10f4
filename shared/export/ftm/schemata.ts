import type { BodyOf, EntityType } from '../../model/records.ts';
import type { View } from '../told.ts';

/**
 * The part of the FollowTheMoney model that we write: which schemata may stand where another one is asked for
 * (`LegalEntity` as an owner, `Asset` as what is owned). Conformance with the whole model is tested.
 */
const IS_A = {
  LegalEntity: ['LegalEntity', 'Organization', 'Company', 'PublicBody', 'Person'],
  Organization: ['Organization', 'Company', 'PublicBody'],
  Person: ['Person'],
  Asset: ['Asset', 'Company', 'RealEstate'],
  Thing: ['LegalEntity', 'Organization', 'Company', 'PublicBody', 'Person', 'Asset', 'RealEstate', 'Project'],
} as const satisfies Record<string, readonly string[]>;

export type Range = keyof typeof IS_A;
export type ThingSchema = (typeof IS_A)['Thing'][number];

export const isA = (schema: ThingSchema, range: Range): boolean =>
  IS_A[range].some((one: string) => one === schema);

/** Schemata of relations with the properties that hold their ends, in the direction of our relation. */
export const LINKS = {
  owns: { schema: 'Ownership', from: ['owner', 'LegalEntity'], to: ['asset', 'Asset'] },
  directs: {
    schema: 'Directorship',
    from: ['director', 'LegalEntity'],
    to: ['organization', 'Organization'],
  },
  employs: { schema: 'Employment', from: ['employer', 'Organization'], to: ['employee', 'Person'] },
  partOf: { schema: 'Membership', from: ['member', 'LegalEntity'], to: ['organization', 'Organization'] },
  finances: { schema: 'Payment', from: ['payer', 'LegalEntity'], to: ['beneficiary', 'LegalEntity'] },
} as const satisfies Record<string, { schema: string; from: [string, Range]; to: [string, Range] }>;
export type LinkKind = keyof typeof LINKS;
export const isLink = (kind: string): kind is LinkKind => Object.hasOwn(LINKS, kind);

/**
 * The schema of each thing. FollowTheMoney lets a company be owned but not an organisation, and a legal entity of
 * unknown kind neither be owned nor directed, so a foundation or unknown party that is, becomes a company.
 */
export function schemaOf(
  { type, body }: View,
  held: { readonly owned: boolean; readonly directed: boolean },
): ThingSchema {
  switch (type as EntityType) {
    case 'company': {
      const { form } = body as BodyOf<'company'>;
      if (held.owned || (form !== 'foundation' && form !== 'unknown')) return 'Company';
      return form === 'foundation' || held.directed ? 'Organization' : 'LegalEntity';
    }
    case 'publicBody':
      return 'PublicBody';
    case 'person':
      return 'Person';
    case 'process':
      return 'Project';
    case 'site':
      return 'RealEstate';
    case 'technology':
    case 'product':
      return 'Asset';
  }
}
