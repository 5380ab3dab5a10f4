import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { ErrorCode } from '#shared/ipc/contract.ts';
import { fail, ok, type Result } from '#shared/result.ts';

export type PickedFile = { readonly name: string; readonly size: number };

/** Largest file that is taken into a vault: it passes through memory once. */
export const MAX_FILE_BYTES = 256 * 1024 * 1024;

/**
 * Files that the person picked in the system's own dialog. The face holds tokens, main the paths; a token is good
 * until the vault locks.
 */
export class PickedFiles {
  readonly #paths = new Map<string, string>();
  readonly #content = new Map<string, { name: string; bytes: Uint8Array }>();
  readonly #folders = new Set<string>();
  /** Tokens of files that are still needed, under a name of the one who needs them. */
  readonly #kept = new Map<string, string>();

  async add(file: string): Promise<Result<PickedFile & { token: string }, ErrorCode>> {
    try {
      const { size } = await fs.stat(file);
      const token = randomUUID();
      this.#paths.set(token, file);
      return ok({ token, name: path.basename(file), size });
    } catch {
      return fail('fileUnreadable', { name: path.basename(file) });
    }
  }

  /** A folder that was picked; its files are found when it is read. */
  addFolder(folder: string): PickedFile & { token: string } {
    const token = randomUUID();
    this.#paths.set(token, folder);
    this.#folders.add(token);
    return { token, name: path.basename(folder), size: 0 };
  }

  /** A file that the page hands over as bytes, because it was dropped there. */
  addBytes(name: string, bytes: Uint8Array): PickedFile & { token: string } {
    const token = randomUUID();
    this.#content.set(token, { name: path.basename(name), bytes });
    return { token, name: path.basename(name), size: bytes.length };
  }

  isFolder(token: string): boolean {
    return this.#folders.has(token);
  }

  /** What is behind a token, to be read as a stream. */
  sourceOf(token: string): ({ name: string } & ({ path: string } | { bytes: Uint8Array })) | undefined {
    const file = this.#paths.get(token);
    return file === undefined ? this.#content.get(token) : { name: path.basename(file), path: file };
  }

  keep(name: string, token: string): void {
    this.#kept.clear();
    this.#kept.set(name, token);
  }

  kept(name: string): string | undefined {
    return this.#kept.get(name);
  }

  /** Reads the file behind a token, once for a command and its retries. */
  async load(token: string): Promise<Result<{ name: string; bytes: Uint8Array }, ErrorCode>> {
    const known = this.#content.get(token);
    if (known) return ok(known);
    const file = this.#paths.get(token);
    if (file === undefined) return fail('fileUnreadable');
    const name = path.basename(file);
    try {
      const handle = await fs.open(file, 'r');
      try {
        const { size } = await handle.stat();
        if (size > MAX_FILE_BYTES) return fail('fileTooLarge', { name, maxBytes: MAX_FILE_BYTES });
        const content = { name, bytes: new Uint8Array(await handle.readFile()) };
        this.#content.set(token, content);
        return ok(content);
      } finally {
        await handle.close();
      }
    } catch {
      return fail('fileUnreadable', { name });
    }
  }

  /** Path behind a token, for what is read as a stream. */
  pathOf(token: string): string | undefined {
    return this.#paths.get(token);
  }

  /** What `load` has read; commands are synchronous, so that the dispatcher loads for them beforehand. */
  loaded(token: string): { name: string; bytes: Uint8Array } | undefined {
    return this.#content.get(token);
  }

  drop(token: string): void {
    this.#folders.delete(token);
    this.#paths.delete(token);
    this.#content.delete(token);
  }

  clear(): void {
    this.#paths.clear();
    this.#content.clear();
    this.#folders.clear();
    this.#kept.clear();
  }
}
