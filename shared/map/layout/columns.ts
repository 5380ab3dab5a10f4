/**
 * Columns of a tiered layout. A tier of more cards than `most` is spread over several columns beside each other, so that
 * a map is never much higher than it is wide. Cards that lead on go to the right, those that are led to stay at the
 * left; among equals, neighbours in the order are dealt out over the columns, so that they stay at one height. Cards
 * that had a column keep it (`before`: where they stood across the tiers, NaN for new ones).
 */
export type Columns = {
  /** Column by card. */
  readonly of: Int32Array;
  /** Tier by column. */
  readonly tier: readonly number[];
};

export type ColumnInput = {
  readonly tiers: ArrayLike<number>;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Rank of a card in its tier. */
  readonly order: ArrayLike<number>;
  readonly before: Float64Array;
  readonly most: number;
};

/** How much fuller than `most` a column may get before cards that are added open another one. */
const SPARE = 1.25;

export function columnsOf(input: ColumnInput): Columns {
  const { tiers, order, most } = input;
  const n = tiers.length;
  const byTier = Map.groupBy(
    Array.from({ length: n }, (_, card) => card),
    (card) => tiers[card] as number,
  );
  const lean = leaning(input);
  const of = new Int32Array(n);
  const tier: number[] = [];
  for (const [own, cards] of [...byTier].sort(([a], [b]) => a - b)) {
    cards.sort((a, b) => (order[a] as number) - (order[b] as number) || a - b);
    const places = cards.length <= most ? undefined : (kept(cards, input) ?? dealt(cards, lean, most));
    const first = tier.length;
    const count = places === undefined ? 1 : Math.max(...places) + 1;
    for (let c = 0; c < count; c++) tier.push(own);
    cards.forEach((card, i) => {
      of[card] = first + (places?.[i] ?? 0);
    });
  }
  return { of, tier };
}

/** Positive for cards that lead on, negative for those that are led to. */
function leaning({ tiers, from, to }: ColumnInput): Int32Array {
  const lean = new Int32Array(tiers.length);
  for (let e = 0; e < from.length; e++) {
    const [a, b] = [from[e] as number, to[e] as number];
    const step = Math.sign((tiers[b] as number) - (tiers[a] as number));
    lean[a] = (lean[a] as number) + step;
    lean[b] = (lean[b] as number) - step;
  }
  return lean;
}

function dealt(cards: readonly number[], lean: Int32Array, most: number): number[] {
  const count = Math.ceil(cards.length / most);
  const size = Math.ceil(cards.length / count);
  const places = new Map(
    cards
      .map((card, i) => ({ card, turn: i % count }))
      .sort(
        (a, b) => Math.sign(lean[a.card] as number) - Math.sign(lean[b.card] as number) || a.turn - b.turn,
      )
      .map(({ card }, i) => [card, Math.floor(i / size)]),
  );
  return cards.map((card) => places.get(card) as number);
}

/** Columns as they were; undefined when too many cards are new to speak of that. */
function kept(cards: readonly number[], { before, most }: ColumnInput): number[] | undefined {
  const old = cards.filter((card) => !Number.isNaN(before[card] as number));
  if (old.length * 2 < cards.length) return undefined;
  const lines = [...new Set(old.map((card) => Math.round(before[card] as number)))].sort((a, b) => a - b);
  const sizes = lines.map((line) => old.filter((card) => Math.round(before[card] as number) === line).length);
  return cards.map((card) => {
    const at = before[card] as number;
    if (!Number.isNaN(at)) return lines.indexOf(Math.round(at));
    let best = sizes.indexOf(Math.min(...sizes));
    if ((sizes[best] as number) >= most * SPARE) best = sizes.push(0) - 1;
    sizes[best] = (sizes[best] as number) + 1;
    return best;
  });
}
