import { PADDING } from './bands.ts';
import type { Column, Flow } from './flow.ts';
import { clearOf, type Pull } from './heights.ts';
import type { Knots, Order } from './knots.ts';

/** How hard a card is held to where it was, against one for every neighbour. */
const HELD = 60;
const PINNED = 1e4;

/** What draws cards to where they were pinned or, in a map that stays steady, stood before; undefined when nothing does. */
export function pullOf(
  knots: Knots,
  before: Float64Array,
  pinned: readonly unknown[],
  steady: boolean,
): Pull | undefined {
  if (!steady && !pinned.some((spot) => spot !== undefined)) return undefined;
  const at = new Float64Array(knots.count);
  const weight = new Float64Array(knots.count);
  before.forEach((y, i) => {
    if (Number.isNaN(y) || (!steady && pinned[i] === undefined)) return;
    at[i] = y;
    weight[i] = pinned[i] === undefined ? HELD : PINNED;
  });
  return { at, weight };
}

/** Moves cards and passages away from where a pinned card reaches into their column. */
export function clearPinned(
  flow: Flow,
  order: Order,
  size: Float64Array,
  columns: readonly Column[],
  pinned: readonly unknown[],
): void {
  const held = pinned.flatMap((spot, i) => (spot === undefined ? [] : [i]));
  if (held.length === 0) return;
  const room = (size[held[0] as number] as number) - (flow.breadth[held[0] as number] as number);
  order.forEach((row, c) => {
    const { middle, length } = columns[c] as Column;
    const taken = held
      .filter(
        (i) =>
          Math.abs((flow.along[i] as number) - middle) <
          (length + (flow.length[i] as number)) / 2 + PADDING.along,
      )
      .map((i) => {
        const half = ((flow.breadth[i] as number) + room) / 2;
        return { from: (flow.across[i] as number) - half, to: (flow.across[i] as number) + half };
      });
    if (taken.length === 0) return;
    const free = Array.from(row).filter((u) => pinned[u] === undefined);
    free.sort((a, b) => (flow.across[a] as number) - (flow.across[b] as number));
    clearOf(taken, free, flow.across, size);
  });
}
