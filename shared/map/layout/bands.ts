import type { Column, Flow } from './flow.ts';
import type { Band, Direction, Rect } from './model.ts';

/** How far a band reaches past its cards. */
export const PADDING = { along: 10, across: 16 };

const turned = (rect: Rect): Rect => ({ x: rect.y, y: rect.x, width: rect.height, height: rect.width });

/** From the lowest to the highest that any of the `knots` reaches across the tiers. */
export function extentOf({ across, breadth, count }: Flow, knots: number): { low: number; high: number } {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let u = 0; u < knots; u++) {
    const half = u < count ? (breadth[u] as number) / 2 : 0;
    low = Math.min(low, (across[u] as number) - half);
    high = Math.max(high, (across[u] as number) + half);
  }
  return knots === 0 ? { low: 0, high: 0 } : { low, high };
}

/** The strip of every tier round its columns. */
export function bandsOf(
  columns: readonly Column[],
  { low, high }: { low: number; high: number },
  tiers: Int32Array,
  direction: Direction,
): Band[] {
  const counts = new Map<number, number>();
  for (const tier of tiers) counts.set(tier, (counts.get(tier) ?? 0) + 1);
  return [...Map.groupBy(columns, ({ tier }) => tier)].map(([tier, own]) => {
    const from = Math.min(...own.map(({ middle, length }) => middle - length / 2)) - PADDING.along;
    const to = Math.max(...own.map(({ middle, length }) => middle + length / 2)) + PADDING.along;
    const rect = {
      x: from,
      y: low - PADDING.across,
      width: to - from,
      height: high - low + 2 * PADDING.across,
    };
    return { tier, cards: counts.get(tier) ?? 0, ...(direction === 'right' ? rect : turned(rect)) };
  });
}
