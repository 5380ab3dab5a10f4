import type { TableOptions } from '#shared/import/table/mapping.ts';
import { bytesOf, type FileSource } from './bytes.ts';
import { refusedFile } from './failure.ts';

export type Encoding = NonNullable<TableOptions['encoding']>;

const BOMS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Bytes that no text of one byte a character has: they tell a picture or an archive from a table. */
const isBinary = (bytes: Uint8Array): boolean => bytes.includes(0);

/**
 * How a file spells its text: by its byte order mark; else UTF-8 when all of it is; else Windows-1252, the code page of
 * old Dutch exports. The whole file is looked at, because one é may come late.
 * @throws ImportFailure `notText`
 */
export async function encodingOf(source: FileSource, onRead: (bytes: number) => void): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let first = true;
  let utf8 = true;
  for await (const piece of bytesOf(source, onRead)) {
    if (first) {
      const [marked] = BOMS.find(([, mark]) => mark.every((byte, i) => piece[i] === byte)) ?? [];
      if (marked !== undefined) return marked;
      first = false;
    }
    if (isBinary(piece)) throw refusedFile('notText');
    if (!utf8) continue;
    try {
      decoder.decode(piece, { stream: true });
    } catch {
      utf8 = false;
    }
  }
  if (!utf8) return 'windows-1252';
  try {
    decoder.decode();
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/**
 * The text of a file piece by piece, without its byte order mark.
 * @throws ImportFailure `encodingWrong` where the bytes are not in this encoding
 */
export async function* textOf(
  source: FileSource,
  encoding: Encoding,
  onRead: (bytes: number) => void,
): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (piece?: Uint8Array): string => {
    try {
      return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
    } catch {
      throw refusedFile('encodingWrong', { encoding });
    }
  };
  for await (const piece of bytesOf(source, onRead)) yield decode(piece);
  const rest = decode();
  if (rest !== '') yield rest;
}

/** The first part of the text of a file, and whether that is all of it. */
export async function headText(
  source: FileSource,
  encoding: Encoding,
  characters: number,
): Promise<{ readonly text: string; readonly whole: boolean }> {
  let text = '';
  for await (const piece of textOf(source, encoding, () => undefined)) {
    text += piece;
    if (text.length > characters) return { text: text.slice(0, characters), whole: false };
  }
  return { text, whole: true };
}
