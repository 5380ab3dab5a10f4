#!/usr/bin/env node
// `npm run package`: the app as a folder for this machine, in release/. `-- --release` makes what is handed out, and
// refuses to on any Electron but the pinned one or with a database addon that was not made for it.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { ensureElectron, installedVersion, pinnedVersion } from './ensure-electron.mjs';
import { packageFolder, ROOT, say } from './runtime/paths.mjs';
import { hasSqliteNapi9 } from './runtime/sqlite-napi9.mjs';

const release = process.argv.includes('--release');
await ensureElectron();
const version = installedVersion();
const genuine = version === pinnedVersion() && !hasSqliteNapi9();
if (release && !genuine) {
  say('package', `no release: this is Electron ${version}, and package.json pins ${pinnedVersion()}.`);
  say('package', 'Delete node_modules, run npm ci where the release host can be reached, and try again.');
  process.exit(1);
}
if (!build({ force: release })) process.exit(1);

fs.rmSync(path.join(ROOT, 'release'), { recursive: true, force: true });
const program = path.join(packageFolder('electron-builder'), 'cli.js');
const args = [program, ...(release ? [] : ['--dir']), `-c.electronVersion=${version}`];
const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
if (status === 0 && !genuine) say('package', `made with Electron ${version}: for trying out, not a release.`);
process.exitCode = status ?? 1;
