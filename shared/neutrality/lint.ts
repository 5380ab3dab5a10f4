import { aboutOf, CONCLUDING, type Concluding } from '../evidence/conclusions.ts';
import { type Claims, firstOf, restsOn, type Told } from '../evidence/facts.ts';
import { countryText } from '../i18n/codes.ts';
import type { RecordId } from '../model/ids.ts';
import { isCountryClaim } from './countries.ts';

/**
 * `countryEvidence`: all evidence only says of which country something is. `countryArgument`: the argument names a
 * country, and none of the evidence is about a tie: ownership, finance, influence, law, a person.
 */
export const NEUTRALITY_CODES = ['countryEvidence', 'countryArgument'] as const;

/** A judgement that may rest on a country alone (PUR-20): what a person should look at, not a verdict on it. */
export type NeutralityFinding = {
  readonly record: RecordId;
  readonly type: Concluding;
  readonly about: string;
  readonly code: (typeof NEUTRALITY_CODES)[number];
  /** Words for a country that the argument uses. */
  readonly words: readonly string[];
};

const HOME = 'NL';
const SHORTEST = 4;

/** A name without its ending, so that "Zoravië" also finds "Zoravisch" and "China" finds "Chinees". */
const stemOf = (name: string): string => {
  const stem = name.toLowerCase().replace(/(?:ië|ia|je|[aeiouë])$/u, '');
  return stem.length >= SHORTEST ? stem : name.toLowerCase();
};

/** Stems of the names of foreign countries in the case, in both languages, and of its foreign states. */
function countryStems(live: readonly Told[], codes: readonly string[]): string[] {
  const known = codes
    .filter((code) => code !== HOME)
    .flatMap((code) => [countryText(code, 'nl'), countryText(code, 'en')].filter((name) => name !== code));
  const states = live.flatMap(({ type, body }) =>
    type === 'publicBody' && body.level === 'state' && body.country !== HOME && typeof body.name === 'string'
      ? [body.name.trim().split(/\s+/).at(-1) ?? '']
      : [],
  );
  return [...new Set([...known, ...states].filter((name) => name.length >= SHORTEST).map(stemOf))];
}

const namedIn = (text: string, stems: readonly string[]): string[] => [
  ...new Set(
    (text.match(/\p{L}+/gu) ?? []).filter((word) =>
      stems.some((stem) => word.toLowerCase().startsWith(stem)),
    ),
  ),
];

/** Whether evidence is about a tie: a relation, an influence, or a claim about one. */
function isTie(record: RecordId, types: ReadonlyMap<RecordId, string>, claims: Claims): boolean {
  const about = claims.get(record)?.subject ?? record;
  return ['relation', 'influence', 'person'].includes(types.get(about) ?? '');
}

const TEXTS = ['statement', 'argument', 'reason'] as const;

/** Judgements that rest on a country alone, in the order of the records; a country is never a score by itself. */
export function lintNeutrality(live: readonly Told[], codes: readonly string[]): NeutralityFinding[] {
  const types = new Map(live.map(({ record, type }) => [record, type]));
  const claims = firstOf(live, 'claim');
  const stems = countryStems(live, codes);
  return live.flatMap(({ record, type, body }): NeutralityFinding[] => {
    const concluding = CONCLUDING.find((one) => one === type);
    if (concluding === undefined) return [];
    const evidence = Array.isArray(body.evidence) ? (body.evidence as RecordId[]) : [];
    const found = { record, type: concluding, about: aboutOf(concluding, body) };
    const below = [...new Set(evidence.flatMap((one) => [...restsOn(one, claims)]))];
    const told = below.flatMap((one) => claims.get(one) ?? []);
    const facts = told.length > 0 && told.length === below.length;
    if (facts && told.every(isCountryClaim)) return [{ ...found, code: 'countryEvidence', words: [] }];
    if (below.some((one) => isTie(one, types, claims))) return [];
    const words = TEXTS.flatMap((member) => {
      const text = body[member];
      return typeof text === 'string' ? namedIn(text, stems) : [];
    });
    return words.length === 0 ? [] : [{ ...found, code: 'countryArgument', words: [...new Set(words)] }];
  });
}
