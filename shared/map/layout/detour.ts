import type { Rect, Spot } from './model.ts';

/** Distance that a detour keeps from cards. */
const PAD = 10;
/** What it keeps at least, and how far it goes straight on from a card; two cards leave at least twice that between. */
const LEAST = 4;
const STUB = 5;
/** How far around both ends cards and ways are looked at; doubled when there is no way. */
const AROUND = 160;
const TRIES = 4;
/** Cards that are looked at at most: a way past more than these is no help to the eye. */
const MOST = 300;
/** What a corner costs, in pixels of way. */
const CORNER = 60;

type Side = 1 | -1;
/** Where a way begins or ends: a port at the left (-1) or right (1) side of a card. */
export type Port = { readonly at: Spot; readonly side: Side };

/**
 * A way of level and upright pieces round all cards, short and with few corners: the cheapest on the lines along the
 * edges of the cards (A*). Undefined when an end is shut in.
 */
export function detour(from: Port, to: Port, cards: readonly Rect[]): readonly Spot[] | undefined {
  const start = { x: from.at.x + from.side * STUB, y: from.at.y };
  const end = { x: to.at.x + to.side * STUB, y: to.at.y };
  for (let around = AROUND, i = 0; i < TRIES; i++, around *= 4) {
    const near = cards.filter(
      ({ x, y, width, height }) =>
        x - around < Math.max(start.x, end.x) &&
        x + width + around > Math.min(start.x, end.x) &&
        y - around < Math.max(start.y, end.y) &&
        y + height + around > Math.min(start.y, end.y),
    );
    if (near.length > MOST) return undefined;
    const way = search(start, end, near);
    if (way !== undefined) return simplified([from.at, ...way, to.at]);
    if (near.length === cards.length) return undefined;
  }
  return undefined;
}

const lines = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);

function search(start: Spot, end: Spot, cards: readonly Rect[]): readonly Spot[] | undefined {
  const xs = lines([start.x, end.x, ...cards.flatMap(({ x, width }) => [x - PAD, x + width + PAD])]);
  const ys = lines([start.y, end.y, ...cards.flatMap(({ y, height }) => [y - PAD, y + height + PAD])]);
  const [w, h] = [xs.length, ys.length];
  const blocked = blocker(xs, ys, cards);
  const spot = (at: number): Spot => ({ x: xs[at % w] as number, y: ys[Math.floor(at / w)] as number });
  const first = ys.indexOf(start.y) * w + xs.indexOf(start.x);
  const last = ys.indexOf(end.y) * w + xs.indexOf(end.x);
  // A state is a place and whether one came to it level (0) or upright (1).
  const cost = new Float64Array(2 * w * h).fill(Number.POSITIVE_INFINITY);
  const came = new Int32Array(2 * w * h).fill(-1);
  const open = new Heap();
  const guess = (at: number): number => Math.abs(spot(at).x - end.x) + Math.abs(spot(at).y - end.y);
  cost[2 * first] = 0;
  open.push(guess(first), 2 * first);
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    const at = state >> 1;
    if (at === last) return back(state, came).map(spot);
    const [cx, cy] = [at % w, Math.floor(at / w)];
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      const [nx, ny] = [cx + dx, cy + dy];
      if (nx < 0 || ny < 0 || nx >= w || ny >= h || blocked(cx, cy, nx, ny)) continue;
      const upright = dx === 0 ? 1 : 0;
      const next = ny * w + nx;
      const [a, b] = [spot(at), spot(next)];
      const step = Math.abs(a.x - b.x) + Math.abs(a.y - b.y) + (upright === (state & 1) ? 0 : CORNER);
      const total = (cost[state] as number) + step;
      const reached = 2 * next + upright;
      if (total >= (cost[reached] as number)) continue;
      cost[reached] = total;
      came[reached] = state;
      open.push(total + guess(next), reached);
    }
  }
  return undefined;
}

const back = (state: number, came: Int32Array): number[] => {
  const way: number[] = [];
  for (let at = state; at !== -1; at = came[at] as number) way.push(at >> 1);
  return way.reverse();
};

/** Whether the piece between two neighbouring crossings of lines runs through a card. */
function blocker(xs: readonly number[], ys: readonly number[], cards: readonly Rect[]) {
  const [w, h] = [xs.length, ys.length];
  const level = new Uint8Array(w * h);
  const upright = new Uint8Array(w * h);
  const m = LEAST;
  for (const { x, y, width, height } of cards) {
    const [left, right, top, bottom] = [x - m, x + width + m, y - m, y + height + m];
    for (let j = 0; j < h; j++)
      for (let i = 0; i < w; i++) {
        const [ax, ay] = [xs[i] as number, ys[j] as number];
        if (i + 1 < w && ay > top && ay < bottom && ax < right && (xs[i + 1] as number) > left)
          level[j * w + i] = 1;
        if (j + 1 < h && ax > left && ax < right && ay < bottom && (ys[j + 1] as number) > top)
          upright[j * w + i] = 1;
      }
  }
  return (ax: number, ay: number, bx: number, by: number): boolean =>
    (ay === by ? level : upright)[Math.min(ay, by) * w + Math.min(ax, bx)] === 1;
}

/** Without points in the middle of a straight piece. */
function simplified(points: readonly Spot[]): readonly Spot[] {
  const kept: Spot[] = [];
  for (const point of points) {
    const [before, last] = [kept.at(-2), kept.at(-1)];
    if (last && last.x === point.x && last.y === point.y) continue;
    if (
      before &&
      last &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))
    )
      kept.pop();
    kept.push(point);
  }
  return kept;
}

/** Smallest first. */
class Heap {
  private readonly keys: number[] = [];
  private readonly values: number[] = [];

  push(key: number, value: number): void {
    const { keys, values } = this;
    let i = keys.push(key) - 1;
    values.push(value);
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if ((keys[parent] as number) <= key) break;
      keys[i] = keys[parent] as number;
      values[i] = values[parent] as number;
      i = parent;
    }
    keys[i] = key;
    values[i] = value;
  }

  pop(): number | undefined {
    const { keys, values } = this;
    const top = values[0];
    const key = keys.pop();
    const value = values.pop();
    if (keys.length === 0 || key === undefined || value === undefined) return top;
    let i = 0;
    for (let child = 1; child < keys.length; child = 2 * i + 1) {
      if (child + 1 < keys.length && (keys[child + 1] as number) < (keys[child] as number)) child++;
      if ((keys[child] as number) >= key) break;
      keys[i] = keys[child] as number;
      values[i] = values[child] as number;
      i = child;
    }
    keys[i] = key;
    values[i] = value;
    return top;
  }
}
