import type { Dots } from './density.ts';
import { layoutTiered } from './layout/tiered.ts';
import { CARD_TYPES, type MapModel } from './model.ts';
import { tiersOf } from './tiers.ts';

/** Size of a dot with the ground round it, in the lengths of the layout. */
const DOT = { width: 40, height: 24 };
const LEAST = 40;

/** Every card of a very large map as a dot in its tier; links by number. Cards that stood in no tier are there too. */
export function dotsOf({ cards, links }: MapModel, targets: readonly string[]): Dots {
  const { of } = tiersOf(cards, links, { targets, processesLast: true });
  const [target] = targets;
  const tiers = new Set(of.values()).size;
  // Columns so many that the whole is about as wide as it is high, tiers and all.
  const most = Math.max(
    LEAST,
    Math.ceil(Math.sqrt((cards.length * DOT.width * 2) / DOT.height / Math.max(1, tiers / 4))),
  );
  const layout = layoutTiered(
    {
      cards: cards.map(({ id }) => ({ id, ...DOT, tier: of.get(id) ?? 0 })),
      edges: links,
      pinned: new Map(),
      before: new Map(),
    },
    { direction: 'right', most, passages: 0, routes: false, ...(target === undefined ? {} : { target }) },
  );
  const index = new Map(cards.map(({ id }, i) => [id, i]));
  const known = links.filter(({ from, to }) => index.has(from) && index.has(to));
  return {
    x: Float32Array.from(layout.cards, ({ x }) => x),
    y: Float32Array.from(layout.cards, ({ y }) => y),
    colour: Uint8Array.from(cards, ({ type }) => CARD_TYPES.indexOf(type)),
    from: Int32Array.from(known, ({ from }) => index.get(from) as number),
    to: Int32Array.from(known, ({ to }) => index.get(to) as number),
  };
}
