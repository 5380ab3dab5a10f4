import { z } from 'zod';
import { Author, Intent } from '../log/change.ts';
import { Day, Instant } from '../model/dates.ts';
import { ChangeId, LogId, OpDigest, RecordId } from '../model/ids.ts';
import { Marking } from '../model/marking.ts';
import { RecordTypeName } from '../model/records.ts';

/**
 * From where in time a case is looked at: `validAt` is the day in the world, `knownAt` the instant in our knowledge.
 * Absent: no filter on validity, and all that is known now.
 */
export const At = z.strictObject({ validAt: Day.optional(), knownAt: Instant.optional() });
export type At = z.infer<typeof At>;

export const inCase = z.strictObject({ logId: LogId });
export const inCaseAt = z.strictObject({ logId: LogId, at: At.default({}) });

/** One live version of a record, with who made it and when. Several for one record are a conflict. */
export const VersionView = z.object({
  record: RecordId,
  type: RecordTypeName,
  digest: OpDigest,
  marking: Marking,
  body: z.record(z.string(), z.json()),
  change: ChangeId,
  author: Author,
  time: Instant,
});
export type VersionView = z.infer<typeof VersionView>;

/** Enough of a record to name it on a screen. `label` is its name, title or first words. */
export const RecordRef = z.object({
  record: RecordId,
  type: RecordTypeName,
  label: z.string(),
  marking: Marking,
});
export type RecordRef = z.infer<typeof RecordRef>;

/** A change as the history and the undo buttons show it. */
export const ChangeSummary = z.object({
  id: ChangeId,
  author: Author,
  time: Instant,
  intent: Intent,
  /** Number of records touched by type, for the words. */
  touched: z.array(z.object({ type: z.string(), count: z.int() })),
  /** The one record, when there is just one. */
  only: RecordRef.optional(),
  withheld: z.int(),
});
export type ChangeSummary = z.infer<typeof ChangeSummary>;
