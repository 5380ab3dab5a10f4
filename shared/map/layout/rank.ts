import { knotsOf } from './knots.ts';
import { roughOrder } from './order.ts';

/** A rough order inside tiers, for dealing a large tier out over columns. */
export function rankOf(
  n: number,
  tiers: Int32Array,
  from: Int32Array,
  to: Int32Array,
  most: number,
  steady: boolean,
  before: Float64Array,
): ArrayLike<number> {
  if (steady) return before.map((y) => (Number.isNaN(y) ? 0 : y));
  const least = tiers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const rows = n === 0 ? 0 : tiers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) - least + 1;
  const counts = new Int32Array(rows);
  for (const tier of tiers) counts[tier - least] = (counts[tier - least] as number) + 1;
  const rank = new Float64Array(n);
  if (counts.every((count) => count <= most)) return rank;
  const knots = knotsOf(
    tiers.map((tier) => tier - least),
    rows,
    new Int32Array(n).fill(-1),
    from,
    to,
    2 * n,
  );
  for (const row of roughOrder(knots))
    row.forEach((u, i) => {
      if (u < n) rank[u] = i;
    });
  return rank;
}
