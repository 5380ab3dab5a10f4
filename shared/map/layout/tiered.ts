import { columnsOf } from './columns.ts';
import { clearOf, heightsOf, type Pull } from './heights.ts';
import { type Knots, knotsOf } from './knots.ts';
import type { Band, Direction, GroupFrame, LayoutInput, MapLayout, PlacedCard, Rect } from './model.ts';
import { type Order, orderAround, orderKnots, roughOrder } from './order.ts';
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
 * Free room between columns: at least, more for every so many edges that bend there, and at most. Downward they bend
 * more flatly and take a part of it, but the title of a band stands there, too.
 */
const CHANNEL = { tier: 58, inside: 44, step: 14, edges: 4, most: 150, down: 0.7, head: 24 };
/** How far a band reaches past its cards. */
const PADDING = { along: 10, across: 16 };
const FRAME = 7;

/** How hard a card is held to where it was, against one for every neighbour. */
const HELD = 60;
const PINNED = 1e4;

/** Everything in the direction of the tiers: `along` runs from tier to tier, `across` down a column. */
export type Flow = {
  readonly count: number;
  readonly along: Float64Array;
  readonly across: Float64Array;
  readonly length: Float64Array;
  readonly breadth: Float64Array;
};

/** A column of the map: its middle and its width along the tiers. */
export type Column = { readonly tier: number; readonly middle: number; readonly length: number };

const turned = (rect: Rect): Rect => ({ x: rect.y, y: rect.x, width: rect.height, height: rect.width });

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
  clearPinned(flow, knots, order, size, columns, pinned);

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

/** A rough order inside tiers, for dealing a large tier out over columns. */
function rankOf(
  n: number,
  tiers: Int32Array,
  from: Int32Array,
  to: Int32Array,
  most: number,
  steady: boolean,
  before: Float64Array,
): ArrayLike<number> {
  if (steady) return before.map((y) => (Number.isNaN(y) ? 0 : y));
  const least = tiers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const rows = n === 0 ? 0 : tiers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) - least + 1;
  const counts = new Int32Array(rows);
  for (const tier of tiers) counts[tier - least] = (counts[tier - least] as number) + 1;
  const rank = new Float64Array(n);
  if (counts.every((count) => count <= most)) return rank;
  const knots = knotsOf(
    tiers.map((tier) => tier - least),
    rows,
    new Int32Array(n).fill(-1),
    from,
    to,
    2 * n,
  );
  for (const row of roughOrder(knots))
    row.forEach((u, i) => {
      if (u < n) rank[u] = i;
    });
  return rank;
}

/** Middles of the columns; the first column of tier 0 (or else the first of all) stands at the origin. */
function placeColumns(
  tier: readonly number[],
  of: Int32Array,
  from: Int32Array,
  to: Int32Array,
  length: Float64Array,
  right: boolean,
): readonly Column[] {
  const lengths = new Float64Array(tier.length);
  of.forEach((c, i) => {
    lengths[c] = Math.max(lengths[c] as number, length[i] as number);
  });
  const bends = new Int32Array(tier.length);
  for (let e = 0; e < from.length; e++) {
    const [a, b] = [of[from[e] as number] as number, of[to[e] as number] as number];
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    for (const c of new Set([low, high - 1])) if (c >= low) bends[c] = (bends[c] as number) + 1;
  }
  const middles: number[] = [];
  let at = 0;
  tier.forEach((own, c) => {
    middles.push(at + (lengths[c] as number) / 2);
    const least = tier[c + 1] === own ? CHANNEL.inside : CHANNEL.tier;
    const more = Math.floor((bends[c] as number) / CHANNEL.edges) * CHANNEL.step;
    const wide = Math.min(CHANNEL.most, least + more);
    at +=
      (lengths[c] as number) +
      (right ? wide : wide * CHANNEL.down + (tier[c + 1] === own ? 0 : CHANNEL.head));
  });
  const zero = middles[Math.max(0, tier.indexOf(0))] ?? 0;
  return tier.map((own, c) => ({
    tier: own,
    middle: (middles[c] as number) - zero,
    length: lengths[c] as number,
  }));
}

const nearest = (columns: readonly Column[], along: number): number => {
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  columns.forEach(({ middle }, c) => {
    const away = Math.abs(middle - along);
    if (away < least) [best, least] = [c, away];
  });
  return best;
};

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

function pullOf(
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
function clearPinned(
  flow: Flow,
  knots: Knots,
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
  void knots;
}

function extentOf({ across, breadth, count }: Flow, knots: number): { low: number; high: number } {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let u = 0; u < knots; u++) {
    const half = u < count ? (breadth[u] as number) / 2 : 0;
    low = Math.min(low, (across[u] as number) - half);
    high = Math.max(high, (across[u] as number) + half);
  }
  return knots === 0 ? { low: 0, high: 0 } : { low, high };
}

function bandsOf(
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

/** Frames round neighbours of one group in a column; pinned cards stand outside. */
function framesOf(
  input: LayoutInput,
  order: Order,
  { cards: count }: Knots,
  placed: readonly PlacedCard[],
): GroupFrame[] {
  const frames: GroupFrame[] = [];
  for (const row of order) {
    const members = Array.from(row).filter((u) => u < count && !placed[u]?.pinned);
    for (const [group, own] of Map.groupBy(members, (u) => input.cards[u]?.group)) {
      if (group === undefined) continue;
      const cards = own.map((u) => placed[u] as PlacedCard);
      const { x, y, width, height } = hull(cards);
      frames.push({
        tier: (cards[0] as PlacedCard).tier,
        group,
        x: x - FRAME,
        y: y - FRAME,
        width: width + 2 * FRAME,
        height: height + 2 * FRAME,
      });
    }
  }
  return frames;
}

/** The rectangle round cards. */
export function hull(cards: readonly PlacedCard[]): Rect {
  let [left, top, right, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const { x, y, width, height } of cards) {
    left = Math.min(left, x - width / 2);
    right = Math.max(right, x + width / 2);
    top = Math.min(top, y - height / 2);
    bottom = Math.max(bottom, y + height / 2);
  }
  return cards.length === 0
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: left, y: top, width: right - left, height: bottom - top };
}

function boundsOf(cards: readonly PlacedCard[], bands: readonly Rect[]): Rect {
  const own = hull(cards);
  const all = [own, ...bands];
  const left = Math.min(...all.map(({ x }) => x));
  const top = Math.min(...all.map(({ y }) => y));
  return {
    x: left,
    y: top,
    width: Math.max(...all.map(({ x, width }) => x + width)) - left,
    height: Math.max(...all.map(({ y, height }) => y + height)) - top,
  };
}
