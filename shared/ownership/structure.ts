import { reachable } from '../graph/csr.ts';
import type { OwnershipGraph } from './compile.ts';

/** Companies that hold each other in a circle: the group, every interest inside, and one shortest circle of it. */
export type Circle = {
  readonly members: readonly number[];
  /** Places in the list of interests of all holdings inside the group. */
  readonly holdings: readonly number[];
  /** A shortest circle through its first node, first node first and not repeated. */
  readonly example: readonly number[];
};

/** Circular holdings: the strong components with a cycle, self-holdings included. O(n + m), examples apart. */
export function circles(graph: OwnershipGraph): Circle[] {
  const { components, owned, source } = graph;
  const found: Circle[] = [];
  for (let at = 0; at < components.order.length; ) {
    const component = components.of[components.order[at] as number] as number;
    const members = components.order.slice(at, at + (components.size[component] as number));
    at += members.length;
    if (!components.cyclic[component]) continue;
    const holdings: number[] = [];
    for (const node of members) {
      for (let p = owned.off[node] as number; p < (owned.off[node + 1] as number); p++) {
        if (components.of[owned.adj[p] as number] !== component) continue;
        holdings.push(source[owned.link[p] as number] as number);
      }
    }
    found.push({
      members: Array.from(members),
      holdings,
      example: shortestCircle(graph, members[0] as number),
    });
  }
  return found;
}

function shortestCircle({ owned, components }: OwnershipGraph, start: number): number[] {
  const from = new Map<number, number>([[start, -1]]);
  const queue = [start];
  for (const node of queue) {
    for (let p = owned.off[node] as number; p < (owned.off[node + 1] as number); p++) {
      const next = owned.adj[p] as number;
      if (next === start) {
        const circle: number[] = [];
        for (let step = node; step !== -1; step = from.get(step) ?? -1) circle.unshift(step);
        return circle;
      }
      if (components.of[next] !== components.of[start] || from.has(next)) continue;
      from.set(next, node);
      queue.push(next);
    }
  }
  throw new Error('a cyclic component without a cycle');
}

/**
 * Who stands at the top above a company: nodes without owners that hold it in some way, and the members of groups
 * that hold each other and have no owner outside. In the order of the nodes. O(n + m).
 */
export function ultimateOwners(graph: OwnershipGraph, held: number): number[] {
  const { owners, components } = graph;
  const above = reachable(owners, [held]);
  const topped = new Uint8Array(components.size.length).fill(1);
  for (let node = 0; node < above.length; node++) {
    if (!above[node]) continue;
    for (let p = owners.off[node] as number; p < (owners.off[node + 1] as number); p++) {
      const component = components.of[node] as number;
      if (components.of[owners.adj[p] as number] !== component) topped[component] = 0;
    }
  }
  const tops: number[] = [];
  above.forEach((is, node) => {
    if (is && node !== held && topped[components.of[node] as number]) tops.push(node);
  });
  return tops;
}

/**
 * A longest chain of owners above a company, topmost owner first, the company last; a chain of one node has no owners.
 * Companies that hold each other count as one step, of which the chain names the member by which it came in. O(n + m).
 */
export function longestChain(graph: OwnershipGraph, held: number): number[] {
  const { owners, components } = graph;
  const above = reachable(owners, [held]);
  const nodes = components.order.filter((node) => above[node] === 1);
  const depth = new Int32Array(components.size.length).fill(1);
  /** The interest by which the deepest chain enters a component: owner and company. */
  const entry = new Map<number, readonly [owner: number, into: number]>();
  for (const node of nodes) {
    const component = components.of[node] as number;
    for (let p = owners.off[node] as number; p < (owners.off[node + 1] as number); p++) {
      const owner = owners.adj[p] as number;
      const upper = components.of[owner] as number;
      if (upper === component || (depth[upper] as number) + 1 <= (depth[component] as number)) continue;
      depth[component] = (depth[upper] as number) + 1;
      entry.set(component, [owner, node]);
    }
  }
  const chain = [held];
  for (let at = entry.get(components.of[held] as number); at !== undefined; ) {
    chain.unshift(at[0]);
    at = entry.get(components.of[at[0]] as number);
  }
  return chain;
}
