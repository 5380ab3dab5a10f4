import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const MAX_BYTES = 1_000_000;
const MAX_FRAMES = 20;
/** `at name (place:line:column)` or `at place:line:column`. */
const FRAME = /^\s+at (?:(?:async )?([\w$.<># ]{1,80}) \()?([^()\n]+?):(\d+):(\d+)\)?$/;
/** Codes of Node and SQLite, such as ENOENT or SQLITE_BUSY: from closed lists, so without content. */
const CODE = /^[A-Z][A-Z0-9_]{2,60}$/;

export type Incident = {
  readonly incident: string;
  readonly time: string;
  /** What was being done: the name of a contract entry or of a part of the shell. */
  readonly where: string;
  readonly error: string;
  readonly code?: string;
  readonly frames: readonly string[];
};

/**
 * The local log of unexpected errors. It keeps the class of an error, its code and the places in our code, never the
 * message: messages quote names, values and paths, and so case content.
 */
export type Incidents = {
  /** Writes it down and gives the number that the user can pass on. */
  readonly record: (where: string, error: unknown) => string;
};

/** The part of an error that is safe to keep. */
export function safePart(error: unknown): Pick<Incident, 'error' | 'code' | 'frames'> {
  if (!(error instanceof Error)) return { error: typeof error, frames: [] };
  // The stack opens with the message, whose own lines could look like frames.
  const opening = error.stack?.indexOf(error.message) ?? -1;
  const calls = (error.stack ?? '').slice(opening < 0 ? 0 : opening + error.message.length);
  const frames = calls.split('\n').flatMap((line) => {
    const [, call, place = '', row, column] = FRAME.exec(line) ?? [];
    if (row === undefined) return [];
    // The base name alone: a path tells who works here.
    return [`${call ?? ''}@${path.basename(place.split(/[?#]/)[0] ?? '')}:${row}:${column}`];
  });
  const code =
    'code' in error && typeof error.code === 'string' && CODE.test(error.code) ? error.code : undefined;
  const name = error.constructor.name || 'Error';
  return { error: name, ...(code === undefined ? {} : { code }), frames: frames.slice(0, MAX_FRAMES) };
}

/** A log of one JSON object a line in `folder`; the previous million bytes are kept beside it, older ones go. */
export function openIncidents(folder: string, now: () => Date = () => new Date()): Incidents {
  const file = path.join(folder, 'incidents.jsonl');
  return {
    record(where, error) {
      const incident = randomBytes(4).toString('hex').toUpperCase();
      const entry: Incident = { incident, time: now().toISOString(), where, ...safePart(error) };
      fs.mkdirSync(folder, { recursive: true });
      const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
      if (size > MAX_BYTES) fs.renameSync(file, path.join(folder, 'incidents.previous.jsonl'));
      fs.appendFileSync(file, `${JSON.stringify(entry)}\n`, { mode: 0o600 });
      return incident;
    },
  };
}
