import { type FoldedText, foldedWords, isUnspaced } from './folded.ts';

const EDGE = String.raw`[\p{L}\p{N}]`;
const GAP = String.raw`[^\p{L}\p{N}]{1,3}`;
/** By how many letters patterns are told apart before they are tried. */
const HEAD = 3;

/**
 * One way to write a name, as a regular expression over folded text. `words`: the words that are looked for. `capital`:
 * only where the original begins with one, for short forms that may be words too.
 */
export type Pattern = {
  readonly source: string;
  readonly words: readonly string[];
  readonly capital?: boolean;
};

export const lengthOf = ({ words }: Pattern): number => words.join('').length;

/**
 * Words behind each other, with whatever stands between them: "S.à r.l." is also "S à RL". `ending` is what may follow
 * the last word within it; a name ends at the edge of a word, with a genitive's s at most.
 */
export function patternOf(words: readonly string[], ending = "(?:'?s)?"): Pattern | undefined {
  const last = words.at(-1)?.at(-1);
  if (last === undefined) return undefined;
  const after = isUnspaced(last) ? '' : `${ending}(?!${EDGE})`;
  return { source: `${words.join(GAP)}${after}`, words };
}

/** A name as it is written; the full stop of a legal form at its end goes with it. */
export function patternOfName(name: string): Pattern | undefined {
  const pattern = patternOf(foldedWords(name));
  return pattern && name.trim().endsWith('.') ? { ...pattern, source: `${pattern.source}\\.?` } : pattern;
}

/** A stretch of a text, `to` excluded. */
export type Stretch = { readonly from: number; readonly to: number };
export const overlaps = (a: Stretch, b: Stretch): boolean => a.from < b.to && b.from < a.to;

type Found<T> = Stretch & { readonly what: T };
export type Finder<T> = (
  text: string,
  folded: FoldedText,
  free?: (stretch: Stretch) => boolean,
) => Found<T>[];

/** Where a word begins, and every sign of a script without spaces. */
const STARTS = new RegExp(
  String.raw`(?<!${EDGE})${EDGE}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]`,
  'gu',
);

/**
 * Looks for patterns from left to right; of those that begin at one place the longest, and of those the first in the
 * list. Stretches that are not `free` are passed over. Only patterns that begin with the letters at a place are tried.
 */
export function finderOf<T>(list: readonly { readonly pattern: Pattern; readonly what: T }[]): Finder<T> {
  const sorted = list
    .map(({ pattern, what }) => ({ pattern, what, test: new RegExp(pattern.source, 'uy') }))
    .toSorted((a, b) => lengthOf(b.pattern) - lengthOf(a.pattern));
  const heads = Map.groupBy(sorted, ({ pattern }) => (pattern.words[0] ?? '').slice(0, HEAD));
  const order = new Map(sorted.map((one, place) => [one, place]));
  const startingWith = (text: string) =>
    [1, 2, HEAD]
      .flatMap((length) => (text.length < length ? [] : (heads.get(text.slice(0, length)) ?? [])))
      .toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return (original, { text, at }, free = () => true) => {
    const found: Found<T>[] = [];
    let done = 0;
    for (const { index } of text.matchAll(STARTS)) {
      if (index < done) continue;
      for (const { pattern, what, test } of startingWith(text.slice(index, index + HEAD))) {
        test.lastIndex = index;
        const match = test.exec(text);
        if (match === null) continue;
        const end = index + match[0].length;
        const stretch = { from: at[index] as number, to: at[end] as number };
        if (pattern.capital && /^\p{Ll}/u.test(original.slice(stretch.from))) continue;
        if (!free(stretch)) continue;
        found.push({ ...stretch, what });
        done = end;
        break;
      }
    }
    return found;
  };
}
