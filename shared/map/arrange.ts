import { layoutFree } from './layout/free.ts';
import type { Direction, LayoutCard, LayoutInput, MapLayout, Spot } from './layout/model.ts';
import { layoutTiered } from './layout/tiered.ts';
import type { MapCard, MapModel } from './model.ts';
import type { CardSize } from './scene/measures.ts';
import { tiersOf } from './tiers.ts';
import { neighbours } from './visible.ts';

export const GROUPINGS = ['none', 'country', 'sector', 'process'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const LAYOUTS = ['tiers', 'rings', 'force'] as const;
/** Bands by step; circles by distance; places found by forces. */
export type LayoutKind = (typeof LAYOUTS)[number];

export type Arrangement = {
  readonly layout: LayoutKind;
  readonly targets: readonly string[];
  readonly size: CardSize;
  readonly direction: Direction;
  readonly grouping: Grouping;
  /** Width of the frame that the map is looked at in, for one of its height. */
  readonly aspect: number;
  readonly pinned: ReadonlyMap<string, Spot>;
  readonly before: ReadonlyMap<string, Spot>;
  /** Cards beside each other in a tier, as chosen for the picture before; chosen anew when absent. */
  readonly most?: number;
  readonly tiers?: ReadonlyMap<string, number>;
};

export type Arranged = {
  readonly layout: MapLayout;
  /** The tier of the vital processes. */
  readonly processes?: number;
  readonly most: number;
};

/** Numbers of cards in a column to choose from; more than forty are no column any more. */
const COLUMNS = [4, 6, 8, 11, 15, 20, 27, 40] as const;
/** A page is this wide in cards. */
const PAGE = 4;
/** Room that the ends of links want at the side of a card, for each of them. */
const END = { right: 7.5, down: 15 };
const TALLEST = { right: 190, down: 300 };
const BETWEEN = { along: 74, across: 14 };

/** Lays a map out: finds the tiers, sizes the cards, and chooses how far tiers spread over columns. */
export function arrange(model: MapModel, how: Arrangement): Arranged {
  if (how.layout !== 'tiers') return { layout: free(model, how, how.layout), most: how.most ?? 0 };
  const { targets, size, direction } = how;
  const tiers = tiersOf(model.cards, model.links, {
    targets,
    processesLast: true,
    ...(how.tiers === undefined ? {} : { given: how.tiers }),
  });
  const cards = sized(model, size, direction).map(
    (card, i): LayoutCard => ({
      ...card,
      tier: tiers.of.get(card.id) ?? 0,
      ...groupOf(model.cards[i] as MapCard, how.grouping),
    }),
  );
  const most = how.most ?? (direction === 'down' ? PAGE : columnFor(cards, size, how.aspect));
  const input: LayoutInput = { cards, edges: model.links, pinned: how.pinned, before: how.before };
  const [target] = targets;
  const layout = layoutTiered(input, { direction, most, ...(target === undefined ? {} : { target }) });
  return { layout, most, ...(tiers.processes === undefined ? {} : { processes: tiers.processes }) };
}

/** Cards keep their size where lines end all round them; their tier is the distance from the target. */
function free(
  model: MapModel,
  { targets, size, pinned, before }: Arrangement,
  kind: 'rings' | 'force',
): MapLayout {
  const [target] = targets;
  const far = distances(model, target);
  const cards = model.cards.map(
    ({ id }): LayoutCard => ({ id, width: size.width, height: size.height, tier: far.get(id) ?? far.size }),
  );
  return layoutFree(
    { cards, edges: model.links, pinned, before },
    { kind, ...(target === undefined ? {} : { target }) },
  );
}

function distances({ cards, links }: MapModel, target: string | undefined): ReadonlyMap<string, number> {
  const beside = neighbours(links);
  const far = new Map<string, number>();
  const start = target ?? cards[0]?.id;
  if (start !== undefined) far.set(start, 0);
  for (const [id, step] of far)
    for (const other of beside.get(id) ?? []) if (!far.has(other)) far.set(other, step + 1);
  return far;
}

/** Cards are larger where many links end, so that these stay apart. */
export function sized(
  { cards, links }: MapModel,
  size: CardSize,
  direction: Direction,
): { readonly id: string; readonly width: number; readonly height: number }[] {
  const ends = new Map<string, { out: number; into: number }>();
  const count = (id: string, side: 'out' | 'into'): void => {
    const one = ends.get(id) ?? { out: 0, into: 0 };
    one[side] += 1;
    ends.set(id, one);
  };
  for (const { from, to } of links) {
    count(from, 'out');
    count(to, 'into');
  }
  return cards.map(({ id }) => {
    const { out, into } = ends.get(id) ?? { out: 0, into: 0 };
    const wanted = 18 + END[direction] * (Math.max(out, into) - 1);
    const grown = Math.round(Math.min(TALLEST[direction], wanted));
    return direction === 'right'
      ? { id, width: size.width, height: Math.max(size.height, grown) }
      : { id, width: Math.max(size.width, grown), height: size.height };
  });
}

const groupOf = (card: MapCard, grouping: Grouping): { group?: string } => {
  const group = grouping === 'none' ? undefined : card[grouping];
  return group === undefined ? {} : { group };
};

/** The number of cards in a column with which the whole map can be seen largest. */
function columnFor(cards: readonly LayoutCard[], size: CardSize, aspect: number): number {
  const counts = [...Map.groupBy(cards, ({ tier }) => tier).values()].map((own) => own.length);
  const scaleWith = (most: number): number => {
    const columns = counts.reduce((sum, count) => sum + Math.ceil(count / most), 0);
    const rows = Math.max(...counts.map((count) => Math.ceil(count / Math.ceil(count / most))));
    const width = columns * (size.width + BETWEEN.along);
    const height = rows * (size.height + BETWEEN.across);
    return Math.min(aspect / width, 1 / height);
  };
  let [best, largest] = [COLUMNS[0] as number, 0];
  for (const most of COLUMNS) {
    const scale = counts.length === 0 ? 1 : scaleWith(most);
    if (scale > largest + 1e-12) [best, largest] = [most, scale];
  }
  return best;
}
