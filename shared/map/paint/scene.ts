import { inSight } from '../layout/box.ts';
import type { Rect } from '../layout/model.ts';
import { Ground, placeLabels } from '../scene/labels.ts';
import { FACES } from '../scene/measures.ts';
import type { Scene, SceneCard } from '../scene/model.ts';
import type { Palette } from '../scene/palette.ts';
import { fitted, widthOf } from '../text.ts';
import { paintCard } from './cards.ts';
import type { Emphasis } from './emphasis.ts';
import { paintLinks } from './links.ts';
import type { Pen } from './pen.ts';

/** Scales from which words in cards are legible, and below which links are drawn as from afar. */
const NEAR = 0.5;
const FAR = 0.3;
/** Names at once where cards are too small for them, and words on links, in a window of so many pixels. */
const NAMES = 70;
const LABELS = 60;
const WINDOW = 1_400 * 900;

export type Painting = {
  readonly palette: Palette;
  readonly emphasis: Emphasis;
  /** What of the scene is in sight, in its own lengths. */
  readonly window: Rect;
  /** Pixels for one of the scene. */
  readonly scale: number;
};

/** Paints a scene from the ground up. The order is that in which it is read, too. */
export function paintScene(pen: Pen, scene: Scene, how: Painting): void {
  paintGround(pen, scene, how);
  paintTitles(pen, scene, how);
}

/** All but the titles of the bands, which stay in sight while the rest moves under them. */
export function paintGround(pen: Pen, scene: Scene, how: Painting): void {
  const { palette, emphasis, window, scale } = how;
  const near = scale >= NEAR;
  paintBands(pen, scene, how);
  const links = scene.links.filter(({ points }) => inSight(points, window));
  paintLinks(pen, links, {
    palette,
    bend: scene.bend,
    lit: emphasis.lit?.links,
    scale,
    far: !pen.single && scale < FAR,
    ...(pen.single ? {} : { window }),
  });
  const cards = scene.cards.filter((card) => touches(card, window));
  for (const card of cards)
    paintCard(pen, card, {
      palette,
      lit: emphasis.lit?.cards,
      selected: emphasis.selected,
      focus: emphasis.focus,
      scale,
      near,
    });
  if (!near) paintNames(pen, scene, cards, how);
  if (near) paintLabels(pen, scene, links, how);
}

/** So many things in a window of a usual size, and more where more of the scene is painted at once. */
function budget(usual: number, { bounds }: Scene, { window, scale }: Painting): number {
  const part = (from: number, long: number, seen: number, size: number): number =>
    Math.max(0, Math.min(from + long, seen + size) - Math.max(from, seen)) * scale;
  const across = part(bounds.x, bounds.width, window.x, window.width);
  const down = part(bounds.y, bounds.height, window.y, window.height);
  return Math.round(usual * Math.max(1, (across * down) / WINDOW));
}

const touches = (a: Rect, b: Rect): boolean =>
  a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;

function paintBands(pen: Pen, scene: Scene, { palette, scale }: Painting): void {
  for (const band of scene.bands) {
    pen.begin();
    pen.rect(band, 8);
    pen.end({
      fill: band.own ? palette.bandOwn : palette.band,
      stroke: palette.bandLine,
      width: Math.max(1, 0.6 / scale),
    });
  }
  for (const { across, down } of scene.rings) {
    pen.begin();
    traceEllipse(pen, across, down);
    pen.end({ stroke: palette.bandLine, width: Math.max(1.2, 0.8 / scale) });
  }
  for (const frame of scene.groups) {
    pen.begin();
    pen.rect(frame, 9);
    pen.end({ stroke: palette.cardLine, width: 1, dash: [2, 3] });
  }
}

/** Round the origin, by four cubics. */
function traceEllipse(pen: Pen, across: number, down: number): void {
  const [a, b] = [across * 0.5523, down * 0.5523];
  pen.move(across, 0);
  pen.curve(across, b, a, down, 0, down);
  pen.curve(-a, down, -across, b, -across, 0);
  pen.curve(-across, -b, -a, -down, 0, -down);
  pen.curve(a, -down, across, -b, across, 0);
  pen.close();
}

/**
 * Titles of the bands at their head, or at the upper edge of what is in sight when the head is above it, so that one
 * always knows where one is. They keep their size from afar as long as they fit.
 */
