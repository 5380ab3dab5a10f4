import type { z } from 'zod';
import type { Json } from '../model/canonical.ts';
import { type AuthorKey, type LogId, type RecordId, slotId } from '../model/ids.ts';
import { Marking } from '../model/marking.ts';
import { RECORDS, type RecordType } from '../model/records.ts';
import { isRefusalCode, type Refusal, type RefusalCode } from './refusal.ts';

export type Body = { readonly [key: string]: Json };

/** A pointer from a row to another row, by key. `to` are the types it may point at. */
export type Reference = { readonly field: string; readonly key: string; readonly to: readonly RecordType[] };

/** A row that is well formed in itself; whether its references hold is not known yet. */
export type Draft = {
  readonly file: string;
  readonly line: number;
  readonly key: string;
  readonly record: RecordId;
  readonly type: RecordType;
  readonly marking: Marking;
  readonly body: Body;
  readonly references: readonly Reference[];
  /** Name of the file in `attachments/`, for an attachment. */
  readonly attached?: string;
};

/** What the rows of a file came to: drafts, refusals, and the keys of refused rows so that pointers can say why. */
export type Drafts = {
  readonly drafts: readonly Draft[];
  readonly refused: readonly Refusal[];
  readonly refusedKeys: readonly string[];
};

/**
 * What the folder is imported into. `attachments` are the paths, relative to the folder and with `/`, of the files
 * that are really there.
 */
export type ImportContext = {
  readonly logId: LogId;
  readonly author: AuthorKey;
  readonly attachments: ReadonlySet<string>;
};

const KEY = /^[A-Za-z][A-Za-z0-9._-]{0,79}$/;
export const isKey = (key: string): boolean => KEY.test(key);

/** Id of the row with that key: the same key in the same case is the same record, however often it is imported. */
export const idOfKey = (logId: LogId, key: string): RecordId => slotId(logId, `import:${key}`);

type Problem = Omit<Refusal, 'file' | 'line'>;

const problem = (issue: z.core.$ZodIssue): Problem => {
  const field = issue.path.map(String).join('.');
  const named = (code: RefusalCode, params?: Refusal['params']): Problem => ({
    ...(field === '' ? {} : { field }),
    code,
    ...(params ? { params } : {}),
  });
  if (isRefusalCode(issue.message)) return named(issue.message);
  if (issue.code === 'invalid_value') {
    return named('fieldNotInList', { expected: issue.values.map(String).join(', ') });
  }
  if (issue.code === 'too_big') return named('fieldTooLong', { limit: Number(issue.maximum) });
  if (issue.code === 'unrecognized_keys') return { field: issue.keys.join(', '), code: 'fieldUnknown' };
  return named(issue.code === 'invalid_type' && issue.input === undefined ? 'fieldMissing' : 'fieldInvalid');
};

/** Size and hash of an attachment are known only when its bytes are read, so a row is checked without them. */
const AttachmentRow = RECORDS.attachment.body.omit({ size: true, hash: true });

/** The body as the schema of its type has it, or every problem with it. */
export function checkBody(
  type: RecordType,
  candidate: Readonly<Record<string, unknown>>,
): { readonly body: Body } | { readonly problems: readonly Problem[] } {
  const broken = Object.entries(candidate).find(
    ([, cell]) => typeof cell === 'string' && !cell.isWellFormed(),
  );
  if (broken) return { problems: [{ field: broken[0], code: 'fieldInvalid' }] };
  const schema: z.ZodType = type === 'attachment' ? AttachmentRow : RECORDS[type].body;
  const parsed = schema.safeParse(candidate, { reportInput: true });
  if (parsed.success) return { body: parsed.data as Body };
  return { problems: parsed.error.issues.map(problem) };
}

/** The marking of a row; none is `open`. */
export function readMarking(cell: unknown): { readonly marking: Marking } | { readonly problem: Problem } {
  const parsed = Marking.safeParse(cell === undefined || cell === '' ? 'open' : cell);
  return parsed.success
    ? { marking: parsed.data }
    : {
        problem: {
          field: 'marking',
          code: 'fieldNotInList',
          params: { expected: Marking.options.join(', ') },
        },
      };
}
