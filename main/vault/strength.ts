import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { COMMON_WORDS, KEYBOARD_ROWS } from './common-words.ts';

export type StrengthScore = 0 | 1 | 2 | 3 | 4;
export type StrengthAdvice =
  | 'moreWords'
  | 'avoidCommonWords'
  | 'avoidOwnNames'
  | 'avoidRepeats'
  | 'avoidSequences'
  | 'avoidDates';

export type Strength = {
  readonly score: StrengthScore;
  /** Ten-logarithm of the guesses that a good attacker needs at most: a careful guess, on the low side. */
  readonly guessesLog10: number;
  /** Average seconds until it is found, against the standard derivation, on 1 and on 1,000 graphics cards. */
  readonly seconds: { readonly oneCard: number; readonly thousandCards: number };
  readonly advice: readonly StrengthAdvice[];
};

/** Lowest score that a vault accepts. */
export const REQUIRED_SCORE: StrengthScore = 3;

/**
 * Guesses from which each score starts. Score 3 is about a month for 1,000 graphics cards, score 4 about thirty years:
 * stricter than the estimator's own scale, which thinks of websites.
 */
const SCORE_FROM_LOG10 = [4, 8, 12, 15] as const;

/** 3 passes over 256 MiB at a memory traffic of 1 TiB a second. */
const GUESSES_PER_CARD_SECOND = 455;

/** A word counts as one of 20,000, however rare its owner thinks it is. */
const WORD_LOG10 = 4.3;
const LETTERS_PER_WORD = 9;
const CHECKED_CHARACTERS = 100;

const estimator = new ZxcvbnFactory({
  dictionary: { passwords: [...COMMON_WORDS], keyboard: [...KEYBOARD_ROWS] },
  maxLength: CHECKED_CHARACTERS,
});

/** Estimates a passphrase; `ownWords` are names that an attacker knows (user, vault, department). */
export function passphraseStrength(passphrase: string, ownWords: readonly string[] = []): Strength {
  const text = passphrase.normalize('NFKC');
  const estimate = estimator.check(text, [...ownWords]);
  const guessesLog10 = Math.min(estimate.guessesLog10, wordModelLog10(text));
  const score = SCORE_FROM_LOG10.filter((start) => guessesLog10 >= start).length as StrengthScore;
  const oneCard = 10 ** guessesLog10 / 2 / GUESSES_PER_CARD_SECOND;
  const advice = new Set<StrengthAdvice>();
  for (const match of estimate.sequence) {
    const found = adviceFor(match.pattern, match.dictionaryName);
    if (found) advice.add(found);
  }
  if (score < REQUIRED_SCORE) advice.add('moreWords');
  return {
    score,
    guessesLog10,
    seconds: { oneCard, thousandCards: oneCard / 1000 },
    advice: score < 4 ? [...advice] : [],
  };
}

/** True when a vault may be protected by it. */
export const passphraseStrong = (passphrase: string): boolean =>
  passphraseStrength(passphrase).score >= REQUIRED_SCORE;

/**
 * What someone with a word list would need. Without it the estimator, which has no Dutch dictionary, takes every
 * word that it does not know for random letters.
 */
function wordModelLog10(text: string): number {
  let total = 0;
  for (const [part] of text.slice(0, CHECKED_CHARACTERS).matchAll(/\p{L}+|\p{N}+|\s+|[^\p{L}\p{N}\s]/gu)) {
    const length = [...part].length;
    if (/^\p{L}/u.test(part)) {
      total += Math.min(length * 1.4, WORD_LOG10 * Math.ceil(length / LETTERS_PER_WORD));
    } else if (/^\p{N}/u.test(part)) total += length <= 4 ? Math.min(length, 3) : length;
    else if (!/^\s/u.test(part)) total += 1.5;
  }
  return total;
}

function adviceFor(pattern: string, dictionary: unknown): StrengthAdvice | undefined {
  switch (pattern) {
    case 'dictionary':
      if (dictionary === 'keyboard') return 'avoidSequences';
      return dictionary === 'userInputs' ? 'avoidOwnNames' : 'avoidCommonWords';
    case 'repeat':
      return 'avoidRepeats';
    case 'sequence':
    case 'spatial':
      return 'avoidSequences';
    case 'date':
    case 'regex':
      return 'avoidDates';
    default:
      return undefined;
  }
}
