import { z } from 'zod';
import type { INTENT_ACTIONS } from '../log/change.ts';
import { LogId, OpDigest, RecordId } from '../model/ids.ts';
import { Marking } from '../model/marking.ts';
import { RecordTypeName } from '../model/records.ts';
import { At, ChangeSummary, inCase, RecordRef, VersionView } from './common.ts';
import { command, query } from './contract.ts';

/**
 * One record to write. `record` null makes a new one. `base` holds the live versions that the person saw; when others
 * are live by now the whole command is refused as `stale` and nothing is written (peers' pain 6).
 */
export const Put = z.strictObject({
  record: RecordId.nullable(),
  type: RecordTypeName,
  base: z.array(OpDigest).max(100),
  body: z.record(z.string(), z.json()),
  marking: Marking,
});

export const recordsContract = {
  'records.put': command(
    z.strictObject({
      logId: LogId,
      action: z.enum(['create', 'edit', 'resolve'] satisfies (typeof INTENT_ACTIONS)[number][]),
      puts: z.array(Put).min(1).max(10_000),
    }),
    z.object({ records: z.array(RecordId) }),
    { maxBytes: 20_000_000 },
  ),
  /** Withdraws records; claims about them and relations to them become findings, they are not removed silently. */
  'records.withdraw': command(
    z.strictObject({
      logId: LogId,
      records: z
        .array(z.strictObject({ record: RecordId, base: z.array(OpDigest).min(1).max(100) }))
        .min(1)
        .max(10_000),
    }),
    z.object({}),
  ),
  'records.get': query(inCase.extend({ record: RecordId, at: At.default({}) }), z.array(VersionView)),
  'records.list': query(
    inCase.extend({ types: z.array(RecordTypeName).min(1), at: At.default({}) }),
    z.array(VersionView.extend({ label: z.string(), conflict: z.boolean() })),
  ),
  /** All versions of one record, oldest first, with the change that made each. */
  'records.versions': query(
    inCase.extend({ record: RecordId }),
    z.array(
      z.object({
        digest: OpDigest,
        marking: Marking,
        body: z.record(z.string(), z.json()).nullable(),
        base: z.array(OpDigest),
        live: z.boolean(),
        change: ChangeSummary,
      }),
    ),
  ),
  /** Full-text search over one case, or over all cases of the vault. */
  'records.search': query(
    z.strictObject({
      text: z.string().trim().min(1).max(200),
      logId: LogId.nullable(),
      limit: z.int().min(1).max(200).default(50),
    }),
    z.array(
      z.object({
        logId: LogId,
        caseTitle: z.string(),
        ref: RecordRef,
        about: RecordRef.optional(),
        snippet: z.string(),
      }),
    ),
  ),
  /** Conflicts and broken references of the case: what a merge or a withdrawal left to settle. */
  'records.findings': query(
    inCase,
    z.object({
      conflicts: z.array(z.object({ ref: RecordRef, versions: z.array(VersionView) })),
      dangling: z.array(z.object({ ref: RecordRef, member: z.string(), missing: RecordId })),
      unknownTypes: z.array(z.object({ type: z.string(), count: z.int() })),
    }),
  ),
} as const;
