import type { Csr } from './csr.ts';

/** So many nodes with most links are looked at; more of them part the sources no better. */
const LANDMARKS = 8;

/**
 * The sources with those together that see the network alike: in the order of their distances to the nodes with most
 * links (most links first), then as they were given. What follows several sources at once meets a node in fewer
 * different steps, the more alike their distances are. A node that is not reached counts as the nearest.
 */
export function alikeFirst(rows: Csr, sources: Int32Array): Int32Array {
  const { n, off } = rows;
  const degree = (node: number): number => (off[node + 1] as number) - (off[node] as number);
  const landmarks = Int32Array.from({ length: n }, (_, i) => i)
    .sort((a, b) => degree(b) - degree(a) || a - b)
    .subarray(0, LANDMARKS);
  const distances = Array.from(landmarks, (landmark) => stepsFrom(rows, landmark));
  const seen = Array.from(sources, (source, place) => ({
    source,
    place,
    key: String.fromCharCode(...distances.map((steps) => Math.min(steps[source] as number, 0xffff))),
  }));
  seen.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.place - b.place));
  return Int32Array.from(seen, ({ source }) => source);
}

/** Steps along the rows to each node, counted from 1; 0 where it does not come. */
function stepsFrom({ n, off, adj }: Csr, start: number): Int32Array {
  const steps = new Int32Array(n);
  const queue = new Int32Array(n);
  let tail = 1;
  queue[0] = start;
  steps[start] = 1;
  for (let head = 0; head < tail; head++) {
    const node = queue[head] as number;
    for (let p = off[node] as number; p < (off[node + 1] as number); p++) {
      const next = adj[p] as number;
      if (steps[next] !== 0) continue;
      steps[next] = (steps[node] as number) + 1;
      queue[tail++] = next;
    }
  }
  return steps;
}
