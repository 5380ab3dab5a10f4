import { z } from 'zod';
import { CONCLUDING } from '../evidence/conclusions.ts';
import { Day } from '../model/dates.ts';
import { RecordId } from '../model/ids.ts';
import { INTERVENTIONS, SCENARIO_KINDS } from '../model/records/scenario.ts';
import { Outcome } from '../model/vocabulary.ts';
import { NEUTRALITY_CODES } from '../neutrality/lint.ts';
import { inCaseAt } from './common.ts';
import { query } from './contract.ts';

const Country = z.string().regex(/^[A-Z]{2}$/);
const asked = inCaseAt.extend({ day: Day });

export const neutralityContract = {
  /** Judgements that may rest on a country alone, the options by how far the State steps in, and PUR-18 to PUR-20. */
  'neutrality.get': query(
    asked,
    z.object({
      countries: z.array(z.object({ code: z.string(), count: z.int(), state: z.boolean() })),
      findings: z.array(
        z.object({
          record: RecordId,
          type: z.enum(CONCLUDING),
          about: z.string(),
          code: z.enum(NEUTRALITY_CODES),
          words: z.array(z.string()),
        }),
      ),
      /** Least intervention first (PUR-18); `control` of the parties tied to a foreign state after it. */
      options: z.array(
        z.object({
          record: RecordId,
          title: z.string(),
          kind: z.enum(SCENARIO_KINDS),
          intervention: z.enum(INTERVENTIONS).nullable(),
          control: z.enum(['certain', 'possible', 'excluded']),
          votes: z.object({ min: z.number(), max: z.number() }),
        }),
      ),
      principles: z.array(
        z.object({
          leaf: z.string(),
          outcome: Outcome.nullable(),
          argument: z.string(),
          argued: z.boolean(),
        }),
      ),
    }),
  ),
  /** The whole assessment made again with one country in the place of another: which outcomes differ. */
  'neutrality.swap': query(
    asked.extend({ from: Country, to: Country }),
    z.object({
      drift: z.array(z.object({ of: z.string(), was: z.string().nullable(), is: z.string().nullable() })),
    }),
  ),
} as const;
