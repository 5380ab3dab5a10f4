import { z } from 'zod';
import { Instant } from '../model/dates.ts';
import { LogId, OpDigest } from '../model/ids.ts';
import { Marking } from '../model/marking.ts';
import { LongText, ShortText } from '../model/value.ts';
import { CASE_STATUSES, DEPARTMENTS, TRIGGERS } from '../model/vocabulary.ts';
import { inCase, inCaseAt, VersionView } from './common.ts';
import { command, job, nothing, query } from './contract.ts';

export const CaseRow = z.object({
  logId: LogId,
  title: z.string(),
  reference: z.string().optional(),
  status: z.enum(CASE_STATUSES),
  leadDepartment: z.enum(DEPARTMENTS),
  trigger: z.enum(TRIGGERS),
  archived: z.boolean(),
  /** High-water mark over all that the case holds. */
  marking: Marking,
  changedAt: Instant,
  changedBy: z.string(),
  records: z.int(),
  conflicts: z.int(),
});
export type CaseRow = z.infer<typeof CaseRow>;

export const casesContract = {
  'cases.list': query(z.strictObject({ archived: z.boolean() }), z.array(CaseRow)),
  'cases.create': command(
    z.strictObject({
      title: ShortText,
      reference: z.string().trim().max(60).optional(),
      leadDepartment: z.enum(DEPARTMENTS),
      trigger: z.enum(TRIGGERS),
      triggerText: LongText.optional(),
      companyName: ShortText.optional(),
      marking: Marking,
    }),
    z.object({ logId: LogId }),
  ),
  /** The case's own record (live versions) and what the case holds. */
  'cases.get': query(
    inCaseAt,
    z.object({
      row: CaseRow,
      versions: z.array(VersionView),
      counts: z.object({
        entities: z.int(),
        relations: z.int(),
        claims: z.int(),
        sources: z.int(),
        attachments: z.int(),
        /** Claims that are not an assumption and have neither source nor basis. */
        unsourced: z.int(),
        /** Claims that say that a fact is unknown or undisclosed. */
        missing: z.int(),
        /** Subject and property pairs on which live claims disagree. */
        disputed: z.int(),
        conflicts: z.int(),
        withheld: z.int(),
      }),
    }),
  ),
  'cases.rename': command(inCase.extend({ base: z.array(OpDigest), title: ShortText }), z.object({})),
  'cases.archive': command(inCase.extend({ base: z.array(OpDigest), archived: z.boolean() }), z.object({})),
  /** Imports the sample case that ships with the app; a second time it opens the one that is there. */
  'cases.openSample': job(nothing, z.object({ logId: LogId, created: z.boolean() })),
} as const;
