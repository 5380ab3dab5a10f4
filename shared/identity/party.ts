import { checkKvk, checkLei, checkRsin, checkVat } from '../model/identifiers.ts';
import type { RecordId } from '../model/ids.ts';
import { type ParsedName, type PartyKind, parseName } from './parse-name.ts';

/** Numbers that registers give to one party only. A Dutch VAT number of a legal person holds its RSIN. */
export const STRONG_IDENTIFIERS = ['kvk', 'rsin', 'lei', 'vat'] as const;
export type StrongIdentifier = (typeof STRONG_IDENTIFIERS)[number];

const CHECKS = { kvk: checkKvk, rsin: checkRsin, lei: checkLei, vat: checkVat } as const;

/** A party as far as it is needed to recognise it; what may not be shown is not in it. */
export type Party = {
  readonly record: RecordId;
  readonly kind: PartyKind;
  /** What it is called; the first is the name of its record. */
  readonly names: readonly string[];
  readonly identifiers: readonly { readonly kind: StrongIdentifier; readonly value: string }[];
  /** Two capital letters. */
  readonly country?: string | undefined;
  readonly websites: readonly string[];
};

/** A party with its names taken apart and its numbers in one form, to be compared with many. */
export type PreparedParty = {
  readonly party: Party;
  readonly names: readonly ParsedName[];
  readonly identifiers: ReadonlyMap<StrongIdentifier, ReadonlySet<string>>;
  readonly websites: ReadonlySet<string>;
};

/** `https://www.example.nl/over-ons/` and `example.nl` are one site. */
const hostOf = (website: string): string =>
  website
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#].*$/, '');

/** Prepares a party. A number that fails its own check is left out: it recognises nobody. */
export function prepareParty(party: Party): PreparedParty {
  const identifiers = new Map<StrongIdentifier, Set<string>>();
  const add = (kind: StrongIdentifier, value: string): void => {
    const checked = CHECKS[kind](value);
    if (!checked.ok) return;
    identifiers.set(kind, (identifiers.get(kind) ?? new Set()).add(checked.value));
    if (kind === 'vat' && checked.value.startsWith('NL') && checkRsin(checked.value.slice(2, 11)).ok)
      add('rsin', checked.value.slice(2, 11));
  };
  for (const { kind, value } of party.identifiers) add(kind, value);
  const names = [...new Set(party.names)].map((name) => parseName(name, party.kind));
  return {
    party,
    names: names.filter(({ words }) => words.length > 0),
    identifiers,
    websites: new Set(party.websites.map(hostOf).filter((host) => host.includes('.'))),
  };
}
