import { inSight } from './layout/box.ts';
import { flattened } from './layout/curve.ts';
import type { Rect, Spot } from './layout/model.ts';
import type { Scene, SceneCard } from './scene/model.ts';

export type Hit = { readonly kind: 'card' | 'link'; readonly id: string };

const CELL = 96;

/**
 * Tells what is at a place of a scene, and what is inside a shape. Cards lie over links, and later cards over earlier
 * ones, as they are painted. It is there at once: what a link looks like is worked out when a place first is near it.
 */
export class Picker {
  private readonly cards = new Map<number, SceneCard[]>();
  private readonly ways: (readonly Spot[] | undefined)[];
  private readonly scene: Scene;

  constructor(scene: Scene) {
    this.scene = scene;
    this.ways = new Array(scene.links.length).fill(undefined);
    for (const card of scene.cards) each(card, (key) => add(this.cards, key, card));
  }

  /** What is at a place; a link counts within `reach`. */
  at(spot: Spot, reach: number): Hit | undefined {
    const card = this.cardAt(spot);
    if (card !== undefined) return { kind: 'card', id: card.id };
    const near = { x: spot.x - reach, y: spot.y - reach, width: 2 * reach, height: 2 * reach };
    let [best, least]: [string | undefined, number] = [undefined, reach];
    for (const [i, { id, points }] of this.scene.links.entries()) {
      if (!inSight(points, near)) continue;
      const away = this.awayFrom(i, points, spot, reach);
      if (away <= least) [best, least] = [id, away];
    }
    return best === undefined ? undefined : { kind: 'link', id: best };
  }

  cardAt({ x, y }: Spot): SceneCard | undefined {
    return this.cards
      .get(keyOf(x, y))
      ?.findLast(
        (card) => x >= card.x && y >= card.y && x <= card.x + card.width && y <= card.y + card.height,
      );
  }

  /** How far a link is from a place, or more than `reach`. */
  private awayFrom(link: number, points: readonly Spot[], spot: Spot, reach: number): number {
    let flat = this.ways[link];
    if (flat === undefined) {
      flat = flattened(points, this.scene.bend);
      this.ways[link] = flat;
    }
    let least = reach + 1;
    for (let i = 1; i < flat.length; i++) {
      const [a, b] = [flat[i - 1] as Spot, flat[i] as Spot];
      if (Math.min(a.x, b.x) > spot.x + reach || Math.max(a.x, b.x) < spot.x - reach) continue;
      if (Math.min(a.y, b.y) > spot.y + reach || Math.max(a.y, b.y) < spot.y - reach) continue;
      least = Math.min(least, distance(spot, a, b));
    }
    return least;
  }

  /** Cards whose middle is inside a chain of places that closes on itself. */
  within(shape: readonly Spot[]): readonly string[] {
    return this.scene.cards
      .filter(({ x, y, width, height }) => inside({ x: x + width / 2, y: y + height / 2 }, shape))
      .map(({ id }) => id);
  }
}

const keyOf = (x: number, y: number): number => Math.floor(x / CELL) * 1_000_003 + Math.floor(y / CELL);

function each({ x, y, width, height }: Rect, visit: (key: number) => void): void {
  for (let i = Math.floor(x / CELL); i <= Math.floor((x + width) / CELL); i++)
    for (let j = Math.floor(y / CELL); j <= Math.floor((y + height) / CELL); j++) visit(i * 1_000_003 + j);
}

function add<T>(cells: Map<number, T[]>, key: number, value: T): void {
  const cell = cells.get(key);
  if (cell === undefined) cells.set(key, [value]);
  else if (cell.at(-1) !== value) cell.push(value);
}

function distance(p: Spot, a: Spot, b: Spot): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const long = dx * dx + dy * dy;
  const t = long === 0 ? 0 : Math.min(1, Math.max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / long));
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/** Whether a place is inside a closed chain of places (Jordan's rule of even and odd). */
export function inside({ x, y }: Spot, shape: readonly Spot[]): boolean {
  let within = false;
  for (let i = 0, j = shape.length - 1; i < shape.length; j = i++) {
    const [a, b] = [shape[i] as Spot, shape[j] as Spot];
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) within = !within;
  }
  return within;
}
