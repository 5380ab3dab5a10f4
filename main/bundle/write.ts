import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { fail } from '#shared/result.ts';
import { Refused } from './refused.ts';

const exists = async (file: string): Promise<boolean> => {
  try {
    await stat(file);
    return true;
  } catch {
    return false;
  }
};

/** Makes a rename last through a power cut; Windows has no such call for folders and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const notWritable = (error: unknown): Refused | unknown =>
  error instanceof Error && 'code' in error ? new Refused(fail('notWritable')) : error;

async function writeAll(
  handle: FileHandle,
  content: AsyncIterable<Uint8Array>,
  onProgress: ((bytes: number) => void) | undefined,
): Promise<void> {
  let done = 0;
  for await (const chunk of content) {
    try {
      await handle.writeFile(chunk);
    } catch (error) {
      throw notWritable(error);
    }
    done += chunk.length;
    onProgress?.(done);
  }
  await handle.sync();
}

/**
 * Writes a file that is either whole or not there: a temporary neighbour, readable by its owner only, flushed to the
 * disk and renamed. On any failure the neighbour is removed and `file` is as it was.
 * Refuses `fileExists` (unless told to overwrite) and `notWritable`; passes on what `content` throws.
 */
export async function writeAtomically(
  file: string,
  content: AsyncIterable<Uint8Array>,
  {
    overwrite = false,
    onProgress,
  }: { overwrite?: boolean | undefined; onProgress?: ((bytes: number) => void) | undefined },
): Promise<void> {
  if (!overwrite && (await exists(file))) throw new Refused(fail('fileExists'));
  const neighbour = path.join(
    path.dirname(file),
    `.${path.basename(file)}.${randomBytes(6).toString('hex')}.part`,
  );
  const handle = await open(neighbour, 'wx', 0o600).catch((error: unknown) => {
    throw notWritable(error);
  });
  try {
    try {
      await writeAll(handle, content, onProgress);
    } finally {
      await handle.close();
    }
    await rename(neighbour, file).catch((error: unknown) => {
      throw notWritable(error);
    });
  } catch (error) {
    await unlink(neighbour);
    throw error;
  }
  await syncFolder(path.dirname(file));
}
