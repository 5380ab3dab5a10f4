import { countryText } from '../i18n/codes.ts';
import { ABBREVIATIONS, DEMONYMS } from './demonyms.ts';
import { foldedWords } from './folded.ts';
import { type Pattern, patternOf } from './patterns.ts';

/** The country in whose name is judged; the only one that the assessment may tell from others (PUR-20). */
export const HOME = 'NL';

const SHORTEST = 4;
/** From this length on a name stands in longer words too: "Chinabeleid", "Ruslandkenner". */
const GLUED = 5;
const LONG_DEMONYM = 7;
const ANY = /^/;
const NOTHING = /^$/;
const OF_NAME = /^(?:s|se|er|ers|ner|ners|i|is)?$/;
const OF_DEMONYM = /^(?:e|s|se|en|n|nen|er|ers|sen|in)?$/;
/** What makes people and adjectives out of a stem: Zorav-isch, Chin-ees, Ital-iaans, Indones-ier, Ir-anian. */
const OF_STEM =
  /^(?:i[ae]|ische?|ish|ees|ese|ezen?|eense?|eans?|i?aanse?|i?aans?|i?anen|i?ans?|i?anse|iers?)(?:s|e|en)?$/;

/** What a state is called besides its country's name. */
const STATE_WORDS = new Set(
  `republiek republic koninkrijk kingdom staat state staten states federatie federation unie union emiraten emirates
  volksrepubliek verenigde united van of de het the`.split(/\s+/),
);

/** A name without its ending, so that "Zoravië" also finds "Zoravisch" and "China" finds "Chinees". */
const stemOf = (word: string): string => word.replace(/(?:ische?|i[ae]|je|[aeiou])$/, '');

const kept = (pattern: Pattern | undefined): Pattern[] => (pattern ? [pattern] : []);

function ofName(name: string): Pattern[] {
  const words = foldedWords(name);
  const whole = words.join('');
  if (whole.length < SHORTEST && words.length === 1) return kept(patternOf(words, NOTHING));
  const stem = words.with(-1, stemOf(words.at(-1) ?? ''));
  const glued = words.length === 1 && whole.length >= GLUED;
  return [
    ...kept(patternOf(words, glued ? ANY : OF_NAME)),
    ...((stem.at(-1) ?? '').length >= SHORTEST ? kept(patternOf(stem, OF_STEM)) : []),
  ];
}

/** The word of a state's name that is its own: "Zoravië" of "Republiek Zoravië". */
const ownWord = (state: string): string[] => {
  const own = state
    .trim()
    .split(/\s+/)
    .findLast((word) => word.length >= SHORTEST && !STATE_WORDS.has(foldedWords(word).join(' ')));
  return own === undefined ? [] : [own];
};

/** What a country is called in both languages; a code that no state has is called by itself. */
export const countryNames = (code: string): readonly string[] => [
  ...new Set([countryText(code, 'nl'), countryText(code, 'en')]),
];

/**
 * All ways to speak of a country and what is from there, in folded text. `states`: names of its state in the case, of
 * which the code may not be known.
 */
export function countryPatterns(code: string | undefined, states: readonly string[]): Pattern[] {
  const demonyms = (DEMONYMS[code ?? ''] ?? '').split(' ').filter((word) => word !== '');
  return [
    ...[...(code === undefined ? [] : countryNames(code)), ...states.flatMap(ownWord)].flatMap(ofName),
    ...states.flatMap((name) => kept(patternOf(foldedWords(name)))),
    ...demonyms.flatMap((word) => kept(patternOf([word], word.length >= LONG_DEMONYM ? ANY : OF_DEMONYM))),
  ];
}

/** Abbreviations of a country, which count in capitals alone. */
export const abbreviationsOf = (code: string): readonly string[] =>
  (ABBREVIATIONS[code] ?? '').split(' ').filter((word) => word !== '');
