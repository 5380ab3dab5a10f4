import type { Column } from './flow.ts';

/**
 * Free room between columns: at least, more for every so many edges that bend there, and at most. Downward they bend
 * more flatly and take a part of it, but the title of a band stands there, too.
 */
const CHANNEL = { tier: 58, inside: 44, step: 14, edges: 4, most: 150, down: 0.7, head: 24 };

/** Middles of the columns; the first column of tier 0 (or else the first of all) stands at the origin. */
export function placeColumns(
  tier: readonly number[],
  of: Int32Array,
  from: Int32Array,
  to: Int32Array,
  length: Float64Array,
  right: boolean,
): readonly Column[] {
  const lengths = new Float64Array(tier.length);
  of.forEach((c, i) => {
    lengths[c] = Math.max(lengths[c] as number, length[i] as number);
  });
  const bends = new Int32Array(tier.length);
  for (let e = 0; e < from.length; e++) {
    const [a, b] = [of[from[e] as number] as number, of[to[e] as number] as number];
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    for (const c of new Set([low, high - 1])) if (c >= low) bends[c] = (bends[c] as number) + 1;
  }
  const middles: number[] = [];
  let at = 0;
  tier.forEach((own, c) => {
    middles.push(at + (lengths[c] as number) / 2);
    const least = tier[c + 1] === own ? CHANNEL.inside : CHANNEL.tier;
    const more = Math.floor((bends[c] as number) / CHANNEL.edges) * CHANNEL.step;
    const wide = Math.min(CHANNEL.most, least + more);
    at +=
      (lengths[c] as number) +
      (right ? wide : wide * CHANNEL.down + (tier[c + 1] === own ? 0 : CHANNEL.head));
  });
  const zero = middles[Math.max(0, tier.indexOf(0))] ?? 0;
  return tier.map((own, c) => ({
    tier: own,
    middle: (middles[c] as number) - zero,
    length: lengths[c] as number,
  }));
}

/** The column whose middle is nearest to a place along the tiers. */
export const nearest = (columns: readonly Column[], along: number): number => {
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  columns.forEach(({ middle }, c) => {
    const away = Math.abs(middle - along);
    if (away < least) [best, least] = [c, away];
  });
  return best;
};
