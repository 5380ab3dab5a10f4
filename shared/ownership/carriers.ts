import type { Holding } from './interest.ts';
import { atLeast, type VerdictOf } from './support.ts';

/**
 * Sources that carry a verdict alone: take away every interest that rests on that one source and on nothing else, and
 * the verdict falls. `sourcesOf` gives the sources of an interest by its id; none means that nobody says where it is
 * from, and it is no source's. Only members of a support are asked, as no other interest can bring the verdict down.
 */
export function carriersOf(
  holdings: readonly Holding[],
  support: readonly number[],
  verdictOf: VerdictOf,
  sourcesOf: (id: string) => readonly string[],
): readonly string[] {
  const verdict = verdictOf(holdings);
  const alone = (holding: Holding | undefined): string | undefined => {
    const [source, ...others] = new Set(holding?.id === undefined ? [] : sourcesOf(holding.id));
    return others.length === 0 ? source : undefined;
  };
  const asked = [...new Set(support.map((place) => alone(holdings[place])))].filter(
    (source) => source !== undefined,
  );
  return asked
    .filter((source) => !atLeast(verdictOf(holdings.filter((holding) => alone(holding) !== source)), verdict))
    .sort();
}
