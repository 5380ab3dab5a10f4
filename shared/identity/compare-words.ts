import { editDistance } from './edits.ts';
import { isShortFor } from './given-names.ts';
import type { NameWord } from './parse-name.ts';

/** Why two words go together, from the firmest to the weakest. */
export type WordMatch =
  | 'equal'
  | 'sound'
  | 'initial'
  | 'consonants'
  | 'short'
  | 'typo'
  | 'joined'
  | 'acronym';

/** How alike two words are, 0 to 1, and why; 0 means that they say different things. */
export type WordScore = { readonly score: number; readonly match: WordMatch };

/** Slips of the pen that a word of a length may have before it is another word. */
export const slipsAllowed = (length: number): number =>
  length < 4 ? 0 : length < 6 ? 1 : length < 14 ? 2 : 3;

/** How many bits are set. Each slip adds one letter at most to what only one of two words has, and takes one. */
function differing(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

const NOTHING: WordScore = { score: 0, match: 'typo' };

/**
 * Compares two words. Numbers are equal or not: a fund with another number is another fund. `abjad`: one of the two
 * comes from a script without vowels.
 */
export function compareWords(a: NameWord, b: NameWord, abjad: boolean): WordScore {
  if (a.text === b.text) return { score: 1, match: 'equal' };
  if (a.kind === 'number' || b.kind === 'number') return NOTHING;
  if (a.kind === 'initial' || b.kind === 'initial')
    return a.text[0] === b.text[0] && a.kind !== b.kind && a.kind !== 'joining' && b.kind !== 'joining'
      ? { score: 0.85, match: 'initial' }
      : NOTHING;
  if (isShortFor(a.text, b.text)) return { score: 0.9, match: 'short' };
  if (a.sound === b.sound) return { score: 0.96, match: 'sound' };
  if (abjad && a.consonants.length > 1 && a.consonants === b.consonants)
    return { score: 0.92, match: 'consonants' };
  if (a.kind === 'joining' || b.kind === 'joining') return NOTHING;
  const length = Math.max(a.text.length, b.text.length);
  if (differing(a.letters ^ b.letters) > 2 * slipsAllowed(length)) return NOTHING;
  const most = Math.min(slipsAllowed(length), abjad ? 1 : 3);
  const slips = editDistance(a.text, b.text, most);
  // One slip may be anywhere; a word that also begins otherwise is another word.
  if (slips > most || (slips > 1 && a.text[0] !== b.text[0])) return NOTHING;
  return { score: 1 - slips / (length + 1), match: 'typo' };
}
