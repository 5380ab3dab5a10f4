#!/usr/bin/env node
// `npm test`: types, format, unused code, unit tests, the build, and the app in a real window. Names of steps as
// arguments run those alone (`npm test -- unit app`). The last line says how many tests passed and failed; a step
// that has no tests of its own counts as one when it fails.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { ensureElectron } from './ensure-electron.mjs';
import { ensureSystem } from './ensure-system.mjs';
import { ROOT, say } from './runtime/paths.mjs';
import { playwrightCounts, vitestCounts } from './runtime/test-counts.mjs';

const RESULTS = path.join(ROOT, 'test-results');
const bin = (/** @type {string} */ name) => path.join(ROOT, 'node_modules/.bin', name);
const hasDisplay =
  process.platform !== 'linux' ||
  process.env.DISPLAY !== undefined ||
  process.env.WAYLAND_DISPLAY !== undefined;

/** @param {string} program @param {readonly string[]} args @param {Record<string, string>} [env] */
function run(program, args, env = {}) {
  // The packages' own Node first, also when this was not started by npm.
  const PATH = `${path.join(ROOT, 'node_modules/.bin')}${path.delimiter}${process.env.PATH ?? ''}`;
  return (
    spawnSync(program, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, PATH, ...env } })
      .status === 0
  );
}

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** A step without tests. @param {boolean} good @returns {Counts} */
const plain = (good) => ({ passed: 0, failed: good ? 0 : 1, skipped: 0 });

/** What the reporter wrote, and at least one failure when the program says so. @param {boolean} good @param {Counts} counts */
const atLeast = (good, counts) => (good || counts.failed > 0 ? counts : { ...counts, failed: 1 });

/** @type {Readonly<Record<string, () => Counts>>} */
const STEPS = {
  types: () => plain(run(bin('tsc'), ['-b', '.', 'scripts'])),
  format: () => plain(run(bin('biome'), ['check', '--error-on-warnings', '.'])),
  unused: () => plain(run(bin('knip'), ['--no-progress'])),
  // Before the tests: those of the command line run what is built.
  build: () => plain(build()),
  unit: () => {
    const file = path.join(RESULTS, 'unit.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const good = run(bin('vitest'), ['run', '--config', 'test/vitest.config.ts', ...reporters]);
    return atLeast(good, vitestCounts(file));
  },
  app: () => {
    const file = path.join(RESULTS, 'app.json');
    const play = [bin('playwright'), 'test', '--config', 'test/playwright.config.ts', '--reporter=list,json'];
    const [program = '', ...args] = hasDisplay
      ? play
      : ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24', ...play];
    const good = run(program, args, { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
    return atLeast(good, playwrightCounts(file));
  },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(STEPS, name));
if (unknown.length > 0) {
  say('test', `no such step: ${unknown.join(', ')}. There are: ${Object.keys(STEPS).join(', ')}`);
  process.exit(2);
}

ensureSystem({ test: true });
await ensureElectron();
const total = plain(true);
for (const [name, step] of Object.entries(STEPS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const started = Date.now();
  fs.mkdirSync(RESULTS, { recursive: true });
  const { passed, failed, skipped } = step();
  const seconds = Math.round((Date.now() - started) / 1000);
  say('test', `${name}: ${failed === 0 ? 'good' : 'FAILED'} (${seconds} s)`);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}
const skipped = total.skipped === 0 ? '' : `, ${total.skipped} skipped`;
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed === 0 ? 0 : 1;
