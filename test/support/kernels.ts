import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** Before all tests: the WebAssembly kernels are as their sources say. */
export function setup(): void {
  const script = path.join(import.meta.dirname, '../../scripts/kernels.mjs');
  const { status } = spawnSync(process.execPath, [script], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the kernels do not build');
}
