import fs from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { OWN_ASSETS, PACKAGE_ASSETS, SAMPLE_FOLDER } from '../main/assets.ts';
import { contract } from '../shared/ipc/index.ts';

// electron-vite bundles this file before it runs it, so that only the working directory says where the repository is.
const root = process.cwd();
const out = (folder: string) => path.join(root, 'out', folder);

/** Each file in main/workers is the code of one worker thread. */
function workers(): Record<string, string> {
  const folder = path.join(root, 'main/workers');
  const names = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith('.ts')) : [];
  return Object.fromEntries(names.map((name) => [`worker-${name.slice(0, -3)}`, path.join(folder, name)]));
}

const copyAssets = (): Plugin => ({
  name: 'waarborg-assets',
  closeBundle() {
    fs.rmSync(out('assets'), { recursive: true, force: true });
    for (const [name, source] of Object.entries(PACKAGE_ASSETS)) {
      fs.mkdirSync(path.dirname(path.join(out('assets'), name)), { recursive: true });
      fs.copyFileSync(path.join(root, 'node_modules', source), path.join(out('assets'), name));
    }
    const own = path.join(root, OWN_ASSETS.folder);
    if (fs.existsSync(own)) fs.cpSync(own, path.join(out('assets'), OWN_ASSETS.prefix), { recursive: true });
    fs.cpSync(path.join(root, SAMPLE_FOLDER), out('assets/sample'), { recursive: true });
    fs.cpSync(out('kernels'), out('assets/kernels'), { recursive: true });
  },
});

const named = (kind: 'call' | 'event') =>
  Object.entries(contract)
    .filter(([, entry]) => (entry.kind === 'event') === (kind === 'event'))
    .map(([name]) => name);

// Targets are those of the oldest Electron that the app must run on (33: Chromium 130, Node 20).
export default defineConfig({
  main: {
    plugins: [copyAssets()],
    // Its build for Node declares a `require` of its own, which the shims of this build declare too.
    resolve: { alias: { fflate: path.join(root, 'node_modules/fflate/esm/browser.js') } },
    build: {
      outDir: out('main'),
      target: 'node20',
      // All but the native addon is bundled, so that a release carries no tree of packages.
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          main: path.join(root, 'main/main.ts'),
          cli: path.join(root, 'main/cli/waarborg.ts'),
          ...workers(),
        },
        external: ['better-sqlite3'],
        // Flat, so that `import.meta.url` of any chunk lies in out/main.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    // The names alone: the schemas and their library stay out of the page's process.
    define: {
      __CALLS__: JSON.stringify(named('call')),
      __EVENTS__: JSON.stringify(named('event')),
    },
    build: {
      outDir: out('preload'),
      target: 'node20',
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: path.join(root, 'main/preload/preload.ts') },
        // A sandboxed preload is one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: path.join(root, 'renderer'),
    plugins: [react()],
    // The protocol handler puts a fresh nonce in its place at every load.
    html: { cspNonce: '__CSP_NONCE__' },
    build: {
      outDir: out('renderer'),
      target: 'chrome130',
      // Nothing as data: in style sheets, the policy allows fonts from the app alone.
      assetsInlineLimit: 0,
      minify: true,
      // Read from disk, so that the size of a chunk is no matter.
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: { input: path.join(root, 'renderer/index.html') },
    },
  },
});
