/**
 * Closed code lists of the Beneficial Ownership Data Standard, version 0.4 (Open Ownership, docs.openownership.org).
 * The standard fixes them; a code that is not in its list makes a statement invalid.
 */
export const INTEREST_TYPES = [
  'shareholding',
  'votingRights',
  'appointmentOfBoard',
  'otherInfluenceOrControl',
  'seniorManagingOfficial',
  'settlor',
  'trustee',
  'protector',
  'beneficiaryOfLegalArrangement',
  'rightsToSurplusAssetsOnDissolution',
  'rightsToProfitOrIncome',
  'rightsGrantedByContract',
  'conditionalRightsGrantedByContract',
  'controlViaCompanyRulesOrArticles',
  'controlByLegalFramework',
  'boardMember',
  'boardChair',
  'unknownInterest',
  'unpublishedInterest',
  'enjoymentAndUseOfAssets',
  'rightToProfitOrIncomeFromAssets',
  'nominee',
  'nominator',
] as const;
export type InterestType = (typeof INTEREST_TYPES)[number];

/** Why a party is not named. */
export const UNSPECIFIED_REASONS = [
  'noBeneficialOwners',
  'subjectUnableToConfirmOrIdentifyBeneficialOwner',
  'interestedPartyHasNotProvidedInformation',
  'subjectExemptFromDisclosure',
  'interestedPartyExemptFromDisclosure',
  'unknown',
  'informationUnknownToPublisher',
] as const;
export type UnspecifiedReason = (typeof UNSPECIFIED_REASONS)[number];

/** Kinds of entity, each with the subtypes that it may have. */
export const ENTITY_KINDS = {
  registeredEntity: ['other'],
  legalEntity: ['trust', 'other'],
  arrangement: ['trust', 'nomination', 'other'],
  anonymousEntity: ['other'],
  unknownEntity: ['other'],
  state: ['other'],
  stateBody: ['governmentDepartment', 'stateAgency', 'other'],
} as const satisfies Record<string, readonly string[]>;
export type EntityKind = keyof typeof ENTITY_KINDS;

export const PERSON_KINDS = ['anonymousPerson', 'unknownPerson', 'knownPerson'] as const;
export const RECORD_KINDS = ['entity', 'person', 'relationship'] as const;
export const RECORD_STATUSES = ['new', 'updated', 'closed'] as const;
export const NAME_TYPES = [
  'legal',
  'translation',
  'transliteration',
  'former',
  'alternative',
  'birth',
] as const;
export const DIRECTNESS = ['direct', 'indirect', 'unknown'] as const;
export const SOURCE_TYPES = [
  'selfDeclaration',
  'officialRegister',
  'thirdParty',
  'primaryResearch',
  'verified',
] as const;
export const MOTIVATIONS = ['commenting', 'correcting', 'identifying', 'linking', 'transformation'] as const;

/** The interest types of the parts that people have in a trust, by our code for them. */
export const TRUST_ROLES: Readonly<Record<string, InterestType>> = {
  settlor: 'settlor',
  trustee: 'trustee',
  protector: 'protector',
  beneficiary: 'beneficiaryOfLegalArrangement',
};
