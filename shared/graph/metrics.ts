import { wholeLengths } from './betweenness-weighted.ts';
import { coreNumbers } from './core-numbers.ts';
import { type Csr, csrOf } from './csr.ts';
import { cutsOf } from './cut-vertices.ts';
import { pageRank } from './page-rank.ts';
import { partsOf } from './parts.ts';
import { simpleLinks } from './simple.ts';
import { undirectedOf } from './undirected.ts';

/** A network to be measured; `weight` by link, positive. */
export type Measured = {
  readonly n: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly directed: boolean;
  readonly weight?: Float64Array | undefined;
};

/**
 * What does not need shortest paths. `core`, `cut`, `bridges` and `component` ignore direction; `bridges` are links by
 * their index. All of these treat links as alternatives of each other (OR).
 */
export type Structure = {
  readonly pageRank: Float64Array;
  readonly core: Int32Array;
  readonly cut: Uint8Array;
  readonly bridges: Int32Array;
  readonly component: Int32Array;
  readonly components: number;
};

/**
 * Structure of a network whose parallel links count once, with their weights added up for PageRank, and whose links to
 * oneself do not count. Links one way and the other are two for PageRank with direction, one for everything else; a
 * bridge is what no other pair of nodes makes up for.
 */
export function structureOf({ n, from, to, directed, weight }: Measured): Structure {
  const pairs = simpleLinks(n, from, to, false);
  const rows = undirectedOf(n, pairs.from, pairs.to);
  const { cut, bridges } = cutsOf(rows);
  const { of: component, count: components } = partsOf(n, pairs.from, pairs.to);
  return {
    pageRank: rankOf(n, from, to, directed, weight),
    core: coreNumbers(rows),
    cut,
    bridges: bridges.map((k) => pairs.first[k] as number),
    component,
    components,
  };
}

function rankOf(
  n: number,
  from: Int32Array,
  to: Int32Array,
  directed: boolean,
  weight: Float64Array | undefined,
): Float64Array {
  const links = simpleLinks(n, from, to, directed);
  const sums = weight === undefined ? undefined : new Float64Array(links.from.length);
  if (sums !== undefined)
    links.of.forEach((k, e) => {
      if (k !== -1) sums[k] = (sums[k] as number) + (weight?.[e] as number);
    });
  if (directed) return pageRank(n, links.from, links.to, sums).rank;
  const m = links.from.length;
  const tails = new Int32Array(2 * m);
  const heads = new Int32Array(2 * m);
  tails.set(links.from);
  tails.set(links.to, m);
  heads.set(links.to);
  heads.set(links.from, m);
  const twice = sums && new Float64Array(2 * m);
  twice?.set(sums ?? []);
  twice?.set(sums ?? [], m);
  return pageRank(n, tails, heads, twice).rank;
}

/**
 * The rows and lengths on which shortest paths are sought: parallel links once, with the least of their weights as
 * length. `lengths` are by link of these rows and whole; `exact` is false when weights had to be rounded to that.
 */
export function shortestRows({ n, from, to, directed, weight }: Measured): {
  readonly rows: Csr;
  readonly lengths?: Float64Array;
  readonly exact: boolean;
} {
  const links = simpleLinks(n, from, to, directed);
  const rows = directed ? csrOf(n, links.from, links.to) : undirectedOf(n, links.from, links.to);
  if (weight === undefined) return { rows, exact: true };
  const least = new Float64Array(links.from.length).fill(Number.POSITIVE_INFINITY);
  links.of.forEach((k, e) => {
    if (k !== -1) least[k] = Math.min(least[k] as number, weight[e] as number);
  });
  const { lengths, exact } = wholeLengths(least, n);
  return { rows, lengths, exact };
}
