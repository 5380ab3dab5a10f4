import { z } from 'zod';
import { PartialDate } from '../dates.ts';
import { Credibility, Reliability } from '../grade.ts';
import { RecordId } from '../ids.ts';
import { LongText } from '../value.ts';
import { CONFIDENCES } from '../vocabulary.ts';
import { type RecordDefinitions, recordIds } from './definition.ts';

/**
 * The letter's three wordings for the investor, kept apart and never merged (AMB-03): a state actor itself (ACT-12), a
 * party acting on its instruction (ACT-13), and the wider affiliated party (ACT-14).
 */
export const INFLUENCE_WORDINGS = ['stateActor', 'onInstruction', 'affiliated'] as const;
export const InfluenceWording = z.enum(INFLUENCE_WORDINGS);
export type InfluenceWording = z.infer<typeof InfluenceWording>;

/** By what a state actor reaches a party (field practice 2.1.6, 2.2 on art. 4(2), 2.7). */
export const INFLUENCE_CHANNELS = [
  'ownedBy',
  'directedBy',
  'financedBy',
  'obligedByLaw',
  'boundByContract',
  'partyOrganisation',
  'personnel',
] as const;
export const InfluenceChannel = z.enum(INFLUENCE_CHANNELS);
export type InfluenceChannel = z.infer<typeof InfluenceChannel>;

/** Channels that can go so far as control without a share: law and contract (PUR-12). */
export const CONTROL_CHANNELS: readonly InfluenceChannel[] = ['obligedByLaw', 'boundByContract'];

/** Words for probability: the seven steps of ICD 203, by their ids in `shared/scoring/yardstick`. */
export const PROBABILITY_TERMS = [
  'almostNoChance',
  'veryUnlikely',
  'unlikely',
  'evenChance',
  'likely',
  'veryLikely',
  'almostCertain',
] as const;

const Fraction = z.number().min(0).max(1);

/** How probable it is, by a word of the yardstick or as a range of fractions. */
export const Probability = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('term'), term: z.enum(PROBABILITY_TERMS) }),
  z
    .strictObject({ kind: z.literal('range'), min: Fraction, max: Fraction })
    .refine(({ min, max }) => min <= max, { error: 'rangeReversed' }),
]);
export type Probability = z.infer<typeof Probability>;

/**
 * What ties a party to a state actor (CON-2): a judgement with evidence of its own, beside the relations that are facts.
 * It is never a share. It gives influence; control only by law or contract, and only when it says so.
 */
export const INFLUENCE_RECORDS = {
  influence: {
    body: z
      .strictObject({
        /** Who is influenced. */
        party: RecordId,
        /** The state actor, or whom it works through. */
        actor: RecordId,
        wording: InfluenceWording,
        channel: InfluenceChannel,
        grip: z.enum(['influence', 'control']).default('influence'),
        /** Claims and sources that it rests on. */
        evidence: recordIds,
        reliability: Reliability,
        credibility: Credibility,
        /** Absent: nobody judged it. */
        probability: Probability.optional(),
        /** How sure we are of that judgement: a second axis, never in one sentence with the first (ICD 203). */
        confidence: z.enum(CONFIDENCES).optional(),
        note: LongText.optional(),
        validFrom: PartialDate.optional(),
        validTo: PartialDate.optional(),
      })
      .refine(({ party, actor }) => party !== actor, { error: 'relationToItself' })
      .refine(({ grip, channel }) => grip === 'influence' || CONTROL_CHANNELS.includes(channel), {
        error: 'controlByThisChannel',
      }),
    indexed: ['party', 'actor'],
    refs: ['party', 'actor', 'evidence'],
  },
} as const satisfies RecordDefinitions;
