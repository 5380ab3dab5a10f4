import fc from 'fast-check';
import type { LayoutCard, LayoutEdge, LayoutInput, Spot } from '#shared/map/layout/model.ts';

export const WIDTH = 160;
export const HEIGHT = 54;

/** Cards named "0", "1"… in these tiers, and edges between them by number. */
export function networkOf(
  tiers: readonly number[],
  pairs: readonly (readonly [number, number])[],
  places: { readonly pinned?: ReadonlyMap<string, Spot>; readonly before?: ReadonlyMap<string, Spot> } = {},
): LayoutInput {
  return {
    cards: tiers.map((tier, i): LayoutCard => ({ id: String(i), width: WIDTH, height: HEIGHT, tier })),
    edges: pairs.map(([from, to], i): LayoutEdge => ({ id: `e${i}`, from: String(from), to: String(to) })),
    pinned: places.pinned ?? new Map(),
    before: places.before ?? new Map(),
  };
}

/** Networks of up to so many cards in up to five tiers, with edges in every direction. */
export const networks = (most = 24) =>
  fc.integer({ min: 1, max: most }).chain((n) =>
    fc
      .record({
        tiers: fc.array(fc.integer({ min: -2, max: 2 }), { minLength: n, maxLength: n }),
        pairs: fc.array(fc.tuple(fc.integer({ min: 0, max: n - 1 }), fc.integer({ min: 0, max: n - 1 })), {
          maxLength: 2 * n,
        }),
      })
      .map(({ tiers, pairs }) => networkOf(tiers, pairs)),
  );
