import type { Net } from './net.ts';

/**
 * Shuts nodes of a net one after the other and follows who fails with them, with the way back: `shut(v)` makes `v` and
 * all that then lack an input fail, `undo(mark)` takes back all since `mark()`. `failed[v]` is 1 for a failed node;
 * `work` counts the sources that were looked at. Each shut costs as much as it makes fail.
 */
export function createFailing({ n, sources, owner, uses, usedAt }: Net) {
  const failed = new Uint8Array(n);
  /** Sources of each input that still work. */
  const left = new Int32Array(owner.length);
  for (let g = 0; g < owner.length; g++) left[g] = (sources[g + 1] as number) - (sources[g] as number);
  const trail = new Int32Array(n);
  let length = 0;
  const failing = {
    failed,
    work: 0,
    mark: (): number => length,
    shut(node: number): void {
      if (failed[node] === 1) return;
      failed[node] = 1;
      let at = length;
      trail[length++] = node;
      for (; at < length; at++) {
        const gone = trail[at] as number;
        const end = uses[gone + 1] as number;
        failing.work += end - (uses[gone] as number) + 1;
        for (let k = uses[gone] as number; k < end; k++) {
          const g = usedAt[k] as number;
          const rest = (left[g] as number) - 1;
          left[g] = rest;
          const customer = owner[g] as number;
          if (rest > 0 || failed[customer] === 1) continue;
          failed[customer] = 1;
          trail[length++] = customer;
        }
      }
    },
    undo(mark: number): void {
      while (length > mark) {
        const back = trail[--length] as number;
        failed[back] = 0;
        for (let k = uses[back] as number; k < (uses[back + 1] as number); k++) {
          const g = usedAt[k] as number;
          left[g] = (left[g] as number) + 1;
        }
      }
    },
  };
  return failing;
}

/** Marks 1 all that fail when these nodes are shut, themselves included. */
export function failuresOf(net: Net, shut: Iterable<number>): Uint8Array {
  const { failed, shut: close } = createFailing(net);
  for (const node of shut) close(node);
  return failed;
}
