import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { publicHexOf, signBytes, signingKeyOf } from '#main/bundle/ed25519.ts';
import { type Author, changeId } from '#shared/log/change.ts';
import { type DraftOp, sealChange } from '#shared/log/draft.ts';
import { digestOp } from '#shared/log/op.ts';
import { heads, type LogEntry, type LogState, liveVersions, stateOf } from '#shared/log/state.ts';
import type { AuthorKey, LogId, OpDigest, RecordId } from '#shared/model/ids.ts';

export const LOG = '11111111-1111-4111-8111-111111111111' as LogId;

const recordId = (n: number): RecordId =>
  `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as RecordId;

/** People with real keys, made from their number. */
export const people = [1, 2, 3].map((n) => {
  const key = signingKeyOf(createHash('sha256').update(`person ${n}`).digest());
  const author: Author = { key: publicHexOf(key) as AuthorKey, name: `Persoon ${n}`, department: 'EZ' };
  return { author, sign: (bytes: Uint8Array) => Buffer.from(signBytes(bytes, key)).toString('hex') };
});

/** One thing that somebody does on their own copy, or a copy that they take from a colleague. */
type Step =
  | { readonly kind: 'write'; readonly who: number; readonly record: number; readonly text: string }
  | { readonly kind: 'withdraw'; readonly who: number; readonly record: number }
  | { readonly kind: 'take'; readonly who: number; readonly from: number };

const who = fc.integer({ min: 0, max: 2 });
const record = fc.integer({ min: 1, max: 4 });
export const steps = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('write' as const),
        who,
        record,
        text: fc.string({ maxLength: 8 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), who, record }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('take' as const), who, from: who }) },
  ),
  { maxLength: 24 },
);

let tick = 0;
const instant = (): string => new Date(Date.UTC(2026, 0, 1) + tick++ * 1000).toISOString();

/** Appends what a person does to the log as they know it; bodies are notes. */
export function act(
  entries: LogEntry[],
  person: number,
  ops: (live: (record: number) => OpDigest[]) => DraftOp[],
): LogEntry {
  const state = stateOf(entries);
  const live = liveVersions(state);
  const { author, sign } = people[person] as (typeof people)[number];
  const entry = sealChange(
    {
      log: LOG,
      parents: heads(state),
      intent: { action: 'edit' },
      ops: ops((n) => live.get(recordId(n)) ?? []),
    },
    {
      author,
      time: instant() as never,
      salt: () => createHash('sha256').update(`salt ${tick++}`).digest('hex').slice(0, 32),
      sign,
    },
  );
  entries.push(entry);
  return entry;
}

export const note = (n: number, base: OpDigest[], text: string | null): DraftOp => ({
  record: recordId(n),
  type: 'note',
  base,
  marking: 'open',
  body: text === null ? null : { text: `n${text}` },
});

/** Plays steps on three copies; answers each person's entries, in the order in which they learnt them. */
export function play(script: readonly Step[]): LogEntry[][] {
  const copies: LogEntry[][] = [[], [], []];
  for (const step of script) {
    const own = copies[step.who] as LogEntry[];
    if (step.kind === 'take') {
      const known = new Set(own.map(({ change }) => changeId(change.header)));
      own.push(
        ...(copies[step.from] as LogEntry[]).filter(({ change }) => !known.has(changeId(change.header))),
      );
    } else
      act(own, step.who, (live) => [
        note(step.record, live(step.record), step.kind === 'write' ? step.text : null),
      ]);
  }
  return copies;
}

/** A state as something that can be compared: every id and every digest. */
export const contentsOf = (state: LogState): unknown => ({
  changes: [...state.changes.keys()].sort(),
  ops: [...state.ops].map(([digest, op]) => [digest, digestOp(op)]).sort(),
  live: [...liveVersions(state)].sort(),
});
