const UNITS = [
  ['zero', 'nul'],
  ['one', 'first', '1st', 'een', 'eerste', '1e'],
  ['two', 'second', '2nd', 'twee', 'tweede', '2e'],
  ['three', 'third', '3rd', 'drie', 'derde', '3e'],
  ['four', 'fourth', '4th', 'vier', 'vierde', '4e'],
  ['five', 'fifth', '5th', 'vijf', 'vijfde', '5e'],
  ['six', 'sixth', '6th', 'zes', 'zesde', '6e'],
  ['seven', 'seventh', '7th', 'zeven', 'zevende', '7e'],
  ['eight', 'eighth', '8th', 'acht', 'achtste', '8e'],
  ['nine', 'ninth', '9th', 'negen', 'negende', '9e'],
  ['ten', 'tenth', '10th', 'tien', 'tiende', '10e'],
  ['eleven', 'eleventh', 'elf', 'elfde'],
  ['twelve', 'twelfth', 'twaalf', 'twaalfde'],
] as const;
const TENS = [
  ['twenty', 'twintig'],
  ['thirty', 'dertig'],
  ['forty', 'fourty', 'veertig'],
  ['fifty', 'vijftig'],
  ['sixty', 'zestig'],
  ['seventy', 'zeventig'],
  ['eighty', 'tachtig'],
  ['ninety', 'negentig'],
] as const;

const VALUE = new Map<string, number>([
  ...UNITS.flatMap((words, value) => words.map((word) => [word, value] as const)),
  ...TENS.flatMap((words, i) => words.map((word) => [word, 20 + 10 * i] as const)),
]);

const ROMAN = /^(?=[ivxlc])(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;
const LETTERS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanValue(word: string): number {
  let sum = 0;
  for (let i = 0; i < word.length; i++) {
    const value = LETTERS[word[i] as string] as number;
    const next = LETTERS[word[i + 1] as string] ?? 0;
    sum += value < next ? -value : value;
  }
  return sum;
}

/**
 * Writes the numbers of an organisation's name in digits, so that "Brigade Forty-Four" is "Brigade 44" and "Fund VII"
 * is "Fund 7". Words in English and Dutch up to ninety-nine, ordinals to ten, Roman numerals to 399 anywhere but in
 * front. Leading zeros go. The first element tells which words are numbers.
 */
export function withDigits(words: readonly string[]): { readonly text: string; readonly number: boolean }[] {
  const out: { text: string; number: boolean }[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    const next = words[i + 1];
    const value = VALUE.get(word);
    const unit =
      next === undefined ? undefined : (VALUE.get(next) ?? (/^\d$/.test(next) ? Number(next) : undefined));
    if (value !== undefined && value >= 20 && unit !== undefined && unit > 0 && unit < 10) {
      out.push({ text: String(value + unit), number: true });
      i++;
    } else if (value !== undefined) out.push({ text: String(value), number: true });
    else if (/^\d+$/.test(word)) out.push({ text: word.replace(/^0+(?=\d)/, ''), number: true });
    else if (i > 0 && ROMAN.test(word)) out.push({ text: String(romanValue(word)), number: true });
    else out.push({ text: word, number: /\d/.test(word) });
  }
  return out;
}
