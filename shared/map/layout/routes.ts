import { cuts, flattened } from './curve.ts';
import { detour } from './detour.ts';
import type { Column, Flow } from './flow.ts';
import type { Knots } from './knots.ts';
import type { Direction, Rect, Route, Spot } from './model.ts';

type Edge = { readonly id: string; readonly from: number; readonly to: number };

export type RouteInput = {
  readonly edges: readonly Edge[];
  readonly knots: Knots;
  readonly flow: Flow;
  readonly columns: readonly Column[];
  /** Column by card. */
  readonly column: Int32Array;
  readonly pinned: readonly unknown[];
  readonly direction: Direction;
};

/** Distance between the ends of edges at the side of a card, and what stays free at its corners. */
const PORT = { right: 9, down: 16 };
const CORNER = 9;
/** Edges that stay in a column run beside it, each in a lane of its own. */
const LANE = { first: 16, step: 8, most: 6 };

/** An end of an edge at one side of a card; `towards` is the height of what comes next. */
type End = {
  readonly edge: number;
  readonly card: number;
  readonly after: boolean;
  readonly towards: number;
};

/**
 * Ways of the edges: straight through the columns where a passage was kept for them, bending between columns. Ends are
 * spread over the sides of the cards in the order in which the edges come, so that they do not cross there. Where a
 * pinned card stands in the way, or an edge begins at one, the way goes round the cards.
 */
export function routesOf(input: RouteInput): Route[] {
  const { edges, direction } = input;
  const ports = portsOf(input);
  const lanes = lanesOf(input, ports);
  const ways = edges.map((edge, e): readonly Spot[] => pointsOf(input, edge, e, ports, lanes));
  const free = goingRound(input, ways);
  return edges.map(({ id }, e) => {
    const points = free[e] as readonly Spot[];
    return { id, points: direction === 'right' ? points : points.map(({ x, y }) => ({ x: y, y: x })) };
  });
}

const keyOf = (edge: number, start: boolean): number => 2 * edge + (start ? 0 : 1);

/** Height of the ends of all edges, by edge and end (`keyOf`). */
function portsOf({ edges, knots, flow, column, direction }: RouteInput): Float64Array {
  const ends: End[] = [];
  edges.forEach(({ from, to }, edge) => {
    const way = knots.ways[edge] as Int32Array;
    if (way.length === 0) {
      ends.push({ edge, card: from, after: true, towards: flow.across[to] as number });
      ends.push({ edge, card: to, after: true, towards: flow.across[from] as number });
      return;
    }
    const [first, second] = [way[0] as number, way[1] as number];
    const [last, before] = [way[way.length - 1] as number, way[way.length - 2] as number];
    ends.push({ edge, card: first, after: true, towards: flow.across[second] as number });
    ends.push({ edge, card: last, after: false, towards: flow.across[before] as number });
  });
  const heights = new Float64Array(2 * edges.length);
  const sides = new Map<number, End[]>();
  for (const end of ends) {
    const key = 2 * end.card + (end.after ? 1 : 0);
    const list = sides.get(key);
    if (list === undefined) sides.set(key, [end]);
    else list.push(end);
  }
  for (const list of sides.values()) {
    list.sort((a, b) => a.towards - b.towards || a.edge - b.edge);
    const { card } = list[0] as End;
    const room = (flow.breadth[card] as number) - 2 * CORNER;
    const step = list.length === 1 ? 0 : Math.min(PORT[direction], room / (list.length - 1));
    const middle = flow.across[card] as number;
    list.forEach((end, i) => {
      const start = edges[end.edge]?.from === end.card;
      heights[keyOf(end.edge, start)] = middle + step * (i - (list.length - 1) / 2);
    });
  }
  void column;
  return heights;
}

/** How far beside their column edges run that stay in it; shorter ones nearer, so that they do not cross. */
function lanesOf({ edges, knots, column }: RouteInput, ports: Float64Array): Map<number, number> {
  const lanes = new Map<number, number>();
  const own = edges.flatMap((edge, e) => {
    if ((knots.ways[e] as Int32Array).length > 0) return [];
    const [a, b] = [ports[keyOf(e, true)] as number, ports[keyOf(e, false)] as number];
    return [{ e, column: column[edge.from] as number, low: Math.min(a, b), high: Math.max(a, b) }];
  });
  for (const list of Map.groupBy(own, (one) => one.column).values()) {
    list.sort((a, b) => a.high - a.low - (b.high - b.low) || a.e - b.e);
    const taken: { low: number; high: number }[][] = [];
    for (const one of list) {
      let lane = 0;
      while (
        lane < LANE.most &&
        (taken[lane] ?? []).some(({ low, high }) => low < one.high + 4 && high > one.low - 4)
      )
        lane++;
      taken[lane] = [...(taken[lane] ?? []), one];
      lanes.set(one.e, LANE.first + lane * LANE.step);
    }
  }
  return lanes;
}

