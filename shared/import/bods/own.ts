import { z } from 'zod';
import { canonicalBytes, sha256Hex } from '../../model/canonical.ts';
import { RecordId } from '../../model/ids.ts';
import { Marking } from '../../model/marking.ts';
import { RecordTypeName } from '../../model/records.ts';
import { membersOf } from './schema.ts';

/** Name of the member by which an annotation of ours is known; the standard allows members of one's own there. */
export const OWN_MEMBER = 'waarborg';

const OwnRecord = z.object({
  record: RecordId,
  type: RecordTypeName,
  marking: Marking,
  body: z.custom<Readonly<Record<string, unknown>>>((value) => membersOf(value) !== undefined),
});
export type OwnRecord = z.infer<typeof OwnRecord>;
const Own = z.object({ version: z.literal(1), records: z.array(OwnRecord).min(1).max(20_000) });

/**
 * Id of a statement that we write: the digest of all the rest of it, annotation and all. Whoever changes a word of the
 * statement afterwards breaks it, so that an annotation never speaks against its own statement.
 */
export function ownStatementId(statement: Readonly<Record<string, unknown>>): string {
  const rest = Object.fromEntries(Object.entries(statement).filter(([name]) => name !== 'statementId'));
  return sha256Hex(canonicalBytes(rest));
}

/** What a statement of our own making carries. */
export type OwnContent = {
  readonly records: readonly OwnRecord[];
  /** The party or relation that the statement is about. */
  readonly main: OwnRecord;
  /** False when a word of the statement was changed since: then it counts for what it says, not for what it carries. */
  readonly intact: boolean;
};

/** What we put into a statement when we wrote it. Undefined for a statement of anybody else. */
export function ownContent(raw: Readonly<Record<string, unknown>>): OwnContent | undefined {
  const annotations: readonly unknown[] = Array.isArray(raw.annotations) ? raw.annotations : [];
  const own = annotations
    .map((annotation) => membersOf(annotation)?.[OWN_MEMBER])
    .find((member) => member !== undefined);
  if (own === undefined) return undefined;
  const parsed = Own.safeParse(own);
  const records = parsed.success ? parsed.data.records : [];
  const main = records.find(({ record }) => record === raw.recordId);
  return main && { records, main, intact: raw.statementId === ownStatementId(raw) };
}
