import anyAscii from 'any-ascii';

/** Scripts that put no space between words, so that a name in them has no edge to look for. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

export const isUnspaced = (char: string): boolean => UNSPACED.test(char);

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
  const spelt = /\p{L}/u.test(plain) && !isUnspaced(plain) ? anyAscii(plain) : plain;
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

/** The words of a name as a folded text has them. */
export const foldedWords = (name: string): readonly string[] =>
  foldText(name).text.match(/[\p{L}\p{N}]+/gu) ?? [];
