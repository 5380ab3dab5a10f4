import { z } from 'zod';

/** Why a case is opened. The letter's CON-1 speaks of a foreseen deal, SC-3, SC-4 and footnote 11 of others (AMB-08). */
export const TRIGGERS = [
  'foreseenDeal',
  'existingHolding',
  'exitChance',
  'blockedFunding',
  'signal',
] as const;
/** Steps P0 to P14 of the letter's process, drawn together, and how a case may end (letter-spec 1.8). */
export const CASE_STATUSES = [
  'signal',
  'assessment',
  'coordination',
  'decision',
  'execution',
  'holding',
  'exit',
  'closed',
] as const;
/** Ministries that the letter names as co-senders or departments concerned (ACT-01, ACT-10, ACT-11), as of today. */
export const DEPARTMENTS = [
  'EZ',
  'KGG',
  'JenV',
  'BZ',
  'DEF',
  'OCW',
  'BZK',
  'FIN',
  'IenW',
  'VWS',
  'LVVN',
  'SZW',
  'AIVD',
  'MIVD',
  'NCTV',
  'InvestNL',
] as const;
export const ORGANISATION_FORMS = [
  'company',
  'fund',
  'foundation',
  'partnership',
  'arrangement',
  'unknown',
] as const;
export const PUBLIC_BODY_LEVELS = [
  'state',
  'government',
  'ministry',
  'agency',
  'regulator',
  'service',
  'localGovernment',
  'knowledgeInstitution',
  'stateOwnedEntity',
] as const;
/** What one party has to do with another; ownership, control and influence kept apart (PUR-12, AMB-03). */
export const RELATION_KINDS = [
  'owns',
  'directs',
  'controls',
  'influences',
  'finances',
  'supplies',
  'dependsOn',
  'collaborates',
  'licenses',
  'contracts',
  'employs',
  'develops',
  'operates',
  'locatedAt',
  'partOf',
] as const;
export const SOURCE_KINDS = [
  'register',
  'annualReport',
  'filing',
  'contract',
  'interview',
  'site',
  'website',
  'media',
  'academic',
  'official',
  'intelligence',
  'database',
  'own',
  'other',
] as const;
export const OUTCOMES = ['met', 'notMet', 'undetermined'] as const;
export const Outcome = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof Outcome>;
export const CONFIDENCES = ['low', 'moderate', 'high'] as const;
