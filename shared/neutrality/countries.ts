import { propertyOf } from '../model/properties.ts';
import type { RecordType } from '../model/records.ts';
import { HOME } from './country-words.ts';

/** One live version as these functions need it. */
export type Placed = {
  readonly type: RecordType;
  readonly body: { readonly [member: string]: unknown };
};

/** The country that a record gives, as an ISO code: of a party or site, or as the value of a claim. */
export function countryIn({ type, body }: Placed): string | undefined {
  if (typeof body.country === 'string') return body.country;
  if (type !== 'claim' || !isCountryClaim(body)) return undefined;
  const { code } = body.value as { readonly code?: unknown };
  return typeof code === 'string' ? code : undefined;
}

/** A claim that says of something which country it is of, and nothing else. */
export const isCountryClaim = (body: Placed['body']): boolean =>
  typeof body.property === 'string' && propertyOf(body.property)?.check === 'country';

/** The countries of a case with how many records name each, the most first. */
export function countriesIn(
  live: readonly Placed[],
): readonly { readonly code: string; readonly count: number }[] {
  const codes = live.flatMap((one) => countryIn(one) ?? []);
  return [...Map.groupBy(codes, (code) => code)]
    .map(([code, all]) => ({ code, count: all.length }))
    .toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

/** One country in the place of another, as ISO codes. */
export type Swap = { readonly from: string; readonly to: string };

/**
 * The swaps that show whether a case depends on a country (PUR-20): each foreign country of a state, or where there is
 * none the foreign country that is named most, once as another foreign country of the case and once as the Netherlands.
 * Countries as `countriesIn` orders them; the first swap is the one to begin with.
 */
export function swapsOf(countries: readonly { readonly code: string; readonly state: boolean }[]): Swap[] {
  const abroad = countries.filter(({ code }) => code !== HOME);
  const states = abroad.filter(({ state }) => state);
  return (states.length > 0 ? states : abroad.slice(0, 1)).flatMap(({ code: from }) =>
    [
      ...abroad
        .filter(({ code }) => code !== from)
        .slice(0, 1)
        .map(({ code }) => code),
      HOME,
    ].map((to) => ({
      from,
      to,
    })),
  );
}

/** Names of the states of a country in the case; without a code, of those of which no country is given. */
export const stateNames = (live: readonly Placed[], code: string | undefined): string[] =>
  live.flatMap(({ type, body }) =>
    type === 'publicBody' && body.level === 'state' && body.country === code && typeof body.name === 'string'
      ? [body.name]
      : [],
  );

/**
 * The same case in another country: every record of `from` is one of `to`. Names and texts stay as they are, because
 * nothing is computed from them.
 */
export const swapCountry = <T extends Placed>(live: readonly T[], from: string, to: string): T[] =>
  live.map((one) => {
    if (countryIn(one) !== from) return one;
    const { body } = one;
    if (body.country === from) return { ...one, body: { ...body, country: to } };
    return { ...one, body: { ...body, value: { ...(body.value as object), code: to } } };
  });
