import type { Plan } from '#shared/cascade/plan.ts';

/**
 * The needs of all places seen from their sources: by place where its links begin in each of three kinds, and the end.
 * Constraints of one source are told by themselves; the others by number, as what adds up; those of a place that feeds
 * itself are solved there. Whoever makes nothing and serves nobody is left out: it changes no number.
 */
export function handsOf({ n, output, needOff, needFrom, needWeight, needLast, serveOff, selfFed }: Plan) {
  const kinds = Array.from({ length: 3 * n }, (): { to: number; constraint: number; weight: number }[] => []);
  let constraints = 0;
  for (let k = 0; k < n; k++) {
    if (output[k] === 0 && serveOff[k] === serveOff[k + 1]) continue;
    const weights = new Map<number, number>();
    for (let p = needOff[k] as number; p < (needOff[k + 1] as number); p++) {
      const from = needFrom[p] as number;
      weights.set(from, (weights.get(from) ?? 0) + (needWeight[p] as number));
      if (needLast[p] === 0) continue;
      const kind = selfFed[k] === 1 ? 2 : weights.size === 1 ? 0 : 1;
      for (const [source, weight] of weights)
        kinds[3 * source + kind]?.push({ to: k, constraint: constraints, weight });
      if (kind === 1) constraints++;
      weights.clear();
    }
  }
  const off = new Int32Array(4 * n);
  let count = 0;
  for (let k = 0; k < n; k++) {
    for (let kind = 0; kind < 3; kind++) {
      off[4 * k + kind] = count;
      count += kinds[3 * k + kind]?.length ?? 0;
    }
    off[4 * k + 3] = count;
  }
  const all = kinds.flat();
  return {
    off,
    constraints,
    to: all.map(({ to }) => to),
    constraint: all.map(({ constraint }) => constraint),
    weight: all.map(({ weight }) => weight),
  };
}

/**
 * The sales by place, those to one customer together, without those to itself, which are solved: x = sum + self x.
 * `blocks`: where the order of places can be cut, last first, so that no place sells to an earlier block.
 */
export function salesOf({ n, sellOff, sellTo, sellWeight }: Plan) {
  const off = new Int32Array(n + 1);
  const to: number[] = [];
  const weight: number[] = [];
  const lowest = new Int32Array(n + 1).fill(n);
  for (let k = 0; k < n; k++) {
    const weights = new Map<number, number>();
    for (let p = sellOff[k] as number; p < (sellOff[k + 1] as number); p++) {
      const customer = sellTo[p] as number;
      weights.set(customer, (weights.get(customer) ?? 0) + (sellWeight[p] as number));
    }
    const self = weights.get(k) ?? 0;
    for (const [customer, sold] of weights) {
      if (customer === k || self >= 1) continue;
      to.push(customer);
      weight.push(sold / (1 - self));
      lowest[k] = Math.min(lowest[k] as number, customer);
    }
    off[k + 1] = to.length;
  }
  const blocks: number[] = [];
  for (let k = n - 1, least = n; k >= 0; k--) {
    least = Math.min(least, lowest[k] as number);
    if (least >= k) blocks.push(k);
  }
  return { off, to, weight, blocks };
}
