import { z } from 'zod';
import { AuthorKey, OpDigest, RecordId } from '../model/ids.ts';
import { Marking } from '../model/marking.ts';
import { CHALLENGE_FINDINGS, CHECK_ITEMS, CHECK_RESULTS } from '../model/records/challenge.ts';
import { LongText } from '../model/value.ts';
import { JudgementView } from './assessment.ts';
import { inCase, inCaseAt, VersionView } from './common.ts';
import { command, query } from './contract.ts';

const LetterId = z.string().regex(/^[A-Z][A-Za-z0-9-]{1,30}$/);
const given = {
  base: z.array(OpDigest).max(100),
  evidence: z.array(RecordId).max(200),
  marking: Marking,
};

export const challengeContract = {
  /** The verdicts that can be challenged, the challenges with whether they count, and both checklists. */
  'challenge.get': query(
    inCaseAt,
    z.object({
      /** The key of who looks: nobody can challenge a verdict of their own. */
      me: AuthorKey,
      verdicts: z.array(
        z.object({
          leaf: LetterId,
          versions: z.array(VersionView),
          signers: z.array(AuthorKey),
          challenges: z.array(
            JudgementView.extend({
              standing: z.enum(['counts', 'ownVerdict', 'earlierVersion', 'noArgument']),
            }),
          ),
        }),
      ),
      checks: z.array(JudgementView.extend({ item: z.enum(CHECK_ITEMS), answered: z.boolean() })),
      missing: z.object({ challenge: z.array(z.string()), selfCheck: z.array(z.string()) }),
    }),
  ),
  /** Challenges a verdict as it is now; one for each person and verdict. `notFound` when there is no verdict. */
  'challenge.give': command(
    inCase.extend({
      ...given,
      leaf: LetterId,
      finding: z.enum(CHALLENGE_FINDINGS),
      argument: LongText,
    }),
    z.object({ record: RecordId }),
  ),
  'challenge.check': command(
    inCase.extend({
      ...given,
      item: z.enum(CHECK_ITEMS),
      result: z.enum(CHECK_RESULTS),
      reason: LongText,
    }),
    z.object({ record: RecordId }),
  ),
} as const;
