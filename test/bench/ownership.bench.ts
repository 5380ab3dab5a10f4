/**
 * Ownership bench: `npm run bench -- ownership [interests ...]`, by default 10 thousand, 100 thousand and 1
 * million. Layered random graphs with cycles; integrated ownership of 100 owners and all control sets, against scipy
 * and a plain Python fixed point in the same run (skipped, visibly, where Python or scipy is not there). Both sides
 * get the same graph and must agree. Times are seconds of processor time with the building of the sparse structure included. With
 * `--expose-gc` before the file, memory is measured after collection: what we hold against the list that came in.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { seeded } from '#shared/graph/random.ts';
import { compile } from '#shared/ownership/compile.ts';
import { createControl } from '#shared/ownership/control.ts';
import { createIntegrated } from '#shared/ownership/integrated.ts';
import { exactly, type Holding } from '#shared/ownership/interest.ts';

const OWNERS = 100;
const LU_LIMIT_SECONDS = 60;

type World = {
  readonly n: number;
  readonly holdings: readonly Holding[];
  readonly owners: readonly number[];
};

/** Ten layers of companies, 4 to 7 interests; one interest in ten goes back up or stays within its layer. */
function layered(interests: number, seed: number): World {
  const random = seeded(seed);
  const n = Math.round((interests * 4) / 7);
  const layer = (node: number): number => Math.floor((node * 10) / n);
  const raw: { holder: number; held: number; part: number }[] = [];
  const sums = new Float64Array(n);
  while (raw.length < interests) {
    const a = Math.floor(random() * n);
    const b = Math.floor(random() * n);
    const back = random() < 0.1;
    if (a === b || (layer(a) === layer(b) && !back)) continue;
    const down = a < b !== back;
    const [holder, held] = down ? [a, b] : [b, a];
    if (layer(held) === 0) continue;
    const part = random() ** 3 + 0.01;
    sums[held] = (sums[held] ?? 0) + part;
    raw.push({ holder, held, part });
  }
  const holdings = raw.map(({ holder, held, part }) => ({
    holder: `${holder}`,
    held: `${held}`,
    capital: exactly(Math.round((0.9 * part * 1e6) / (sums[held] ?? 1)) / 1e6),
  }));
  const owners = Array.from({ length: OWNERS }, () =>
    Number(holdings[Math.floor(random() * interests)]?.holder),
  );
  return { n, holdings, owners };
}

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

function ours({ holdings, owners }: World) {
  globalThis.gc?.();
  const before = process.memoryUsage();
  const start = cpu();
  const graph = compile(holdings, 'capital');
  const compiled = cpu() - start;
  const rowOf = createIntegrated(graph);
  let sum = 0;
  let reached = 0;
  for (const owner of owners) {
    const node = graph.index.get(`${owner}`);
    if (node === undefined) throw new Error('an owner without interests');
    for (const { integrated } of rowOf(node)) {
      sum += integrated ?? Number.NaN;
      reached++;
    }
  }
  const integrated = cpu() - start;
  const again = cpu();
  const controlOf = createControl(graph);
  let pairs = 0;
  for (let node = 0; node < graph.ids.length; node++) {
    for (const { control } of controlOf([node])) if (control === 'certain') pairs++;
  }
  const control = cpu() - again;
  globalThis.gc?.();
  const bytes = process.memoryUsage().arrayBuffers - before.arrayBuffers;
  return { compiled, integrated, sum, reached, control, pairs, bytes };
}

type Rival = {
  readonly scipy: string;
  readonly lu: number | null;
  readonly luSum?: number;
  readonly product: number;
  readonly productSum: number;
  readonly control: number;
  readonly controlPairs: number;
};

function rival({ n, holdings, owners }: World): Rival | undefined {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'ownership-bench-'));
  try {
    const file = path.join(folder, 'graph.txt');
    const shares = holdings.map(
      ({ holder, held, capital }) =>
        `${holder} ${held} ${capital?.kind === 'exact' ? capital.value : Number.NaN}`,
    );
    writeFileSync(file, [`${n} ${holdings.length} ${owners.length}`, ...shares, ...owners, ''].join('\n'));
    const script = path.join(import.meta.dirname, 'ownership-rival.py');
    const run = spawnSync('python3', [script, file, `${LU_LIMIT_SECONDS}`], { encoding: 'utf8' });
    if (run.status === 0) return JSON.parse(run.stdout) as Rival;
    console.log(`no rival: ${run.stderr?.trim().split('\n').at(-1) ?? run.error?.message}`);
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const agree = (a: number, b: number): string =>
  Math.abs(a - b) <= 1e-8 * Math.max(1, Math.abs(b)) ? 'agrees' : `DIFFERS ${a} ${b}`;
const times = (theirs: number, mine: number): string => `${(theirs / mine).toFixed(1)}x`;

function compare(interests: number): void {
  globalThis.gc?.();
  const empty = process.memoryUsage().heapUsed;
  const world = layered(interests, 20_261_123);
  globalThis.gc?.();
  const size = process.memoryUsage().heapUsed - empty;
  const mine = ours(world);
  console.log(`\n${interests} interests, ${world.n} entities`);
  console.log(
    `  ours: compile ${mine.compiled.toFixed(3)} s, with ${OWNERS} rows ${mine.integrated.toFixed(3)} s ` +
      `(${mine.reached} shares), all control sets ${mine.control.toFixed(3)} s (${mine.pairs} pairs, ` +
      `${((mine.control / interests) * 1e6).toFixed(2)} s per million interests), ` +
      `typed arrays ${(mine.bytes / 1e6).toFixed(0)} MB for a list of interests of ${(size / 1e6).toFixed(0)} MB = ${(mine.bytes / size).toFixed(1)} x`,
  );
  const other = rival(world);
  if (other === undefined) return;
  const lu =
    other.lu === null
      ? `none in ${LU_LIMIT_SECONDS} s`
      : `${other.lu.toFixed(3)} s, ${times(other.lu, mine.integrated)}`;
  console.log(
    `  scipy ${other.scipy}: sparse LU ${lu}; repeated product ${other.product.toFixed(3)} s, ` +
      `${times(other.product, mine.integrated)}; ${agree(mine.sum, other.productSum)}`,
  );
  console.log(
    `  Python fixed point: ${other.control.toFixed(3)} s, ${times(other.control, mine.control)}; ` +
      `${agree(mine.pairs, other.controlPairs)}`,
  );
}

// The rival is compiled beforehand; ours is compiled on its first runs, which are not measured.
for (let run = 0; run < 5; run++) ours(layered(10_000, run));

const sizes = process.argv.slice(2).map(Number);
for (const interests of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000]) compare(interests);
