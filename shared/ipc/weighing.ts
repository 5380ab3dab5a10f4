import { z } from 'zod';
import { OpDigest, RecordId } from '../model/ids.ts';
import { Marking } from '../model/marking.ts';
import { RUNG_VERDICTS } from '../model/records/last-resort.ts';
import { WEIGHING_PARTS } from '../model/records/weighing.ts';
import { LongText } from '../model/value.ts';
import { JudgementView } from './assessment.ts';
import { inCase, inCaseAt, VersionView } from './common.ts';
import { command, query } from './contract.ts';

export const weighingContract = {
  /**
   * The weighing as written, and what is not in `assessment.get` of what it builds on: the appraisals, and how many
   * rungs of the ladder have which verdict.
   */
  'weighing.get': query(
    inCaseAt,
    z.object({
      parts: z.array(JudgementView.extend({ part: z.enum(WEIGHING_PARTS) })),
      appraisals: z.array(VersionView),
      rungs: z.record(z.enum([...RUNG_VERDICTS, 'empty']), z.int()),
    }),
  ),
  'weighing.write': command(
    inCase.extend({
      part: z.enum(WEIGHING_PARTS),
      base: z.array(OpDigest).max(100),
      argument: LongText,
      evidence: z.array(RecordId).max(200),
      marking: Marking,
    }),
    z.object({ record: RecordId }),
  ),
} as const;
