import { drive, type Residual, reaching, residualOf } from './push-relabel.ts';

/**
 * A greatest flow: its value, the flow on each link, and a smallest cut, the links whose capacities add up to the
 * value and without which nothing gets through. `source[v]` is 1 on the start's side of that cut.
 */
export type MaxFlow = {
  readonly value: number;
  readonly flow: Float64Array;
  readonly source: Uint8Array;
  readonly cut: Int32Array;
};

/**
 * Greatest flow from one node to another under capacities (not negative, not NaN; parallel links add up). Push-relabel
 * of Goldberg and Tarjan (1988), highest label first, with global relabelling and the gap rule (Cherkassky and
 * Goldberg 1997); what cannot arrive is sent back, so that at every node as much goes out as comes in. O(n^2 sqrt(m))
 * at worst. Whole capacities give exact sums.
 *
 * Assumes that what flows is one kind of goods and any way will do (OR).
 * @throws RangeError when start and end are one node.
 */
export function maxFlow(
  n: number,
  from: Int32Array,
  to: Int32Array,
  capacity: Float64Array,
  start: number,
  end: number,
): MaxFlow {
  if (start === end) throw new RangeError('a flow needs two ends');
  const net = residualOf(n, from, to, capacity);
  saturate(net, start);
  drive(net, end, start);
  const value = net.excess[end] as number;
  drive(net, start, end);
  const flow = new Float64Array(from.length);
  for (let e = 0; e < from.length; e++)
    flow[e] = (capacity[e] as number) - (net.left[net.place[e] as number] as number);
  const source = new Uint8Array(n).fill(1);
  for (const node of reaching(net, end, start)) source[node] = 0;
  const cut: number[] = [];
  for (let e = 0; e < from.length; e++) {
    const crosses = source[from[e] as number] === 1 && source[to[e] as number] === 0;
    if (crosses && (capacity[e] as number) > 0) cut.push(e);
  }
  return { value, flow, source, cut: Int32Array.from(cut) };
}

/** Sends out of the start all that its links can carry. */
function saturate({ off, head, left, partner, excess }: Residual, start: number): void {
  for (let p = off[start] as number; p < (off[start + 1] as number); p++) {
    const next = head[p] as number;
    const amount = left[p] as number;
    if (next === start || amount === 0) continue;
    left[p] = 0;
    left[partner[p] as number] = (left[partner[p] as number] as number) + amount;
    excess[next] = (excess[next] as number) + amount;
  }
}
