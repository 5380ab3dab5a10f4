#!/usr/bin/env node
// Names the system libraries and programs that are missing on Debian and Ubuntu, and installs them with apt-get when
// run as root. Other systems bring what Electron needs. `--test` adds what only the tests use.
import { execFileSync, spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

/**
 * A need is a shared library (`lib*.so.*`) or a program, with the packages that may carry it: Debian 13 and Ubuntu
 * 24.04 gave some libraries a name that ends in t64.
 * @type {ReadonlyArray<readonly [need: string, packages: readonly string[]]>}
 */
const WINDOW = [
  ['libgtk-3.so.0', ['libgtk-3-0t64', 'libgtk-3-0']],
  ['libnss3.so', ['libnss3']],
  ['libasound.so.2', ['libasound2t64', 'libasound2']],
  ['libgbm.so.1', ['libgbm1']],
];
/** @type {typeof WINDOW} */
const DISPLAY = [
  ['Xvfb', ['xvfb']],
  ['xauth', ['xauth']],
];
/** Programs that the tests use to open what Waarborg writes: proof by a tool that is not ours. @type {typeof WINDOW} */
const PROOF = [
  ['age', ['age']],
  ['minisign', ['minisign']],
  ['pdftotext', ['poppler-utils']],
];

/** @param {string} name */
const onPath = (name) => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;

/** @param {typeof WINDOW} needs */
function missing(needs) {
  const libraries = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).stdout ?? '';
  return needs.filter(([need]) => (need.startsWith('lib') ? !libraries.includes(`${need} `) : !onPath(need)));
}

/** @param {readonly string[]} packages */
const available = (packages) =>
  packages.find((name) =>
    /Candidate: [^(]/.test(spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' }).stdout),
  );

/**
 * Makes sure that Electron can open a window here. Returns the needs that are still missing; [] when all is well.
 * @param {{ test?: boolean }} [options]
 * @returns {string[]}
 */
export function ensureSystem({ test = false } = {}) {
  if (process.platform !== 'linux') return [];
  const headless = !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  const needs = [...WINDOW, ...(headless || test ? DISPLAY : []), ...(test ? PROOF : [])];
  const wanted = missing(needs);
  if (wanted.length === 0) return [];
  const names = wanted.map(([need]) => need).join(', ');
  if (!onPath('apt-get')) {
    console.error(`[system] missing: ${names}. Install them with the package manager of this system.`);
    return wanted.map(([need]) => need);
  }
  if (process.getuid?.() !== 0) {
    const packages = wanted.map(([, candidates]) => available(candidates) ?? candidates.at(-1)).join(' ');
    console.error(`[system] missing: ${names}. Run: sudo apt-get install -y ${packages}`);
    return wanted.map(([need]) => need);
  }
  console.error(`[system] installing ${names}`);
  const apt = ['-o', 'DPkg::Lock::Timeout=600', '-qq'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if (wanted.some(([, candidates]) => available(candidates) === undefined)) {
    execFileSync('apt-get', [...apt, 'update'], { stdio: ['ignore', 'ignore', 'inherit'], env });
  }
  const packages = wanted.map(([, candidates]) => available(candidates) ?? candidates[0] ?? '');
  const install = () =>
    spawnSync('apt-get', [...apt, 'install', '-y', '--no-install-recommends', ...packages], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    }).status;
  if (install() !== 0) {
    // A stale package list names files that the mirror no longer has.
    execFileSync('apt-get', [...apt, 'update'], { stdio: ['ignore', 'ignore', 'inherit'], env });
    install();
  }
  const left = missing(needs).map(([need]) => need);
  if (left.length > 0) console.error(`[system] still missing: ${left.join(', ')}`);
  return left;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = ensureSystem({ test: process.argv.includes('--test') }).length === 0 ? 0 : 1;
}
