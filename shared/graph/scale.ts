/** Betweenness of a node: its part of all shortest paths, and that as a part of what it could be at most. */
export type Betweenness = { readonly raw: Float64Array; readonly normalised: Float64Array };

/**
 * Betweenness from the dependencies of `sources` of the `n` nodes (`createBrandes`): scaled up to all of them; halved
 * without direction, where every pair was seen from both ends; normalised by (n - 1)(n - 2), or half of that
 * (field-practice 2.6.8). Below three nodes nothing lies between, and normalised is 0.
 */
export function scaled(sums: Float64Array, sources: number, directed: boolean): Betweenness {
  const n = sums.length;
  const up = sources === 0 ? 0 : n / sources;
  const pairs = (n - 1) * (n - 2);
  return {
    raw: sums.map((sum) => (directed ? sum * up : (sum * up) / 2)),
    normalised: sums.map((sum) => (n < 3 ? 0 : (sum * up) / pairs)),
  };
}
