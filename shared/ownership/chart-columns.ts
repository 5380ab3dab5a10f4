import type { Knot } from './chart-order.ts';

const GAP = 30;
const NARROW = 16;
const ROUNDS = 24;

const centre = ({ x, width }: Knot): number => x + width / 2;
const gapOf = (a: Knot, b: Knot): number => (a.box !== undefined && b.box !== undefined ? GAP : NARROW);

/**
 * Left edges of all knots: as near as can be to the middle of their neighbours, in the given order and without
 * touching. Passages pull harder than boxes, so that long lines run straight.
 */
export function placeColumns(tiers: readonly (readonly Knot[])[]): void {
  for (const row of tiers) settle(row, () => 0);
  for (let round = 0; round < ROUNDS; round++) {
    const sides = round % 2 === 0 ? (['above'] as const) : (['below'] as const);
    const last = round >= ROUNDS - 2;
    for (const row of round % 2 === 0 ? tiers : [...tiers].reverse()) {
      settle(row, (knot) => middle(knot, last ? ['above', 'below'] : sides));
    }
  }
  const left = Math.min(...tiers.flat().map(({ x }) => x));
  for (const knot of tiers.flat()) knot.x -= left;
}

const middle = (knot: Knot, sides: readonly ('above' | 'below')[]): number => {
  let [sum, weight] = [0, 0];
  for (const side of sides) {
    for (const near of knot[side]) {
      const pull = near.box === undefined && knot.box === undefined ? 8 : 1;
      sum += pull * centre(near);
      weight += pull;
    }
  }
  return weight === 0 ? centre(knot) : sum / weight;
};

/**
 * Puts a row as near as can be to the wanted centres (least squares) without overlap: adjacent violators are pooled
 * (Ayer and others, 1955).
 */
function settle(row: readonly Knot[], wanted: (knot: Knot) => number): void {
  const offsets: number[] = [];
  row.forEach((knot, i) => {
    const before = row[i - 1];
    const step = before === undefined ? 0 : before.width + before.lane + gapOf(before, knot);
    offsets.push((offsets[i - 1] ?? 0) + step);
  });
  const pools: { sum: number; count: number }[] = [];
  row.forEach((knot, i) => {
    let pool = { sum: wanted(knot) - knot.width / 2 - (offsets[i] as number), count: 1 };
    for (
      let last = pools.at(-1);
      last && last.sum / last.count > pool.sum / pool.count;
      last = pools.at(-1)
    ) {
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
      pools.pop();
    }
    pools.push(pool);
  });
  let at = 0;
  for (const { sum, count } of pools) {
    for (let i = 0; i < count; i++, at++) (row[at] as Knot).x = sum / count + (offsets[at] as number);
  }
}
