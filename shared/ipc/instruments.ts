import { z } from 'zod';
import { INTERESTS } from '../instruments/catalogue.ts';
import { GAPS } from '../instruments/ladder.ts';
import { SCOPES } from '../law/scope.ts';
import { Day } from '../model/dates.ts';
import { OpDigest, RecordId } from '../model/ids.ts';
import { Marking } from '../model/marking.ts';
import { IN_TIME, RUNG_GROUNDS, RUNG_VERDICTS } from '../model/records/last-resort.ts';
import { LongText } from '../model/value.ts';
import { Outcome } from '../model/vocabulary.ts';
import { JudgementView } from './assessment.ts';
import { At, inCase, RecordRef } from './common.ts';
import { command, query } from './contract.ts';
import { ProofLineView } from './law.ts';

const RungId = z.string().regex(/^(INS|MIT)-\d\d$/);

export const RungView = z.object({
  id: RungId,
  /** Whether the instrument reaches the company; measures have none, they are offered in every deal. */
  applies: Outcome.optional(),
  laws: z.array(z.object({ item: z.string(), scope: z.enum(SCOPES) })),
  lines: z.array(ProofLineView),
  gap: z.enum(GAPS).optional(),
  judged: JudgementView.optional(),
});
export type RungView = z.infer<typeof RungView>;

export const instrumentsContract = {
  /**
   * The ladder of lighter instruments on a day: whether each applies, how it was judged and what keeps it from counting;
   * the market that was asked; and what both suggest for the two legs of the last resort (NEC-01, NEC-02).
   */
  'instruments.get': query(
    inCase.extend({ day: Day, at: At.default({}) }),
    z.object({
      company: RecordRef.nullable(),
      rungs: z.array(RungView),
      market: z.array(JudgementView),
      suggests: z.object({ law: Outcome, market: Outcome }),
      names: z.array(RecordRef),
    }),
  ),
  /** Judges one rung, or several alike, as one change: "not relevant, because" is often true of a whole group. */
  'instruments.judge': command(
    inCase.extend({
      rungs: z
        .array(z.strictObject({ instrument: RungId, base: z.array(OpDigest).max(100) }))
        .min(1)
        .max(100),
      verdict: z.enum(RUNG_VERDICTS),
      ground: z.enum(RUNG_GROUNDS).optional(),
      covers: z.array(z.enum(INTERESTS)).max(10),
      inTime: z.enum(IN_TIME),
      residual: LongText.optional(),
      reason: LongText,
      evidence: z.array(RecordId).max(200),
      marking: Marking,
    }),
    z.object({ records: z.array(RecordId) }),
  ),
} as const;
