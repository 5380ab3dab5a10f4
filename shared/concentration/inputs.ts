import { type Ends, type Index, indexOf } from './hhi.ts';

/** A source of an input: its share of it, and where known from which country, whose, and from which site. */
export type Source = {
  readonly id: string;
  readonly share: Ends;
  readonly country?: string | undefined;
  readonly owner?: string | undefined;
  readonly site?: string | undefined;
};

/** By what the shares of an input are added up. */
export const GROUPINGS = ['country', 'owner', 'site'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** The index by supplier; undefined when the shares contradict each other. */
export const bySupplier = (sources: readonly Source[]): Index | undefined =>
  indexOf(sources.map(({ share }) => share));

/**
 * The index by country, owner or site: the shares of one group count as one. A source of which the group is not known
 * may stand alone, the least that it can add, or belong to the largest group: sums of squares are largest when all
 * such sources go together. Undefined: the shares contradict each other.
 */
export function byGroup(sources: readonly Source[], grouping: Grouping): Index | undefined {
  const groups = new Map<string, Ends>();
  const homeless: Ends[] = [];
  for (const { share, [grouping]: name } of sources) {
    if (name === undefined) homeless.push(share);
    else groups.set(name, added(groups.get(name) ?? NOTHING, share));
  }
  const known = [...groups.values()];
  const apart = indexOf([...known, ...homeless]);
  if (apart === undefined || homeless.length === 0) return apart;
  const together = homeless.reduce(added, NOTHING);
  const worst = [...known, NOTHING].map((_, at) => {
    const joined = known.map((group, g) => (g === at ? added(group, together) : group));
    return indexOf(at === known.length ? [...known, together] : joined);
  });
  const found = worst.filter((index) => index !== undefined);
  return {
    min: apart.min,
    max: Math.max(apart.max, ...found.map(({ max }) => max)),
    tight: found.every(({ tight }) => tight),
  };
}

const NOTHING: Ends = { min: 0, max: 0 };
const added = (a: Ends, b: Ends): Ends => ({ min: a.min + b.min, max: Math.min(1, a.max + b.max) });

/**
 * The share of an input that comes from certain groups: at least and at most. Sources of unknown group may belong or
 * not, and what the shares leave open too.
 */
export function shareOf(
  sources: readonly Source[],
  grouping: Grouping,
  belongs: (name: string) => boolean,
): Ends {
  let inside = NOTHING;
  let outside = NOTHING;
  for (const { share, [grouping]: name } of sources) {
    if (name !== undefined && belongs(name)) inside = added(inside, share);
    else if (name !== undefined) outside = added(outside, share);
  }
  // What is certainly outside cannot be inside; when every source is known, what is not outside must be inside.
  const closed = sources.every(({ [grouping]: name }) => name !== undefined) && inside.max + outside.max >= 1;
  const min = closed ? Math.max(inside.min, 1 - outside.max) : inside.min;
  return { min, max: Math.max(min, closed ? Math.min(inside.max, 1 - outside.min) : 1 - outside.min) };
}
