import anyAscii from 'any-ascii';

const HAN = /\p{Script=Han}/u;
const ABJAD = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** The script that a name is written in, as far as it matters to a reader. */
export type Script = 'latin' | 'cyrillic' | 'greek' | 'han' | 'abjad' | 'other';
const SCRIPTS: readonly (readonly [Script, RegExp])[] = [
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['greek', /\p{Script=Greek}/u],
  ['han', HAN],
  ['abjad', ABJAD],
  ['latin', /\p{Script=Latin}/u],
];
const scriptOf = (text: string): Script => SCRIPTS.find(([, letters]) => letters.test(text))?.[0] ?? 'other';

/**
 * A name in the 26 letters and ten digits, in words. `han`: the characters themselves where it is written in Chinese
 * characters, because their sound alone tells less than they do. `abjad`: written in a script that leaves vowels out.
 */
export type Folded = {
  readonly words: readonly string[];
  readonly han: string;
  readonly abjad: boolean;
  readonly script: Script;
};

/** Letters with full stops between them are one word: `B.V.` is `BV`, `S.à r.l.` is `Sà rl`. */
const withoutStops = (text: string): string =>
  text.replace(/(?<![\p{L}\p{N}])(?:\p{L}\.)+\p{L}?(?![\p{L}\p{N}])/gu, (letters) =>
    letters.replaceAll('.', ''),
  );

/** A capital after a small letter begins a word (`SiemensAG`), as it does in romanised Chinese (`XiJinPing`). */
const unglued = (text: string): string => text.replace(/(\p{Ll}{2})(\p{Lu}\p{L})/gu, '$1 $2');

/**
 * Folds a name: compatibility forms, apostrophes, quotation marks, accents and other scripts. Transliteration is
 * any-ascii's table; for the same name it need not be how its bearer writes it, which the comparison allows for.
 */
export function foldName(name: string): Folded {
  const plain = withoutStops(
    name
      .normalize('NFKC')
      .replace(/[\u2018\u2019\u02bc\u02bb\u02b9`´']/gu, '')
      .replace(/[&＆]/gu, ' and '),
  );
  // In small letters first, so that the capitals left are the syllables of romanised Chinese and Korean.
  const latin = anyAscii(unglued(plain).toLowerCase()).replaceAll("'", '');
  const words = unglued(latin)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return {
    words,
    han: [...plain].filter((c) => HAN.test(c)).join(''),
    abjad: ABJAD.test(plain),
    script: scriptOf(plain),
  };
}

/** Pairs of letters and letters that different romanisations write differently, in the order in which they go. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch|dzh|dj|cz|ch(?=[aeiouy])/g, 'c'],
  [/sch|shch|sh|sj|sz|hs|x(?=i)/g, 's'],
  [/zh|z/g, 's'],
  [/kh|gh/g, 'h'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ck|q|c(?=[aouklrt]|$)/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/[ou]+/g, 'o'],
  [/a[eijy]+|[eijy]+/g, 'i'],
  [/(.)\1+/g, '$1'],
  [/(?<=.)h(?=[aio]|$)/g, ''],
];

/** How a word sounds, roughly: equal for the usual romanisations of one name (`Osama`, `Usama`; `Sergei`, `Sergej`). */
export const soundOf = (word: string): string =>
  SOUNDS.reduce((text, [pattern, letters]) => text.replace(pattern, letters), word);

/** A word without vowels and with letters that Arabic and Hebrew do not part taken together. */
export const consonantsOf = (word: string): string =>
  word
    .replace(/ph/g, 'f')
    .replace(/p/g, 'b')
    .replace(/[vw](?=[aeiou])/g, 'f')
    .replace(/(?:sh|ch|th|kh|gh|dh)/g, (pair) => pair[0] as string)
    .replace(/[cq]/g, 'k')
    .replace(/[aeiouyw]/g, '')
    .replace(/(.)\1+/g, '$1');
