import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cuts, flattened } from '#shared/map/layout/curve.ts';
import type { LayoutInput, MapLayout, PlacedCard, Rect, Spot } from '#shared/map/layout/model.ts';
import { layoutTiered, type TieredOptions } from '#shared/map/layout/tiered.ts';
import { networkOf, networks } from './networks.ts';

const RIGHT: TieredOptions = { direction: 'right', target: '0', most: 6 };
const boxOf = ({ x, y, width, height }: PlacedCard, shrink = 0): Rect => ({
  x: x - width / 2 + shrink,
  y: y - height / 2 + shrink,
  width: width - 2 * shrink,
  height: height - 2 * shrink,
});
const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Pairs of cards that overlap, unless both are pinned. */
const overlaps = ({ cards }: MapLayout): string[] =>
  cards.flatMap((a, i) =>
    cards
      .slice(i + 1)
      .filter((b) => !(a.pinned && b.pinned) && overlap(boxOf(a, 0.01), boxOf(b, 0.01)))
      .map((b) => `${a.id} ${b.id}`),
  );

/** Edges that run through the inside of a card. */
const buried = (layout: MapLayout): string[] =>
  layout.routes.flatMap(({ id, points }) => {
    const flat = flattened(points, layout.bend);
    return layout.cards
      .filter((card) => flat.some((spot, i) => i > 0 && cuts(flat[i - 1] as Spot, spot, boxOf(card, 0.5))))
      .map((card) => `${id} ${card.id}`);
  });

const places = ({ cards }: MapLayout): Map<string, Spot> =>
  new Map(cards.map(({ id, x, y }) => [id, { x, y }]));
const directions = fc.constantFrom<TieredOptions>(RIGHT, { ...RIGHT, direction: 'down', most: 3 });

