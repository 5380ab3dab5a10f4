import { type Compiled, outsidePurchases } from './compile.ts';
import { highestMean, lowestMean, shareBounds, type Weighted } from './mean.ts';
import { type Importance, isExact, ONE, type Range, UNKNOWN, UNKNOWN_SHARE, ZERO } from './network.ts';

const WEEK = 7;

/** A source of an input, with its time to replace in weeks. */
export type TimedSource = {
  readonly link: number;
  readonly from: number;
  readonly volume: Range;
  readonly share: Range | undefined;
  readonly cover: Range | undefined;
  readonly replace: Range;
};

/** An input of a customer: its sources, stock in weeks, and what is lost when it is gone altogether. */
export type TimedInput = {
  readonly importance: Importance;
  readonly sources: readonly TimedSource[];
  readonly stock: Range;
  readonly outputLoss: Range;
  /** Its part of all purchases of the customer. */
  readonly part: Range;
};

const weeks = (range: Range | undefined): Range => {
  const { min, max } = range ?? UNKNOWN;
  return { min: min / WEEK, max: max / WEEK };
};
const hull = (ranges: readonly Range[]): Range => ({
  min: Math.min(...ranges.map(({ min }) => min)),
  max: Math.max(...ranges.map(({ max }) => max)),
});

/**
 * The inputs of each node. Stock is of the input and not of one source, so that where its links say different things any
 * of them may be so.
 */
export function timedInputs({ n, network, from, buyers, group, importance }: Compiled): TimedInput[][] {
  const { nodes, links } = network;
  return Array.from({ length: n }, (_, i) => {
    const byGroup = new Map<number, number[]>();
    for (const e of buyers.link.subarray(buyers.off[i], buyers.off[i + 1])) {
      const g = group[e] as number;
      byGroup.set(g, [...(byGroup.get(g) ?? []), e]);
    }
    const volumeOf = (e: number): Range => links[e]?.volume ?? ZERO;
    const bought = Array.from(buyers.link.subarray(buyers.off[i], buyers.off[i + 1]));
    const outside = outsidePurchases(nodes[i]);
    return [...byGroup].map(([g, own]): TimedInput => {
      const weigh = (e: number): Weighted => ({ value: own.includes(e) ? 1 : 0, ...volumeOf(e) });
      const all = bought.map(weigh);
      return {
        importance: importance[g] ?? 'unknown',
        sources: own.map((e) => ({
          link: e,
          from: from[e] as number,
          volume: volumeOf(e),
          share: links[e]?.share,
          cover: links[e]?.cover,
          replace: weeks(links[e]?.replaceDays),
        })),
        stock: hull(own.map((e) => weeks(links[e]?.stockDays))),
        outputLoss: hull(own.map((e) => links[e]?.outputLoss ?? ONE)),
        part: { min: lowestMean(all, outside), max: highestMean(all, outside) },
      };
    });
  });
}

/** Shares of an input that are known exactly; undefined when they are not. */
function exactShares(sources: readonly TimedSource[]): number[] | undefined {
  const stated = sources.some(({ share }) => share !== undefined);
  const known = sources.every(({ share, volume }) =>
    stated ? share !== undefined && isExact(share) : isExact(volume),
  );
  if (!known) return undefined;
  if (stated) return sources.map(({ share }) => share?.min ?? 0);
  const sum = sources.reduce((all, { volume }) => all + volume.min, 0);
  if (sources.length === 1) return [1];
  return sum > 0 && Number.isFinite(sum) ? sources.map(({ volume }) => volume.min / sum) : undefined;
}

/** `failed[s]` is the part that source s does not deliver; `most` takes the largest arrival that the ranges allow. */
export type Arrivals = (failed: ArrayLike<number>, most: boolean) => number;

/**
 * What arrives of an input in a week, as a part of the need, when its sources fail to deliver the given parts. Others
 * that may cover more than they do now step in, to the whole need at most. `arrives` falls with every failure and
 * grows with every cover, so that the ends of those bound it; where shares are ranges, each bound is safe by itself.
 */
export function createArrivals({ sources }: TimedInput): Arrivals {
  const shares = exactShares(sources);
  const steps = sources.some(({ cover }) => cover !== undefined);
  return (failed, most) => {
    const values = sources.map(
      (source, s): Weighted => ({
        value: failed[s] as number,
        ...(source.share ?? (shares ? UNKNOWN_SHARE : source.volume)),
      }),
    );
    if (values.every(({ value }) => value === 0)) return 1;
    const coverOf = (s: number): number => {
      const { cover } = sources[s] as TimedSource;
      return cover === undefined ? 0 : most ? cover.max : cover.min;
    };
    const goes = (s: number): number => 1 - (failed[s] as number);
    if (shares) {
      let arrives = Math.max(0, 1 - shares.reduce((sum, share) => sum + share, 0));
      for (const [s, share] of shares.entries()) arrives += goes(s) * Math.max(share, coverOf(s));
      return Math.min(1, arrives);
    }
    const missing = missingOf(sources, values, most);
    if (!steps) return 1 - missing;
    let covered = 0;
    for (let s = 0; s < sources.length; s++) covered += goes(s) * coverOf(s);
    // At least what either alone brings, and at most both together.
    return most ? Math.min(1, 1 - missing + covered) : Math.max(1 - missing, Math.min(1, covered));
  };
}

function missingOf(sources: readonly TimedSource[], values: readonly Weighted[], most: boolean): number {
  if (sources.some(({ share }) => share !== undefined)) {
    const stated = values.map((item, s) => ({ ...item, ...(sources[s]?.share ?? UNKNOWN_SHARE) }));
    const bounded = shareBounds(stated);
    if (bounded) return most ? bounded.min : bounded.max;
  }
  return most ? lowestMean(values) : highestMean(values);
}
