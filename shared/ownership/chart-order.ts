import type { ChartInput } from './chart-layout.ts';
import type { Tiers } from './chart-tiers.ts';

/** A place in a tier: a box, or a passage that keeps room for a line on its way through (`box` is undefined). */
export type Knot = {
  readonly tier: number;
  readonly box: string | undefined;
  /** Width of the box or passage itself, and room to its right for lines that close a circle. */
  readonly width: number;
  readonly lane: number;
  /** Neighbours in the next tier above and below. */
  readonly above: Knot[];
  readonly below: Knot[];
  /** Left edge. */
  x: number;
  place: number;
};

/** The way of one line through the tiers, from its holder to what it holds. */
export type Way = { readonly line: string; readonly back: boolean; readonly knots: readonly Knot[] };

export const PASSAGE = 10;
export const LANE = 16;
const SWEEPS = 8;
const ROUNDS = 4;

/** Boxes and passages by tier, the highest first, with the way of every line. */
export function knotsOf({ boxes, lines }: ChartInput, { of, back }: Tiers) {
  const rows = new Map<number, Knot[]>();
  const add = (tier: number, box: string | undefined, width: number, lane: number): Knot => {
    const row = rows.get(tier) ?? [];
    const knot: Knot = { tier, box, width, lane, above: [], below: [], x: 0, place: row.length };
    rows.set(tier, row);
    row.push(knot);
    return knot;
  };
  const laneOf = new Map<string, number>();
  for (const { id, from, to, label } of lines) {
    if (!back.has(id)) continue;
    const room = from === to ? LANE + label + 8 : LANE;
    for (const end of new Set([from, to])) laneOf.set(end, (laneOf.get(end) ?? 0) + room);
  }
  const widths = new Map(boxes.map(({ id, width }) => [id, width]));
  const knots = new Map<string, Knot>();
  for (const [id, tier] of of) knots.set(id, add(tier, id, widths.get(id) ?? 0, laneOf.get(id) ?? 0));
  const ways = lines.flatMap(({ id, from, to }): Way[] => {
    const [first, last] = [knots.get(from), knots.get(to)];
    if (!first || !last) return [];
    const step = Math.sign(last.tier - first.tier);
    const chain = [first];
    for (let tier = first.tier + step; step !== 0 && tier !== last.tier; tier += step)
      chain.push(add(tier, undefined, PASSAGE, 0));
    if (first !== last) chain.push(last);
    chain.slice(1).forEach((knot, i) => {
      const before = chain[i] as Knot;
      const [high, low] = step < 0 ? [before, knot] : [knot, before];
      high.below.push(low);
      low.above.push(high);
    });
    return [{ line: id, back: back.has(id), knots: chain }];
  });
  const tiers = [...rows].sort(([a], [b]) => b - a).map(([, row]) => row);
  return { tiers, ways };
}

/**
 * Few crossings: every knot at the mean place of its neighbours, tier by tier, up and down, each time followed by
 * moving single knots to where they cross least; the best order of all is given. Where it begins decides where it ends.
 */
export function orderTiers(tiers: readonly (readonly Knot[])[]) {
  const rows = tiers.map((row) => [...row]);
  let best: Knot[][] = [];
  let least = Number.POSITIVE_INFINITY;
  const weigh = (): void => {
    const found = crossingsOf(rows);
    if (found >= least) return;
    least = found;
    best = rows.map((row) => [...row]);
  };
  for (const row of rows) numberPlaces(row);
  weigh();
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const down = sweep % 2 === 0;
    for (const row of down ? rows : [...rows].reverse()) sortByMean(row, down);
    weigh();
    sift(rows);
    weigh();
    if (least === 0) break;
  }
  for (const row of best) numberPlaces(row);
  return { rows: best, crossings: least };
}

/** Tells every knot of a tier its place. */
export const numberPlaces = (row: readonly Knot[]): void => {
  row.forEach((knot, place) => {
    knot.place = place;
  });
};

function sortByMean(row: Knot[], down: boolean): void {
  const mean = new Map(
    row.map((knot) => {
      const near = down ? knot.above : knot.below;
      const sum = near.reduce((total, { place }) => total + place, 0);
      return [knot, near.length === 0 ? knot.place : sum / near.length];
    }),
  );
  row.sort((a, b) => (mean.get(a) ?? 0) - (mean.get(b) ?? 0) || a.place - b.place);
  numberPlaces(row);
}

/** Crossings between two knots of one tier when the first stands left of the second. */
const between = (a: Knot, b: Knot): number => {
  let count = 0;
  for (const side of ['above', 'below'] as const) {
    for (const one of a[side]) for (const other of b[side]) if (one.place > other.place) count++;
  }
  return count;
};

const crossingsOf = (tiers: readonly (readonly Knot[])[]): number => {
  let count = 0;
  for (const row of tiers) {
    row.forEach((a, i) => {
      for (const b of row.slice(i + 1)) {
        for (const one of a.below) for (const other of b.below) if (one.place > other.place) count++;
      }
    });
  }
  return count;
};

/** Moves one knot after the other to the place in its tier where it crosses least, while that helps. */
function sift(tiers: readonly Knot[][]): void {
  for (let round = 0, better = true; better && round < ROUNDS; round++) {
    better = false;
    for (const row of tiers) {
      for (const knot of [...row]) {
        const from = row.indexOf(knot);
        let [to, gain] = [from, 0];
        for (const step of [-1, 1]) {
          let saved = 0;
          for (let at = from + step; at >= 0 && at < row.length; at += step) {
            const other = row[at] as Knot;
            saved += step * (between(knot, other) - between(other, knot));
            if (saved > gain) [to, gain] = [at, saved];
          }
        }
        if (gain === 0) continue;
        row.splice(from, 1);
        row.splice(to, 0, knot);
        numberPlaces(row);
        better = true;
      }
    }
  }
}
