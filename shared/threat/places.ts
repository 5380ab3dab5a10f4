import { type LogId, type RecordId, slotId } from '../model/ids.ts';

/**
 * Records with a fixed place, so that two departments that fill the same place meet as one conflict: the yardstick of
 * the case, the answer to a criterion, what became of a standard hypothesis, the row of one piece of evidence.
 */
export const yardstickPlace = (log: LogId): RecordId => slotId(log, 'yardstick');
export const criterionPlace = (log: LogId, criterion: string): RecordId =>
  slotId(log, `appraisal:${criterion}`);
export const hypothesisPlace = (log: LogId, standard: string): RecordId =>
  slotId(log, `hypothesis:${standard}`);
export const rowPlace = (log: LogId, evidence: RecordId): RecordId => slotId(log, `matrix:${evidence}`);
