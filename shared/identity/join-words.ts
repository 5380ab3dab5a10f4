import { slipsAllowed } from './compare-words.ts';
import { editDistance } from './edits.ts';
import type { NameWord, PartyKind } from './parse-name.ts';

/** One word of the first name that stands for several neighbours of the second: `[from, to)` in their order. */
export type Joined = {
  readonly one: number;
  readonly from: number;
  readonly to: number;
  readonly match: 'joined' | 'acronym';
  readonly score: number;
};

const MOST_JOINED = 4;
const SHORTEST = 5;

const lettersOf = (words: readonly NameWord[]): string => words.map(({ text }) => text[0]).join('');

/**
 * Words that one name writes together and the other apart (`Vanderbilt`, `van der Bilt`; one slip allowed), and words
 * that are the first letters of others (`JC`, `Jean-Claude`; `PLA`, `People's Liberation Army`: three letters at least
 * for an organisation). Words that both names have are left alone.
 */
export function joinedWords(ones: readonly NameWord[], many: readonly NameWord[], kind: PartyKind): Joined[] {
  const found: Joined[] = [];
  const has = (words: readonly NameWord[], { text }: NameWord): boolean =>
    words.some((other) => other.text === text);
  const taken = new Set<number>();
  ones.forEach((word, one) => {
    if (many.length < 2 || word.kind === 'joining' || word.kind === 'number' || has(many, word)) return;
    for (let from = 0; from < many.length - 1; from++) {
      for (let to = from + 2; to <= Math.min(many.length, from + MOST_JOINED); to++) {
        const run = many.slice(from, to);
        if (run.some((part, i) => taken.has(from + i) || has(ones, part))) break;
        const joined = joins(word, run, kind);
        if (!joined) continue;
        for (let i = from; i < to; i++) taken.add(i);
        found.push({ one, from, to, ...joined });
        return;
      }
    }
  });
  return found;
}

function joins(
  word: NameWord,
  run: readonly NameWord[],
  kind: PartyKind,
): Pick<Joined, 'match' | 'score'> | undefined {
  const length = run.reduce((sum, part) => sum + part.text.length, 0);
  if (length >= SHORTEST && Math.abs(length - word.text.length) < 2) {
    const text = run.map((part) => part.text).join('');
    const most = Math.min(1, slipsAllowed(text.length));
    const slips = editDistance(word.text, text, most);
    if (slips <= most) return { match: 'joined', score: 0.97 - slips / (text.length + 1) };
  }
  const letters = kind === 'person' ? 2 : 3;
  return run.length >= letters && word.text.length === run.length && lettersOf(run) === word.text
    ? { match: 'acronym', score: 0.88 }
    : undefined;
}
