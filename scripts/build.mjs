#!/usr/bin/env node
// Builds out/ when a source is newer than the last build. `--force` builds anyway.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildKernels } from './kernels.mjs';
import { packageFolder, ROOT, say } from './runtime/paths.mjs';

// Of scripts/ the one file: electron-vite puts a temporary one beside it, so that the folder changes at every build.
const SOURCES = [
  ...[
    'main',
    'renderer',
    'shared',
    'db',
    'samples',
    'scripts/electron.vite.config.ts',
    'scripts/kernels.mjs',
  ],
  ...['package.json', 'package-lock.json'],
];
const STAMP = path.join(ROOT, 'out/.built');

/** The time of the newest file or folder in there; a folder's time changes when a file in it goes away. @param {string} at @returns {number} */
function newest(at) {
  const { mtimeMs } = fs.statSync(at);
  if (!fs.statSync(at).isDirectory()) return mtimeMs;
  return fs.readdirSync(at).reduce((latest, name) => Math.max(latest, newest(path.join(at, name))), mtimeMs);
}

/** Whether out/ holds what the sources say now. */
export function isBuilt() {
  const built = fs.statSync(STAMP, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return SOURCES.every((source) => newest(path.join(ROOT, source)) <= built);
}

/** @param {{ force?: boolean }} [options] @returns {boolean} whether out/ is good now */
export function build({ force = false } = {}) {
  if (!force && isBuilt()) return true;
  say('build', 'building out/');
  const started = new Date();
  fs.rmSync(STAMP, { force: true });
  if (!buildKernels()) return false;
  const program = path.join(packageFolder('electron-vite'), 'bin/electron-vite.js');
  const args = [program, 'build', '--config', 'scripts/electron.vite.config.ts', '--logLevel', 'warn'];
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) return false;
  fs.writeFileSync(STAMP, '');
  // The time at which it began: what changed meanwhile may not be in it.
  fs.utimesSync(STAMP, started, started);
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = build({ force: process.argv.includes('--force') }) ? 0 : 1;
}
