import fs from 'node:fs';
import { CSV_LIMITS, type CsvCode, type CsvRow, parseCsv } from '#shared/import/csv.ts';
import { fail, ok, type Result } from '#shared/result.ts';

/** Why a file as a whole cannot be read as a table. */
export type TableFileCode = CsvCode | 'unreadable' | 'encoding';

/** Most rows of a bare file; what is read is held in memory, the text is not. */
const MAX_ROWS = 5_000_000;
const CHUNK_BYTES = 256 * 1024;
/** Longest text that may wait for the end of a row: eight cells of the longest kind. */
const MAX_WAITING = 8 * CSV_LIMITS.cell;
const BREAK = /\r\n|\r|\n/g;

/** One read; a pipe that nobody has written to yet, opened without waiting, is asked again. */
function readSome(fd: number, buffer: Buffer): number {
  for (;;) {
    try {
      return fs.readSync(fd, buffer, 0, buffer.length, null);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

const isSystemError = (error: unknown): boolean => error instanceof Error && 'syscall' in error;

/** The text of a descriptor, piece by piece. @throws TypeError when it is no UTF-8. */
function* textOf(fd: number): Generator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const buffer = Buffer.alloc(CHUNK_BYTES);
  for (let length = readSome(fd, buffer); length > 0; length = readSome(fd, buffer))
    yield decoder.decode(buffer.subarray(0, length), { stream: true });
  yield decoder.decode();
}

const countBreaks = (text: string): number => text.match(BREAK)?.length ?? 0;

/** Where the given line begins, counted from 1; the end of the text when there is no such line. */
function startOfLine(text: string, line: number): number {
  let left = line - 1;
  for (const { index, 0: found } of text.matchAll(BREAK)) if (--left === 0) return index + found.length;
  return text.length;
}

/** Behind the last line break that cannot be the first half of one. */
function lastBreak(text: string): number {
  const end = text.endsWith('\r') ? text.length - 2 : text.length - 1;
  return Math.max(text.lastIndexOf('\n', end), text.lastIndexOf('\r', end)) + 1;
}

/**
 * The rows of a table that comes in pieces, with the lines of the whole. Each piece is read behind the header, so
 * that it has the header's delimiter; a row that is not at its end yet waits for the next piece.
 */
function* rowsOf(
  pieces: Iterable<string>,
  refuse: (code: CsvCode, params: Readonly<Record<string, number>>) => void,
): Generator<CsvRow> {
  let head = '';
  let headLines = 0;
  let linesBefore = 0;
  let waiting = '';
  let count = 0;
  const whole = pieces[Symbol.iterator]();
  for (let last = false; !last; ) {
    const next = whole.next();
    last = next.done === true;
    waiting += next.done ? '' : next.value;
    const end = last ? waiting.length : lastBreak(waiting);
    if (!last && end === 0 && waiting.length <= MAX_WAITING) continue;
    const text = end === 0 ? waiting : waiting.slice(0, end);
    const parsed = parseCsv(head + text);
    const shift = linesBefore - headLines;
    if (!parsed.ok) {
      const { code, params } = parsed.error;
      if (code === 'csvQuoteUnclosed' && !last && waiting.length <= CHUNK_BYTES + MAX_WAITING) continue;
      const { line, limit } = params ?? {};
      return refuse(code, {
        ...(line === undefined ? {} : { line: Number(line) + shift }),
        ...(limit === undefined ? {} : { limit: Number(limit) }),
      });
    }
    if (!last && end === 0)
      return refuse('csvCellTooLong', { line: linesBefore + 1, limit: CSV_LIMITS.cell });
    const rows = parsed.value;
    for (const { line, cells } of head === '' ? rows : rows.slice(1)) {
      if (++count > MAX_ROWS + 1) return refuse('csvTooManyRows', { limit: MAX_ROWS });
      yield { line: line + shift, cells };
    }
    if (head === '' && rows.length > 0) {
      head = text.slice(0, rows[1] === undefined ? text.length : startOfLine(text, rows[1].line));
      headLines = countBreaks(head);
    }
    linesBefore += countBreaks(text);
    waiting = waiting.slice(text.length);
  }
}

function openFile(file: string): Result<number, 'unreadable'> {
  try {
    return ok(file === '-' ? 0 : fs.openSync(file, 'r'));
  } catch {
    return fail('unreadable');
  }
}

/**
 * Reads a table from a file (`-`: standard input) in pieces and without the limit of rows of a case; `read` takes its
 * rows, header first. Fails when the file cannot be read, is no UTF-8 or no table, and when `read` does.
 */
export function readTableFile<T, Code extends string>(
  file: string,
  read: (rows: Iterable<CsvRow>) => Result<T, Code>,
): Result<T, Code | TableFileCode> {
  const fd = openFile(file);
  if (!fd.ok) return fd;
  let broken: Result<never, TableFileCode> | undefined;
  try {
    const rows = rowsOf(textOf(fd.value), (code, params) => {
      broken = fail(code, params);
    });
    const found = read(rows);
    return broken ?? found;
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      return fail('encoding');
    if (isSystemError(error)) return fail('unreadable');
    throw error;
  } finally {
    if (fd.value !== 0) fs.closeSync(fd.value);
  }
}
