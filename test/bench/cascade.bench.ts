/**
 * Cascade bench: `npm run bench -- cascade [firms ...]`, by default 10, 20 and 40 thousand with four supplies a
 * firm. Every firm fails in turn, both legs, at the stop rule of every result: all of them up to ten thousand, and on one
 * thread and on all workers; batches spread over all of them in larger networks. Against scipy in the same run (skipped,
 * visibly, where Python or scipy is not there), for firms drawn from all by a seed: a few hubs take most of the time.
 * Both sides get the same network and must agree. Times are seconds of processor time, on all workers also by the clock.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { byReach } from '#main/cascade/failures.ts';
import { rankAll } from '#main/cascade/rank.ts';
import { createKernelFailures, LANES } from '#main/kernels/cascade.ts';
import { compile } from '#shared/cascade/compile.ts';
import { STOP } from '#shared/cascade/engine.ts';
import type { Network } from '#shared/cascade/network.ts';
import { type Plan, planOf } from '#shared/cascade/plan.ts';
import { createFailures } from '#shared/cascade/ranking.ts';
import { seeded } from '#shared/graph/random.ts';
import { ecosystem } from '../shared/cascade/worlds.ts';

/** Networks of which every firm is measured; of larger ones so many batches. */
const WHOLE = 10_000;
const BATCHES = 250;
const DRAWN = 160;
const REPEATS = 3;

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** All places in the order in which the ranking takes them, or batches from the middle of equal parts of it. */
function inTurn(plan: Plan): Int32Array {
  const order = byReach(plan);
  if (plan.n <= WHOLE) return order;
  const first = (batch: number): number => Math.floor(((batch + 0.5) * (plan.n / LANES)) / BATCHES) * LANES;
  return Int32Array.from(
    Array.from({ length: BATCHES }, (_, batch) => [
      ...order.subarray(first(batch), first(batch) + LANES),
    ]).flat(),
  );
}

/** Places drawn from all with equal chances. */
function drawn(n: number): Int32Array {
  const random = seeded(n);
  return Int32Array.from({ length: DRAWN }, () => Math.floor(random() * n));
}

/** Seconds of processor time a scenario, the least of three runs (other work only ever adds), and the losses. */
function timed(places: Int32Array, run: (places: Int32Array) => { readonly loss: number }[]) {
  let each = Number.POSITIVE_INFINITY;
  let losses: number[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const start = cpu();
    losses = run(places).map(({ loss }) => loss);
    each = Math.min(each, (cpu() - start) / places.length);
  }
  return { each, losses };
}

type Rival = { readonly scipy: string; readonly each: number; readonly losses: readonly number[] };

function rival({ nodes, links }: Network, plan: Plan, places: Int32Array): Rival | undefined {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cascade-bench-'));
  try {
    const sectors = new Map<string, number>();
    const number = (sector = ''): number => {
      sectors.set(sector, sectors.get(sector) ?? sectors.size);
      return sectors.get(sector) ?? 0;
    };
    const at = new Map(nodes.map(({ id }, i) => [id, i]));
    const file = path.join(folder, 'network.txt');
    writeFileSync(
      file,
      [
        `${nodes.length} ${links.length} ${places.length}`,
        ...nodes.map(
          ({ sector, outsideRevenue, outsidePurchases }) =>
            `${number(sector)} ${outsideRevenue?.min} ${outsidePurchases?.min}`,
        ),
        ...links.map(
          ({ from, to, volume, importance }) =>
            `${at.get(from)} ${at.get(to)} ${volume.min} ${importance === 'essential' ? 1 : 0}`,
        ),
        ...Array.from(places, (place) => `${plan.node[place]}`),
        '',
      ].join('\n'),
    );
    const script = path.join(import.meta.dirname, 'cascade-rival.py');
    const run = spawnSync('python3', [script, file, `${STOP}`], {
      encoding: 'utf8',
      env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' },
    });
    if (run.status === 0) return JSON.parse(run.stdout) as Rival;
    console.log(`no rival: ${run.stderr?.trim().split('\n').at(-1) ?? run.error?.message}`);
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const furthest = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((value, at) => Math.abs(value - (b[at] ?? Number.NaN))));
const micro = (seconds: number): string => `${(seconds * 1e6).toFixed(0)} us`;
const times = (theirs: number, mine: number): string => `${(theirs / mine).toFixed(1)}x`;

async function compare(n: number): Promise<number> {
  const network = ecosystem(n, 4 * n, 20_261_123);
  const compiled = compile(network);
  const plan = planOf(compiled);
  const kernel = plan && createKernelFailures(plan);
  if (!plan || !kernel) throw new Error('the kernel is not built');
  const reference = createFailures(plan);
  const places = inTurn(plan);
  const few = drawn(n);
  const plain = timed(few, (some) => Array.from(some, reference));
  const mine = timed(places, kernel);
  const losses = kernel(few).map(({ loss }) => loss);
  console.log(`\n${n} firms, ${4 * n} supplies, stop rule ${STOP}, ${places.length} firms in turn`);
  console.log(
    `  kernel ${micro(mine.each)} a scenario, all ${n} firms in ${(mine.each * n).toFixed(1)} s on one thread; ` +
      `TypeScript ${micro(plain.each)} (kernel ${times(plain.each, mine.each)}), largest difference ` +
      `${furthest(plain.losses, losses).toExponential(1)}`,
  );
  const other = rival(network, plan, few);
  if (other !== undefined) {
    console.log(
      `  scipy ${other.scipy}: ${micro(other.each)}, kernel ${times(other.each, mine.each)}, TypeScript ` +
        `${times(other.each, plain.each)}; largest difference ${furthest(other.losses, losses).toExponential(1)}`,
    );
  }
  if (n <= WHOLE) {
    const start = performance.now();
    const before = cpu();
    await rankAll(compiled);
    const wall = (performance.now() - start) / 1000;
    const ratio = other === undefined ? '' : `, ${times(other.each * n, wall)} scipy (estimated for all)`;
    console.log(
      `  all ${n} firms on all workers: ${wall.toFixed(1)} s by the clock, ${(cpu() - before).toFixed(1)} s of processor${ratio}`,
    );
  }
  return mine.each * n;
}

// Compiled on its first runs, which are not measured.
for (let run = 0; run < 3; run++) {
  const plan = planOf(compile(ecosystem(600, 2400, run)));
  const warm = plan && createFailures(plan);
  for (let place = 0; place < 200; place++) warm?.(place);
}

const sizes = process.argv.slice(2).map(Number);
const all = sizes.length > 0 ? sizes : [10_000, 20_000, 40_000];
const totals: number[] = [];
for (const n of all) totals.push(await compare(n));
for (let at = 1; at < all.length; at++)
  console.log(
    `\ngrowth ${all[at - 1]} to ${all[at]}: ${times(totals[at] ?? 0, totals[at - 1] ?? 1)} for all firms`,
  );
