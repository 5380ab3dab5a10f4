import { abbreviationsOf, countryNames, countryPatterns } from './country-words.ts';
import { type FoldedText, foldedWords, foldText } from './folded.ts';
import type { Hidden, Hiding } from './hidden.ts';
import { finderOf, overlaps, type Pattern, patternOfName, type Stretch } from './patterns.ts';

/** Words for a pseudonym: of a country with its number, of others with their letter. An address has neither. */
export type PseudonymWords = (kind: Hidden['kind'] | 'address', mark: string) => string;
export type Masker = {
  /** A text with every hidden name in it replaced by its pseudonym. */
  readonly mask: (text: string) => string;
  /** Hidden names that stand in a text, as they stand there. */
  readonly named: (text: string) => readonly string[];
};

/** A to Z, then AA: 1 is A. */
const letters = (n: number): string =>
  n > 26 ? letters(Math.floor((n - 1) / 26)) + letters(((n - 1) % 26) + 1) : String.fromCharCode(64 + n);

/** Shortest name that is also looked for inside an address, where words are glued together. */
const IN_ADDRESS = 5;
/** Web addresses, e-mail addresses, hosts and file names. Each begins where no such thing can stand before it. */
const ADDRESS =
  /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*:\/\/\S+|(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+|(?<![\p{L}\p{N}_.-])[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.\p{L}{2,}(?:\/\S*)?/giu;
/** What closes the sentence or the brackets around an address. */
const AFTER = /[^\p{L}\p{N}/]+$/u;
const HOST = /^(?:[a-z][a-z0-9+.-]*:\/\/)?([^/]*)/i;

const present = (pattern: Pattern | undefined): Pattern[] => (pattern ? [pattern] : []);

function countryForms({ code, names, places }: Hidden): Pattern[] {
  // "China (CN)" is how a country stands in a list.
  const listed =
    code === undefined ? [] : countryNames(code).flatMap((name) => present(patternOfName(`${name} ${code}`)));
  return [
    ...listed.map((pattern) => ({ ...pattern, tail: ')' })),
    ...countryPatterns(code, names),
    ...(places ?? []).flatMap((place) => present(patternOfName(place))),
  ];
}

const glued = (text: string): string => foldedWords(text).join('');
const longEnough = (text: string): boolean => text.length >= IN_ADDRESS;

/** Whether an address holds a hidden name, or lies in the domain of a hidden country. */
function addressTest({ hidden, kept }: Hiding): (address: string) => boolean {
  const stays = kept.map(glued).filter(longEnough);
  const inside = hidden
    .flatMap(({ code, names, short }) => [
      ...names,
      ...short,
      ...(code === undefined ? [] : countryNames(code)),
    ])
    .map(glued)
    .filter(longEnough);
  const domains = hidden.flatMap(({ code }) =>
    code === undefined ? [] : [code === 'GB' ? '.uk' : `.${code.toLowerCase()}`],
  );
  return (address) => {
    const host = (HOST.exec(address)?.[1] ?? '').toLowerCase();
    const text = stays.reduce((left, one) => left.replaceAll(one, ' '), glued(address));
    return inside.some((one) => text.includes(one)) || domains.some((domain) => host.endsWith(domain));
  };
}

/** Pseudonyms that stand in a text already: they are nobody's name, whatever a party is called. */
function pseudonymFinder(all: readonly string[]) {
  const known = new Set(all);
  // All of a kind differ in their last word alone.
  const heads = [...new Set(all.map((one) => one.slice(0, one.lastIndexOf(' ') + 1)))];
  const escaped = heads.map((head) => head.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const test = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})[\\p{L}\\p{N}]+`, 'gu');
  return (text: string) =>
    [...text.matchAll(test)].flatMap(({ 0: found, index }) =>
      known.has(found) ? [{ from: index, to: index + found.length, what: undefined }] : [],
    );
}

/** Abbreviations of the hidden countries, in capitals and with or without full stops. */
function abbreviationFinder(named: readonly { readonly one: Hidden; readonly as: string }[]) {
  const all = named.flatMap(({ one: { code }, as }) =>
    code === undefined ? [] : abbreviationsOf(code).map((word) => [word, as] as const),
  );
  const by = new Map(all);
  if (all.length === 0) return () => [];
  const source = all.map(([word]) => `${word}|${word.split('').join('\\.')}\\.?`).join('|');
  const test = new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'gu');
  return (text: string) =>
    [...text.matchAll(test)].flatMap(({ 0: word, index }) => {
      const what = by.get(word.replaceAll('.', ''));
      return what === undefined ? [] : [{ from: index, to: index + word.length, what }];
    });
}

/**
 * Replaces the names of what is hidden, however spelt: without regard to capitals and accents, in other alphabets as
 * far as any-ascii spells them, longest name first, adjectives of countries too, and whole addresses that hold a name.
 * Masking twice is masking once. It hides names, not what somebody knows already.
 */
export function maskerOf(hiding: Hiding, words: PseudonymWords): Masker {
  const { hidden, kept } = hiding;
  const named = hidden.map((one) => {
    const mark = one.kind === 'country' ? String(one.n) : letters(one.n);
    return { one, as: words(one.kind, mark) };
  });
  const address = words('address', '');
  const countries = named.flatMap(({ one, as }) =>
    one.kind === 'country' ? countryForms(one).map((pattern) => ({ pattern, what: as })) : [],
  );
  const ofCountry = finderOf(countries);
  // "Zoravische" of the Zoravische Bank means the country, and not the bank.
  const isOfCountry = (text: string): boolean =>
    ofCountry(text, foldText(text)).some(({ from, to }) => from === 0 && to === text.length);
  const forms = named.flatMap(({ one, as }) =>
    one.kind === 'country'
      ? []
      : [
          ...one.names.flatMap((name) => present(patternOfName(name))),
          ...one.short
            .filter((name) => !isOfCountry(name))
            .flatMap((name) => present(patternOfName(name)))
            .map((pattern) => ({ ...pattern, capital: true })),
        ].map((pattern) => ({ pattern, what: as })),
  );
  // Of two names of one length the one that stays goes first.
  const stays = kept.flatMap((name) => present(patternOfName(name)));
  const names = finderOf<string | undefined>([
    ...stays.map((pattern) => ({ pattern, what: undefined })),
    ...forms,
    ...countries,
  ]);
  const pseudonyms = pseudonymFinder([address, ...named.map(({ as }) => as)]);
  const abbreviations = abbreviationFinder(named);
  const holds = addressTest(hiding);
  const addresses = (text: string) =>
    [...text.matchAll(ADDRESS)].flatMap(({ 0: match, index }) => {
      const found = match.replace(AFTER, '');
      return holds(found) ? [{ from: index, to: index + found.length, what: address }] : [];
    });

  const find = (text: string): readonly (Stretch & { readonly what: string })[] => {
    const folded: FoldedText = foldText(text);
    const taken: (Stretch & { readonly what: string | undefined })[] = pseudonyms(text);
    const free = (stretch: Stretch) => !taken.some((one) => overlaps(one, stretch));
    taken.push(...addresses(text).filter(free));
    taken.push(...names(text, folded, free));
    taken.push(...abbreviations(text).filter(free));
    return taken
      .flatMap(({ from, to, what }) => (what === undefined ? [] : [{ from, to, what }]))
      .toSorted((a, b) => a.from - b.from);
  };

  return {
    mask: (text) => {
      let masked = '';
      let place = 0;
      for (const { from, to, what } of find(text)) {
        masked += text.slice(place, from) + what;
        place = to;
      }
      return masked + text.slice(place);
    },
    named: (text) => find(text).map(({ from, to }) => text.slice(from, to)),
  };
}
