import type { Yardstick } from './yardstick.ts';

/** What is wrong with the wording of a judgement, where: `start` and `end` are places in the text, UTF-16 units. */
export type WordingFinding = {
  readonly code: 'likelihoodWithConfidence' | 'otherRow' | 'otherYardstick';
  readonly start: number;
  readonly end: number;
  readonly words: readonly string[];
};

type Found = { readonly word: string; readonly start: number };

/** How sure somebody is of a judgement, in words that reports use. */
const CONFIDENCE =
  /\b(?:(?:met|with)\s+)?(?:lage|matige|gemiddelde|redelijke|hoge|low|moderate|medium|high)\s+(?:mate van\s+)?(?:zekerheid|vertrouwen|confidence|certainty)\b/giu;

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** All words of a list in a text, the longest that fits at each place: "zeer onwaarschijnlijk" is not "waarschijnlijk". */
function wordsIn(text: string, words: readonly string[]): Found[] {
  if (words.length === 0) return [];
  const longest = [...new Set(words)].sort((a, b) => b.length - a.length).map(literal);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longest.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return [...text.matchAll(pattern)].map((match) => ({ word: match[0].toLowerCase(), start: match.index }));
}

/** Sentences with their places. A full stop inside a number or an abbreviation of one letter does not end one. */
function* sentences(text: string): Generator<{ readonly text: string; readonly start: number }> {
  let start = 0;
  for (const match of text.matchAll(/(?<!\b\p{L})[.!?]+(?=\s|$)|\n+/gu)) {
    const end = match.index + match[0].length;
    yield { text: text.slice(start, end), start };
    start = end;
  }
  if (start < text.length) yield { text: text.slice(start), start };
}

/**
 * Checks a judgement against the rules of ICD 203 (capability 14): likelihood and confidence never in one sentence, one
 * row of words, one yardstick. A word that both yardsticks have is no finding.
 */
export function lintWording(
  text: string,
  chosen: Yardstick,
  all: readonly Yardstick[],
  language: 'nl' | 'en',
): WordingFinding[] {
  const main = chosen.terms.map((term) => term[language].toLowerCase());
  const second = chosen.terms.flatMap(({ also }) => also.map((word) => word.toLowerCase()));
  const others = all
    .flatMap(({ terms }) => terms.flatMap((term) => [term[language], ...term.also]))
    .map((word) => word.toLowerCase());
  const found = wordsIn(text, [...main, ...second, ...others]);
  const span = ({ word, start }: Found) => ({ start, end: start + word.length, words: [word] });
  const usesMain = found.some(({ word }) => main.includes(word));
  const rows = found
    .filter(({ word }) => usesMain && second.includes(word) && !main.includes(word))
    .map((one): WordingFinding => ({ code: 'otherRow', ...span(one) }));
  const foreign = found
    .filter(({ word }) => !main.includes(word) && !second.includes(word))
    .map((one): WordingFinding => ({ code: 'otherYardstick', ...span(one) }));
  const mixed = [...sentences(text)].flatMap((sentence): WordingFinding[] => {
    const [confidence] = [...sentence.text.matchAll(CONFIDENCE)];
    const end = sentence.start + sentence.text.length;
    const likelihood = found.find(({ start }) => start >= sentence.start && start < end);
    if (!confidence || !likelihood) return [];
    const words = [likelihood.word, confidence[0].toLowerCase()];
    return [{ code: 'likelihoodWithConfidence', start: sentence.start, end, words }];
  });
  return [...mixed, ...rows, ...foreign].sort((a, b) => a.start - b.start);
}
