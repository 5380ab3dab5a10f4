import { z } from 'zod';
import { OpDigest } from '../ids.ts';
import { LongText } from '../value.ts';
import { type RecordDefinitions, recordIds } from './definition.ts';

/** Signs that a company plays for the facility (NEC-06), in the order of the letter spec. */
export const GAMING_CHECKS = [
  'gaming.timing',
  'gaming.refusedOffers',
  'gaming.inducedBidder',
  'gaming.relatedParty',
  'gaming.repeatedRequests',
] as const;
/** The nine tradecraft standards of ICD 203 as questions to oneself (field-practice 2.5.2). */
export const TRADECRAFT_CHECKS = [
  'tradecraft.sources',
  'tradecraft.uncertainty',
  'tradecraft.assumptions',
  'tradecraft.alternatives',
  'tradecraft.relevance',
  'tradecraft.logic',
  'tradecraft.change',
  'tradecraft.accuracy',
  'tradecraft.visuals',
] as const;
export const CHECK_ITEMS = [...GAMING_CHECKS, ...TRADECRAFT_CHECKS] as const;
export type CheckItem = (typeof CHECK_ITEMS)[number];
/** `clear`: nothing found, or met. `concern`: a sign, or not met. Not looked into is not clear. */
export const CHECK_RESULTS = ['clear', 'concern', 'undetermined'] as const;
/** What a challenger finds of a verdict. */
export const CHALLENGE_FINDINGS = ['holds', 'doubtful', 'fails'] as const;

/** Necessity examined critically (NEC-05, NEC-06), and the check of one's own work. */
export const CHALLENGE_RECORDS = {
  check: {
    body: z.strictObject({
      item: z.enum(CHECK_ITEMS),
      result: z.enum(CHECK_RESULTS),
      reason: LongText,
      evidence: recordIds,
    }),
    indexed: ['item'],
    refs: ['evidence'],
  },
  /**
   * What somebody holds against a verdict. Who that is, is who signed it: nobody can name another as challenger. It
   * speaks of the versions that were live then; a later verdict needs a new challenge.
   */
  challenge: {
    body: z.strictObject({
      leaf: z.string().regex(/^[A-Z][A-Za-z0-9-]{1,30}$/),
      challenged: z.array(OpDigest).min(1).max(100),
      finding: z.enum(CHALLENGE_FINDINGS),
      argument: LongText,
      evidence: recordIds,
    }),
    indexed: ['leaf'],
    refs: ['evidence'],
  },
} as const satisfies RecordDefinitions;
