import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import path from 'node:path';

const RENAME_ATTEMPTS = 5;
const RETRY_PAUSE_MS = 40;

/**
 * Replaces a file as a whole: after a crash at any moment the old or the new content is there, never a mixture.
 * On return the new content and its name are on the disk.
 */
export function replaceFile(file: string, content: string): void {
  const temporary = `${file}.tmp`;
  const descriptor = openSync(temporary, 'w', 0o600);
  try {
    writeSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameWithPatience(temporary, file);
  syncFolder(path.dirname(file));
}

/** Forces names made or changed in a folder to disk. Windows has no such call; its renames are journaled. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** On Windows a virus scanner may hold the target open for a moment. */
function renameWithPatience(from: string, to: string): void {
  for (let attempt = 1; ; attempt++) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const busy = ['EPERM', 'EACCES', 'EBUSY'].includes(systemCode(error) ?? '');
      if (process.platform !== 'win32' || !busy || attempt === RENAME_ATTEMPTS) {
        unlinkSync(from);
        throw error;
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_PAUSE_MS);
    }
  }
}

/** The operating system's code of a file error (`ENOSPC`); undefined for other errors. */
export const systemCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

const NOT_WRITABLE = ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'EBUSY', 'ENOTDIR'];

/** True when a file error means that the place cannot take what we write: no rights, full, or read-only. */
export const isNotWritable = (error: unknown): boolean => NOT_WRITABLE.includes(systemCode(error) ?? '');

/** Makes a folder that only the owner can enter, with its parents; false when something of that name is there. */
export function makeNewFolder(folder: string): boolean {
  mkdirSync(path.dirname(folder), { recursive: true, mode: 0o700 });
  try {
    mkdirSync(folder, { mode: 0o700 });
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}
