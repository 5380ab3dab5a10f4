// The prebuilt SQLite addon needs Node-API 10, which Electron 33 does not have: there it crashes without a message.
// For that Electron the addon is compiled from its own sources for Node-API 9, once, and kept in the cache. The result
// also runs on every later Node.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { CACHE, makeOnce, packageFolder, RUNTIME, say } from './paths.mjs';

const COMPAT = path.join(RUNTIME, 'napi9-compat.h');
const OPTIMISE = ['-O2', '-w', '-fPIC', '-DNDEBUG', '-D_FILE_OFFSET_BITS=64'];

/** @param {string} program @param {readonly string[]} args @returns {Promise<void>} */
const run = (program, args) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit' });
    child.on('error', () =>
      reject(new Error(`${program} is missing: install g++ (Debian: build-essential)`)),
    );
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}`))));
  });

/** SQLite's own compile options, as its package lists them. @param {string} sqlite */
function defines(sqlite) {
  const listed = fs.readFileSync(path.join(sqlite, 'deps/defines.gypi'), 'utf8').replace(/#.*/g, '');
  return [...listed.matchAll(/'([A-Z]\w*(?:=[^']*)?)'/g)].map((match) => `-D${match[1]}`);
}

/** @param {string} sqlite @param {string} folder */
async function compile(sqlite, folder) {
  say('sqlite', 'compiling the addon for Node-API 9 (about half a minute, once)');
  const addonApi = path.dirname(
    createRequire(path.join(sqlite, 'package.json')).resolve('node-addon-api/package.json'),
  );
  const includes = [
    path.join(packageFolder('node-api-headers'), 'include'),
    addonApi,
    path.join(sqlite, 'deps/sqlite3'),
  ];
  const addon = [
    ...['-std=c++20', '-fvisibility=hidden', '-fvisibility-inlines-hidden', '-fno-exceptions', '-fno-rtti'],
    ...['NAPI_VERSION=9', 'NAPI_DISABLE_CPP_EXCEPTIONS', 'NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS'].map(
      (d) => `-D${d}`,
    ),
    ...['BUILDING_NODE_EXTENSION', 'NODE_GYP_MODULE_NAME=better_sqlite3'].map((d) => `-D${d}`),
    ...['-include', COMPAT],
    ...includes.flatMap((include) => ['-I', include]),
  ];
  const [core, glue, made] = ['core.o', 'glue.o', 'made.node'].map((name) => path.join(folder, name));
  await Promise.all([
    run('gcc', [
      ...OPTIMISE,
      '-std=c99',
      ...defines(sqlite),
      '-c',
      `${sqlite}/deps/sqlite3/sqlite3.c`,
      '-o',
      `${core}`,
    ]),
    run('g++', [...OPTIMISE, ...addon, '-c', `${sqlite}/src/better_sqlite3.cpp`, '-o', `${glue}`]),
  ]);
  const link = ['-shared', '-pthread', '-s', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL'];
  await run('g++', [...link, '-o', `${made}`, `${glue}`, `${core}`, '-ldl']);
  return `${made}`;
}

const markOf = () => path.join(packageFolder('better-sqlite3'), 'prebuilds/.node-api-9');

/** Whether node_modules holds our build instead of the one that a release must carry. */
export const hasSqliteNapi9 = () => fs.existsSync(markOf());

/** Puts the Node-API 9 build where the package looks for its addon. */
export async function installSqliteNapi9() {
  const sqlite = packageFolder('better-sqlite3');
  const version = JSON.parse(fs.readFileSync(path.join(sqlite, 'package.json'), 'utf8')).version;
  const key = createHash('sha256').update(version).update(fs.readFileSync(COMPAT)).digest('hex').slice(0, 12);
  if (hasSqliteNapi9() && fs.readFileSync(markOf(), 'utf8') === key) return;
  const built = path.join(CACHE, `sqlite-napi9-${key}.node`);
  await makeOnce(built, (folder) => compile(sqlite, folder));
  const used = path.join(sqlite, 'prebuilds/linux-x64.node');
  const next = `${used}.${process.pid}`;
  fs.copyFileSync(built, next);
  fs.renameSync(next, used);
  fs.writeFileSync(markOf(), key);
}
