import { periodText, valueText, type Wording } from '../../dossier/compose/wording.ts';
import { propertyOf } from '../../model/properties.ts';
import { isMissing, type Value } from '../../model/value.ts';
import type { Claim, Told } from '../told.ts';

/** Values of an entity by property; empty values and repeated ones are left out, as FollowTheMoney has it. */
export class Properties {
  readonly #values = new Map<string, Set<string>>();

  add(name: string, ...values: readonly (string | undefined)[]): this {
    for (const value of values) {
      const text = value?.trim() ?? '';
      if (text === '') continue;
      const set = this.#values.get(name);
      if (set) set.add(text);
      else this.#values.set(name, new Set([text]));
    }
    return this;
  }

  toObject(): Record<string, string[]> {
    return Object.fromEntries([...this.#values].map(([name, values]) => [name, [...values]]));
  }
}

/** Territories that FollowTheMoney knows by two letters; codes that ISO leaves to users are no country to it. */
export const countryOf = (code: string | undefined): string | undefined =>
  code === undefined || /^(?:AA|Q[M-Z]|X[A-Z]|ZZ)$/.test(code) ? undefined : code.toLowerCase();

/** A web address; the model refuses other text in a property of that type. */
export const urlOf = (text: string | undefined): string | undefined =>
  text !== undefined && /^https?:\/\/[^\s/@:]+\.[^\s]+$/i.test(text.trim()) ? text.trim() : undefined;

/** The text or code of a value; undefined when it is of another kind. */
export const wordOf = (value: Value): string | undefined =>
  value.kind === 'text' ? value.text : value.kind === 'code' ? value.code : undefined;

/** A number as text, or a range as `25-50`; open ends of a percentage are 0 and 100. */
export function sizeOf(value: Value): string | undefined {
  if (value.kind === 'number') return String(value.number);
  if (value.kind !== 'range') return undefined;
  return `${value.min ?? 0}-${value.max ?? (value.unit === 'percent' ? 100 : '')}`;
}

/** What a claim says, for a reader who has only the words: `Share of votes: 30% (from 2021)`. */
export function sentenceOf(claim: Claim, wording: Wording): string {
  const label = propertyOf(claim.property)?.label.en ?? claim.property;
  const { value } = claim;
  const reason =
    isMissing(value) && 'reason' in value && value.reason !== undefined ? `: ${value.reason}` : '';
  const period = periodText(claim, wording.t);
  return `${label}: ${valueText(claim.property, value, wording)}${reason}${period === undefined ? '' : ` (${period})`}`;
}

/** Where the claims come from: addresses and publishers of their sources. */
export function addOrigin(properties: Properties, { sources }: Told): void {
  for (const { body } of sources) {
    const { location, publisher, title } = body as { location?: string; publisher?: string; title?: string };
    properties.add('sourceUrl', urlOf(location)).add('publisher', publisher ?? title);
  }
}
