/**
 * Runs the benches: `npm run bench` all of them, `npm run bench -- ownership 10000` one, with what it takes. A bench is a
 * program of its own, `test/bench/<name>.bench.ts`, that says what it measures and skips, visibly, rivals that are not
 * there.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const ENDING = '.bench.ts';
const FOLDER = import.meta.dirname;

const names = fs
  .readdirSync(FOLDER)
  .filter((name) => name.endsWith(ENDING))
  .map((name) => name.slice(0, -ENDING.length));
const [asked, ...given] = process.argv.slice(2);
if (asked !== undefined && !names.includes(asked)) {
  console.error(`no such bench: ${asked}. There are: ${names.join(', ')}`);
  process.exit(2);
}
spawnSync(process.execPath, [path.join(FOLDER, '../../scripts/kernels.mjs')], { stdio: 'inherit' });
for (const name of asked === undefined ? names : [asked]) {
  console.log(`== ${name}`);
  const file = path.join(FOLDER, `${name}${ENDING}`);
  const { status } = spawnSync(process.execPath, ['--expose-gc', file, ...given], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
