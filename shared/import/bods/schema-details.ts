import { z } from 'zod';
import { Day, PartialDate } from '../../model/dates.ts';
import {
  DIRECTNESS,
  ENTITY_KINDS,
  type EntityKind,
  INTEREST_TYPES,
  NAME_TYPES,
  PERSON_KINDS,
} from './codes.ts';
import { addressOf, Country, Identifier, Jurisdiction, Source, Unspecified, Uri } from './schema-parts.ts';

const KINDS = Object.keys(ENTITY_KINDS) as [EntityKind, ...EntityKind[]];
const SUBTYPES = [...new Set(Object.values(ENTITY_KINDS).flat())];

const EntityType = z
  .object({
    type: z.enum(KINDS),
    subtype: z.enum(SUBTYPES).optional(),
    details: z.string().optional(),
  })
  .superRefine(({ type, subtype }, context) => {
    const allowed: readonly string[] = ENTITY_KINDS[type];
    if (subtype !== undefined && !allowed.includes(subtype))
      context.addIssue({
        code: 'custom',
        message: 'fieldNotInList',
        path: ['subtype'],
        params: { expected: allowed.join(', ') },
      });
  });

const SecuritiesListing = z.object({
  marketIdentifierCode: z.string().optional(),
  operatingMarketIdentifierCode: z.string().optional(),
  stockExchangeJurisdiction: z.string().min(2).max(6),
  stockExchangeName: z.string(),
  security: z.object({
    idScheme: z.enum(['isin', 'figi', 'cusip', 'cins']).optional(),
    id: z.string().optional(),
    ticker: z.string(),
  }),
});

/** `recordDetails` of an entity statement. */
export const EntityDetails = z.object({
  isComponent: z.boolean(),
  entityType: EntityType,
  unspecifiedEntityDetails: Unspecified.optional(),
  name: z.string().optional(),
  alternateNames: z.array(z.string()).optional(),
  jurisdiction: Jurisdiction.optional(),
  identifiers: z.array(Identifier).optional(),
  foundingDate: Day.optional(),
  dissolutionDate: Day.optional(),
  addresses: z.array(addressOf(['registered', 'business', 'alternative'])).optional(),
  uri: Uri.optional(),
  publicListing: z
    .object({
      hasPublicListing: z.boolean(),
      companyFilingsURLs: z.array(Uri).optional(),
      securitiesListings: z.array(SecuritiesListing).optional(),
    })
    .optional(),
  formedByStatute: z.object({ name: z.string().optional(), date: Day.optional() }).optional(),
});
export type EntityDetails = z.infer<typeof EntityDetails>;

const PepDetails = z.object({
  reason: z.string().optional(),
  missingInfoReason: z.string().optional(),
  jurisdiction: Jurisdiction.optional(),
  startDate: Day.optional(),
  endDate: Day.optional(),
  source: Source.optional(),
});

const Name = z.object({
  type: z.enum(NAME_TYPES).optional(),
  fullName: z.string(),
  familyName: z.string().optional(),
  givenName: z.string().optional(),
  patronymicName: z.string().optional(),
});

/** `recordDetails` of a person statement. */
export const PersonDetails = z.object({
  isComponent: z.boolean(),
  personType: z.enum(PERSON_KINDS),
  unspecifiedPersonDetails: Unspecified.optional(),
  names: z.array(Name).optional(),
  identifiers: z.array(Identifier).optional(),
  nationalities: z.array(Country).optional(),
  placeOfBirth: addressOf(['placeOfBirth']).optional(),
  birthDate: PartialDate.optional(),
  deathDate: PartialDate.optional(),
  taxResidencies: z.array(Country).optional(),
  addresses: z.array(addressOf(['residence', 'service', 'alternative'])).optional(),
  politicalExposure: z
    .object({ status: z.enum(['isPep', 'isNotPep', 'unknown']), details: z.array(PepDetails).optional() })
    .optional(),
});
export type PersonDetails = z.infer<typeof PersonDetails>;

const Percentage = z.number().min(0).max(100);

const Share = z
  .object({
    exact: Percentage.optional(),
    minimum: Percentage.optional(),
    maximum: Percentage.optional(),
    exclusiveMinimum: Percentage.optional(),
    exclusiveMaximum: Percentage.optional(),
  })
  .superRefine((share, context) => {
    const low = Math.max(share.minimum ?? 0, share.exclusiveMinimum ?? 0);
    const high = Math.min(share.maximum ?? 100, share.exclusiveMaximum ?? 100);
    if (low > high) context.addIssue({ code: 'custom', message: 'rangeReversed' });
  });

export const Interest = z.object({
  type: z.enum(INTEREST_TYPES).optional(),
  directOrIndirect: z.enum(DIRECTNESS).optional(),
  beneficialOwnershipOrControl: z.boolean().optional(),
  details: z.string().optional(),
  share: Share.optional(),
  startDate: Day.optional(),
  endDate: Day.optional(),
});
export type Interest = z.infer<typeof Interest>;

const Party = z.union([z.string(), Unspecified]);

/** `recordDetails` of a relationship statement. A party is the record id of a statement, or the reason that it is not named. */
export const RelationshipDetails = z
  .object({
    isComponent: z.boolean(),
    componentRecords: z.array(z.string()).optional(),
    subject: Party,
    interestedParty: Party,
    interests: z.array(Interest).optional(),
  })
  .superRefine(({ isComponent, componentRecords = [] }, context) => {
    if (isComponent && componentRecords.length > 0)
      context.addIssue({ code: 'custom', message: 'fieldInvalid', path: ['componentRecords'] });
  });
export type RelationshipDetails = z.infer<typeof RelationshipDetails>;
