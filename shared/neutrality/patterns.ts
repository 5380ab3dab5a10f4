import { type FoldedText, foldedWords, type Word, wordsIn } from './folded.ts';

/** By how many letters patterns of word stems are told apart before they are tried. */
const HEAD = 3;
/** What may stand between two words of a name: "S.à r.l." is also "S à RL". */
const GAP = 3;
const GENITIVE = /^s?$/;

/**
 * One way to write a name: its folded words, what may follow the last within the same word, and a sign behind it that
 * goes with it. `capital`: only where the original begins with one, for short forms that may be words too.
 */
export type Pattern = {
  readonly words: readonly string[];
  readonly ending: RegExp;
  readonly tail?: string;
  readonly capital?: boolean;
};

export const lengthOf = ({ words }: Pattern): number => words.join('').length;

/** Words behind each other. A name ends at the edge of a word, with a genitive's s at most. */
export const patternOf = (words: readonly string[], ending = GENITIVE): Pattern | undefined =>
  words.length === 0 ? undefined : { words, ending };

/** A name as it is written; the full stop of a legal form at its end goes with it. */
export function patternOfName(name: string): Pattern | undefined {
  const pattern = patternOf(foldedWords(name));
  return pattern && name.trim().endsWith('.') ? { ...pattern, tail: '.' } : pattern;
}

/** A stretch of a text, `to` excluded. */
export type Stretch = { readonly from: number; readonly to: number };
export const overlaps = (a: Stretch, b: Stretch): boolean => a.from < b.to && b.from < a.to;

/** The last word of a pattern that begins at a word, and where it ends; undefined when it does not stand there. */
function endAt(text: string, words: readonly Word[], first: number, { words: own, ending, tail }: Pattern) {
  const last = first + own.length - 1;
  for (let i = 0; i < own.length; i++) {
    const word = words[first + i];
    const want = own[i] as string;
    if (word === undefined || !word.text.startsWith(want)) return undefined;
    if (i > 0 && word.from - (words[first + i - 1] as Word).to > GAP) return undefined;
    const rest = word.text.slice(want.length);
    if (first + i < last ? rest !== '' : !ending.test(rest)) return undefined;
  }
  const next = words[last + 1];
  const end = (words[last] as Word).to;
  const genitive = next?.text === 's' && text.slice(end, next.from) === "'";
  const to = genitive ? next.to : end;
  return { last: genitive ? last + 1 : last, to: tail !== undefined && text[to] === tail ? to + 1 : to };
}

type Found<T> = Stretch & { readonly what: T };
export type Finder<T> = (
  text: string,
  folded: FoldedText,
  free?: (stretch: Stretch) => boolean,
) => Found<T>[];

/**
 * Looks for patterns from left to right; of those that begin at one word the longest, and of those the first in the
 * list. Stretches that are not `free` are passed over. Only patterns that begin as the text does at a word are tried,
 * so that thousands of names cost little.
 */
export function finderOf<T>(list: readonly { readonly pattern: Pattern; readonly what: T }[]): Finder<T> {
  const sorted = list
    .toSorted((a, b) => lengthOf(b.pattern) - lengthOf(a.pattern))
    .map(({ pattern, what }, order) => ({ pattern, what, order }));
  const byKey = Map.groupBy(sorted, ({ pattern: { words, ending } }) => {
    const [first = ''] = words;
    return words.length > 1 || ending === GENITIVE ? `=${first}` : first.slice(0, HEAD);
  });
  const beginningAs = (word: string) => {
    const keys = [`=${word}`, word.slice(0, 1), word.slice(0, 2), word.slice(0, HEAD)];
    if (word.endsWith('s')) keys.push(`=${word.slice(0, -1)}`);
    const found = [...new Set(keys)].flatMap((key) => byKey.get(key) ?? []);
    return found.toSorted((a, b) => a.order - b.order);
  };
  return (original, { text, at }, free = () => true) => {
    const words = wordsIn(text);
    const found: Found<T>[] = [];
    for (let i = 0; i < words.length; i++) {
      const { text: word, from } = words[i] as Word;
      for (const { pattern, what } of beginningAs(word)) {
        const end = endAt(text, words, i, pattern);
        if (end === undefined) continue;
        const stretch = { from: at[from] as number, to: at[end.to] as number };
        if (pattern.capital && /^\p{Ll}/u.test(original.slice(stretch.from, stretch.from + 2))) continue;
        if (!free(stretch)) continue;
        found.push({ ...stretch, what });
        i = end.last;
        break;
      }
    }
    return found;
  };
}
