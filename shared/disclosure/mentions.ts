import { labelOf, searchText } from '../model/label.ts';
import type { RecordType } from '../model/records.ts';
import type { Held } from './ceiling.ts';

type Typed = Held & { readonly type: RecordType; readonly body: NonNullable<Held['body']> };

/** Names shorter than this occur in any text. */
const SHORTEST = 4;
const WORD = /[\p{L}\p{N}]/u;

/** Whether a name stands in a text as words of its own. Both in lower case. */
function stands(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + name.length] ?? ' ';
    if (!WORD.test(before) && !WORD.test(after)) return true;
  }
  return false;
}

const namesOf = (versions: readonly Typed[]): ReadonlySet<string> =>
  new Set(
    versions.flatMap(({ type, body }) =>
      typeof (body.name ?? body.title) === 'string' ? [labelOf(type, body).trim().toLowerCase()] : [],
    ),
  );

/**
 * What goes and yet names, in its own words, something that stays behind. The marking of a text is its author's, so
 * nothing is held back for it; the sender is told, and decides. Names that something that goes has too are no trace.
 */
export function namesWithheld<T extends Typed>(going: readonly T[], staying: readonly T[]): readonly T[] {
  const free = namesOf(going);
  const names = [...namesOf(staying)].filter((name) => name.length >= SHORTEST && !free.has(name));
  if (names.length === 0) return [];
  return going.filter(({ body }) => {
    const text = searchText(body).toLowerCase();
    return names.some((name) => stands(text, name));
  });
}
