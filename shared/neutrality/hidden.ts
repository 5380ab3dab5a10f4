import type { Told } from '../evidence/facts.ts';
import type { VersionView } from '../ipc/common.ts';
import type { RecordId } from '../model/ids.ts';
import { type BodyOf, ENTITY_TYPES } from '../model/records.ts';
import { identityOf } from '../scenario/facts.ts';
import { countriesIn, stateNames } from './countries.ts';
import { HOME } from './country-words.ts';
import { foldedWords } from './folded.ts';
import { investorSide } from './investor-side.ts';
import { companyNames, once, SHORTEST, type Spelt, spellings } from './spellings.ts';

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

/** The company and what it holds, down to the last subsidiary. */
function ownGroup(live: readonly Told[], of: (record: RecordId) => RecordId): ReadonlySet<RecordId> {
  const company = live.find(({ type }) => type === 'case')?.body.company as RecordId | undefined;
  const group = new Set(company === undefined ? [] : [of(company)]);
  const owns = Map.groupBy(
    live.filter(({ type, body }) => type === 'relation' && body.kind === 'owns'),
    ({ body }) => of(body.from as RecordId),
  );
  for (const one of group) for (const { body } of owns.get(one) ?? []) group.add(of(body.to as RecordId));
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

/** Foreign public bodies below the state: their names tell the country. */
const isForeignBody = ({ type, body }: Told): boolean =>
  type === 'publicBody' && body.level !== 'state' && body.country !== HOME && body.country !== undefined;

/** What kind of pseudonym a party above or beside the deal gets; undefined for what keeps its name or goes by its country. */
function kindOf({ type, body }: Told, investor: boolean): Hidden['kind'] | undefined {
  if (type === 'publicBody') return body.level === 'state' || body.country === HOME ? undefined : 'body';
  if (type === 'person') return 'person';
  return investor ? 'investor' : 'holder';
}

/** Numbers for each kind, from 1. */
function numbering(): (kind: Hidden['kind']) => number {
  const counts = new Map<Hidden['kind'], number>();
  return (kind) => {
    const n = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, n);
    return n;
  };
}

type Party = { readonly kind: Hidden['kind']; readonly spelt: readonly Spelt[] };

/**
 * Which party a short form means: "Tarsis" is Tarsis Investments before it is Tarsis Optics, because it is all of the
 * name that is its own; of equals it is the first.
 */
function shortForms(parties: readonly Party[]): ReadonlyMap<Party, readonly string[]> {
  const owner = new Map<string, Party>();
  for (const alone of [true, false])
    for (const party of parties)
      for (const one of party.spelt)
        for (const short of one.alone === alone ? one.short : [])
          if (!owner.has(short)) owner.set(short, party);
  const all = Map.groupBy(owner, ([, party]) => party);
  return new Map([...all].map(([party, shorts]) => [party, shorts.map(([short]) => short)]));
}

/** Parties of one name are one party here: nobody could tell them apart by what a text says. */
function joinNamesakes(parties: readonly Party[]): readonly Party[] {
  const nameOf = ({ spelt }: Party): string => foldedWords(spelt[0]?.names[0] ?? '').join(' ');
  return [...Map.groupBy(parties, nameOf).values()].flatMap(([first, ...more]) =>
    first ? [{ ...first, spelt: [first, ...more].flatMap(({ spelt }) => spelt) }] : [],
  );
}

/**
 * What a masked screen hides (PUR-20): foreign countries, public bodies abroad, and everybody on the side of the
 * investor. Parties that were called the same share a pseudonym, and so do parties of one name. The company, what it
 * holds, and Dutch public bodies keep their names.
 */
export function hidingOf(views: readonly VersionView[]): Hiding {
  const live: readonly Told[] = views;
  const of = identityOf(views);
  const claims = Map.groupBy(
    views.flatMap(({ type, body }) => (type === 'claim' ? [body as BodyOf<'claim'>] : [])),
    ({ subject }) => subject,
  );
  const said = (one: Told): Spelt => spellings(one, claims.get(one.record) ?? []);
  const entities = live.filter(({ type }) => ENTITY_TYPES.some((one) => one === type));
  const parties = Map.groupBy(entities, ({ record }) => of(record));
  const own = ownGroup(live, of);
  const { investors, above, own: planned } = investorSide(live, of);
  const abroad = entities.filter(isForeignBody).map(({ record }) => of(record));
  const keys = [...investors, ...above, ...abroad.toSorted()].filter((key) => !own.has(key));
  const found = [...new Set(keys)].flatMap((key): Party[] => {
    const [first, ...more] = parties.get(key) ?? [];
    const kind = first && kindOf(first, investors.includes(key));
    return first && kind ? [{ kind, spelt: [first, ...more].map(said) }] : [];
  });
  const joined = joinNamesakes([
    ...found,
    ...planned.map((name): Party => ({ kind: 'investor', spelt: [companyNames(name, true)] })),
  ]);
  const short = shortForms(joined);
  const number = numbering();
  const codes = countriesIn(live).flatMap(({ code }) => (code === HOME ? [] : [code]));
  const nameless = stateNames(live, undefined);
  return {
    hidden: [
      ...codes.toSorted().map((code): Hidden => {
        const places = [...new Set(placesIn(live, claims, code))];
        const names = [...new Set(stateNames(live, code))];
        return { kind: 'country', n: number('country'), code, names, short: [], places };
      }),
      ...(nameless.length > 0
        ? [{ kind: 'country', n: number('country'), names: nameless, short: [] } satisfies Hidden]
        : []),
      ...joined.map((party): Hidden => {
        const { kind, spelt } = party;
        const names = once(spelt.flatMap((one) => one.names));
        return { kind, n: number(kind), names, short: short.get(party) ?? [] };
      }),
    ],
    kept: once(
      [...own].flatMap((key) =>
        (parties.get(key) ?? []).map(said).flatMap(({ names, short: forms }) => [...names, ...forms]),
      ),
    ),
  };
}
