import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import { type Box, pushApart } from './apart.ts';
import { hull } from './hull.ts';
import type { LayoutInput, MapLayout, PlacedCard, Rect, Ring, Spot } from './model.ts';
import { ringsOf } from './rings.ts';
import { straightRoutes } from './straight.ts';

export type FreeOptions = {
  /** Circles round the target by distance, or places that the links pull at and the cards push. */
  readonly kind: 'rings' | 'force';
  readonly target?: string;
};

const GAP = 16;
const MARGIN = 24;
/** How far apart linked cards want to be, in cards. */
const REACH = 1.15;

/**
 * Maps without tiers, for networks that have no direction. Seeded by nothing but the order of the cards, so that the same
 * input gives the same map. Promises: no two cards overlap unless both are pinned; pinned cards stand where they were
 * put; cards that stood somewhere before begin there.
 */
export function layoutFree(input: LayoutInput, { kind, target }: FreeOptions): MapLayout {
  const { cards, pinned } = input;
  const { spots, rings } =
    kind === 'rings' ? ringsOf(input, target) : { spots: forced(input, target), rings: [] };
  const boxes = cards.map(({ id, width, height }, i): Box => {
    const held = pinned.get(id);
    const { x, y } = held ?? (spots[i] as Spot);
    return { x, y, width, height, held: held !== undefined };
  });
  pushApart(boxes, GAP);
  const placed = cards.map(({ id, tier }, i): PlacedCard => {
    const { x, y, width, height, held } = boxes[i] as Box;
    return { id, x, y, width, height, tier, pinned: held };
  });
  const own = hull(placed);
  const bounds = [own, ...rings.map(around)].reduce(union);
  return {
    cards: placed,
    routes: straightRoutes(placed, input.edges),
    bend: 'none',
    bands: [],
    groups: [],
    rings,
    bounds: {
      x: bounds.x - MARGIN,
      y: bounds.y - MARGIN,
      width: bounds.width + 2 * MARGIN,
      height: bounds.height + 2 * MARGIN,
    },
  };
}

const around = ({ across, down }: Ring): Rect => ({
  x: -across,
  y: -down,
  width: 2 * across,
  height: 2 * down,
});
const union = (a: Rect, b: Rect): Rect => {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
};

type Body = SimulationNodeDatum & { readonly id: string };

const stepsFor = (count: number): number => (count <= 500 ? 300 : count <= 2000 ? 120 : 50);

/**
 * Places by forces (Fruchterman and Reingold 1991, with the repulsion of Barnes and Hut 1986), in lengths of cards, so
 * that cards count as squares. The target is drawn to the middle.
 */
function forced({ cards, edges, pinned, before }: LayoutInput, target: string | undefined): readonly Spot[] {
  const wide = cards.reduce((most, { width }) => Math.max(most, width), 1) + 2 * GAP;
  const tall = cards.reduce((most, { height }) => Math.max(most, height), 1) + 2 * GAP;
  const bodies = cards.map(({ id }): Body => {
    const held = pinned.get(id);
    const start = held ?? before.get(id);
    return {
      id,
      ...(start === undefined ? {} : { x: start.x / wide, y: start.y / tall }),
      ...(held === undefined
        ? id === target && before.size === 0
          ? { fx: 0, fy: 0 }
          : {}
        : { fx: held.x / wide, fy: held.y / tall }),
    };
  });
  const known = new Set(cards.map(({ id }) => id));
  const links = edges
    .filter(({ from, to }) => known.has(from) && known.has(to) && from !== to)
    .map(({ from, to }) => ({ source: from, target: to }));
  const calm = before.size * 2 > cards.length;
  const simulation = forceSimulation(bodies)
    .force(
      'link',
      forceLink<Body, { source: string; target: string }>(links)
        .id(({ id }) => id)
        .distance(REACH),
    )
    .force('push', forceManyBody().strength(-0.9).theta(0.9).distanceMax(6))
    .force('collide', forceCollide(0.62).iterations(2))
    .force('x', forceX(0).strength(0.05))
    .force('y', forceY(0).strength(0.07))
    .stop();
  if (calm) simulation.alpha(0.12);
  simulation.tick(calm ? 60 : stepsFor(cards.length));
  return bodies.map(({ x = 0, y = 0 }) => ({ x: x * wide, y: y * tall }));
}
