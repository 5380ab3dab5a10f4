import { seeded } from '#shared/graph/random.ts';

/** A network of suppliers and customers without parallel links, and an amount on every link. */
export type Network = {
  readonly n: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly amount: Float64Array;
};

const TIERS = 6;

/**
 * An ecosystem in six tiers: most links lead to the next tier, some stay within one (15 %) or lead back (5 %). Suppliers
 * are drawn by size, which is Pareto: few have many customers.
 */
export function ecosystem(n: number, m: number, seed: number): Network {
  const random = seeded(seed);
  const tiers = Array.from({ length: TIERS }, (_, tier) => ({
    first: Math.floor((tier * n) / TIERS),
    end: Math.floor(((tier + 1) * n) / TIERS),
  }));
  const inTier = (tier: number, large: boolean): number => {
    const { first, end } = tiers[(tier + TIERS) % TIERS] ?? { first: 0, end: n };
    return first + Math.floor((large ? random() ** 2.5 : random()) * (end - first));
  };
  const seen = new Set<number>();
  const from = new Int32Array(m);
  const to = new Int32Array(m);
  const amount = new Float64Array(m);
  for (let e = 0; e < m; ) {
    const kind = random();
    const tier = Math.floor(random() * (TIERS - 1));
    const customerTier = kind < 0.05 ? tier : kind < 0.2 ? tier : tier + 1;
    const a = inTier(kind < 0.05 ? tier + 1 : tier, true);
    const b = inTier(customerTier, false);
    if (a === b || seen.has(a * n + b) || seen.has(b * n + a)) continue;
    seen.add(a * n + b);
    from[e] = a;
    to[e] = b;
    amount[e] = 1 + Math.floor(100 * random() ** 3);
    e++;
  }
  return { n, from, to, amount };
}
