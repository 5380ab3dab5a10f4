import { flattened } from '../layout/curve.ts';
import type { Rect, Spot } from '../layout/model.ts';
import { fitted, widthOf } from '../text.ts';
import { FACES, ROOM } from './measures.ts';
import type { Scene, SceneLink } from './model.ts';

/** Words on a link: `x` and `y` are the middle, `text` may be shortened. */
export type PlacedLabel = Rect & { readonly link: string; readonly text: string };

/** Where along a way to try, the middle first. */
const TRIES = [0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78, 0.14, 0.86];
/** Widths to try: words are shortened before they are left out. */
const WIDTHS = [150, 96, 64];
const CELL = 64;

/** Rectangles by place, to ask quickly what overlaps. */
export class Ground {
  private readonly cells = new Map<string, Rect[]>();

  add(rect: Rect): void {
    this.each(rect, (key) => {
      const cell = this.cells.get(key);
      if (cell === undefined) this.cells.set(key, [rect]);
      else cell.push(rect);
      return false;
    });
  }

  isFree(rect: Rect): boolean {
    return !this.each(rect, (key) => (this.cells.get(key) ?? []).some((other) => overlap(rect, other)));
  }

  private each({ x, y, width, height }: Rect, visit: (key: string) => boolean): boolean {
    for (let i = Math.floor(x / CELL); i <= Math.floor((x + width) / CELL); i++)
      for (let j = Math.floor(y / CELL); j <= Math.floor((y + height) / CELL); j++)
        if (visit(`${i},${j}`)) return true;
    return false;
  }
}

export const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** A place at a part of the length of a chain of pieces. */
function at(flat: readonly Spot[], part: number): Spot | undefined {
  let rest = part * lengthOf(flat);
  for (let i = 1; i < flat.length; i++) {
    const [a, b] = [flat[i - 1] as Spot, flat[i] as Spot];
    const long = Math.hypot(b.x - a.x, b.y - a.y);
    if (rest <= long) {
      const t = long === 0 ? 0 : rest / long;
      return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
    }
    rest -= long;
  }
  return flat.at(-1);
}

const lengthOf = (flat: readonly Spot[]): number =>
  flat.reduce(
    (sum, b, i) =>
      i === 0 ? 0 : sum + Math.hypot(b.x - (flat[i - 1] as Spot).x, b.y - (flat[i - 1] as Spot).y),
    0,
  );

/**
 * Places for the words of some links, the first given first: on their way, over no card and no other words. Words that
 * have no room, even shortened, are left out; `most` is the budget, `size` how many times larger than in a file.
 */
export function placeLabels(
  scene: Scene,
  links: readonly SceneLink[],
  most: number,
  size = 1,
): readonly PlacedLabel[] {
  const ground = new Ground();
  for (const card of scene.cards) ground.add(card);
  const placed: PlacedLabel[] = [];
  for (const link of links) {
    if (placed.length >= most) break;
    if (link.label === '') continue;
    const label = placeOne(link, flattened(link.points, scene.bend), ground, size);
    if (label === undefined) continue;
    ground.add(label);
    placed.push(label);
  }
  return placed;
}

function placeOne(
  link: SceneLink,
  flat: readonly Spot[],
  ground: Ground,
  size: number,
): PlacedLabel | undefined {
  const height = ROOM.linkLabel * size;
  const face = { ...FACES.link, size: FACES.link.size * size };
  for (const most of WIDTHS) {
    const text = fitted(link.label, face, most * size - 10);
    const width = widthOf(text, face) + 10;
    for (const part of TRIES) {
      const middle = at(flat, part);
      if (middle === undefined) continue;
      const rect = { x: middle.x - width / 2, y: middle.y - height / 2, width, height };
      if (ground.isFree({ x: rect.x - 2, y: rect.y - 1, width: width + 4, height: height + 2 }))
        return { link: link.id, text, ...rect };
    }
    if (text === link.label) continue;
  }
  return undefined;
}
