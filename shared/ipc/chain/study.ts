import { z } from 'zod';
import { RecordId } from '../../model/ids.ts';
import { HitView } from './findings.ts';
import { Amount, Days, Gaps, Ids, Ternary } from './parts.ts';

/** What follows when one company stops. */
export const Study = z.object({
  processes: z
    .array(z.object({ process: RecordId, hit: HitView.nullable(), gaps: Gaps, falls: Ids, noSecond: Ids }))
    .readonly(),
  hits: z.array(HitView).readonly(),
  tiers: z.array(z.object({ node: RecordId, tier: z.int() })),
  dependants: z.object({ direct: z.int(), indirect: z.int(), government: Ids, vitalProviders: Ids }),
  suppliers: z.object({ direct: z.int(), indirect: z.int() }),
  survival: z
    .array(
      z.object({
        customer: RecordId,
        input: z.string(),
        essential: Ternary,
        sources: Ids,
        relations: Ids,
        survive: Days,
        replace: Days,
        known: z.object({ survive: z.boolean(), replace: z.boolean() }),
        gap: z.enum(['certain', 'possible', 'none']),
      }),
    )
    .readonly(),
  research: z
    .object({
      intensity: Amount,
      computed: z.boolean(),
      patents: Amount,
      partners: z
        .array(
          z.object({
            node: RecordId,
            relation: RecordId,
            topics: z.array(z.string()).readonly(),
            jointPatents: Amount,
            sharedPeople: Amount,
            jointOwnership: Ternary,
            publicFunding: Amount,
            shared: z.int(),
          }),
        )
        .readonly(),
      density: z.number().nullable(),
    })
    .optional(),
});
