import { hull } from './hull.ts';
import type { Knots, Order } from './knots.ts';
import type { GroupFrame, LayoutInput, PlacedCard } from './model.ts';

const FRAME = 7;

/** Frames round neighbours of one group in a column; pinned cards stand outside. */
export function framesOf(
  input: LayoutInput,
  order: Order,
  { cards: count }: Knots,
  placed: readonly PlacedCard[],
): GroupFrame[] {
  const frames: GroupFrame[] = [];
  for (const row of order) {
    const members = Array.from(row).filter((u) => u < count && !placed[u]?.pinned);
    for (const [group, own] of Map.groupBy(members, (u) => input.cards[u]?.group)) {
      if (group === undefined) continue;
      const cards = own.map((u) => placed[u] as PlacedCard);
      const { x, y, width, height } = hull(cards);
      frames.push({
        tier: (cards[0] as PlacedCard).tier,
        group,
        x: x - FRAME,
        y: y - FRAME,
        width: width + 2 * FRAME,
        height: height + 2 * FRAME,
      });
    }
  }
  return frames;
}
