import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transformWithOxc } from 'vite';

/** Module hook: our TypeScript files as plain modules. */
export async function load(url, context, nextLoad) {
  const ours = url.startsWith('file:') && url.endsWith('.ts') && !url.includes('/node_modules/');
  if (!ours) return nextLoad(url, context);
  const file = fileURLToPath(url);
  const { code } = await transformWithOxc(await readFile(file, 'utf8'), file);
  return { format: 'module', shortCircuit: true, source: code };
}
