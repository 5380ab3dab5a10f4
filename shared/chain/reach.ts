import type { RecordId } from '../model/ids.ts';
import type { Chain } from './compile.ts';

/**
 * Who stands before and behind a node over the relations that carry losses: steps by node, positive for those that
 * depend on it, negative for those that it depends on; the nearest way counts, and whoever is on both sides stands on
 * the side where it is nearer (the customers' when equal). The node itself is 0.
 */
export function tiersAround(chain: Chain, node: number): Map<RecordId, number> {
  const tiers = new Map<number, number>([[node, 0]]);
  const walk = (step: 1 | -1): Map<number, number> => {
    const found = new Map<number, number>([[node, 0]]);
    let front = [node];
    for (let tier = 1; front.length > 0; tier++) {
      const next: number[] = [];
      for (const at of front)
        for (const e of (step === 1 ? chain.leaving[at] : chain.entering[at]) ?? []) {
          const other = (step === 1 ? chain.to[e] : chain.from[e]) as number;
          if (found.has(other)) continue;
          found.set(other, tier * step);
          next.push(other);
        }
      front = next;
    }
    return found;
  };
  const down = walk(1);
  const up = walk(-1);
  for (const [other, tier] of down) tiers.set(other, tier);
  for (const [other, tier] of up) {
    const known = tiers.get(other);
    if (known === undefined || -tier < known) tiers.set(other, tier);
  }
  return new Map([...tiers].map(([at, tier]) => [chain.nodes[at]?.record as RecordId, tier]));
}
