#!/usr/bin/env node
// Run after `npm install` behind a registry mirror that lacks the binaries of other platforms: npm then leaves those
// optional packages out of package-lock.json, and `npm ci` refuses the file. This puts them back by name and version;
// an install on such a platform fetches them from a registry that has them.
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './runtime/paths.mjs';

const FILE = path.join(ROOT, 'package-lock.json');
const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32'];

/** @typedef {{ optionalDependencies?: Record<string, string>, dev?: boolean }} Entry */

/** Where a package that stands at `at` finds `name`. @param {Record<string, Entry>} entries @param {string} at @param {string} name */
function isThere(entries, at, name) {
  for (let folder = at; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
    if (Object.hasOwn(entries, path.posix.join(folder, 'node_modules', name))) return true;
    if (folder === '') return false;
  }
}

/** The platform that a package names in its own name. @param {string} name */
function platformOf(name) {
  const words = name.split('/').at(-1)?.split('-') ?? [];
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((word) => word.startsWith('gnu'))
      ? ['glibc']
      : [];
  if (os.length === 0 && cpu.length === 0)
    throw new Error(`${name} is missing, and its name tells no platform: run npm install`);
  return { ...(cpu.length > 0 && { cpu }), ...(libc.length > 0 && { libc }), ...(os.length > 0 && { os }) };
}

const lock = JSON.parse(fs.readFileSync(FILE, 'utf8'));
/** @type {Record<string, Entry>} */
const entries = lock.packages;
/** @type {Record<string, object>} */
const added = {};
for (const [at, { optionalDependencies = {}, dev }] of Object.entries(entries)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (isThere(entries, at, name)) continue;
    if (!/^\d+\.\d+\.\d+/.test(version))
      throw new Error(`${name}@${version} is missing and not exact: run npm install`);
    added[`node_modules/${name}`] = { version, ...platformOf(name), ...(dev && { dev }), optional: true };
  }
}
const all = Object.entries({ ...entries, ...added }).sort(([a], [b]) => a.localeCompare(b, 'en'));
fs.writeFileSync(FILE, `${JSON.stringify({ ...lock, packages: Object.fromEntries(all) }, null, 2)}\n`);
console.error(`[lock] ${Object.keys(added).length} optional packages put back`);
