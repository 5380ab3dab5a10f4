import { z } from 'zod';

/**
 * One entry of the bridge between the face and the shell (also served by the CLI). Five kinds:
 * - `query`: gets a read-only handle of the open vault;
 * - `command`: gets a write handle inside one transaction, appends at most one change;
 * - `job`: gathers in main, computes on a worker with progress and cancel, saves in main;
 * - `action`: acts on the shell itself (vault, dialogs, settings), no transaction is opened for it;
 * - `event`: main tells the face; `input` is what it carries, nothing is answered.
 */
export type EntryKind = 'query' | 'command' | 'job' | 'action' | 'event';

export type Entry<
  Kind extends EntryKind = EntryKind,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> = {
  readonly kind: Kind;
  readonly input: Input;
  readonly output: Output;
  /** Largest serialised input, in bytes; above it the call is refused unread. */
  readonly maxBytes: number;
};

const DEFAULT_MAX_BYTES = 1_000_000;

const entry =
  <Kind extends EntryKind>(kind: Kind) =>
  <Input extends z.ZodType, Output extends z.ZodType>(
    input: Input,
    output: Output,
    limits?: { maxBytes: number },
  ): Entry<Kind, Input, Output> => ({ kind, input, output, maxBytes: limits?.maxBytes ?? DEFAULT_MAX_BYTES });

export const query = entry('query');
export const command = entry('command');
export const job = entry('job');
export const action = entry('action');
export const event = <Input extends z.ZodType>(input: Input): Entry<'event', Input, z.ZodVoid> =>
  entry('event')(input, z.void());

/** Input of an entry that takes nothing. Strict: an extra key is refused. */
export const nothing = z.strictObject({});

export type InputOf<E> = E extends Entry<EntryKind, infer I, z.ZodType> ? z.infer<I> : never;
export type OutputOf<E> = E extends Entry<EntryKind, z.ZodType, infer O> ? z.infer<O> : never;

/** The closed list of error codes that can cross the bridge; each has a text in `i18n` in both languages. */
export const ERROR_CODES = [
  // bridge
  'badInput',
  'tooLarge',
  'notAllowed',
  'internal',
  'cancelled',
  'busy',
  // vault
  'locked',
  'alreadyOpen',
  'wrongCredential',
  'vaultMissing',
  'vaultExists',
  'vaultDamaged',
  'vaultHeaderTampered',
  'vaultFromFuture',
  'vaultInUse',
  'migrationFailed',
  'weakPassphrase',
  'vaultRolledBack',
  // cases and records
  'notFound',
  'stale',
  'invalidRecord',
  'danglingReference',
  'nothingToUndo',
  'nothingToRedo',
  'revertBlocked',
  'caseExists',
  'notReady',
  'aboveCeiling',
  // files, import, bundles, documents
  'fileUnreadable',
  'fileTooLarge',
  'fileExists',
  'notWritable',
  'importRefused',
  'bundleRefused',
  'documentFailed',
  'attachmentDamaged',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** What every call answers. `incident` is set for `internal`: the number to look up in the local log. */
export const resultOf = <Output extends z.ZodType>(output: Output) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value: output }),
    z.object({
      ok: z.literal(false),
      error: z.object({
        code: z.enum(ERROR_CODES),
        params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
        incident: z.string().optional(),
      }),
    }),
  ]);
