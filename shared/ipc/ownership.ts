import { z } from 'zod';
import { Day } from '../model/dates.ts';
import { CREDIBILITIES, RELIABILITIES } from '../model/grade.ts';
import { RecordId } from '../model/ids.ts';
import { InfluenceChannel, InfluenceWording, Probability } from '../model/records/influence.ts';
import { CONFIDENCES } from '../model/vocabulary.ts';
import { At, inCase, RecordRef } from './common.ts';
import { query } from './contract.ts';

const Interval = z.object({ min: z.number(), max: z.number() });
const Certainty3 = z.enum(['certain', 'possible', 'excluded']);

/** How much, as fractions. `range` is also what competing claims span; absent means that nothing is recorded. */
export const ShareView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exact'), value: z.number() }),
  z.object({ kind: z.literal('range'), min: z.number(), max: z.number() }),
  z.object({ kind: z.literal('unknown') }),
]);
export type ShareView = z.infer<typeof ShareView>;

/** One interest of the picture. `grade` is the weakest of the claims that it rests on, absent when none has one. */
export const InterestView = z.object({
  relation: RecordId,
  /** The kind of the relation; `finances` only for what a deal brings, `influenceClaim` for a record of that type. */
  kind: z.enum(['owns', 'controls', 'directs', 'influences', 'finances', 'influenceClaim']),
  from: RecordId,
  to: RecordId,
  label: z.string().optional(),
  capital: ShareView.optional(),
  votes: ShareView.optional(),
  right: z.enum(['certain', 'possible']).optional(),
  disputed: z.boolean(),
  unsourced: z.boolean(),
  grade: z.object({ reliability: z.enum(RELIABILITIES), credibility: z.enum(CREDIBILITIES) }).optional(),
  validFrom: z.string().optional(),
  validTo: z.string().optional(),
  /** What an influence claim says beside who and whom. */
  claim: z
    .object({
      channel: InfluenceChannel,
      wording: InfluenceWording,
      grip: z.enum(['influence', 'control']),
      certainty: Certainty3,
      probability: Probability.optional(),
      confidence: z.enum(CONFIDENCES).optional(),
    })
    .optional(),
  /** The sources that it rests on. */
  sources: z.array(RecordId),
});
export type InterestView = z.infer<typeof InterestView>;

export const OwnershipNode = RecordRef.extend({
  country: z.string().optional(),
  /** Nobody can see behind it: an unknown or undisclosed owner. */
  opaque: z.boolean(),
  /** One of the parties that the verdicts are about. */
  party: z.boolean(),
  /** Steps above the target (positive) or below it (negative); 0 is the target. */
  layer: z.int(),
  /** Other entries that count as this party. */
  also: z.array(RecordRef),
});
export type OwnershipNode = z.infer<typeof OwnershipNode>;

/** Why a verdict stands: records of interests and claims, not places; `carriers` are sources that it stands on alone. */
const Why = z.object({
  verdict: Certainty3,
  paths: z.array(z.array(RecordId)),
  support: z.array(RecordId),
  weakest: z.array(RecordId),
  falls: z.array(z.array(RecordId)),
  /** Other minimal sets of interests that make the verdict too. */
  alternatives: z.array(z.array(RecordId)),
  carriers: z.array(RecordId),
  cut: z.boolean(),
});
export type WhyView = z.infer<typeof Why>;

export const ownershipContract = {
  /**
   * Who owns and controls one company: the picture, look-through shares, control, threshold rules and why. Parties
   * are the state-linked ones; without any, the foreign public bodies above the target are taken.
   */
  'ownership.get': query(
    inCase.extend({
      target: RecordId,
      parties: z.array(RecordId).max(200).optional(),
      /** The day whose rules count and on which the interests must hold. */
      day: Day,
      at: At.default({}),
      /** With what is recorded for after the deal, in place of what is so today (PUR-11). */
      after: z.boolean().default(false),
    }),
    z.object({
      target: RecordRef,
      parties: z.array(RecordId),
      nodes: z.array(OwnershipNode),
      interests: z.array(InterestView),
      /** Look-through shares of the capital of the target, the largest first. */
      owners: z.array(
        z.object({
          owner: RecordId,
          ultimate: z.boolean(),
          integrated: z.number().nullable(),
          corrected: z.number().nullable(),
          min: z.number().nullable(),
          max: z.number().nullable(),
        }),
      ),
      /** Who commands a majority of the votes of the target, alone, through companies that they control. */
      controllers: z.array(z.object({ controller: RecordId, control: Certainty3, votes: Interval })),
      rules: z.array(
        z.object({
          rule: z.string(),
          regime: z.string(),
          level: z.number(),
          operator: z.string(),
          source: z.string(),
          confidence: z.enum(['low', 'moderate', 'high']),
          parties: z.array(RecordId),
          verdict: Certainty3,
          byRight: z.boolean(),
          stakes: z.array(Interval.extend({ basis: z.enum(['capital', 'votes']) })),
        }),
      ),
      /** Whether and why the parties together control the target. */
      why: Why,
      /** Whether and why they influence it, directly or indirectly (CON-2): control, stakes, relations and claims. */
      influence: Why,
      /** Names of the sources that the interests rest on. */
      sources: z.array(RecordRef),
      opacity: z.object({ known: Interval, opaque: Interval, unrecorded: Interval, unseen: Interval }),
      circles: z.array(z.array(RecordId)),
      longestChain: z.array(RecordId),
      findings: z.array(
        z.object({
          code: z.string(),
          basis: z.enum(['capital', 'votes']).optional(),
          entities: z.array(RecordId),
          relations: z.array(RecordId),
          params: z.record(z.string(), z.number()).optional(),
        }),
      ),
    }),
  ),
} as const;
