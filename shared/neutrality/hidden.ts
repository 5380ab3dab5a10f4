import type { Told } from '../evidence/facts.ts';
import { foldName } from '../identity/fold.ts';
import { withoutForm } from '../identity/legal-forms.ts';
import { parseName } from '../identity/parse-name.ts';
import { STRONG_IDENTIFIERS } from '../identity/party.ts';
import type { VersionView } from '../ipc/common.ts';
import type { RecordId } from '../model/ids.ts';
import type { BodyOf } from '../model/records.ts';
import { identityOf } from '../scenario/facts.ts';
import { countriesIn, stateNames } from './countries.ts';
import { HOME } from './country-words.ts';
import { foldedWords } from './folded.ts';
import { investorSide } from './investor-side.ts';

export const HIDDEN_KINDS = ['country', 'investor', 'holder', 'person', 'body'] as const;
/**
 * What is hidden behind one pseudonym. `names` are all spellings, of a country those of its state; `short` are found
 * with a capital only.
 */
export type Hidden = {
  readonly kind: (typeof HIDDEN_KINDS)[number];
  /** From 1, apart for each kind: Land 1, Investeerder A. */
  readonly n: number;
  readonly code?: string | undefined;
  readonly names: readonly string[];
  readonly short: readonly string[];
  /** Of a country: places there that the case names. */
  readonly places?: readonly string[] | undefined;
};
/** `kept`: names of the company itself, which stay even inside other names. */
export type Hiding = { readonly hidden: readonly Hidden[]; readonly kept: readonly string[] };

const SHORTEST = 4;
const NAMES = ['legalName', 'tradeName', 'formerName', 'website', 'establishment', 'foreignRegistration'];
const SPELLINGS: readonly string[] = [...NAMES, ...STRONG_IDENTIFIERS];

/** Ways to write one party. `alone`: a short form that is all of the name that is its own, so that it means this party. */
type Spelt = {
  readonly names: readonly string[];
  readonly short: readonly string[];
  readonly alone: boolean;
};

const long = (text: string): boolean => text.length >= SHORTEST;

/** A company without its legal form, and the first word of its own: "Aurelis Capital", "Aurelis". */
function companyNames(name: string, known: boolean): Spelt {
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
function spellings(one: Told, claims: readonly BodyOf<'claim'>[]): Spelt {
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
const once = (names: readonly string[]): string[] =>
  [...new Map(names.toReversed().map((name) => [foldedWords(name).join(' '), name])).values()].toReversed();

/** The company and what it holds, down to the last subsidiary. */
function ownGroup(live: readonly Told[]): ReadonlySet<RecordId> {
  const company = live.find(({ type }) => type === 'case')?.body.company as RecordId | undefined;
  const group = new Set(company === undefined ? [] : [company]);
  const owns = Map.groupBy(
    live.filter(({ type, body }) => type === 'relation' && body.kind === 'owns'),
    ({ body }) => body.from,
  );
  for (const one of group) for (const { body } of owns.get(one) ?? []) group.add(body.to as RecordId);
  return group;
}

/** Places that are told of what stands in a country: where a site is, and the seat of a foreign company. */
function placesIn(
  live: readonly Told[],
  claims: ReadonlyMap<RecordId, readonly BodyOf<'claim'>[]>,
  code: string,
) {
  return live
    .filter(({ body }) => body.country === code)
    .flatMap(({ record, body }) => [
      ...(typeof body.place === 'string' ? [body.place] : []),
      ...(claims.get(record) ?? []).flatMap(({ property, value }) =>
        property === 'seat' && value.kind === 'text' ? [value.text] : [],
      ),
    ])
    .filter((place) => place.trim().length >= SHORTEST);
}

/**
 * What a masked screen hides (PUR-20): foreign countries, public bodies abroad, and everybody on the side of the
 * investor. Parties that were called the same share a pseudonym, and so do parties of one name. The company, what it
 * holds, and Dutch public bodies keep their names.
 */
export function hidingOf(views: readonly VersionView[]): Hiding {
  const first = new Map(views.toReversed().map((view) => [view.record, view as Told]));
  const live = [...first.values()].toReversed();
  const same = identityOf(views);
  const claims = Map.groupBy(
    views.flatMap(({ type, body }) => (type === 'claim' ? [body as BodyOf<'claim'>] : [])),
    ({ subject }) => subject,
  );
  const own = ownGroup(live);
  const { investors, above, own: planned } = investorSide(live);
  const isBody = ({ type, body }: Told) =>
    type === 'publicBody' && body.level !== 'state' && body.country !== HOME && body.country !== undefined;
  const side = [...investors, ...above].flatMap((record) => first.get(record) ?? []);
  const abroad = live.filter(isBody).toSorted((a, b) => (a.record < b.record ? -1 : 1));
  const kindOf = ({ type, record, body }: Told): Hidden['kind'] | undefined => {
    if (own.has(record)) return undefined;
    if (type === 'publicBody') return body.level === 'state' || body.country === HOME ? undefined : 'body';
    if (type === 'person') return 'person';
    return investors.includes(record) ? 'investor' : 'holder';
  };

  const found = new Map<string, { kind: Hidden['kind']; spelt: Spelt[] }>();
  const keyOf = (key: string, name: string): string =>
    found.has(key) ? key : ([...found].find(([, { spelt }]) => spelt[0]?.names[0] === name)?.[0] ?? key);
  const add = (key: string, kind: Hidden['kind'], spelt: Spelt): void => {
    const place = keyOf(key, spelt.names[0] ?? '');
    found.set(place, { kind, ...found.get(place), spelt: [...(found.get(place)?.spelt ?? []), spelt] });
  };
  for (const one of [...side, ...abroad]) {
    const kind = kindOf(one);
    if (kind) add(same(one.record), kind, spellings(one, claims.get(one.record) ?? []));
  }
  for (const name of planned) add(`own ${name}`, 'investor', companyNames(name, true));
  // "Tarsis" is Tarsis Investments before it is Tarsis Optics; of equals it is the nearest.
  const owner = new Map<string, string>();
  for (const alone of [true, false])
    for (const [key, { spelt }] of found)
      for (const one of spelt)
        for (const short of one.alone === alone ? one.short : [])
          if (!owner.has(short)) owner.set(short, key);

  const counts = new Map<Hidden['kind'], number>();
  const number = (kind: Hidden['kind']): number => {
    const n = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, n);
    return n;
  };
  const codes = countriesIn(live).flatMap(({ code }) => (code === HOME ? [] : [code]));
  const nameless = stateNames(live, undefined);
  return {
    hidden: [
      ...codes.toSorted().map((code): Hidden => {
        const places = [...new Set(placesIn(live, claims, code))];
        const names = stateNames(live, code);
        return { kind: 'country', n: number('country'), code, names, short: [], places };
      }),
      ...(nameless.length > 0
        ? [{ kind: 'country', n: number('country'), names: nameless, short: [] } satisfies Hidden]
        : []),
      ...[...found].map(
        ([key, { kind, spelt }]): Hidden => ({
          kind,
          n: number(kind),
          names: once(spelt.flatMap(({ names }) => names)),
          short: [...owner].flatMap(([short, whose]) => (whose === key ? [short] : [])),
        }),
      ),
    ],
    kept: once(
      [...own].flatMap((record) => {
        const one = first.get(record);
        const spelt = one && spellings(one, claims.get(record) ?? []);
        return spelt ? [...spelt.names, ...spelt.short] : [];
      }),
    ),
  };
}
