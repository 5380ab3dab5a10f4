import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutFree } from '#shared/map/layout/free.ts';
import type { MapLayout, Spot } from '#shared/map/layout/model.ts';
import { networkOf, networks } from './networks.ts';

const kinds = fc.constantFrom('rings' as const, 'force' as const);
const overlaps = ({ cards }: MapLayout): string[] =>
  cards.flatMap((a, i) =>
    cards
      .slice(i + 1)
      .filter(
        (b) =>
          !(a.pinned && b.pinned) &&
          Math.abs(a.x - b.x) < (a.width + b.width) / 2 &&
          Math.abs(a.y - b.y) < (a.height + b.height) / 2,
      )
      .map((b) => `${a.id} ${b.id}`),
  );

describe('a map without tiers', () => {
  it('lets no two cards overlap and keeps pinned ones where they were put', () => {
    fc.assert(
      fc.property(networks(), kinds, fc.integer({ min: -200, max: 200 }), (input, kind, x) => {
        const pinned = new Map<string, Spot>([['0', { x, y: 40 }]]);
        const layout = layoutFree({ ...input, pinned }, { kind, target: '1' });
        expect(overlaps(layout)).toEqual([]);
        expect(layout.cards[0]).toMatchObject({ x, y: 40, pinned: true });
      }),
      { numRuns: 40 },
    );
  });

  it('is the same for the same network', () => {
    fc.assert(
      fc.property(networks(12), kinds, (input, kind) => {
        expect(layoutFree(input, { kind, target: '0' })).toEqual(layoutFree(input, { kind, target: '0' }));
      }),
      { numRuns: 15 },
    );
  });

  it('in rings puts every card on the ring of its distance from the target', () => {
    const pairs = [
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 4],
      [2, 5],
    ] as const;
    const { cards, rings } = layoutFree(networkOf([0, 1, 1, 1, 2, 2], pairs), { kind: 'rings', target: '0' });
    const radius = (id: string): number => {
      const { x, y } = cards.find((card) => card.id === id) as Spot;
      return Math.round(Math.hypot((x * (rings[0]?.down ?? 1)) / (rings[0]?.across ?? 1), y));
    };
    const [first, second] = rings.map(({ down }) => Math.round(down));
    expect(['0', '1', '2', '3', '4', '5'].map(radius)).toEqual([0, first, first, first, second, second]);
  });

  it('leads a line round a card that stands between its ends', () => {
    const { routes } = layoutFree(
      {
        ...networkOf([0, 0, 0], [[0, 1]]),
        pinned: new Map([
          ['0', { x: -400, y: 0 }],
          ['1', { x: 400, y: 0 }],
          ['2', { x: 0, y: 0 }],
        ]),
      },
      { kind: 'force' },
    );
    expect(routes[0]?.points.length).toBe(3);
  });
});
