import { gather } from '../graph/csr.ts';
import { coreOf } from './circles.ts';
import type { OwnershipGraph } from './compile.ts';
import { contests } from './contested.ts';
import type { Finding } from './findings.ts';
import { fromTicks, isAboveWhole, isWhole, MAJORITY, ticksNeeded, toTicks } from './ticks.ts';

type Bare = Omit<OwnershipGraph, 'findings'>;

/** Findings about the graph as a whole: sums above the whole, closed groups, self-holdings, parallel interests. */
export function graphFindings(graph: Bare): readonly Finding[] {
  const { basis, ids, owners, source, least } = graph;
  const findings: Finding[] = [];
  const seen = new Int32Array(ids.length).fill(-1);
  for (let node = 0; node < ids.length; node++) {
    const begin = owners.off[node] as number;
    const end = owners.off[node + 1] as number;
    let repeated: Set<number> | undefined;
    for (let p = begin; p < end; p++) {
      const owner = owners.adj[p] as number;
      if (seen[owner] === node) {
        repeated ??= new Set();
        repeated.add(owner);
      }
      seen[owner] = node;
    }
    const holdings = (only: (owner: number) => boolean): number[] => {
      const found: number[] = [];
      for (let p = begin; p < end; p++) {
        if (only(owners.adj[p] as number)) found.push(source[owners.link[p] as number] as number);
      }
      return found;
    };
    const name = ids[node] as string;
    if (isAboveWhole(least[node] as number)) {
      const params = { sum: fromTicks(least[node] as number) };
      findings.push({ code: 'aboveWhole', basis, entities: [name], holdings: holdings(() => true), params });
    }
    for (const owner of repeated ?? []) {
      const entities = [ids[owner] as string, name];
      findings.push({ code: 'parallel', basis, entities, holdings: holdings((o) => o === owner) });
    }
    if (seen[node] === node) {
      findings.push({
        code: 'selfHolding',
        basis,
        entities: [name],
        holdings: holdings((o) => o === node),
      });
    }
  }
  const control = basis === 'votes' ? [...twoControllers(graph), ...selfSupporting(graph)] : [];
  return [...findings, ...closedGroups(graph), ...control];
}

const placesIn = (graph: Bare, company: number, of: (holder: number) => boolean): number[] => {
  const { off, adj, link } = graph.owners;
  const places: number[] = [];
  for (let p = off[company] as number; p < (off[company + 1] as number); p++)
    if (of(adj[p] as number)) places.push(graph.source[link[p] as number] as number);
  return places;
};

/** Companies that have several certain controllers who have nothing to do with each other. */
const twoControllers = (graph: Bare): readonly Finding[] =>
  contests(graph).map(({ company, holders }) => ({
    code: 'twoControllers',
    basis: graph.basis,
    entities: [...holders, company].map((node) => graph.ids[node] as string),
    holdings: placesIn(graph, company, (holder) => holders.includes(holder)),
  }));

/** Companies in a circle with a majority of the votes in each other, one finding for each circle. */
function selfSupporting(graph: Bare): readonly Finding[] {
  const core = coreOf(graph, gather(graph.owned, graph.min, toTicks), ticksNeeded(MAJORITY), false);
  const { order, of } = graph.components;
  const groups = Map.groupBy(
    order.filter((node) => core[node] === 1),
    (node) => of[node] as number,
  );
  return [...groups.values()].map((members) => ({
    code: 'selfSupporting',
    basis: graph.basis,
    entities: members.map((node) => graph.ids[node] as string),
    holdings: members
      .flatMap((node) => placesIn(graph, node, (holder) => members.includes(holder)))
      .sort((a, b) => a - b),
  }));
}

/** Cyclic components of which every member is wholly held inside: no share is left for anybody outside. */
function closedGroups(graph: Bare): readonly Finding[] {
  const { basis, ids, components, owners, min, source } = graph;
  const { of, size, cyclic, order } = components;
  const findings: Finding[] = [];
  for (let at = 0; at < order.length; ) {
    const component = of[order[at] as number] as number;
    const members = order.subarray(at, at + (size[component] as number));
    at += members.length;
    if (!cyclic[component]) continue;
    const inside: number[] = [];
    const closed = members.every((node) => {
      let sum = 0;
      for (let p = owners.off[node] as number; p < (owners.off[node + 1] as number); p++) {
        if (of[owners.adj[p] as number] !== component) continue;
        const link = owners.link[p] as number;
        sum += toTicks(min[link] as number);
        inside.push(source[link] as number);
      }
      return isWhole(sum);
    });
    if (closed) {
      const entities = Array.from(members, (node) => ids[node] as string);
      findings.push({ code: 'closedGroup', basis, entities, holdings: inside.sort((a, b) => a - b) });
    }
  }
  return findings;
}
