import type { Csr } from './csr.ts';

/**
 * Brandes (2001), unweighted: for each source `s` added, `sums[v]` grows by the dependency of `s` on `v`, the sum over
 * targets `t` of the part of all shortest paths from `s` to `t` on which `v` lies (ends not counted). All sources give
 * `b(v) = sum over s, t of sigma_st(v) / sigma_st` (field-practice 2.6.8); rows without direction count each pair
 * twice, see `scaleOf`. Parallel links count as paths of their own: make the graph simple first. No lists of
 * predecessors: the way back reads the rows again. A source costs O(n + m) of what it reaches.
 *
 * Assumes that what passes between two nodes takes shortest paths and that every link is an alternative (OR).
 */
export function createBrandes({ n, off, adj }: Csr) {
  const distance = new Int32Array(n).fill(-1);
  const paths = new Float64Array(n);
  const passed = new Float64Array(n);
  const order = new Int32Array(n);
  const sums = new Float64Array(n);
  const addOne = (source: number): void => {
    let head = 0;
    let tail = 1;
    order[0] = source;
    distance[source] = 0;
    paths[source] = 1;
    while (head < tail) {
      const u = order[head++] as number;
      const further = (distance[u] as number) + 1;
      const count = paths[u] as number;
      for (let p = off[u] as number, end = off[u + 1] as number; p < end; p++) {
        const v = adj[p] as number;
        const known = distance[v] as number;
        if (known === further) {
          paths[v] = (paths[v] as number) + count;
        } else if (known < 0) {
          distance[v] = further;
          paths[v] = count;
          order[tail++] = v;
        }
      }
    }
    for (let i = tail - 1; i > 0; i--) {
      const u = order[i] as number;
      const further = (distance[u] as number) + 1;
      let sum = 0;
      for (let p = off[u] as number, end = off[u + 1] as number; p < end; p++) {
        const v = adj[p] as number;
        if (distance[v] === further) sum += passed[v] as number;
      }
      const dependency = (paths[u] as number) * sum;
      sums[u] = (sums[u] as number) + dependency;
      passed[u] = (1 + dependency) / (paths[u] as number);
    }
    for (let i = 0; i < tail; i++) distance[order[i] as number] = -1;
  };
  return {
    sums,
    add(sources: Int32Array): void {
      for (const source of sources) addOne(source);
    },
  };
}
