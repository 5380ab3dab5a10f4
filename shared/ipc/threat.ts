import { z } from 'zod';
import { RecordId } from '../model/ids.ts';
import { Marking } from '../model/marking.ts';
import { MATRIX_MARKS, MATRIX_WEIGHTS, STANDARD_HYPOTHESES, YARDSTICK_IDS } from '../model/records/threat.ts';
import { JudgementView } from './assessment.ts';
import { inCase, inCaseAt, RecordRef, VersionView } from './common.ts';
import { command, query } from './contract.ts';

/** A hypothesis by its standard id or its record. */
const HypothesisKey = z.union([z.enum(STANDARD_HYPOTHESES), RecordId]);

const MatrixRowView = z.object({
  record: RecordId,
  versions: z.array(VersionView),
  /** What the row is about; absent for a remark, and for evidence that is not known here. */
  evidence: RecordRef.optional(),
  cells: z.array(z.enum([...MATRIX_MARKS, 'conflict']).nullable()),
  conflict: z.boolean(),
  diagnosticity: z.enum(['some', 'none', 'open']),
  linchpin: z.boolean(),
});

export const threatContract = {
  /** What is said of investor, company and rights, and the matrix of hypotheses with what follows from it. */
  'threat.get': query(
    inCaseAt,
    z.object({
      yardstick: z.object({
        id: z.enum(YARDSTICK_IDS),
        /** Nobody chose it. */
        standard: z.boolean(),
        versions: z.array(VersionView),
      }),
      appraisals: z.array(JudgementView),
      hypotheses: z.array(
        z.object({
          key: HypothesisKey,
          standard: z.enum(STANDARD_HYPOTHESES).optional(),
          record: RecordId.optional(),
          title: z.string().optional(),
          note: z.string().optional(),
          conflict: z.boolean(),
          versions: z.array(VersionView),
        }),
      ),
      rows: z.array(MatrixRowView),
      scores: z.array(z.number().nullable()),
      ranking: z.array(z.int()),
    }),
  ),
  /**
   * Marks cells of one row, or changes its weights, as one step. The rest of the row stays as it is, whatever was
   * written meanwhile; a row whose versions disagree is refused as `stale` until it is settled.
   */
  'threat.mark': command(
    inCase.extend({
      row: RecordId,
      marks: z
        .array(z.strictObject({ key: HypothesisKey, mark: z.enum(MATRIX_MARKS).nullable() }))
        .max(40)
        .default([]),
      credibility: z.enum(MATRIX_WEIGHTS).optional(),
      relevance: z.enum(MATRIX_WEIGHTS).optional(),
    }),
    z.object({ record: RecordId }),
  ),
  /** Adds rows for evidence of the case; evidence that has a row already is passed over. */
  'threat.addRows': command(
    inCase.extend({ evidence: z.array(RecordId).min(1).max(200), marking: Marking }),
    z.object({ records: z.array(RecordId) }),
  ),
} as const;
