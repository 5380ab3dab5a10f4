import type { Net } from './net.ts';

/** `nodes` keep a target going by themselves, without the target; `work` is how many sources were looked at. */
export type Keeping = { readonly nodes: readonly number[]; readonly work: number };

/**
 * Nodes that keep a working target going whatever else fails: a working source for every input of the target and of
 * every one of them. What is not among them cannot fail the target alone, and every set that fails it has one of them.
 * `failed` marks nodes that do not work; sources that are `preferred`, or in it already, are taken first.
 */
export function createKeeping({ n, inputs, sources, members }: Net) {
  const inside = new Int32Array(n);
  let calls = 0;
  return (target: number, failed?: Uint8Array, preferred?: Uint8Array): Keeping => {
    calls++;
    inside[target] = calls;
    const group = [target];
    let work = 0;
    for (const node of group) {
      for (let g = inputs[node] as number; g < (inputs[node + 1] as number); g++) {
        let best = -1;
        for (let k = sources[g] as number; k < (sources[g + 1] as number); k++) {
          const member = members[k] as number;
          work++;
          if (failed?.[member] === 1) continue;
          if (inside[member] === calls) {
            best = member;
            break;
          }
          if (best === -1 || (preferred?.[best] === 0 && preferred[member] === 1)) best = member;
        }
        if (best === -1 || inside[best] === calls) continue;
        inside[best] = calls;
        group.push(best);
      }
    }
    return { nodes: group.slice(1), work };
  };
}
