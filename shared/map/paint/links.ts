import { along, type Piece, piecesOf } from '../layout/curve.ts';
import type { Bend, Rect, Spot } from '../layout/model.ts';
import { DASHES, type Head } from '../scene/looks.ts';
import type { SceneLink } from '../scene/model.ts';
import type { Palette } from '../scene/palette.ts';
import { arrival, changeSign, drawHead } from './heads.ts';
import type { Paint, Pen } from './pen.ts';
import { trace, traceSeen } from './ways.ts';

/** How many links are traced before they are painted: one long path is slow to paint. */
const TOGETHER = 16;
const FADED = 0.14;
const PALE = 0.6;
/** Pixels round the window, for thick lines and heads at its edge. */
const EDGE = 20;
/** Below this scale a head is a dot. */
const HEADLESS = 0.16;
const SIZE = 4.2;

export type LinkPainting = {
  readonly palette: Palette;
  readonly bend: Bend;
  readonly lit: ReadonlySet<string> | undefined;
  /** Pixels of the screen for one of the scene; 1 for files. */
  readonly scale: number;
  /**
   * From afar lines run straight from point to point, without heads that nobody could see. Dashes would be finer than
   * the screen and cost more than all else: such a line is paler there.
   */
  readonly far: boolean;
  /** What of the scene is in sight; left out for files, in which every way is whole. */
  readonly window?: Rect;
};

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

function strokesOf(link: SceneLink, { palette, scale, far }: LinkPainting, alpha: number): Paint[] {
  const width = Math.max(link.width, 0.7 / scale);
  const stroke = colourOf(link, palette);
  if (far) return [{ stroke, width, alpha: link.dash === 'none' ? alpha : alpha * PALE }];
  const paint: Paint = { stroke, width, dash: DASHES[link.dash], alpha };
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
      for (const { points } of some) wayOf(pen, points, how);
      pen.end(stroke);
    }
  }
  if (how.scale < HEADLESS) return;
  pen.begin();
  for (const link of links) headOf(pen, link, how);
  pen.end(headPaint(look, how, alpha));
  for (const link of links) marksOf(pen, link, how, alpha);
}

function wayOf(pen: Pen, points: SceneLink['points'], { bend, far, scale, window }: LinkPainting): void {
  if (window === undefined) trace(pen, points, bend, far);
  else traceSeen(pen, points, bend, far, grown(window, EDGE / scale));
}

const grown = ({ x, y, width, height }: Rect, by: number): Rect => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

function paintOne(pen: Pen, link: SceneLink, how: LinkPainting, alpha: number): void {
  pen.open({ kind: 'link', id: link.id, title: link.label });
  for (const stroke of strokesOf(link, how, alpha)) {
    pen.begin();
    trace(pen, link.points, how.bend, false);
    pen.end(stroke);
  }
  if (link.head !== 'none') {
    pen.begin();
    headOf(pen, link, how);
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

function headOf(pen: Pen, { head, points, width }: SceneLink, { bend, scale, window }: LinkPainting): void {
  if (head === 'none') return;
  const end = arrival(points, bend);
  if (end === undefined || (window !== undefined && !holds(grown(window, EDGE / scale), end.at))) return;
  drawHead(pen, head, end, SIZE + width * 0.5);
}

const holds = ({ x, y, width, height }: Rect, at: Spot): boolean =>
  at.x >= x && at.y >= y && at.x <= x + width && at.y <= y + height;

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
