import { compareWords, type WordMatch } from './compare-words.ts';
import { editDistance } from './edits.ts';
import { joinedWords } from './join-words.ts';
import { formsAgree } from './legal-forms.ts';
import type { NameWord, ParsedName } from './parse-name.ts';

/** Words of both names that were taken together, as folded. */
export type WordPair = {
  readonly a: string;
  readonly b: string;
  readonly match: WordMatch;
  readonly weight: number;
  readonly score: number;
};

/**
 * How alike two names are. `score` is 0 to 1 and the tool's own construct: an order for a person who looks, no
 * probability. `onlyA` and `onlyB` are words without a counterpart; `turned`: given names stand the other way round.
 */
export type NameComparison = {
  readonly score: number;
  readonly pairs: readonly WordPair[];
  readonly onlyA: readonly NameWord[];
  readonly onlyB: readonly NameWord[];
  readonly formsDiffer: boolean;
  readonly reordered: boolean;
  readonly turned: boolean;
  readonly otherCharacters: boolean;
};

/** What one more word costs: people leave out names; organisations that add a word are often another organisation. */
const EXTRA = { person: 0.2, organisation: 1 } as const;
/** What is left of a score for each whole word that stands against another. */
const AGAINST = 0.4;
const OTHER_FORM = 0.72;
const TURNED = 0.6;
/** A name of one short word has too few letters to be known with a slip in it. */
const LONG_ENOUGH_ALONE = 5;

type Place = {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly match: WordMatch;
  readonly score: number;
};

/** Takes words together, the most alike first; each word once. */
function placesOf(a: ParsedName, b: ParsedName): Place[] {
  const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
  const joined: Place[] = [
    ...joinedWords(a.words, b.words, a.kind).map(({ one, from, to, ...rest }) => ({
      a: [one],
      b: range(from, to),
      ...rest,
    })),
    ...joinedWords(b.words, a.words, a.kind).map(({ one, from, to, ...rest }) => ({
      a: range(from, to),
      b: [one],
      ...rest,
    })),
  ];
  const single: Place[] = a.words.flatMap((one, i) =>
    b.words.flatMap((other, j) => {
      const found = compareWords(one, other, a.abjad || b.abjad);
      return found.score > 0 ? [{ a: [i], b: [j], ...found }] : [];
    }),
  );
  const far = ({ a: [i = 0], b: [j = 0] }: Place): number => Math.abs(i - j);
  single.sort((x, y) => y.score - x.score || far(x) - far(y));
  const usedA = new Set<number>();
  const usedB = new Set<number>();
  return [...joined, ...single].filter((place) => {
    if (place.a.some((i) => usedA.has(i)) || place.b.some((j) => usedB.has(j))) return false;
    for (const i of place.a) usedA.add(i);
    for (const j of place.b) usedB.add(j);
    return true;
  });
}

/** Compares two names of the same kind of party. Symmetric. Cost: the product of their numbers of words. */
export function compareNames(a: ParsedName, b: ParsedName): NameComparison {
  const places = placesOf(a, b);
  const textAt = (words: readonly NameWord[], at: readonly number[]): string =>
    at.map((i) => words[i]?.text).join(' ');
  const weightAt = (words: readonly NameWord[], at: readonly number[]): number =>
    weightOf(at.map((i) => words[i] as NameWord));
  const pairs = places.map(
    (place): WordPair => ({
      a: textAt(a.words, place.a),
      b: textAt(b.words, place.b),
      match: place.match,
      score: place.score,
      weight:
        place.a.length + place.b.length > 2
          ? Math.max(weightAt(a.words, place.a), weightAt(b.words, place.b))
          : (weightAt(a.words, place.a) + weightAt(b.words, place.b)) / 2,
    }),
  );
  const usedA = new Set(places.flatMap((place) => place.a));
  const usedB = new Set(places.flatMap((place) => place.b));
  const onlyA = a.words.filter((_, i) => !usedA.has(i));
  const onlyB = b.words.filter((_, j) => !usedB.has(j));
  const found = {
    pairs,
    onlyA,
    onlyB,
    formsDiffer: !formsAgree(a.family, b.family),
    reordered: places.some((x) =>
      places.some((y) => (x.a[0] as number) < (y.a[0] as number) && (x.b[0] as number) > (y.b[0] as number)),
    ),
    turned: isTurned(a, b),
    otherCharacters: a.han !== '' && b.han !== '' && a.han !== b.han,
  };
  let score = wordScore(a, b, found);
  if (found.otherCharacters) score = Math.min(score, hanScore(a.han, b.han));
  if (found.formsDiffer) score *= OTHER_FORM;
  if (found.turned) score *= TURNED;
  return { score, ...found };
}

const weightOf = (words: readonly NameWord[]): number => words.reduce((sum, { weight }) => sum + weight, 0);

/** A word that its own name repeats says nothing new. */
const newWords = (only: readonly NameWord[], all: readonly NameWord[]): NameWord[] =>
  only.map((word) =>
    all.some((other) => other !== word && other.text === word.text) ? { ...word, weight: 0.05 } : word,
  );

/** A single letter that is another single letter, or no first letter of the other's, says as much as a word. */
const standing = (words: readonly NameWord[]): number =>
  words.reduce((sum, { kind, weight }) => sum + (kind === 'initial' ? 1 : weight), 0);

function wordScore(
  a: ParsedName,
  b: ParsedName,
  { pairs, onlyA, onlyB }: Pick<NameComparison, 'pairs' | 'onlyA' | 'onlyB'>,
): number {
  const together = pairs.reduce((sum, { weight }) => sum + weight, 0);
  if (together < 0.3) return 0;
  const telling = pairs.filter(({ weight }) => weight > 0.4);
  // First letters alone are nobody's name.
  if (a.kind === 'person' && telling.every(({ match }) => match === 'acronym' || match === 'initial'))
    return 0;
  const [alone] = telling;
  if (
    telling.length === 1 &&
    alone?.match === 'typo' &&
    Math.max(alone.a.length, alone.b.length) < LONG_ENOUGH_ALONE
  )
    return 0;
  const alike = pairs.reduce((sum, { weight, score }) => sum + weight * score, 0);
  const against = Math.min(standing(onlyA), standing(onlyB));
  if (against > 0)
    return (
      (alike / (together + EXTRA[a.kind] * Math.abs(weightOf(onlyA) - weightOf(onlyB)))) * AGAINST ** against
    );
  const extra = weightOf(newWords(onlyA, a.words)) + weightOf(newWords(onlyB, b.words));
  return alike / (together + extra * EXTRA[a.kind]);
}

/** Whether two names with "son of" begin with different given names: X bin Y is the father of Y bin X. */
function isTurned(a: ParsedName, b: ParsedName): boolean {
  const given = ({ words, kind }: ParsedName): NameWord | undefined => {
    const son = words.findIndex(({ text }) => text === 'bin');
    return kind === 'person' && son > 0 && son < words.length - 1 ? words[0] : undefined;
  };
  const [one, other] = [given(a), given(b)];
  return one !== undefined && other !== undefined && compareWords(one, other, a.abjad || b.abjad).score === 0;
}

/** Chinese characters: each says something of its own, so that one other is one word other. */
const hanScore = (a: string, b: string): number => {
  const length = Math.max(a.length, b.length);
  return 1 - (1.5 * editDistance(a, b, length)) / length;
};
