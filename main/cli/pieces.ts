import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';

export type Cell = string | number | boolean | null;

const PIECE = 64 * 1024;

/** Standard output in pieces; waits for whoever reads it, so that what is not read yet stays small. */
export async function writeAll(pieces: Iterable<string>): Promise<void> {
  let waiting = '';
  const flush = async (): Promise<void> => {
    if (waiting !== '' && !process.stdout.write(waiting)) await once(process.stdout, 'drain');
    waiting = '';
    // A file never lets us wait, and without a turn for others nobody could stop a long answer.
    await setImmediate();
  };
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length > PIECE) await flush();
  }
  await flush();
}

/** A JSON list, an item on each line. */
export function* jsonList(items: Iterable<object>): Generator<string> {
  yield '[';
  let separator = '\n';
  for (const item of items) {
    yield `${separator}${JSON.stringify(item)}`;
    separator = ',\n';
  }
  yield '\n]';
}

/** A JSON object whose lists may be long: each is written while it is made. */
export function* jsonObject(parts: Readonly<Record<string, unknown>>): Generator<string> {
  let separator = '{\n';
  for (const [key, value] of Object.entries(parts)) {
    yield `${separator}${JSON.stringify(key)}: `;
    if (isGenerator(value)) yield* jsonList(value);
    else yield JSON.stringify(value);
    separator = ',\n';
  }
  yield '\n}\n';
}

const isGenerator = (value: unknown): value is Iterable<object> =>
  typeof value === 'object' && value !== null && 'next' in value && Symbol.iterator in value;

/** RFC 4180; what is not known is an empty cell. */
const csvCell = (cell: Cell): string => {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\n`;
