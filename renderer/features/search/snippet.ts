import { TEXTS } from '#shared/i18n/index.ts';
import { PROPERTIES } from '#shared/model/properties.ts';

/** A piece of a snippet; `hit` is what the search matched, `start` its place. */
export type Piece = { readonly text: string; readonly hit: boolean; readonly start: number };

/** Control characters that the store puts around the words it found. */
const START = '\u0002';
const END = '\u0003';

function pieces(text: string, offset: number): Piece[] {
  const found: Piece[] = [];
  let at = offset;
  for (const part of text.split(START)) {
    const end = part.indexOf(END);
    if (end >= 0) found.push({ text: part.slice(0, end), hit: true, start: at });
    const rest = part.slice(end + 1);
    if (rest !== '') found.push({ text: rest, hit: false, start: at + end + 1 });
    at += part.length + 1;
  }
  return found;
}

/** Words of the model's closed lists: in the store they are codes, which say nothing to a reader. */
const CODES = new Set([
  ...Object.values(TEXTS.en.words).flatMap((list) => Object.keys(list)),
  ...Object.keys(TEXTS.en.model.valueKind),
  ...PROPERTIES.map(({ id }) => id),
]);
/** Codes of languages and states, and dates: true of too many records to explain why this one was found. */
const COMMON = /^([A-Za-z]{2}|\d{4}(-\d\d){0,2})$/;

export const plain = (line: readonly Piece[]): string => line.map(({ text }) => text).join('');

/**
 * The lines of a snippet (one for each member of the record) as pieces, without codes that nobody typed. They are shown
 * as text, so nothing in a case can become markup.
 */
export function lines(snippet: string): Piece[][] {
  let at = 0;
  const found: Piece[][] = [];
  for (const line of snippet.split('\n')) {
    const parts = pieces(line, at);
    at += line.length + 1;
    const text = plain(parts).replaceAll('…', '').trim();
    const code = CODES.has(text) || COMMON.test(text) || text === '';
    if (!code || parts.some(({ hit }) => hit)) found.push(parts);
  }
  return found;
}
