#!/usr/bin/env node
// `npm run -s waarborg -- <command>` and `npm run demo`: the command line on the Node that the packages bring along. An
// older Node that started this one cannot run the source, and the prebuilt SQLite addon crashes in it. What is built
// starts in half the time and is taken when it is as new as the source.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { isBuilt } from './build.mjs';
import { buildKernels } from './kernels.mjs';
import { packageFolder, ROOT, say } from './runtime/paths.mjs';

/** The Node of the packages; this one where that is missing and this one is new enough. */
function nodeProgram() {
  try {
    const folder = path.join(packageFolder('node'), 'bin');
    const found = ['node', 'node.exe']
      .map((name) => path.join(folder, name))
      .find((file) => fs.existsSync(file));
    if (found) return found;
  } catch {
    // Not installed; looked at below.
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  say('waarborg', 'Node 24 is missing. Run: npm ci');
  return process.exit(2);
}

const line = process.argv.slice(2);
if (line.includes('calc') || line.includes('graph')) buildKernels();

/** Descriptors that the line names are handed on at their own number; Node closes all others. */
const handed = line.flatMap((word, at) => {
  const [, value = line[at + 1] ?? ''] = /^--(?:[a-z]+-)*passphrase-fd(?:=(.*))?$/.exec(word) ?? [];
  return word.includes('passphrase-fd') && /^\d{1,4}$/.test(value) ? [Number(value)] : [];
});
const isOpen = (/** @type {number} */ fd) => {
  try {
    fs.fstatSync(fd);
    return true;
  } catch {
    return false;
  }
};
/** @type {(number | 'ignore')[]} */
const stdio = Array.from({ length: Math.max(2, ...handed) + 1 }, (_, fd) =>
  fd < 3 || (handed.includes(fd) && isOpen(fd)) ? fd : 'ignore',
);

// What Node makes of the source is kept: a third of the time that a short command takes.
const NODE_COMPILE_CACHE = process.env.NODE_COMPILE_CACHE ?? path.join(ROOT, '.cache/node');
const program = path.join(ROOT, isBuilt() ? 'out/main/cli.js' : 'main/cli/waarborg.ts');
const child = spawn(nodeProgram(), [program, ...line], {
  stdio,
  env: { ...process.env, NODE_COMPILE_CACHE },
});
// The child ends as it sees fit, and this one follows.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 7)));
