import { z } from 'zod';
import { CONCLUDING } from '../evidence/conclusions.ts';
import { THRESHOLDS } from '../evidence/thresholds.ts';
import { WEAKNESSES } from '../evidence/weaknesses.ts';
import { Day } from '../model/dates.ts';
import { RecordId } from '../model/ids.ts';
import { inCaseAt, RecordRef } from './common.ts';
import { job, query } from './contract.ts';

const Weakness = z.enum(WEAKNESSES);
const asked = inCaseAt.extend({ day: Day });

export const evidenceContract = {
  /** How sound the evidence of a case is on a day: weak claims, what conclusions stand on, and the thresholds. */
  'evidence.get': query(
    asked,
    z.object({
      claims: z.int(),
      weak: z.array(
        z.object({ claim: RecordRef, subject: RecordRef.optional(), weaknesses: z.array(Weakness) }),
      ),
      conclusions: z.array(
        z.object({
          record: RecordId,
          type: z.enum(CONCLUDING),
          about: z.string(),
          evidence: z.int(),
          origins: z.int(),
          weak: z.partialRecord(Weakness, z.int()),
        }),
      ),
      thresholds: z.array(z.object({ threshold: z.enum(THRESHOLDS), leaves: z.array(z.string()) })),
    }),
  ),
  /** The whole assessment made again without each source in turn: which conclusions change if it is wrong. */
  'evidence.ifWrong': job(
    asked,
    z.object({
      rows: z.array(
        z.object({
          source: RecordRef,
          claims: z.int(),
          bare: z.int(),
          drift: z.array(z.object({ of: z.string(), was: z.string().nullable(), is: z.string().nullable() })),
        }),
      ),
    }),
  ),
} as const;
