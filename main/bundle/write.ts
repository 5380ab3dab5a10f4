import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fail } from '#shared/result.ts';
import { systemCode } from '../vault/durable.ts';
import { Refused } from './refused.ts';

/** Runs one step on the disk; what the system refuses becomes `notWritable`. */
async function onDisk<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw systemCode(error) === undefined ? error : new Refused(fail('notWritable'));
  }
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

/** Some file systems (memory sticks, network) have no flush for folders; the file itself is flushed by then. */
const NO_FOLDER_SYNC = new Set<string | undefined>(['EINVAL', 'ENOTSUP', 'EPERM', 'EACCES', 'EISDIR']);

async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } catch (error) {
    if (!NO_FOLDER_SYNC.has(systemCode(error))) throw error;
  } finally {
    await handle?.close();
  }
}

async function writeAll(
  handle: FileHandle,
  content: AsyncIterable<Uint8Array>,
  onProgress: ((bytes: number) => void) | undefined,
): Promise<void> {
  let done = 0;
  for await (const chunk of content) {
    await onDisk(() => handle.writeFile(chunk));
    done += chunk.length;
    onProgress?.(done);
  }
  await onDisk(() => handle.sync());
}

export type WriteOptions = {
  readonly overwrite?: boolean | undefined;
  readonly onProgress?: ((bytes: number) => void) | undefined;
};

/**
 * Writes a file that is either whole or not there: a temporary neighbour, readable by its owner only, flushed to the
 * disk and renamed. On any failure the neighbour is removed and `file` is as it was.
 * Refuses `fileExists` (unless told to overwrite) and `notWritable`; passes on what `content` throws.
 */
export async function writeAtomically(
  file: string,
  content: AsyncIterable<Uint8Array>,
  { overwrite, onProgress }: WriteOptions = {},
): Promise<void> {
  if (!overwrite && (await exists(file))) throw new Refused(fail('fileExists'));
  const folder = path.dirname(file);
  const neighbour = path.join(folder, `.${path.basename(file)}.${randomBytes(6).toString('hex')}.part`);
  const handle = await onDisk(() => open(neighbour, 'wx', 0o600));
  try {
    await writeAll(handle, content, onProgress).finally(() => handle.close());
    await onDisk(() => rename(neighbour, file));
  } catch (error) {
    await rm(neighbour, { force: true });
    throw error;
  }
  await onDisk(() => syncFolder(folder));
}
