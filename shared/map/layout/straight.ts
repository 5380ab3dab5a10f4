import { rectOf, rim } from './apart.ts';
import { cuts } from './curve.ts';
import type { LayoutEdge, PlacedCard, Rect, Route, Spot } from './model.ts';

/** How far aside a line is led round a card, tried in this order, in pixels. */
const ASIDE = [46, -46, 84, -84, 130, -130, 190, -190, 260, -260];
/** Distance between lines that join the same two cards. */
const TWIN = 9;
const CELL = 200;

/**
 * Ways of edges in a layout without tiers: straight from rim to rim, and by one turn round the cards in between where
 * there is a turn that is free. Where there is none they run behind a card; the painter shows them on both sides of it.
 */
export function straightRoutes(cards: readonly PlacedCard[], edges: readonly LayoutEdge[]): Route[] {
  const at = new Map(cards.map((card) => [card.id, card]));
  const ground = new Cells(cards);
  const pairs = new Map<string, number>();
  return edges.flatMap(({ id, from, to }): Route[] => {
    const [a, b] = [at.get(from), at.get(to)];
    if (a === undefined || b === undefined || a === b) return [];
    const pair = from < to ? `${from} ${to}` : `${to} ${from}`;
    const turn = pairs.get(pair) ?? 0;
    pairs.set(pair, turn + 1);
    return [{ id, points: wayOf(a, b, turn, ground) }];
  });
}

function wayOf(a: PlacedCard, b: PlacedCard, turn: number, ground: Cells): readonly Spot[] {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const long = Math.hypot(dx, dy) || 1;
  const via = (aside: number): Spot => ({
    x: (a.x + b.x) / 2 - (dy / long) * aside,
    y: (a.y + b.y) / 2 + (dx / long) * aside,
  });
  const bent = (aside: number): readonly Spot[] => {
    const middle = via(aside);
    return [rim(a, middle), middle, rim(b, middle)];
  };
  if (turn > 0) return bent((turn % 2 === 1 ? 1 : -1) * TWIN * 2 * Math.ceil(turn / 2));
  const straight = [rim(a, b), rim(b, a)];
  if (ground.isFree(straight, a, b)) return straight;
  for (const aside of ASIDE) {
    const way = bent(aside);
    if (ground.isFree(way, a, b)) return way;
  }
  return straight;
}

/** Cards by place. */
class Cells {
  private readonly cells = new Map<number, PlacedCard[]>();

  constructor(cards: readonly PlacedCard[]) {
    for (const card of cards)
      each(rectOf(card), (key) => {
        const cell = this.cells.get(key);
        if (cell === undefined) this.cells.set(key, [card]);
        else cell.push(card);
      });
  }

  isFree(way: readonly Spot[], ...but: readonly PlacedCard[]): boolean {
    for (let i = 1; i < way.length; i++) {
      const [p, q] = [way[i - 1] as Spot, way[i] as Spot];
      const rect = {
        x: Math.min(p.x, q.x),
        y: Math.min(p.y, q.y),
        width: Math.abs(p.x - q.x),
        height: Math.abs(p.y - q.y),
      };
      let free = true;
      each(rect, (key) => {
        if (
          free &&
          (this.cells.get(key) ?? []).some((card) => !but.includes(card) && cuts(p, q, rectOf(card)))
        )
          free = false;
      });
      if (!free) return false;
    }
    return true;
  }
}

function each({ x, y, width, height }: Rect, visit: (key: number) => void): void {
  for (let i = Math.floor(x / CELL); i <= Math.floor((x + width) / CELL); i++)
    for (let j = Math.floor(y / CELL); j <= Math.floor((y + height) / CELL); j++) visit(i * 1_000_003 + j);
}
