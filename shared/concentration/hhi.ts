/**
 * The Herfindahl-Hirschman index, the sum of squared shares (field-practice 2.6.9), of shares that are only known as
 * ranges. As a fraction of 1; times 10,000 in the usual points. `1 / HHI` is the number of equal suppliers that would
 * be as concentrated.
 */
export type Ends = { readonly min: number; readonly max: number };

/** Bounds of an index. `tight` false: the largest may be a little less than `max`, there were too many to search. */
export type Index = Ends & { readonly tight: boolean };

/** By how much shares may miss the whole through rounding. */
export const ROUNDING = 0.01;
/** Steps of the search for the largest index after which a safe bound is given instead. */
const MOST_STEPS = 200_000;

/**
 * The index under ranges: shares make one whole. What even the largest shares leave open is with others nobody named:
 * spread thin for the least index, with one of them for the largest. Undefined: at their least the shares are already more
 * than the whole, so that they contradict each other. Beyond rounding nothing is rescaled.
 */
export function indexOf(shares: readonly Ends[]): Index | undefined {
  const sum = (of: (share: Ends) => number): number => shares.reduce((all, share) => all + of(share), 0);
  const least = sum(({ min }) => min);
  if (least > 1 + ROUNDING) return undefined;
  const scale = least > 1 ? 1 / least : 1;
  const boxes = shares.map(({ min, max }) => ({
    min: min * scale,
    max: Math.max(min * scale, Math.min(1, max)),
  }));
  const most = boxes.reduce((all, { max }) => all + max, 0);
  const open = Math.max(0, 1 - most);
  const rest = open > ROUNDING ? open : 0;
  const min = leastSquares(boxes, 1 - open);
  const { max, tight } = mostSquares(
    rest > 0 ? [...boxes, { min: rest, max: rest }] : boxes,
    1 - open + rest,
  );
  return { min: Math.min(min, max), max, tight };
}

/**
 * The smallest sum of squares in a box with a given sum: every share at one level as far as its range allows (the
 * conditions of Karush, Kuhn and Tucker say so). The level by bisection, to the last bit.
 */
function leastSquares(boxes: readonly Ends[], sum: number): number {
  const at = (level: number): number[] => boxes.map(({ min, max }) => Math.min(max, Math.max(min, level)));
  let [low, high] = [0, 1];
  for (let step = 0; step < 64; step++) {
    const level = (low + high) / 2;
    if (at(level).reduce((a, b) => a + b, 0) < sum) low = level;
    else high = level;
  }
  return at(high).reduce((all, share) => all + share * share, 0);
}

/**
 * The largest sum of squares in a box with a given sum. A convex function is largest on a corner: all shares at one
 * of their ends but at most one, which takes what is left. Branch and bound over those corners; the bound puts a
 * straight line over each square, which a greedy filling maximises.
 */
function mostSquares(boxes: readonly Ends[], sum: number): { readonly max: number; readonly tight: boolean } {
  const base = boxes.reduce((all, { min }) => all + min * min, 0);
  const left = Math.max(0, sum - boxes.reduce((all, { min }) => all + min, 0));
  const items = boxes
    .filter(({ min, max }) => max > min)
    .map(({ min, max }) => ({ min, room: max - min, slope: min + max }))
    .sort((a, b) => b.slope - a.slope || b.room - a.room);
  const gain = (min: number, more: number): number => more * (2 * min + more);
  const ceiling = (from: number, open: number): number => {
    let more = 0;
    for (let i = from; i < items.length && open > 0; i++) {
      const { room, slope } = items[i] as (typeof items)[number];
      more += slope * Math.min(room, open);
      open -= Math.min(room, open);
    }
    return more;
  };
  let best = 0;
  let steps = 0;
  const search = (i: number, open: number, found: number): void => {
    if (open <= 1e-15) best = Math.max(best, found);
    if (open <= 1e-15 || i === items.length || ++steps > MOST_STEPS) return;
    if (found + ceiling(i, open) <= best + 1e-15) return;
    const { min, room } = items[i] as (typeof items)[number];
    if (room <= open) search(i + 1, open - room, found + gain(min, room));
    // It takes only a part: then all others are at one of their ends, and it takes what they leave.
    partial(i, open, found);
    search(i + 1, open, found);
  };
  const partial = (p: number, open: number, found: number): void => {
    const { min, room } = items[p] as (typeof items)[number];
    const fill = (i: number, still: number, so: number): void => {
      if (++steps > MOST_STEPS) return;
      if (still <= room) best = Math.max(best, so + gain(min, still));
      if (i === items.length) return;
      if (so + ceiling(i, still) + gain(min, Math.min(room, still)) <= best + 1e-15) return;
      const next = items[i] as (typeof items)[number];
      if (next.room <= still) fill(i + 1, still - next.room, so + gain(next.min, next.room));
      fill(i + 1, still, so);
    };
    fill(p + 1, open, found);
  };
  search(0, left, 0);
  return steps > MOST_STEPS
    ? { max: base + ceiling(0, left), tight: false }
    : { max: base + best, tight: true };
}

/** How many suppliers of equal size would be as concentrated. */
export const effectiveNumber = ({ min, max }: Ends): Ends => ({
  min: 1 / max,
  max: min > 0 ? 1 / min : Number.POSITIVE_INFINITY,
});
