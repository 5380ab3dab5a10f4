import type { Chain, Need } from './compile.ts';
import {
  costsOutput,
  coverOf,
  hasOtherSources,
  impactDays,
  type Reading,
  replaceDays,
  stockDays,
} from './readings.ts';

/**
 * What follows in one reading when some nodes stop on day nought. `day[v]` is the day from which `v` loses output,
 * Infinity when it goes on; `cause[v]` the need (by number) that fails it, -1 for those that were stopped and those
 * that go on.
 */
export type Stop = { readonly day: Float64Array; readonly cause: Int32Array };

export type Assumed = {
  /** An edge that is taken not to be there, as when its claim were false. */
  readonly without?: number | undefined;
};

/**
 * Follows a stop through the chain under AND over inputs and OR over sources. A source that is lost costs its customer
 * output when the other sources together cannot cover the need, and no other source is in place before the stock ends.
 * Days are met in rising order, so that each node is settled once (Knuth 1977, a generalisation of Dijkstra's
 * algorithm): O(m log n).
 */
export function stopsFrom(
  chain: Chain,
  stopped: Iterable<number>,
  reading: Reading,
  { without }: Assumed = {},
): Stop {
  const { nodes, leaving, to } = chain;
  const needs = chain.needs[reading];
  const needsOf = chain.needsOf[reading];
  const day = new Float64Array(nodes.length).fill(Number.POSITIVE_INFINITY);
  const cause = new Int32Array(nodes.length).fill(-1);
  const settled = new Uint8Array(nodes.length);
  const lost = new Uint8Array(chain.edges.length);
  const queue = createQueue();
  for (const node of stopped) {
    day[node] = 0;
    queue.push(node, 0);
  }
  for (let node = queue.pop(); node !== -1; node = queue.pop()) {
    if (settled[node]) continue;
    settled[node] = 1;
    const now = day[node] as number;
    for (const e of leaving[node] as readonly number[]) {
      if (e === without || (reading === 'best' && chain.edges[e]?.exists !== 'yes')) continue;
      lost[e] = 1;
      const next = to[e] as number;
      if (settled[next]) continue;
      for (const n of needsOf[e] as readonly number[]) {
        const need = needs[n] as Need;
        if (!need.needed) continue;
        const after = daysUntilShort(chain, need, e, lost, reading, without);
        if (now + after < (day[next] as number)) {
          day[next] = now + after;
          cause[next] = n;
          queue.push(next, now + after);
        }
      }
    }
  }
  return { day, cause };
}

/** Days from the loss of edge `e` until the customer of this need loses output; Infinity when it does not. */
function daysUntilShort(
  { edges, nodes }: Chain,
  { to, sources }: Need,
  e: number,
  lost: Uint8Array,
  reading: Reading,
  without: number | undefined,
): number {
  const edge = edges[e];
  if (edge === undefined) return Number.POSITIVE_INFINITY;
  const costs = costsOutput(edge, reading);
  if (costs === false) return Number.POSITIVE_INFINITY;
  const all = sources.filter((s) => s !== without);
  const gone = costs === true ? [e] : all.filter((s) => lost[s] === 1);
  if (costs === undefined) {
    const left = all.filter((s) => lost[s] === 0 && (reading === 'best' || edges[s]?.exists === 'yes'));
    const cover = left.reduce((sum, s) => sum + coverOf(edges[s] as typeof edge, reading), 0);
    if (left.length > 0 && cover >= 1 - 1e-9) return Number.POSITIVE_INFINITY;
    const known = all.flatMap((s) => edges[s] ?? []);
    if (hasOtherSources(known, reading)) return Number.POSITIVE_INFINITY;
  }
  const days = (of: typeof stockDays): number[] => gone.map((s) => of(edges[s] as typeof edge, reading));
  const [stock, replace] =
    reading === 'worst'
      ? [Math.min(...days(stockDays)), Math.max(...days(replaceDays))]
      : [Math.max(...days(stockDays)), Math.min(...days(replaceDays))];
  if (!(replace > stock)) return Number.POSITIVE_INFINITY;
  return stock + impactDays(edge, nodes[to], reading);
}

/** A binary heap of nodes by day; a node may stand in it more than once. */
function createQueue() {
  const node: number[] = [];
  const key: number[] = [];
  const swap = (a: number, b: number): void => {
    [node[a], node[b]] = [node[b] as number, node[a] as number];
    [key[a], key[b]] = [key[b] as number, key[a] as number];
  };
  return {
    push(value: number, at: number): void {
      let place = node.push(value) - 1;
      key.push(at);
      while (place > 0) {
        const parent = (place - 1) >> 1;
        if ((key[parent] as number) <= (key[place] as number)) break;
        swap(parent, place);
        place = parent;
      }
    },
    /** The node with the earliest day, or -1. */
    pop(): number {
      const first = node[0];
      if (first === undefined) return -1;
      swap(0, node.length - 1);
      node.pop();
      key.pop();
      for (let place = 0; ; ) {
        let least = place;
        for (const child of [2 * place + 1, 2 * place + 2])
          if (child < node.length && (key[child] as number) < (key[least] as number)) least = child;
        if (least === place) return first;
        swap(place, least);
        place = least;
      }
    },
  };
}
