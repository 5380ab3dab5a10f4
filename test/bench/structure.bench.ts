/**
 * Structure bench: `npm run bench -- structure [nodes ...] [full]`, by default 5, 20 and 50 thousand nodes with three to
 * four links each, in six tiers. Against igraph (C) and networkx from Debian in the same run (skipped, visibly, where
 * Python has them not). Both sides get the same network and must agree. Times are seconds of processor time, least and
 * median of some runs; ratios are of the least. igraph 0.10 measures betweenness from all nodes or none, which at 50
 * thousand takes minutes: only with `full`; ours is then from a sample of sources, and both are told for one source.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { dependencies } from '#main/graph/betweenness.ts';
import { createKernelBrandes } from '#main/kernels/betweenness.ts';
import { alikeFirst } from '#shared/graph/alike.ts';
import { createBrandes } from '#shared/graph/betweenness.ts';
import { coreNumbers } from '#shared/graph/core-numbers.ts';
import { csrOf } from '#shared/graph/csr.ts';
import { cutsOf } from '#shared/graph/cut-vertices.ts';
import { dominatorsOf } from '#shared/graph/dominators.ts';
import { maxFlow } from '#shared/graph/max-flow.ts';
import { pageRank } from '#shared/graph/page-rank.ts';
import { nearOrder, relabelled } from '#shared/graph/relabel.ts';
import { drawSources } from '#shared/graph/sampling.ts';
import { readSupplies } from '#shared/graph/supply/net.ts';
import { singlePoints } from '#shared/graph/supply/single-points.ts';
import { undirectedOf } from '#shared/graph/undirected.ts';
import { cpu, pythonWith, type Times, timed, timesOf } from './measure.ts';
import { ecosystem, type Network } from './networks.ts';

const RUNS = 5;
/** Source visits of one measured run of betweenness, about: all sources of 5 thousand nodes, fewer of more. */
const VISITS = 100_000_000;
/** Of so many sources networkx measures betweenness. */
const NETWORKX_SOURCES = 16;
/** Up to so many nodes igraph measures betweenness without being asked. */
const QUICK = 20_000;

type Task = 'betweenness' | 'pageRank' | 'cuts' | 'dominators' | 'flow' | 'cores';
type Seconds = Partial<Record<Task, readonly number[]>>;
type Rival = {
  readonly igraph: { readonly version: string; readonly seconds: Seconds };
  readonly networkx: { readonly version: string; readonly seconds: Seconds };
  readonly answers: {
    readonly betweenness?: readonly number[];
    readonly pageRank: readonly number[];
    readonly cuts: readonly [readonly number[], number];
    readonly dominators: readonly number[];
    readonly flow: number;
    readonly cores: readonly number[];
  };
};

