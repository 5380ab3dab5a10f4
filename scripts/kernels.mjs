#!/usr/bin/env node
// Builds out/kernels/<name>.wasm from each main/kernels/<name>.as.ts that is newer. Everything that runs the program
// calls this first; where it fails the program works all the same, in TypeScript and slower.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { packageFolder, ROOT, say } from './runtime/paths.mjs';

const SOURCES = path.join(ROOT, 'main/kernels');
const ENDING = '.as.ts';
const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd'];

/** @param {string} file */
const timeOf = (file) => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** @returns {boolean} whether every kernel is there and says what its source says */
export function buildKernels() {
  try {
    return buildOld();
  } catch (error) {
    say('kernels', `not built: ${error instanceof Error ? error.message : error}`);
    return false;
  }
}

function buildOld() {
  const folder = path.join(ROOT, 'out/kernels');
  const names = fs.readdirSync(SOURCES).filter((name) => name.endsWith(ENDING));
  const wanted = names.map((name) => ({
    source: path.join(SOURCES, name),
    target: path.join(folder, `${name.slice(0, -ENDING.length)}.wasm`),
  }));
  const old = wanted.filter(
    ({ source, target }) =>
      timeOf(target) <= Math.max(timeOf(source), timeOf(fileURLToPath(import.meta.url))),
  );
  fs.mkdirSync(folder, { recursive: true });
  return old.every(({ source, target }) => {
    // Beside it and then in its place, so that another process never reads half of one.
    const made = `${target}.${process.pid}`;
    const compiler = path.join(packageFolder('assemblyscript'), 'bin/asc.js');
    const args = [compiler, source, '--outFile', made, ...OPTIONS];
    const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 2, 2] });
    if (status !== 0) {
      say('kernels', `${path.basename(source)} does not build`);
      return false;
    }
    fs.renameSync(made, target);
    return true;
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = buildKernels() ? 0 : 1;