function pointsOf(
  { knots, flow, columns, column }: RouteInput,
  { from, to }: Edge,
  e: number,
  ports: Float64Array,
  lanes: ReadonlyMap<number, number>,
): readonly Spot[] {
  const way = knots.ways[e] as Int32Array;
  const edgeOf = (card: number, side: 1 | -1): number =>
    (flow.along[card] as number) + (side * (flow.length[card] as number)) / 2;
  const [start, end] = [ports[keyOf(e, true)] as number, ports[keyOf(e, false)] as number];
  if (way.length === 0) {
    const beside = Math.max(edgeOf(from, 1), edgeOf(to, 1)) + (lanes.get(e) ?? LANE.first);
    return [
      { x: edgeOf(from, 1), y: start },
      { x: beside, y: start },
      { x: beside, y: end },
      { x: edgeOf(to, 1), y: end },
    ];
  }
  const forward = way[0] === from;
  const [first, last] = forward ? [from, to] : [to, from];
  const [leave, enter] = forward ? [start, end] : [end, start];
  const rim = (c: number, side: 1 | -1): number => {
    const { middle, length } = columns[c] as Column;
    return middle + (side * length) / 2;
  };
  const points: Spot[] = [{ x: edgeOf(first, 1), y: leave }];
  const push = (x: number, y: number): void => {
    if ((points.at(-1) as Spot).x < x - 0.5) points.push({ x, y });
  };
  push(rim(column[first] as number, 1), leave);
  for (let i = 1; i < way.length - 1; i++) {
    const u = way[i] as number;
    const c = knots.column[u] as number;
    const y = flow.across[u] as number;
    push(rim(c, -1), y);
    points.push({ x: rim(c, 1), y });
  }
  const x = edgeOf(last, -1);
  const near = rim(column[last] as number, -1);
  if (near < x - 0.5) push(near, enter);
  points.push({ x, y: enter });
  return forward ? points : points.reverse();
}

/** The ways again, with those that touch a card or turn back led round. Only pinned cards can cause that. */
function goingRound(input: RouteInput, ways: readonly (readonly Spot[])[]): readonly (readonly Spot[])[] {
  const { edges, flow, pinned, knots } = input;
  const held = pinned.flatMap((spot, i) => (spot === undefined ? [] : [i]));
  if (held.length === 0) return ways;
  const rectOf = (i: number): Rect => ({
    x: (flow.along[i] as number) - (flow.length[i] as number) / 2,
    y: (flow.across[i] as number) - (flow.breadth[i] as number) / 2,
    width: flow.length[i] as number,
    height: flow.breadth[i] as number,
  });
  const all = Array.from({ length: flow.count }, (_, i) => rectOf(i));
  const anywhere = new Set(held);
  return ways.map((points, e) => {
    const { from, to } = edges[e] as Edge;
    const own = anywhere.has(from) || anywhere.has(to);
    const others = own ? all : held.map((i) => all[i] as Rect);
    const flat = flattened(points, 'right');
    const way = knots.ways[e] as Int32Array;
    const forward = way.length === 0 || way[0] === from;
    const turns = way.length > 0 && turnsBack(forward ? points : points.toReversed());
    const touched = others.some((rect) =>
      flat.some((spot, i) => i > 0 && cuts(flat[i - 1] as Spot, spot, rect)),
    );
    if (!turns && !touched) return points;
    const [a, b] = [points[0] as Spot, points.at(-1) as Spot];
    const leaves = way.length === 0 || forward ? 1 : -1;
    const enters = way.length === 0 || !forward ? 1 : -1;
    return detour({ at: a, side: leaves }, { at: b, side: enters }, all) ?? points;
  });
}

const turnsBack = (points: readonly Spot[]): boolean =>
  points.some((spot, i) => i > 0 && spot.x < (points[i - 1] as Spot).x);
