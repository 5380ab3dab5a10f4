#!/usr/bin/env node
// `npm start`: makes Electron and the build ready, then opens the app. Arguments go to the app (`-- --demo`).
import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { electronProgram, ensureElectron } from './ensure-electron.mjs';
import { ensureSystem } from './ensure-system.mjs';
import { ROOT, say } from './runtime/paths.mjs';

const fail = (/** @type {string} */ text) => {
  say('start', text);
  process.exit(1);
};

const linux = process.platform === 'linux';
if (ensureSystem().length > 0) fail('the window cannot open without these.');
if (linux && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
  fail('there is no display here. Run it on a virtual one: xvfb-run -a npm start');
}
await ensureElectron();
if (!build()) fail('the build failed; see above.');

const env = { ...process.env };
if (linux && process.getuid?.() === 0) {
  env.ELECTRON_DISABLE_SANDBOX = '1';
  say('start', "running as root: Chromium's sandbox is off. Never work on a real case like this.");
}
const app = spawn(electronProgram(), ['.', ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit', env });
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => app.kill(signal));
app.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
