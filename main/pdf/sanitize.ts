import type { Coverage } from './coverage.ts';

/** What the text of a document lost on its way to paper. */
export type Replaced = {
  /** Characters printed as their code, such as [U+1F600], or left out because they have no shape. */
  characters: number;
  /** Which ones, as "U+1F600". */
  readonly codes: Set<string>;
  /** Texts cut at the limit of their place, ending in "…". */
  shortened: number;
};

export const nothingReplaced = (): Replaced => ({ characters: 0, codes: new Set(), shortened: 0 });

export type TextRules = {
  readonly covered: Coverage;
  /** Line feeds stay (running text) or become spaces (titles, names). */
  readonly lines: boolean;
  /** Longest text in UTF-16 units: a PDF string holds at most 32,767 bytes (ISO 19005-3, 6.1.13). */
  readonly limit?: number | undefined;
};

const PLAIN = /^[\x20-\x7e]*$/;
type Ranges = readonly (readonly [number, number])[];
const BIDI: Ranges = [
  [0x061c, 0x061c],
  [0x200e, 0x200f],
  [0x202a, 0x202e],
  [0x2066, 0x2069],
];
/** No shape of their own: soft hyphen, joiners, byte order mark, variation selectors. */
const SHAPELESS: Ranges = [
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x200b, 0x200d],
  [0x2060, 0x2064],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];
const isIn = (ranges: Ranges, codePoint: number): boolean =>
  ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
/** A mark that did not melt with its letter: its glyph would come out without a meaning (ISO 14289-1, 7.21.7). */
const MARK = /^\p{M}$/u;

const codeOf = (codePoint: number): string => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;

const isPrintable = (codePoint: number): boolean =>
  codePoint >= 0x20 &&
  !(codePoint >= 0x7f && codePoint <= 0x9f) &&
  !(codePoint >= 0xd800 && codePoint <= 0xf8ff) &&
  !(codePoint >= 0xfdd0 && codePoint <= 0xfdef) &&
  codePoint !== 0xfffd &&
  (codePoint & 0xfffe) !== 0xfffe;

/**
 * The same text, fit for PDF/A: composed (NFC), without anything that steers instead of being read. What the fonts
 * cannot print, controls, half surrogates and bidirectional overrides show as their code, so that a reader sees that
 * something was there. Counts into `replaced` what differs from the original to the eye.
 */
export function sanitize(text: string, rules: TextRules, replaced: Replaced): string {
  const safe = PLAIN.test(text) ? text : rewrite(text, rules, replaced);
  if (rules.limit === undefined || safe.length <= rules.limit) return safe;
  replaced.shortened += 1;
  return `${safe.slice(0, rules.limit - 1)}…`;
}

function rewrite(text: string, { covered, lines }: TextRules, replaced: Replaced): string {
  let out = '';
  const lose = (codePoint: number): void => {
    replaced.characters += 1;
    replaced.codes.add(codeOf(codePoint));
  };
  for (const character of text.normalize('NFC').replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint === 0x0a) out += lines ? '\n' : ' ';
    else if (codePoint === 0x09 || codePoint === 0x0b || codePoint === 0x0c) out += ' ';
    else if (isIn(SHAPELESS, codePoint)) lose(codePoint);
    else if (isPrintable(codePoint) && !isIn(BIDI, codePoint) && !MARK.test(character) && covered(codePoint))
      out += character;
    else {
      lose(codePoint);
      out += `[${codeOf(codePoint)}]`;
    }
  }
  return out;
}
