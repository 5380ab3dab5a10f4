/**
 * Drawing bench: `npm run bench -- drawing [rounds] [drawing ...]`. The product's own map, in Electron's window without
 * a graphics processor (`--disable-gpu`), beside cytoscape and React Flow (@xyflow/react): the same 2,000 cards and
 * 6,000 lines at the same places, 1400 by 900. Every drawing has a window of its own, and they take turns, round after
 * round, so that other work on the machine hits all alike. The way that is looked along depends on the time alone: the
 * whole network panned, zoomed to eight times and back, panned at six times. Frames are those that the compositor
 * really drew, counted in its trace, and their rate is not tied to a screen's. The first frame is timed from the
 * network with its places. Processor time says the same where other work disturbs the clock.
 *
 * What ours does more: routed lines with curves and heads of many kinds, names over cards from afar, the small map, and
 * the question what lies under the pointer at every step. `own` is told where to look by its calls, `own by hand` is
 * moved by a mouse. Rivals draw straight lines with an arrow; `cytoscape swift` moves a texture and leaves lines out
 * meanwhile, as it offers. Then the density map of 50 thousand cards and 200 thousand lines, by hand: frames drawn, and
 * images of it made anew.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { type Measured, measure, PHASES } from './drawing/browser.ts';

const NAMES = ['own', 'own by hand', 'cytoscape', 'cytoscape swift', 'xyflow', 'density'];
const SIZE = [2_000, 6_000] as const;
const LARGE = [50_000, 200_000] as const;
const SECONDS = 4;
const ROUNDS = 3;

if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
  const screen = ['-a', '-s', '-screen 0 1600x1000x24', process.execPath];
  const { status } = spawnSync('xvfb-run', [...screen, ...process.execArgv, ...process.argv.slice(1)], {
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function say(name: string, rounds: readonly Measured[]): void {
  const of = (value: (one: Measured) => number): string => median(rounds.map(value)).toFixed(1).padStart(7);
  const phases = PHASES.map(
    (phase) =>
      `${phase} ${of(({ phases: { [phase]: at } }) => at.rate)} (${of(({ phases: { [phase]: at } }) => at.cpu)} ms)`,
  );
  console.log(
    `  ${name.padEnd(16)} first frame ${of(({ first }) => first)} ms (${of(({ firstCpu }) => firstCpu)} ms of processor); ` +
      `frames a second, with processor time for each: ${phases.join(', ')}`,
  );
  if (name === 'density')
    console.log(
      `  ${' '.repeat(16)} images made anew a second: ${PHASES.map((phase) => `${phase} ${of(({ phases: { [phase]: at } }) => at.images)}`).join(', ')}`,
    );
}

const [rounds = String(ROUNDS), ...asked] = process.argv.slice(2);
const names = asked.length > 0 ? asked : NAMES;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waarborg-bench-'));
try {
  await build({
    configFile: false,
    logLevel: 'error',
    root: path.join(import.meta.dirname, 'drawing'),
    base: './',
    build: { outDir: path.join(folder, 'page'), emptyOutDir: true },
  });
  const results = new Map<string, Measured[]>(names.map((name) => [name, []]));
  for (let round = 0; round < Number(rounds); round++)
    for (const name of names)
      results.get(name)?.push(await measure(folder, name, name === 'density' ? LARGE : SIZE, SECONDS));
  console.log(
    `${SIZE[0]} cards, ${SIZE[1]} lines; density of ${LARGE[0]} cards, ${LARGE[1]} lines; median of ${rounds}`,
  );
  for (const [name, measured] of results) say(name, measured);
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
