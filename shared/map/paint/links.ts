import { along, type Piece, piecesOf } from '../layout/curve.ts';
import type { Bend, Rect, Spot } from '../layout/model.ts';
import { DASHES, type Head } from '../scene/looks.ts';
import type { SceneLink } from '../scene/model.ts';
import type { Palette } from '../scene/palette.ts';
import type { Paint, Pen } from './pen.ts';

/** How many links are traced before they are painted: one long path is slow to paint. */
const TOGETHER = 16;
const FADED = 0.14;
const SIZE = 4.2;

export type LinkPainting = {
  readonly palette: Palette;
  readonly bend: Bend;
  readonly lit: ReadonlySet<string> | undefined;
  /** Pixels of the screen for one of the scene; 1 for files. */
  readonly scale: number;
  /** From afar lines run straight from point to point and have no heads that nobody could see. */
  readonly far: boolean;
};

/** Traces the way of a link. */
export function trace(pen: Pen, points: readonly Spot[], bend: Bend, far: boolean): void {
  const [first] = points;
  if (first === undefined) return;
  pen.move(first.x, first.y);
  if (far) {
    for (let i = 1; i < points.length; i++) pen.line((points[i] as Spot).x, (points[i] as Spot).y);
    return;
  }
  for (const piece of piecesOf(points, bend)) {
    if (piece.kind === 'line') pen.line(piece.to.x, piece.to.y);
    else pen.curve(piece.one.x, piece.one.y, piece.two.x, piece.two.y, piece.to.x, piece.to.y);
  }
}

/** Links that look the same after each other, so that they can be painted together. */
export function paintLinks(pen: Pen, links: readonly SceneLink[], how: LinkPainting): void {
  const looks = Map.groupBy(
    links,
    (link) =>
      `${link.change ?? ''}|${how.palette.edge[link.kind]}|${link.width}|${link.dash}|${link.twin}|${how.lit === undefined || how.lit.has(link.id)}`,
  );
  for (const same of looks.values()) {
    const [one] = same;
    if (one === undefined) continue;
    const alpha = how.lit === undefined || how.lit.has(one.id) ? 1 : FADED;
    if (pen.single) for (const link of same) paintOne(pen, link, how, alpha);
    else paintSame(pen, same, one, how, alpha);
  }
}

const colourOf = ({ change, kind }: SceneLink, palette: Palette): string =>
  change === undefined ? palette.edge[kind] : palette.change[change];

function strokesOf(link: SceneLink, { palette, scale }: LinkPainting, alpha: number): Paint[] {
  const width = Math.max(link.width, 0.7 / scale);
  const paint: Paint = { stroke: colourOf(link, palette), width, dash: DASHES[link.dash], alpha };
  if (!link.twin) return [paint];
  return [
    { ...paint, width: width + 2.6 },
    { stroke: palette.canvas, width: Math.max(1.6, width), alpha },
  ];
}

function paintSame(
  pen: Pen,
  links: readonly SceneLink[],
  look: SceneLink,
  how: LinkPainting,
  alpha: number,
): void {
  const strokes = strokesOf(look, how, alpha);
  for (let i = 0; i < links.length; i += TOGETHER) {
    const some = links.slice(i, i + TOGETHER);
    for (const stroke of strokes) {
      pen.begin();
      for (const { points } of some) trace(pen, points, how.bend, how.far);
      pen.end(stroke);
    }
  }
  if (how.scale < 0.16) return;
  pen.begin();
  for (const link of links) headOf(pen, link, how.bend);
  pen.end(headPaint(look, how, alpha));
  for (const link of links) marksOf(pen, link, how, alpha);
}

function paintOne(pen: Pen, link: SceneLink, how: LinkPainting, alpha: number): void {
  pen.open({ kind: 'link', id: link.id, title: link.label });
  for (const stroke of strokesOf(link, how, alpha)) {
    pen.begin();
    trace(pen, link.points, how.bend, false);
    pen.end(stroke);
  }
  if (link.head !== 'none') {
    pen.begin();
    headOf(pen, link, how.bend);
    pen.end(headPaint(link, how, alpha));
  }
  marksOf(pen, link, how, alpha);
  pen.shut();
}

const HOLLOW: ReadonlySet<Head> = new Set(['open', 'ring', 'double', 'bar']);

function headPaint(link: SceneLink, { palette }: LinkPainting, alpha: number): Paint {
  const colour = colourOf(link, palette);
  return HOLLOW.has(link.head)
    ? { stroke: colour, width: 1.6, fill: palette.canvas, alpha }
    : { fill: colour, stroke: colour, width: 0.6, alpha };
}