describe('a tiered map', () => {
  it('places a chain of three from left to right, the target at the origin', () => {
    const { cards } = layoutTiered(
      networkOf(
        [-1, 0, 1],
        [
          [0, 1],
          [1, 2],
        ],
      ),
      { ...RIGHT, target: '1' },
    );
    expect(cards.map(({ id, x, y }) => [id, Math.sign(x), y])).toEqual([
      ['0', -1, 0],
      ['1', 0, 0],
      ['2', 1, 0],
    ]);
  });

  it('lets no two cards overlap and no edge run under a card', () => {
    fc.assert(
      fc.property(networks(), directions, (input, options) => {
        const layout = layoutTiered(input, options);
        expect(overlaps(layout)).toEqual([]);
        expect(buried(layout)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps every card in the band of its tier, and bands in the order of the tiers', () => {
    fc.assert(
      fc.property(networks(), (input) => {
        const { cards, bands } = layoutTiered(input, RIGHT);
        for (const card of cards) {
          const band = bands.find(({ tier }) => tier === card.tier) as Rect;
          expect(boxOf(card).x).toBeGreaterThanOrEqual(band.x);
          expect(boxOf(card).x + card.width).toBeLessThanOrEqual(band.x + band.width);
        }
        bands.slice(1).forEach((band, i) => {
          const before = bands[i] as (typeof bands)[number];
          expect(before.tier).toBeLessThan(band.tier);
          expect(before.x + before.width).toBeLessThanOrEqual(band.x);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('gives the same map for the same network', () => {
    fc.assert(
      fc.property(networks(), (input) => {
        expect(layoutTiered(input, RIGHT)).toEqual(layoutTiered(input, RIGHT));
      }),
      { numRuns: 15 },
    );
  });

  it('keeps pinned cards exactly where they were put, and clears the way round them', () => {
    const spots = fc.record({
      x: fc.integer({ min: -500, max: 500 }),
      y: fc.integer({ min: -300, max: 300 }),
    });
    fc.assert(
      fc.property(networks(14), fc.array(spots, { minLength: 1, maxLength: 2 }), (input, wanted) => {
        const pinned = new Map(wanted.map((spot, i) => [String(i), spot]));
        const layout = layoutTiered({ ...input, pinned }, RIGHT);
        for (const { id, x, y, pinned: held } of layout.cards) {
          const spot = pinned.get(id);
          expect(held).toBe(spot !== undefined);
          if (spot !== undefined) expect({ x, y }).toEqual(spot);
        }
        expect(overlaps(layout)).toEqual([]);
        // A way that is shut in by cards that were pinned onto each other cannot be led round.
        if (wanted.length === 1) expect(buried(layout)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it('moves what stood somewhere only to make room when a card is added', () => {
    fc.assert(
      fc.property(
        networks(16),
        fc.integer({ min: -2, max: 2 }),
        fc.integer({ min: 0, max: 15 }),
        (input, tier, at) => {
          const first = layoutTiered(input, RIGHT);
          const beside = input.cards[at % input.cards.length]?.id ?? '0';
          const more: LayoutInput = {
            ...input,
            cards: [...input.cards, { id: 'new', width: 160, height: 54, tier }],
            edges: [...input.edges, { id: 'link', from: 'new', to: beside }],
            before: places(first),
          };
          const before = places(first);
          const moved = layoutTiered(more, RIGHT).cards.filter(
            ({ id, y }) => id !== 'new' && Math.abs(y - (before.get(id) as Spot).y) > 80,
          );
          expect(moved).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('spreads a large tier over columns beside each other', () => {
    const tiers = [0, ...Array.from({ length: 30 }, () => 1)];
    const layout = layoutTiered(
      networkOf(
        tiers,
        tiers.slice(1).map((_, i) => [0, i + 1] as const),
      ),
      { ...RIGHT, most: 10 },
    );
    const columns = new Set(layout.cards.filter(({ tier }) => tier === 1).map(({ x }) => x));
    expect(columns.size).toBe(3);
    expect(buried(layout)).toEqual([]);
  });

  it('keeps cards of a group together in their column and draws a frame round them', () => {
    const input = networkOf(
      [0, 1, 1, 1, 1, 1, 1],
      [
        [0, 1],
        [0, 2],
        [0, 3],
      ],
    );
    const groups = ['', 'NL', 'DE', 'NL', 'DE', 'NL', 'DE'];
    const layout = layoutTiered(
      {
        ...input,
        cards: input.cards.map((card, i) => (i === 0 ? card : { ...card, group: groups[i] as string })),
      },
      RIGHT,
    );
    const order = layout.cards
      .filter(({ tier }) => tier === 1)
      .toSorted((a, b) => a.y - b.y)
      .map(({ id }) => groups[Number(id)]);
    expect([order.join(' '), layout.groups.length]).toEqual([
      expect.stringMatching(/^(NL NL NL DE DE DE|DE DE DE NL NL NL)$/),
      2,
    ]);
  });

  it('draws edges that skip a tier, run back, or stay in a tier, each from its supplier to its customer', () => {
    const layout = layoutTiered(
      networkOf(
        [0, 1, 1, 2],
        [
          [0, 3],
          [3, 1],
          [1, 2],
        ],
      ),
      RIGHT,
    );
    const at = new Map(layout.cards.map((card) => [card.id, boxOf(card)]));
    const touches = ({ x, y }: Spot, { x: left, y: top, width, height }: Rect): boolean =>
      x >= left && x <= left + width && y >= top && y <= top + height;
    for (const [edge, from, to] of [
      ['e0', '0', '3'],
      ['e1', '3', '1'],
      ['e2', '1', '2'],
    ] as const) {
      const points = layout.routes.find(({ id }) => id === edge)?.points as readonly Spot[];
      expect(touches(points[0] as Spot, at.get(from) as Rect)).toBe(true);
      expect(touches(points.at(-1) as Spot, at.get(to) as Rect)).toBe(true);
    }
  });

  it('crosses less than the order in which the cards came', () => {
    // Two tiers of five, each card linked to the one across from it in reverse: no crossing is needed.
    const pairs = [0, 1, 2, 3, 4].map((i) => [i, 9 - i] as const);
    const { cards } = layoutTiered(networkOf([0, 0, 0, 0, 0, 1, 1, 1, 1, 1], pairs), RIGHT);
    const y = new Map(cards.map((card) => [Number(card.id), card.y]));
    const left = pairs.toSorted((a, b) => (y.get(a[0]) as number) - (y.get(b[0]) as number));
    const right = left.map(([, to]) => y.get(to) as number);
    expect(right).toEqual(right.toSorted((a, b) => a - b));
  });
});
