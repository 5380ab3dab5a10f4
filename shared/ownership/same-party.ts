import { bounds, type Holding, type Share } from './interest.ts';

/**
 * Interests between parties of which some were called the same (`sameParties`): `of` gives the node that stands for a
 * record. Interests within one party fall away. Where two entries of one party each have an interest in the same
 * company, it may be one interest written down twice or two: the joint share runs from the larger to the sum, so that
 * what follows holds either way. `doubled` names those interests. Facts stay as they are.
 */
export function joinSame(
  holdings: readonly Holding[],
  of: (record: string) => string,
): { readonly holdings: readonly Holding[]; readonly doubled: readonly (readonly string[])[] } {
  const moved = holdings.map((holding) => ({
    from: holding,
    holding: { ...holding, holder: of(holding.holder), held: of(holding.held) },
    changed: of(holding.holder) !== holding.holder || of(holding.held) !== holding.held,
  }));
  const outside = moved.filter(
    ({ holding, from }) => holding.holder !== holding.held || from.holder === from.held,
  );
  const groups = Map.groupBy(outside, ({ holding }) => `${holding.holder} ${holding.held}`);
  const joined: Holding[] = [];
  const doubled: string[][] = [];
  for (const group of groups.values()) {
    const entries = new Set(group.map(({ from }) => `${from.holder} ${from.held}`));
    if (entries.size < 2) {
      joined.push(...group.map(({ holding }) => holding));
      continue;
    }
    joined.push(together(group.map(({ holding }) => holding)));
    doubled.push(group.flatMap(({ holding }) => holding.id ?? []));
  }
  return { holdings: joined, doubled };
}

function together(all: readonly Holding[]): Holding {
  const [first] = all as [Holding, ...Holding[]];
  const rights = all.map(({ right }) => right);
  return {
    ...first,
    capital: eitherWay(all.map(({ capital }) => capital)),
    votes: eitherWay(all.map(({ votes }) => votes)),
    right: rights.includes('certain') ? 'certain' : rights.includes('possible') ? 'possible' : undefined,
  };
}

function eitherWay(shares: readonly (Share | undefined)[]): Share | undefined {
  const known = shares.filter((share) => share !== undefined);
  if (known.length < 2) return known[0];
  if (known.some(({ kind }) => kind === 'unknown')) return { kind: 'unknown' };
  const all = known.map(bounds);
  const min = Math.max(...all.map((one) => one.min));
  const max = Math.min(
    1,
    all.reduce((sum, one) => sum + one.max, 0),
  );
  return { kind: 'range', min: Math.min(min, max), max };
}
