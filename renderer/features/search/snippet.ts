/** A piece of a snippet; `hit` is what the search matched. */
export type Piece = { readonly text: string; readonly hit: boolean; readonly start: number };

/** Control characters that the store puts around the words it found. */
const START = '\u0002';
const END = '\u0003';

/** The pieces of a snippet in order. They are shown as text, so nothing in a case can become markup. */
export function pieces(snippet: string): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const part of snippet.split(START)) {
    const end = part.indexOf(END);
    if (end >= 0) found.push({ text: part.slice(0, end), hit: true, start: at });
    const rest = part.slice(end + 1);
    if (rest !== '') found.push({ text: rest, hit: false, start: at + end + 1 });
    at += part.length + 1;
  }
  return found;
}
