import { type Piece, piecesOf } from '../layout/curve.ts';
import type { Bend, Rect, Spot } from '../layout/model.ts';
import type { Pen } from './pen.ts';

/** Traces the way of a link; from afar straight from point to point. */
export function trace(pen: Pen, points: readonly Spot[], bend: Bend, far: boolean): void {
  const [first] = points;
  if (first === undefined) return;
  pen.move(first.x, first.y);
  if (far) for (let i = 1; i < points.length; i++) pen.line((points[i] as Spot).x, (points[i] as Spot).y);
  else for (const piece of piecesFor(points, bend)) tracePiece(pen, piece);
}

/** Traces those pieces of a way that touch a window. A long way is costly to paint, dashed above all, seen or not. */
export function traceSeen(pen: Pen, points: readonly Spot[], bend: Bend, far: boolean, window: Rect): void {
  let broken = true;
  if (far) {
    for (let i = 1; i < points.length; i++) {
      const [a, b] = [points[i - 1] as Spot, points[i] as Spot];
      if (misses(window, a, b, a, b)) broken = true;
      else {
        if (broken) pen.move(a.x, a.y);
        pen.line(b.x, b.y);
        broken = false;
      }
    }
    return;
  }
  for (const piece of piecesFor(points, bend)) {
    const { from, to } = piece;
    const [one, two] = piece.kind === 'line' ? [from, to] : [piece.one, piece.two];
    if (misses(window, from, to, one, two)) broken = true;
    else {
      if (broken) pen.move(from.x, from.y);
      tracePiece(pen, piece);
      broken = false;
    }
  }
}

function tracePiece(pen: Pen, piece: Piece): void {
  if (piece.kind === 'line') pen.line(piece.to.x, piece.to.y);
  else pen.curve(piece.one.x, piece.one.y, piece.two.x, piece.two.y, piece.to.x, piece.to.y);
}

/** Whether all of these are on one side of a window; a cubic stays within its four points. */
function misses({ x, y, width, height }: Rect, a: Spot, b: Spot, c: Spot, d: Spot): boolean {
  const [right, bottom] = [x + width, y + height];
  return (
    (a.x < x && b.x < x && c.x < x && d.x < x) ||
    (a.y < y && b.y < y && c.y < y && d.y < y) ||
    (a.x > right && b.x > right && c.x > right && d.x > right) ||
    (a.y > bottom && b.y > bottom && c.y > bottom && d.y > bottom)
  );
}

/** Pieces of ways that have been painted before, as a scene does not change. */
const known = new WeakMap<readonly Spot[], { readonly bend: Bend; readonly pieces: readonly Piece[] }>();

function piecesFor(points: readonly Spot[], bend: Bend): readonly Piece[] {
  const before = known.get(points);
  if (before?.bend === bend) return before.pieces;
  const pieces = piecesOf(points, bend);
  known.set(points, { bend, pieces });
  return pieces;
}
