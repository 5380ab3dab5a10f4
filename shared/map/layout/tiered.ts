import { bandsOf, extentOf } from './bands.ts';
import { columnsOf } from './columns.ts';
import type { Flow } from './flow.ts';
import { framesOf } from './frames.ts';
import { heightsOf } from './heights.ts';
import { clearPinned, pullOf } from './held.ts';
import { boundsOf } from './hull.ts';
import { knotsOf } from './knots.ts';
import type { Direction, LayoutInput, MapLayout, PlacedCard } from './model.ts';
import { orderAround, orderKnots } from './order.ts';
import { nearest, placeColumns } from './place-columns.ts';
import { rankOf } from './rank.ts';
import { routesOf } from './routes.ts';

export type TieredOptions = {
  readonly direction: Direction;
  /** The card that stands at the origin, as long as nothing is pinned or was placed before. */
  readonly target?: string;
  /** Cards beside each other in a tier before it gets another column. */
  readonly most: number;
  /** Passages at most; edges beyond these run straight. */
  readonly passages?: number;
  /** False where nobody looks at single edges. */
  readonly routes?: false;
};

/** Free room between cards of a column, and what a passage takes. */
const GAP = { right: 12, down: 16 };
const PASSAGE = 11;

/**
 * Tiered map: tiers follow each other as bands (layers by Sugiyama, Tagawa and Toda 1981; passages on long edges,
 * barycentre and median orders, heights by isotonic regression). Promises: cards of a tier stand in its band unless they
 * are pinned elsewhere; no two cards overlap unless both are pinned; an edge runs under no card; pinned cards stand
 * exactly where they were put; cards that stood somewhere before stay as near as the room allows; the same input gives
 * the same map. Cards are taken in the order given, which decides where nothing else does.
 */
export function layoutTiered(input: LayoutInput, options: TieredOptions): MapLayout {
  const { direction } = options;
  const right = direction === 'right';
  const { cards } = input;
  const index = new Map(cards.map(({ id }, i) => [id, i]));
  const edges = input.edges.flatMap(({ id, from, to }) => {
    const [a, b] = [index.get(from), index.get(to)];
    return a === undefined || b === undefined || a === b ? [] : [{ id, from: a, to: b }];
  });
  const from = Int32Array.from(edges, (edge) => edge.from);
  const to = Int32Array.from(edges, (edge) => edge.to);
  const tiers = Int32Array.from(cards, ({ tier }) => tier);
  const length = Float64Array.from(cards, (card) => (right ? card.width : card.height));
  const breadth = Float64Array.from(cards, (card) => (right ? card.height : card.width));
  const pinned = cards.map(({ id }) => input.pinned.get(id));
  const before = cards.map(({ id }, i) => pinned[i] ?? input.before.get(id));
  const beforeAlong = Float64Array.from(before, (spot) => (spot ? (right ? spot.x : spot.y) : Number.NaN));
  const beforeAcross = Float64Array.from(before, (spot) => (spot ? (right ? spot.y : spot.x) : Number.NaN));
  const known = before.filter((spot, i) => spot !== undefined && pinned[i] === undefined).length;
  const steady = known * 2 >= cards.length && known > 0;

  const wanted = { tiers, from, to, before: beforeAlong, most: options.most };
  const split = columnsOf({
    ...wanted,
    order: rankOf(cards.length, tiers, from, to, options.most, steady, beforeAcross),
  });
  const columns = placeColumns(split.tier, split.of, from, to, length, right);
  const column = split.of.slice();
  pinned.forEach((spot, i) => {
    if (spot) column[i] = nearest(columns, right ? spot.x : spot.y);
  });

  const knots = knotsOf(column, columns.length, groupsOf(cards), from, to, options.passages ?? 40_000);
  const pull = pullOf(knots, beforeAcross, pinned, steady);
  const order = steady ? orderAround(knots, extended(beforeAcross, knots.count)) : orderKnots(knots);
  const size = new Float64Array(knots.count).fill(PASSAGE);
  for (let i = 0; i < cards.length; i++) size[i] = (breadth[i] as number) + GAP[direction];
  const across = heightsOf(knots, order, size, pull);
  const anchored = steady || pinned.some((spot) => spot !== undefined);
  const target = options.target === undefined ? undefined : index.get(options.target);
  if (!anchored && target !== undefined) {
    const shift = across[target] as number;
    for (let u = 0; u < across.length; u++) across[u] = (across[u] as number) - shift;
  }
  const along = Float64Array.from(cards, (_, i) => columns[column[i] as number]?.middle ?? 0);
  pinned.forEach((spot, i) => {
    if (!spot) return;
    along[i] = right ? spot.x : spot.y;
    across[i] = right ? spot.y : spot.x;
  });
  const flow: Flow = { count: cards.length, along, across, length, breadth };
  clearPinned(flow, order, size, columns, pinned);

  const placed = cards.map(({ id, width, height, tier }, i): PlacedCard => {
    const [a, b] = [along[i] as number, across[i] as number];
    return { id, x: right ? a : b, y: right ? b : a, width, height, tier, pinned: pinned[i] !== undefined };
  });
  const routes =
    options.routes === false ? [] : routesOf({ edges, knots, flow, columns, column, pinned, direction });
  const extent = extentOf(flow, knots.count);
  const bands = bandsOf(columns, extent, tiers, direction);
  const groups = framesOf(input, order, knots, placed);
  return {
    cards: placed,
    routes,
    bend: direction,
    bands,
    groups,
    rings: [],
    bounds: boundsOf(placed, bands),
  };
}

/** Numbers for groups; -1 for cards without one. */
function groupsOf(cards: LayoutInput['cards']): Int32Array {
  const names = new Map<string, number>();
  return Int32Array.from(cards, ({ group }) => {
    if (group === undefined) return -1;
    const known = names.get(group) ?? names.size;
    names.set(group, known);
    return known;
  });
}

const extended = (values: Float64Array, count: number): Float64Array => {
  const all = new Float64Array(count).fill(Number.NaN);
  all.set(values);
  return all;
};
