/**
 * Map bench: `npm run bench -- map [cards ...]`, by default 50, 300 and 1000 cards in six tiers with about three lines
 * each. The layout in tiers beside ELK layered and dagre in the same run (skipped, visibly, where they are not
 * installed: `npm install --no-save elkjs @dagrejs/dagre`). All get the same cards, sizes and lines; ELK is told the
 * tiers as partitions, dagre finds its own layers. Times are seconds of processor time, least and median of some runs.
 * Crossings are counted the same way for all: of straight lines between the middles of the cards, and only of lines from
 * one tier to another, as those within a column lie on top of each other and would count for nothing. Then the density
 * image of 50 thousand cards, which has no rival here: the others need a window to draw.
 */
import { createRequire } from 'node:module';
import { seeded } from '#shared/graph/random.ts';
import { densityImage } from '#shared/map/density.ts';
import type { LayoutCard, LayoutEdge, Spot } from '#shared/map/layout/model.ts';
import { layoutTiered } from '#shared/map/layout/tiered.ts';
import { cpu, type Times, timed, timesOf } from './measure.ts';
import { ecosystem } from './networks.ts';

const RUNS = 3;
const TIERS = 6;
const SIZE = { width: 164, height: 54 };

type Network = { readonly cards: readonly LayoutCard[]; readonly edges: readonly LayoutEdge[] };
type Places = ReadonlyMap<string, Spot>;
type Elk = { layout: (graph: object) => Promise<{ children: (Spot & { id: string })[] }> };
type DagreGraph = {
  setGraph: (options: object) => void;
  setDefaultEdgeLabel: (label: () => object) => void;
  setNode: (id: string, size: object) => void;
  setEdge: (from: string, to: string) => void;
  node: (id: string) => Spot;
};
type Dagre = { graphlib: { Graph: new () => DagreGraph }; layout: (graph: DagreGraph) => void };

/** A package that is installed for the bench alone; undefined, with a word about it, where it is not. */
function installed<T>(name: string): T | undefined {
  try {
    return createRequire(import.meta.url)(name) as T;
  } catch {
    console.log(`no rival: ${name} is not installed`);
    return undefined;
  }
}

function networkOf(n: number): Network {
  const { from, to } = ecosystem(n, n * 3, 1);
  const cards = Array.from({ length: n }, (_, i) => ({
    id: String(i),
    ...SIZE,
    tier: Math.floor((i * TIERS) / n),
  }));
  const edges = Array.from(from, (a, e) => ({ id: `e${e}`, from: String(a), to: String(to[e]) }));
  return { cards, edges };
}

/** Pairs of lines between tiers that cross, each drawn straight between the middles of its cards. */
function crossings({ cards, edges }: Network, places: Places): number {
  const tier = new Map(cards.map((card) => [card.id, card.tier]));
  const between = edges.filter((edge) => tier.get(edge.from) !== tier.get(edge.to));
  const lines = between.map(({ from, to }) => [places.get(from) as Spot, places.get(to) as Spot] as const);
  const side = (a: Spot, b: Spot, c: Spot): number =>
    Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
  let count = 0;
  lines.forEach(([a, b], i) => {
    for (const [c, d] of lines.slice(i + 1))
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) count++;
  });
  return count;
}

const middle = ({ x, y }: Spot): Spot => ({ x: x + SIZE.width / 2, y: y + SIZE.height / 2 });
const placesOf = (cards: readonly (Spot & { readonly id: string })[]): Places =>
  new Map(cards.map(({ id, x, y }) => [id, { x, y }]));

async function elkLayered(elk: Elk, { cards, edges }: Network): Promise<{ times: Times; places: Places }> {
  const graph = () => ({
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.partitioning.activate': 'true',
    },
    children: cards.map(({ id, tier }) => ({
      id,
      ...SIZE,
      layoutOptions: { 'elk.partitioning.partition': String(tier) },
    })),
    edges: edges.map(({ id, from, to }) => ({ id, sources: [from], targets: [to] })),
  });
  const seconds: number[] = [];
  let laid = await elk.layout(graph());
  for (let run = 0; run < RUNS; run++) {
    const start = cpu();
    laid = await elk.layout(graph());
    seconds.push(cpu() - start);
  }
  const corners = placesOf(laid.children);
  return { times: timesOf(seconds), places: new Map([...corners].map(([id, at]) => [id, middle(at)])) };
}

function dagreLayout(dagre: Dagre, { cards, edges }: Network): Places {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'LR' });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of cards) graph.setNode(id, { ...SIZE });
  for (const { from, to } of edges) graph.setEdge(from, to);
  dagre.layout(graph);
  return new Map(cards.map(({ id }) => [id, graph.node(id)]));
}

const row = (name: string, times: Times, own: Times, crossed: number): void =>
  console.log(
    `  ${name.padEnd(12)} ${times.least.toFixed(3).padStart(8)} s (median ${times.median.toFixed(3)}), ` +
      `${(times.least / own.least).toFixed(1)} times ours, ${crossed} crossings`,
  );

const given = process.argv.slice(2).map(Number);
const Elk = installed<new () => Elk>('elkjs');
const dagre = installed<Dagre>('@dagrejs/dagre');
for (const n of given.length > 0 ? given : [50, 300, 1000]) {
  const network = networkOf(n);
  const { edges } = network;
  console.log(`${n} cards, ${edges.length} lines`);
  const own = timed(RUNS, () =>
    layoutTiered({ ...network, pinned: new Map(), before: new Map() }, { direction: 'right', most: n }),
  );
  row('ours', own.times, own.times, crossings(network, placesOf(own.answer.cards)));
  if (Elk !== undefined) {
    const { times, places } = await elkLayered(new Elk(), network);
    row('ELK layered', times, own.times, crossings(network, places));
  }
  if (dagre !== undefined) {
    const { times, answer } = timed(1, () => dagreLayout(dagre, network));
    row('dagre', times, own.times, crossings(network, answer));
  }
}

const LARGE = 50_000;
const { from, to } = ecosystem(LARGE, LARGE * 3, 1);
const random = seeded(1);
const at = (width: number): Float32Array => Float32Array.from({ length: LARGE }, () => random() * width);
const view = { k: 1, x: 0, y: 0, width: 1600, height: 900 };
const dots = { x: at(view.width), y: at(view.height), colour: new Uint8Array(LARGE), from, to };
const tones = { ground: [255, 255, 255], ink: [20, 60, 110], dots: [[20, 60, 110]] } as const;
const { times } = timed(RUNS, () => densityImage(dots, view, tones));
console.log(
  `density of ${LARGE} cards, ${from.length} lines: ${times.least.toFixed(3)} s (median ${times.median.toFixed(3)})`,
);
