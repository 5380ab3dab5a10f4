import type { Told } from '../evidence/facts.ts';
import { foldName } from '../identity/fold.ts';
import { withoutForm } from '../identity/legal-forms.ts';
import { parseName } from '../identity/parse-name.ts';
import { STRONG_IDENTIFIERS } from '../identity/party.ts';
import type { BodyOf } from '../model/records.ts';
import { foldedWords } from './folded.ts';

export const SHORTEST = 4;
const NAMES = ['legalName', 'tradeName', 'formerName', 'website', 'establishment', 'foreignRegistration'];
const SPELLINGS: readonly string[] = [...NAMES, ...STRONG_IDENTIFIERS];

/** Ways to write one party. `alone`: a short form that is all of the name that is its own, so that it means this party. */
export type Spelt = {
  readonly names: readonly string[];
  readonly short: readonly string[];
  readonly alone: boolean;
};

const long = (text: string): boolean => text.length >= SHORTEST;

/** A company without its legal form, and the first word of its own: "Aurelis Capital", "Aurelis". */
export function companyNames(name: string, known: boolean): Spelt {
  const bare = withoutForm(foldName(name).words);
  // "Onbekende houder": what is no name of anybody has no short form either.
  if (!known && bare.form === undefined) return { names: [name], short: [], alone: false };
  const { words } = parseName(name, 'organisation');
  const short = words[0]?.kind === 'own' ? [words[0].text].filter(long) : [];
  const alone = words.filter(({ kind }) => kind === 'own').length === 1;
  return { names: [name, bare.words.join(' ')].filter(long), short, alone };
}

/** A person, also with the surname first or behind an initial; and the surname and the given name alone. */
function personNames(name: string): Spelt {
  const { words } = parseName(name, 'person');
  const at = words.findLastIndex(({ kind }) => kind === 'own');
  if (at < 1) return { names: [name], short: [], alone: true };
  let from = at;
  while (from > 1 && words[from - 1]?.kind === 'joining') from--;
  const text = (some: typeof words) => some.map((word) => word.text).join(' ');
  const [surname, given] = [text(words.slice(from, at + 1)), text(words.slice(0, from))];
  const names = [name, `${surname} ${given}`, `${given[0]} ${surname}`];
  return { names, short: [surname, given].filter(long), alone: true };
}

/** All spellings of a party: its name, what claims call it, its numbers, and short forms of these. */
export function spellings(one: Told, claims: readonly BodyOf<'claim'>[]): Spelt {
  const said = claims.flatMap(({ property, value }) => {
    if (!SPELLINGS.includes(property)) return [];
    const text = value.kind === 'text' ? value.text : value.kind === 'code' ? value.code : '';
    return text === '' ? [] : [{ text, called: property.endsWith('Name') }];
  });
  const called = [String(one.body.name ?? ''), ...said.flatMap(({ text, called: is }) => (is ? [text] : []))];
  const other = said.flatMap(({ text, called: is }) => (is ? [] : [text]));
  const made = called
    .filter((name) => name.trim() !== '')
    .map((name) =>
      one.type === 'person'
        ? personNames(name)
        : one.type === 'company'
          ? companyNames(name, one.body.form !== 'unknown')
          : { names: [name], short: [], alone: false },
    );
  return {
    names: [...made.flatMap(({ names }) => names), ...other],
    short: made.flatMap(({ short }) => short),
    alone: made.some(({ alone }) => alone),
  };
}

/** One of each spelling, whatever its capitals and accents. */
export const once = (names: readonly string[]): string[] =>
  [...new Map(names.toReversed().map((name) => [foldedWords(name).join(' '), name])).values()].toReversed();