function rival(network: Network, start: number, end: number, full: boolean): Rival | undefined {
  const python = pythonWith('igraph', 'networkx', 'scipy');
  if (python === undefined) return undefined;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'structure-bench-'));
  try {
    const { n, from, to, amount } = network;
    const file = path.join(folder, 'network.txt');
    const rows = Array.from(from, (a, e) => `${a} ${to[e]} ${amount[e]}`);
    const head = [n, from.length, start, end, NETWORKX_SOURCES, RUNS].join(' ');
    writeFileSync(file, [head, ...rows, ''].join('\n'));
    const script = path.join(import.meta.dirname, 'structure-rival.py');
    const quick = full || n <= QUICK ? 'full' : 'quick';
    const run = spawnSync(python, [script, file, quick], { encoding: 'utf8', maxBuffer: 1 << 28 });
    if (run.status === 0) return JSON.parse(run.stdout) as Rival;
    console.log(`no rival: ${run.stderr.trim().split('\n').at(-1)}`);
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How far apart two lists are at most, as a part of the larger values. */
const apart = (
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  order: (v: number) => number = (v) => v,
): number => {
  let most = 0;
  for (let v = 0; v < a.length; v++) {
    const other = b[order(v)] ?? Number.NaN;
    const difference = Math.abs((a[v] ?? Number.NaN) - other);
    most = Math.max(most, difference / Math.max(1e-9, Math.abs(other)));
  }
  return most;
};
const equal = (same: boolean): string => (same ? 'the same' : 'DIFFERS');
const ms = (seconds: number): string => `${(seconds * 1e3).toPrecision(3)} ms`;

function told(
  name: string,
  { least, median }: Times,
  theirs: Rival | undefined,
  task: Task | undefined,
  said = '',
): void {
  const ratio = (seconds: Seconds | undefined): string => {
    const their = task && seconds?.[task];
    return their ? `${(timesOf(their).least / least).toPrecision(3)}x` : '-';
  };
  console.log(
    `  ${name.padEnd(34)} ${ms(least).padStart(9)} (median ${ms(median)}), ` +
      `igraph ${ratio(theirs?.igraph.seconds)}, networkx ${ratio(theirs?.networkx.seconds)}${said && `; ${said}`}`,
  );
}

async function betweenness(network: Network, theirs: Rival | undefined): Promise<void> {
  const { n, from, to } = network;
  const rows = undirectedOf(n, from, to);
  const order = nearOrder(rows);
  const near = relabelled(rows, order);
  const number = new Int32Array(n);
  order.forEach((node, k) => {
    number[node] = k;
  });
  const count = Math.min(n, Math.ceil(VISITS / rows.adj.length));
  const sources = drawSources(n, count, 1);
  const here = alikeFirst(near, sources.map((source) => number[source] ?? 0).sort());
  // For one source, on all sides.
  const each = (seconds: readonly number[] | undefined, of: number) => seconds?.map((all) => all / of);
  const scaledRival = theirs && {
    ...theirs,
    igraph: {
      ...theirs.igraph,
      seconds: { betweenness: each(theirs.igraph.seconds.betweenness, n) } as Seconds,
    },
    networkx: {
      ...theirs.networkx,
      seconds: { betweenness: each(theirs.networkx.seconds.betweenness, NETWORKX_SOURCES) } as Seconds,
    },
  };
  const one = ({ least, median }: Times): Times => ({ least: least / count, median: median / count });
  const exact = count === n ? theirs?.answers.betweenness : undefined;
  const check = (sums: Float64Array, renumbered: boolean): string =>
    exact === undefined
      ? ''
      : `off by ${apart(
          sums.map((sum) => sum / 2),
          exact,
          (v) => (renumbered ? (order[v] ?? 0) : v),
        ).toExponential(1)}`;
  console.log(`  betweenness, for one source (from ${count})`);
  const plain = timed(2, () => {
    const engine = createBrandes(near);
    engine.add(here);
    return engine.sums;
  });
  told('TypeScript, one thread', one(plain.times), scaledRival, 'betweenness', check(plain.answer, true));
  const kernel = timed(3, () => {
    const engine = createKernelBrandes(near);
    if (engine === undefined) throw new Error('the kernel is not built');
    engine.add(here);
    return engine.sums;
  });
  told('SIMD, one thread', one(kernel.times), scaledRival, 'betweenness', check(kernel.answer, true));
  for (const threads of [1, 2]) {
    const wall: number[] = [];
    const busy: number[] = [];
    let sums = new Float64Array();
    for (let run = 0; run < 3; run++) {
      const [clock, used] = [performance.now(), cpu()];
      sums = new Float64Array(await dependencies(rows, sources, { threads }));
      wall.push((performance.now() - clock) / 1e3);
      busy.push(cpu() - used);
    }
    told(
      `SIMD, ${threads} workers, by the clock`,
      one(timesOf(wall)),
      scaledRival,
      'betweenness',
      check(sums, false),
    );
    if (threads > 1)
      told(
        '   the same, processor time / workers',
        one(timesOf(busy.map((all) => all / threads))),
        scaledRival,
        'betweenness',
      );
  }
}

async function compare(n: number, m: number, full: boolean): Promise<void> {
  const network = ecosystem(n, m, 20_261_125);
  const { from, to, amount } = network;
  const rows = csrOf(n, from, to);
  const back = csrOf(n, to, from);
  const plain = undirectedOf(n, from, to);
  const most = (degrees: Int32Array, first: number, end: number): number => {
    let best = first;
    for (let v = first; v < end; v++)
      if ((degrees[v + 1] ?? 0) - (degrees[v] ?? 0) > (degrees[best + 1] ?? 0) - (degrees[best] ?? 0))
        best = v;
    return best;
  };
  const start = most(rows.off, 0, Math.floor(n / 6));
  const end = most(back.off, Math.floor((5 * n) / 6), n);
  const theirs = rival(network, start, end, full);
  console.log(
    `\n${n} nodes, ${m} links${theirs ? ` (igraph ${theirs.igraph.version}, networkx ${theirs.networkx.version})` : ''}`,
  );
  await betweenness(network, theirs);
  const answers = theirs?.answers;

  const rank = timed(RUNS, () => pageRank(n, from, to, amount));
  told(
    'PageRank, weighted, 1e-10',
    rank.times,
    theirs,
    'pageRank',
    answers &&
      `off by ${apart(rank.answer.rank, answers.pageRank).toExponential(1)}, ${rank.answer.rounds} passes`,
  );
  const cuts = timed(RUNS, () => cutsOf(plain));
  const cutNodes = [...cuts.answer.cut.keys()].filter((v) => cuts.answer.cut[v] === 1);
  told(
    'cut vertices and bridges',
    cuts.times,
    theirs,
    'cuts',
    answers && equal(JSON.stringify([cutNodes, cuts.answer.bridges.length]) === JSON.stringify(answers.cuts)),
  );
  const dominators = timed(RUNS, () => dominatorsOf(back, rows, end));
  told(
    'dominators (Lengauer-Tarjan)',
    dominators.times,
    theirs,
    'dominators',
    answers &&
      equal(answers.dominators.every((up, v) => v === end || (up < 0 ? -1 : up) === dominators.answer[v])),
  );
  const flow = timed(RUNS, () => maxFlow(n, from, to, amount, start, end));
  told(
    'maximum flow, with its cut',
    flow.times,
    theirs,
    'flow',
    answers && equal(flow.answer.value === answers.flow),
  );
  const cores = timed(RUNS, () => coreNumbers(plain));
  told(
    'core numbers',
    cores.times,
    theirs,
    'cores',
    answers && equal(apart(cores.answer, answers.cores) === 0),
  );

  // Every supplier an alternative of the next: two products a customer.
  const { least } = readSupplies({
    n,
    from,
    to,
    input: from.map((v) => v % 2),
    essential: Array(m).fill('yes'),
  });
  const points = timed(1, () => singlePoints(least, [end]));
  told(
    'single points of one target (AND, OR)',
    points.times,
    undefined,
    undefined,
    `${points.answer[0]?.length} of ${n}`,
  );
}

const given = process.argv.slice(2);
const sizes = given.filter((word) => word !== 'full').map(Number);
for (const n of sizes.length > 0 ? sizes : [5_000, 20_000, 50_000])
  await compare(n, n <= 5_000 ? 3 * n : 4 * n, given.includes('full'));