/** The end of a way and the direction in which it arrives. */
export function arrival(
  points: readonly Spot[],
  bend: Bend,
): { at: Spot; dx: number; dy: number } | undefined {
  const at = points.at(-1);
  const before = points.at(-2);
  if (at === undefined || before === undefined) return undefined;
  // A way that bends arrives along the tiers.
  const bends = bend !== 'none' && before.x !== at.x && before.y !== at.y;
  const [x, y] = bends
    ? bend === 'right'
      ? [Math.sign(at.x - before.x), 0]
      : [0, Math.sign(at.y - before.y)]
    : [at.x - before.x, at.y - before.y];
  const long = Math.hypot(x, y);
  return long === 0 ? undefined : { at, dx: x / long, dy: y / long };
}

function headOf(pen: Pen, { head, points, width }: SceneLink, bend: Bend): void {
  const end = arrival(points, bend);
  if (end === undefined || head === 'none') return;
  drawHead(pen, head, end, SIZE + width * 0.5);
}

export function drawHead(
  pen: Pen,
  head: Head,
  { at, dx, dy }: { readonly at: Spot; readonly dx: number; readonly dy: number },
  size: number,
): void {
  const on = (back: number, side: number): [number, number] => [
    at.x - dx * back - dy * side,
    at.y - dy * back + dx * side,
  ];
  switch (head) {
    case 'full':
    case 'open':
      pen.move(at.x, at.y);
      pen.line(...on(2 * size, size * 0.95));
      pen.line(...on(2 * size, -size * 0.95));
      pen.close();
      return;
    case 'double':
      for (const back of [0, size]) {
        pen.move(...on(back + 1.6 * size, size * 0.95));
        pen.line(...on(back, 0));
        pen.line(...on(back + 1.6 * size, -size * 0.95));
        pen.close();
      }
      return;
    case 'diamond':
      pen.move(at.x, at.y);
      pen.line(...on(1.3 * size, size * 0.85));
      pen.line(...on(2.6 * size, 0));
      pen.line(...on(1.3 * size, -size * 0.85));
      pen.close();
      return;
    case 'disc':
    case 'ring': {
      const [x, y] = on(size, 0);
      pen.circle(x, y, size * 0.95);
      return;
    }
    case 'square':
      pen.move(...on(0, size * 0.85));
      pen.line(...on(1.7 * size, size * 0.85));
      pen.line(...on(1.7 * size, -size * 0.85));
      pen.line(...on(0, -size * 0.85));
      pen.close();
      return;
    case 'bar':
      pen.move(...on(0, size * 1.15));
      pen.line(...on(size * 0.8, size * 1.15));
      pen.line(...on(size * 0.8, -size * 1.15));
      pen.line(...on(0, -size * 1.15));
      pen.close();
      return;
    default:
  }
}

/** The middle of a way. */
export function middleOf(points: readonly Spot[], bend: Bend): Spot | undefined {
  const pieces = piecesOf(points, bend);
  const long = (piece: Piece): number => Math.hypot(piece.to.x - piece.from.x, piece.to.y - piece.from.y);
  let rest = pieces.reduce((sum, piece) => sum + long(piece), 0) / 2;
  for (const piece of pieces) {
    if (rest <= long(piece)) return along(piece, long(piece) === 0 ? 0 : rest / long(piece));
    rest -= long(piece);
  }
  return points[0];
}

/** A cross on what is denied, and a sign for what came, went or changed, in the middle of the way. */
function marksOf(pen: Pen, link: SceneLink, how: LinkPainting, alpha: number): void {
  if (!link.denied && link.change === undefined) return;
  const at = middleOf(link.points, how.bend);
  if (at === undefined) return;
  const colour = colourOf(link, how.palette);
  pen.begin();
  if (link.change === undefined) {
    const r = 5;
    pen.move(at.x - r, at.y - r);
    pen.line(at.x + r, at.y + r);
    pen.move(at.x - r, at.y + r);
    pen.line(at.x + r, at.y - r);
    pen.end({ stroke: colour, width: 2, alpha });
    return;
  }
  pen.circle(at.x, at.y, 7);
  pen.end({ fill: how.palette.canvas, stroke: colour, width: 1.6, alpha });
  changeSign(pen, link.change, at.x, at.y, 3.6);
  pen.end({ stroke: colour, width: 1.8, alpha });
}

/** Plus, minus or a triangle. Traces only. */
export function changeSign(
  pen: Pen,
  change: NonNullable<SceneLink['change']>,
  x: number,
  y: number,
  r: number,
): void {
  pen.begin();
  if (change === 'changed') {
    pen.move(x, y - r);
    pen.line(x + r, y + r * 0.8);
    pen.line(x - r, y + r * 0.8);
    pen.close();
    return;
  }
  pen.move(x - r, y);
  pen.line(x + r, y);
  if (change === 'removed') return;
  pen.move(x, y - r);
  pen.line(x, y + r);
}

/** Whether a way can be seen through a window. */
export function inSight(points: readonly Spot[], { x, y, width, height }: Rect): boolean {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const point of points) {
    left = Math.min(left, point.x);
    right = Math.max(right, point.x);
    top = Math.min(top, point.y);
    bottom = Math.max(bottom, point.y);
  }
  return left <= x + width && right >= x && top <= y + height && bottom >= y;
}
