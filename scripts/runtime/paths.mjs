// Where things are: the repository, the cache outside node_modules, and what both are called in messages.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const RUNTIME = path.join(ROOT, 'scripts/runtime');
export const CACHE =
  process.env.WAARBORG_CACHE ??
  path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'waarborg-runtime');

/** Resolves packages as the repository does. */
export const require = createRequire(path.join(ROOT, 'package.json'));

/** The folder of an installed package. @param {string} name */
export const packageFolder = (name) => path.dirname(require.resolve(`${name}/package.json`));

/** @param {string} topic @param {string} text */
export const say = (topic, text) => console.error(`[${topic}] ${text}`);

/**
 * Runs `make` in a new folder of the cache and keeps the path that it returns as `target`; another process that was
 * faster wins. The folder goes away whatever happens.
 * @param {string} target
 * @param {(folder: string) => Promise<string>} make
 */
export async function makeOnce(target, make) {
  if (fs.existsSync(target)) return;
  fs.mkdirSync(CACHE, { recursive: true });
  const folder = fs.mkdtempSync(path.join(CACHE, 'making-'));
  try {
    const made = await make(folder);
    if (!fs.existsSync(target)) fs.renameSync(made, target);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
