import { aboutOf, CONCLUDING, type Concluding } from '../evidence/conclusions.ts';
import { type Claims, firstOf, restsOn, type Told } from '../evidence/facts.ts';
import type { RecordId } from '../model/ids.ts';
import { isCountryClaim, stateNames } from './countries.ts';
import { countryPatterns, HOME } from './country-words.ts';
import { foldText } from './folded.ts';
import { type Finder, finderOf } from './patterns.ts';

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

/** Looks for the foreign countries and states of the case. */
const foreignFinder = (live: readonly Told[], codes: readonly string[]): Finder<undefined> =>
  finderOf(
    [...codes.filter((code) => code !== HOME), undefined]
      .flatMap((code) => countryPatterns(code, stateNames(live, code)))
      .map((pattern) => ({ pattern, what: undefined })),
  );

const namedIn = (text: string, finder: Finder<undefined>): string[] =>
  finder(text, foldText(text)).map(({ from, to }) => text.slice(from, to));

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
  const finder = foreignFinder(live, codes);
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
      return typeof text === 'string' ? namedIn(text, finder) : [];
    });
    return words.length === 0 ? [] : [{ ...found, code: 'countryArgument', words: [...new Set(words)] }];
  });
}
