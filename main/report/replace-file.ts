import fs from 'node:fs/promises';
import path from 'node:path';
import { isNotWritable } from '../vault/durable.ts';

/**
 * Puts bytes at a place as a whole: after a failure or a crash the old file is there or the new one, never a part.
 * False when the place cannot take them: no rights, full, read-only.
 */
export async function replaceFile(target: string, bytes: Uint8Array): Promise<boolean> {
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.part`);
  try {
    const handle = await fs.open(temporary, 'w', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await fs.rename(temporary, target);
    return true;
  } catch (error) {
    await fs.rm(temporary, { force: true });
    if (isNotWritable(error) || (error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
