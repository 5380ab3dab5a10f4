import { z } from 'zod';
import { INTENT_ACTIONS } from '../log/change.ts';
import { Day, Instant } from '../model/dates.ts';
import { AuthorKey, ChangeId, RecordId } from '../model/ids.ts';
import { ChangeSummary, inCase, RecordRef } from './common.ts';
import { job, query } from './contract.ts';

/** What one change did to one record; `fields` has the members that differ, as JSON text cut for show. */
export const HistoryItem = z.object({
  ref: RecordRef,
  /** What the record is about, for a claim: its subject. */
  about: RecordRef.optional(),
  what: z.enum(['created', 'changed', 'withdrawn', 'restored']),
  fields: z.array(z.object({ field: z.string(), before: z.json().optional(), after: z.json().optional() })),
});
export type HistoryItem = z.infer<typeof HistoryItem>;

export const HistoryEntry = ChangeSummary.extend({
  seq: z.int(),
  receivedAt: Instant,
  own: z.boolean(),
  /** Change that took this one back, if any. */
  revertedBy: ChangeId.optional(),
  items: z.array(HistoryItem),
  /** Items beyond the first hundred, not listed. */
  moreItems: z.int(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** Undo, redo and revert are jobs: taking back a large import takes a while, and may be stopped. */
export const historyContract = {
  'history.list': query(
    inCase.extend({
      author: AuthorKey.optional(),
      record: RecordId.optional(),
      action: z.enum(INTENT_ACTIONS).optional(),
      from: Day.optional(),
      to: Day.optional(),
      /** Entries with a lower sequence number than this. */
      before: z.int().optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    z.object({
      entries: z.array(HistoryEntry),
      more: z.boolean(),
      authors: z.array(z.object({ key: AuthorKey, name: z.string(), department: z.string() })),
    }),
  ),
  /** What the undo and redo buttons would take back and bring back. */
  'history.next': query(inCase, z.object({ undo: ChangeSummary.nullable(), redo: ChangeSummary.nullable() })),
  'history.undo': job(inCase, z.object({ change: ChangeId })),
  'history.redo': job(inCase, z.object({ change: ChangeId })),
  /** Takes back any change, also an old one, where later edits of other fields can stand. */
  'history.revert': job(inCase.extend({ change: ChangeId }), z.object({ change: ChangeId })),
  'history.verify': query(
    inCase,
    z.object({
      changes: z.int(),
      ops: z.int(),
      withheld: z.int(),
      findings: z.array(z.object({ code: z.string(), where: z.string() })),
    }),
  ),
} as const;
