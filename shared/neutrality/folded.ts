import anyAscii from 'any-ascii';

/** Scripts that put no space between words: every sign counts as a word, so that a name is found inside a row of them. */
const SIGN = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]`;
const UNSPACED = new RegExp(SIGN, 'u');
const WORD = new RegExp(String.raw`${SIGN}|(?:(?!${SIGN})[\p{L}\p{N}])+`, 'gu');

/** A text without capitals, accents and other alphabets, and where each place of it stood in the text itself. */
export type FoldedText = {
  readonly text: string;
  /** Place in the original of each UTF-16 unit of `text`; one more at the end. */
  readonly at: readonly number[];
};

const made = new Map<string, string>();
function foldChar(char: string): string {
  const known = made.get(char);
  if (known !== undefined) return known;
  const plain = char.normalize('NFKD').replace(/\p{M}/gu, '');
  const spelt = /\p{L}/u.test(plain) && !UNSPACED.test(plain) ? anyAscii(plain).replaceAll("'", '') : plain;
  const folded = /[\u2018\u2019\u02bc]/.test(plain) ? "'" : spelt.toLowerCase();
  made.set(char, folded);
  return folded;
}

/** Folds a text sign by sign, so that whatever is found in it can be found back in the original. */
export function foldText(text: string): FoldedText {
  let folded = '';
  const at: number[] = [];
  let place = 0;
  for (const char of text) {
    const plain = foldChar(char);
    for (let unit = 0; unit < plain.length; unit++) at.push(place);
    folded += plain;
    place += char.length;
  }
  at.push(text.length);
  return { text: folded, at };
}

export type Word = { readonly text: string; readonly from: number; readonly to: number };

/** The words of a folded text with their places in it. */
export const wordsIn = (folded: string): readonly Word[] =>
  [...folded.matchAll(WORD)].map(({ 0: text, index }) => ({ text, from: index, to: index + text.length }));

/** The words of a name as a folded text has them. */
export const foldedWords = (name: string): readonly string[] =>
  wordsIn(foldText(name).text).map(({ text }) => text);
