import { z } from 'zod';
import { METRICS } from '../scoring/agreement.ts';
import { IMPACT_CLASSES } from '../scoring/national-risk.ts';
import { CONCERNS } from '../scoring/profile-study.ts';
import { inCaseAt } from './common.ts';
import { query } from './contract.ts';

const Part = z.number().min(0).max(1);
const Weight = z.strictObject({ min: Part, max: Part });
const Interval = z.object({ min: z.number(), max: z.number() });
const Concern = z.enum(CONCERNS);

export const robustnessContract = {
  /**
   * How far raters agree, and what an aggregation of the profile would say under every weighting within the given
   * ranges. All of it is the tool's own construct (AMB-01); no gate reads it.
   */
  'robustness.get': query(
    inCaseAt.extend({
      /** Ranges of weights by indicator; absent: from 0 to 1. */
      weights: z.record(z.string(), Weight).default({}),
      cut: z.number().min(0.5).max(1).default(0.7),
      draws: z.int().min(100).max(100_000).default(10_000),
      seed: z.int().min(0).max(0xffff_ffff).default(1),
    }),
    z.object({
      agreement: z.object({
        raters: z.array(z.string()),
        disagreements: z.array(
          z.object({ indicator: z.string(), given: z.int(), span: z.number().nullable() }),
        ),
        metric: z.enum(METRICS),
        alpha: z.number().nullable(),
        interval: z.object({ low: z.number(), high: z.number() }).nullable(),
        reliance: z.enum(['rely', 'tentative', 'insufficient', 'notDefined']),
      }),
      /** Null when there is nothing to aggregate, or when no weights fit their ranges. */
      study: z
        .object({
          indicators: z.array(z.string()),
          unknown: z.array(z.string()),
          sum: Interval,
          base: z.number(),
          tornado: z.array(z.object({ indicator: z.string(), low: z.number(), high: z.number() })),
          classes: z.array(z.object({ concern: Concern, share: z.number() })),
          likely: Concern,
          flips: z.array(z.object({ indicator: z.string(), value: z.number(), from: Concern, to: Concern })),
          national: z.object({ min: z.enum(IMPACT_CLASSES), max: z.enum(IMPACT_CLASSES) }),
          error: z.number(),
        })
        .nullable(),
      /** The case among its reference profiles; empty without one. */
      ranking: z.array(
        z.object({
          name: z.string(),
          own: z.boolean(),
          ranks: z.array(z.number()),
          confidence: z.number().nullable(),
        }),
      ),
      tooTight: z.boolean(),
    }),
  ),
} as const;
