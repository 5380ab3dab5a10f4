import type { Scene, SceneCard } from './scene/model.ts';

export const MOVES = ['up', 'down', 'left', 'right', 'first', 'last', 'before', 'behind'] as const;
export type Move = (typeof MOVES)[number];

const middle = ({ x, y, width, height }: SceneCard): { x: number; y: number } => ({
  x: x + width / 2,
  y: y + height / 2,
});

/** Cards in the order in which they are read: tier by tier, each from its first to its last. */
export function readingOrder({ cards, bend }: Scene): readonly SceneCard[] {
  const across = (card: SceneCard): number => (bend === 'down' ? middle(card).x : middle(card).y);
  const along = (card: SceneCard): number => (bend === 'down' ? middle(card).y : middle(card).x);
  return cards.toSorted(
    (a, b) => a.tier - b.tier || across(a) - across(b) || along(a) - along(b) || (a.id < b.id ? -1 : 1),
  );
}

/**
 * Where a key leads from a card. Across the tiers: along the links to the nearest card on that side, and without one to
 * the nearest of the neighbouring tier. Along a tier: to the next card in it. `first` and `last` of the tier; `before`
 * and `behind`: the nearest card of the tier before or behind. The same card where there is nothing.
 */
export function walk(scene: Scene, from: string, move: Move): string {
  const order = readingOrder(scene);
  const own = order.find(({ id }) => id === from);
  if (own === undefined) return order[0]?.id ?? from;
  if (scene.bend === 'none') return aside(scene, own, move)?.id ?? from;
  const upright = scene.bend === 'down';
  const turn: Partial<Record<Move, Move>> = { up: 'left', down: 'right', left: 'up', right: 'down' };
  const step = upright ? (turn[move] ?? move) : move;
  const tier = order.filter((card) => card.tier === own.tier);
  const place = tier.indexOf(own);
  switch (step) {
    case 'up':
      return tier[place - 1]?.id ?? from;
    case 'down':
      return tier[place + 1]?.id ?? from;
    case 'first':
      return tier[0]?.id ?? from;
    case 'last':
      return tier.at(-1)?.id ?? from;
    case 'left':
    case 'right': {
      const side = step === 'left' ? -1 : 1;
      return (linked(scene, own, side) ?? inTier(order, own, side))?.id ?? from;
    }
    default:
      return inTier(order, own, step === 'before' ? -1 : 1)?.id ?? from;
  }
}

/** The nearest card of the neighbouring tier. */
function inTier(order: readonly SceneCard[], own: SceneCard, side: 1 | -1): SceneCard | undefined {
  const beyond = order.filter(({ tier }) => Math.sign(tier - own.tier) === side);
  const next = side === 1 ? beyond[0]?.tier : beyond.at(-1)?.tier;
  return nearest(
    beyond.filter(({ tier }) => tier === next),
    own,
  );
}

function linked({ cards, links, bend }: Scene, own: SceneCard, side: 1 | -1): SceneCard | undefined {
  const beside = new Set(
    links.flatMap(({ from, to }) => (from === own.id ? [to] : to === own.id ? [from] : [])),
  );
  const along = (card: SceneCard): number => (bend === 'down' ? middle(card).y : middle(card).x);
  return nearest(
    cards.filter((card) => beside.has(card.id) && Math.sign(along(card) - along(own)) === side),
    own,
  );
}

/** In a picture without tiers: a linked card in that direction, else any. */
function aside(scene: Scene, own: SceneCard, move: Move): SceneCard | undefined {
  const order = readingOrder(scene);
  const place = order.indexOf(own);
  if (move === 'first') return order[0];
  if (move === 'last') return order.at(-1);
  if (move === 'before') return order[place - 1];
  if (move === 'behind') return order[place + 1];
  const beside = new Set(
    scene.links.flatMap(({ from, to }) => (from === own.id ? [to] : to === own.id ? [from] : [])),
  );
  const [dx, dy] = { up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0] }[move] as [number, number];
  const at = middle(own);
  const ahead = scene.cards.filter((card) => {
    const to = middle(card);
    const forward = (to.x - at.x) * dx + (to.y - at.y) * dy;
    const sideways = Math.abs((to.x - at.x) * dy) + Math.abs((to.y - at.y) * dx);
    return card !== own && forward > 0 && sideways <= forward * 1.2;
  });
  return (
    nearest(
      ahead.filter(({ id }) => beside.has(id)),
      own,
    ) ?? nearest(ahead, own)
  );
}

function nearest(cards: readonly SceneCard[], own: SceneCard): SceneCard | undefined {
  const at = middle(own);
  let [best, least]: [SceneCard | undefined, number] = [undefined, Number.POSITIVE_INFINITY];
  for (const card of cards) {
    const to = middle(card);
    const away = Math.hypot(to.x - at.x, to.y - at.y);
    if (away < least) [best, least] = [card, away];
  }
  return best;
}
