import { z } from 'zod';
import { CONCLUDING } from '../evidence/conclusions.ts';
import { Day } from '../model/dates.ts';
import { OpDigest, RecordId } from '../model/ids.ts';
import { Marking } from '../model/marking.ts';
import { INTERVENTIONS, SCENARIO_KINDS } from '../model/records/scenario.ts';
import { LongText } from '../model/value.ts';
import { Outcome } from '../model/vocabulary.ts';
import { HIDDEN_KINDS } from '../neutrality/hidden.ts';
import { NEUTRALITY_CODES } from '../neutrality/lint.ts';
import { MASKED_STANDINGS } from '../neutrality/masked-compare.ts';
import { JudgementView, LetterId, Level } from './assessment.ts';
import { inCase, inCaseAt } from './common.ts';
import { command, job, query } from './contract.ts';

const Country = z.string().regex(/^[A-Z]{2}$/);
const AnyLevel = z.union([Level, z.enum(['unknown', 'notApplicable'])]);
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
  'neutrality.swap': job(
    asked.extend({
      swaps: z
        .array(z.strictObject({ from: Country, to: Country }))
        .min(1)
        .max(100),
    }),
    z.object({
      swaps: z.array(
        z.object({
          from: Country,
          to: Country,
          drift: z.array(z.object({ of: z.string(), was: z.string().nullable(), is: z.string().nullable() })),
        }),
      ),
    }),
  ),
  /** What a masked screen hides, for `maskerOf`: everything with all its spellings, and the names that stay. */
  'neutrality.hidden': query(
    inCaseAt,
    z.object({
      hidden: z.array(
        z.object({
          kind: z.enum(HIDDEN_KINDS),
          n: z.int().min(1),
          code: Country.optional(),
          names: z.array(z.string()),
          short: z.array(z.string()),
          places: z.array(z.string()).optional(),
        }),
      ),
      kept: z.array(z.string()),
    }),
  ),
  /** Masked ratings, and how each stands beside the open rating of the same rater. */
  'neutrality.masked': query(
    inCaseAt,
    z.object({
      me: z.string(),
      ratings: z.array(JudgementView.extend({ indicator: LetterId, rater: z.string() })),
      rows: z.array(
        z.object({
          record: RecordId,
          indicator: LetterId,
          rater: z.string(),
          raterName: z.string(),
          standing: z.enum(MASKED_STANDINGS),
          masked: AnyLevel.nullable(),
          open: AnyLevel.nullable(),
          steps: z.int().nullable(),
          reason: z.string().nullable(),
          knownBefore: z.boolean(),
        }),
      ),
    }),
  ),
  'neutrality.rateMasked': command(
    inCase.extend({
      indicator: LetterId,
      base: z.array(OpDigest).max(100),
      level: AnyLevel,
      low: Level.optional(),
      high: Level.optional(),
      argument: LongText,
      evidence: z.array(RecordId).max(200),
      marking: Marking,
    }),
    z.object({ record: RecordId }),
  ),
  /** Why one's own open level is another than the masked one. `notFound` without one of each to compare. */
  'neutrality.explain': command(
    inCase.extend({
      indicator: LetterId,
      base: z.array(OpDigest).max(100),
      reason: z.string().trim().min(1).max(4_000),
    }),
    z.object({ record: RecordId }),
  ),
} as const;
