import { z } from 'zod';
import { Day } from '../dates.ts';
import { RecordId } from '../ids.ts';
import { LongText, ShortText } from '../value.ts';
import { type RecordDefinitions, recordIds } from './definition.ts';

/** Whether a lighter way takes the risk away. `notRelevant` needs a reason like every other answer. */
export const RUNG_VERDICTS = ['suffices', 'insufficient', 'notRelevant', 'undetermined'] as const;
/** The two grounds of entry: the instrument falls short, or it worked and its effect must be softened (NEC-04). */
export const RUNG_GROUNDS = ['insufficient', 'mitigateEffects'] as const;
export const IN_TIME = ['yes', 'no', 'unknown'] as const;
export const MARKET_RESPONSES = ['pending', 'declined', 'offer', 'conditionalOffer'] as const;
/** Undesirable ties of a party that was approached, by our own check. */
export const MARKET_TIES = ['notChecked', 'none', 'found'] as const;

/** Why lighter instruments and the market do not suffice (NEC-01 to NEC-04). */
export const LAST_RESORT_RECORDS = {
  /** One rung of the ladder: an instrument or a measure as judged in this case; one for each. */
  rung: {
    body: z.strictObject({
      instrument: z.string().regex(/^(INS|MIT)-\d\d$/),
      verdict: z.enum(RUNG_VERDICTS),
      ground: z.enum(RUNG_GROUNDS).optional(),
      covers: z.array(z.string().max(60)).max(10).default([]),
      inTime: z.enum(IN_TIME).default('unknown'),
      residual: LongText.optional(),
      reason: LongText,
      evidence: recordIds,
    }),
    indexed: ['instrument'],
    refs: ['evidence'],
  },
  /** A party that was asked for finance instead of the unwanted one. */
  marketContact: {
    body: z.strictObject({
      name: ShortText,
      party: RecordId.optional(),
      approached: Day,
      by: z.string().trim().max(400).optional(),
      terms: LongText.optional(),
      amount: z.number().nonnegative().optional(),
      response: z.enum(MARKET_RESPONSES),
      answered: Day.optional(),
      reason: LongText.optional(),
      ties: z.enum(MARKET_TIES).default('notChecked'),
      tiesNote: LongText.optional(),
      evidence: recordIds,
    }),
    indexed: [],
    refs: ['party', 'evidence'],
  },
} as const satisfies RecordDefinitions;
