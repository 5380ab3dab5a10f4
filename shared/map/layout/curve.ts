import type { Bend, Rect, Spot } from './model.ts';

/** One drawn piece of a route. `curve` has two more points: those that a cubic bends towards. */
export type Piece =
  | { readonly kind: 'line'; readonly from: Spot; readonly to: Spot }
  | {
      readonly kind: 'curve';
      readonly from: Spot;
      readonly one: Spot;
      readonly two: Spot;
      readonly to: Spot;
    };

/** Radius of a corner between level and upright pieces, and of a turn where lines run free. */
const RADIUS = 9;
const WIDE = 90;

/**
 * The pieces of a route as they are drawn: straight where two points share an x or a y (and everywhere in layouts
 * without tiers), a round corner between two such pieces at a right angle, an S between other points.
 */
export function piecesOf(points: readonly Spot[], bend: Bend): Piece[] {
  const pieces: Piece[] = [];
  const straight = (a: Spot, b: Spot): boolean => bend === 'none' || a.x === b.x || a.y === b.y;
  let from = points[0];
  for (let i = 1; i < points.length && from !== undefined; i++) {
    const to = points[i] as Spot;
    const after = points[i + 1];
    const before = points[i - 1] as Spot;
    if (!straight(before, to)) {
      pieces.push(bent(from, to, bend));
      from = to;
      continue;
    }
    if (after === undefined || !straight(to, after) || inLine(before, to, after)) {
      pieces.push({ kind: 'line', from, to });
      from = to;
      continue;
    }
    const radius = Math.min(
      bend === 'none' ? WIDE : RADIUS,
      distance(before, to) / 2,
      distance(to, after) / 2,
    );
    const [a, b] = [towards(to, before, radius), towards(to, after, radius)];
    pieces.push({ kind: 'line', from, to: a });
    pieces.push({
      kind: 'curve',
      from: a,
      one: towards(to, before, radius * 0.45),
      two: towards(to, after, radius * 0.45),
      to: b,
    });
    from = b;
  }
  return pieces;
}

const distance = (a: Spot, b: Spot): number => Math.hypot(a.x - b.x, a.y - b.y);
const inLine = (a: Spot, b: Spot, c: Spot): boolean =>
  Math.abs((b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x)) < 1e-6;
const towards = (from: Spot, to: Spot, by: number): Spot => {
  const long = distance(from, to);
  return long === 0
    ? from
    : { x: from.x + ((to.x - from.x) * by) / long, y: from.y + ((to.y - from.y) * by) / long };
};

function bent(from: Spot, to: Spot, bend: Bend): Piece {
  if (bend === 'down') {
    const half = (from.y + to.y) / 2;
    return { kind: 'curve', from, one: { x: from.x, y: half }, two: { x: to.x, y: half }, to };
  }
  const half = (from.x + to.x) / 2;
  return { kind: 'curve', from, one: { x: half, y: from.y }, two: { x: half, y: to.y }, to };
}

/** A place on a piece, from 0 at its beginning to 1 at its end. */
export function along(piece: Piece, t: number): Spot {
  const s = 1 - t;
  if (piece.kind === 'line')
    return { x: s * piece.from.x + t * piece.to.x, y: s * piece.from.y + t * piece.to.y };
  const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  const { from, one, two, to } = piece;
  return {
    x: a * from.x + b * one.x + c * two.x + d * to.x,
    y: a * from.y + b * one.y + c * two.y + d * to.y,
  };
}

const STEPS = 12;

/** A route as a chain of short straight pieces, close enough to test what it touches. */
export function flattened(points: readonly Spot[], bend: Bend): Spot[] {
  const [first] = points;
  if (first === undefined) return [];
  const flat: Spot[] = [first];
  for (const piece of piecesOf(points, bend)) {
    if (piece.kind === 'line') flat.push(piece.to);
    else for (let i = 1; i <= STEPS; i++) flat.push(along(piece, i / STEPS));
  }
  return flat;
}

/** Whether a straight piece runs through the inside of a rectangle. */
export function cuts(a: Spot, b: Spot, { x, y, width, height }: Rect): boolean {
  let [low, high] = [0, 1];
  for (const [from, step, near, far] of [
    [a.x, b.x - a.x, x, x + width],
    [a.y, b.y - a.y, y, y + height],
  ] as const) {
    if (Math.abs(step) < 1e-9) {
      if (from <= near || from >= far) return false;
      continue;
    }
    const [one, two] = [(near - from) / step, (far - from) / step];
    low = Math.max(low, Math.min(one, two));
    high = Math.min(high, Math.max(one, two));
  }
  return high - low > 1e-9;
}