export function paintTitles(pen: Pen, scene: Scene, { palette, window, scale }: Painting): void {
  const size = FACES.band.size / Math.min(1, scale);
  const face = { weight: FACES.band.weight, size };
  const upright = scene.bend === 'down';
  for (const band of scene.bands) {
    const room = band.width - 12 / Math.min(1, scale);
    if (room < size * 2.2 || !touches(band, window)) continue;
    const title = fitted(widthOf(band.title, face) > room ? band.short : band.title, face, room);
    const head = upright ? band.y : Math.max(band.y, window.y);
    const y = head + size * 1.35;
    if (y > band.y + band.height) continue;
    const x = upright ? band.x + 10 : band.x + band.width / 2;
    const width = widthOf(title, face) + 14 / Math.min(1, scale);
    // On ground of its own, so that no line runs through a word; on that of the map where the head is out of sight.
    const edge = 7 / Math.min(1, scale);
    const left = upright ? x - edge : x - width / 2;
    pen.begin();
    pen.rect({ x: left, y: head + size * 0.25, width, height: size * 1.6 }, 5);
    pen.end({
      fill: head > band.y ? palette.canvas : band.own ? palette.bandOwn : palette.band,
      alpha: 0.9,
    });
    pen.text(title, x, y, {
      face,
      fill: band.own ? palette.accent : palette.bandText,
      align: upright ? 'start' : 'middle',
    });
  }
  for (const frame of scene.groups) {
    if (scale < NEAR) continue;
    const words = fitted(frame.group, FACES.group, frame.width - 10);
    pen.text(words, frame.x + 7, frame.y - 2.5, {
      face: FACES.group,
      fill: palette.dim,
      halo: palette.band,
    });
  }
}

/** What is worth a name first, where not all can have one. */
function importance(card: SceneCard, { emphasis }: Painting): number {
  return (
    (emphasis.focus === card.id ? 32 : 0) +
    (emphasis.selected.has(card.id) ? 16 : 0) +
    (emphasis.lit?.cards.has(card.id) ? 8 : 0) +
    (card.target ? 6 : 0) +
    (card.level ?? 0) +
    (card.vital ? 2 : 0) +
    (card.members === undefined ? 0 : Math.log2(card.members + 1))
  );
}

/** Names over cards that are too small for their own words: never over each other, the most important first. */
function paintNames(pen: Pen, scene: Scene, cards: readonly SceneCard[], how: Painting): void {
  const { palette, scale, emphasis } = how;
  const size = FACES.far.size / scale;
  const face = { weight: FACES.far.weight, size };
  const ground = new Ground();
  const sorted = cards.toSorted((a, b) => importance(b, how) - importance(a, how));
  const most = budget(NAMES, scene, how);
  let count = 0;
  for (const card of sorted) {
    if (count >= most) break;
    if (emphasis.lit !== undefined && !emphasis.lit.cards.has(card.id)) continue;
    const words = fitted(card.label, face, 150 / scale);
    const width = widthOf(words, face);
    const middle = { x: card.x + card.width / 2, y: card.y + card.height / 2 };
    const box = {
      x: (middle.x - width / 2) * scale,
      y: (middle.y - size / 2) * scale,
      width: width * scale,
      height: size * scale,
    };
    const rim = { x: box.x - 3, y: box.y - 2, width: box.width + 6, height: box.height + 4 };
    if (!ground.isFree(rim)) continue;
    ground.add(rim);
    count++;
    pen.text(words, middle.x, middle.y + size * 0.35, {
      face,
      fill: palette.text,
      align: 'middle',
      halo: palette.card,
    });
  }
}

function paintLabels(pen: Pen, scene: Scene, links: Scene['links'], how: Painting): void {
  const { palette, emphasis } = how;
  const wanted = links.filter(({ id }) => emphasis.labelled.has(id));
  // From somewhat further off words on links stay as large as they are legible.
  const size = Math.min(1.5, Math.max(1, 0.85 / how.scale));
  for (const label of placeLabels(scene, wanted, budget(LABELS, scene, how), size)) {
    pen.open({ kind: 'label', id: label.link, title: label.text });
    pen.begin();
    pen.rect(label, 5);
    pen.end({ fill: palette.canvas, stroke: palette.bandLine, width: 1 });
    pen.text(label.text, label.x + label.width / 2, label.y + label.height / 2 + 4 * size, {
      face: { ...FACES.link, size: FACES.link.size * size },
      fill: palette.text,
      align: 'middle',
    });
    pen.shut();
  }
}
