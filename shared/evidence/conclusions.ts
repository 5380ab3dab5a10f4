import type { RecordId } from '../model/ids.ts';
import type { RecordType } from '../model/records.ts';
import { firstOf, originsOf, restsOn, type Told } from './facts.ts';
import type { Weakness } from './weaknesses.ts';

/** Types of records that conclude something from evidence. */
export const CONCLUDING = [
  'verdict',
  'determination',
  'rung',
  'rating',
  'appraisal',
] as const satisfies readonly RecordType[];
export type Concluding = (typeof CONCLUDING)[number];

/** What a conclusion stands on. */
export type Conclusion = {
  readonly record: RecordId;
  readonly type: Concluding;
  /** What it is about, by the id of its list: a leaf, a question of the law, an instrument, an indicator, a criterion. An appraisal of one's own says what it is about itself. */
  readonly about: string;
  readonly evidence: number;
  /** Origins in the end; one alone means that one mistake is enough to be wrong. */
  readonly origins: number;
  /** Weaknesses of claims that it rests on, by whatever way, each with how many claims have it. */
  readonly weak: Readonly<Partial<Record<Weakness, number>>>;
};

const ABOUT = {
  verdict: ['leaf'],
  determination: ['question'],
  rung: ['instrument'],
  rating: ['indicator'],
  appraisal: ['criterion', 'statement'],
} as const satisfies Record<Concluding, readonly string[]>;

/** What a record that concludes is about, by the id of its list. */
export function aboutOf(type: Concluding, body: { readonly [member: string]: unknown }): string {
  const member = ABOUT[type].find((one) => typeof body[one] === 'string');
  return member === undefined ? '' : String(body[member]);
}

/** All conclusions with their evidence, those of one type together, by what they are about. */
export function conclusionsOf(
  live: readonly Told[],
  weak: ReadonlyMap<RecordId, readonly Weakness[]>,
): Conclusion[] {
  const claims = firstOf(live, 'claim');
  const sources = firstOf(live, 'source');
  return CONCLUDING.flatMap((type) =>
    [...firstOf(live, type)]
      .map(([record, body]): Conclusion => {
        const below = new Set(body.evidence.flatMap((one) => [...restsOn(one, claims)]));
        const counts: Partial<Record<Weakness, number>> = {};
        for (const one of below)
          for (const weakness of weak.get(one) ?? []) counts[weakness] = (counts[weakness] ?? 0) + 1;
        return {
          record,
          type,
          about: aboutOf(type, body),
          evidence: body.evidence.length,
          origins: originsOf(body.evidence, claims, sources).size,
          weak: counts,
        };
      })
      .toSorted((a, b) => (a.about < b.about ? -1 : a.about > b.about ? 1 : 0)),
  );
}
