import { fail, ok, type Result } from '#shared/result.ts';
import { isNotWritable } from './durable.ts';
import type { VaultError } from './errors.ts';
import { type Header, type SignedHeader, signHeader } from './header.ts';
import { writeFirstCopy, writeSecondCopy } from './header-files.ts';
import type { MasterKeys } from './keys.ts';

/** The header of an open vault and its two copies on disk. */
export class HeaderKeeper {
  readonly #folder: string;
  readonly #keys: MasterKeys;
  #header: SignedHeader;
  #secondCopyPending = false;

  constructor(folder: string, header: SignedHeader, keys: MasterKeys) {
    this.#folder = folder;
    this.#header = header;
    this.#keys = keys;
  }

  get current(): SignedHeader {
    return this.#header;
  }

  /** Writes a changed header; the change counts once its first copy is on disk. */
  rewrite(change: Partial<Pick<Header, 'slots' | 'anchor'>>): Result<void, VaultError> {
    const { mac: _, ...header } = this.#header;
    const next = signHeader({ ...header, ...change, generation: header.generation + 1 }, this.#keys);
    try {
      writeFirstCopy(this.#folder, next);
    } catch (error) {
      if (isNotWritable(error)) return fail('notWritable');
      throw error;
    }
    this.#header = next;
    this.#secondCopyPending = true;
    this.settle();
    return ok(undefined);
  }

  /** Writes the second copy if it is behind. When the disk refuses it, the next opening does it first of all. */
  settle(): void {
    if (!this.#secondCopyPending) return;
    try {
      writeSecondCopy(this.#folder, this.#header);
      this.#secondCopyPending = false;
    } catch (error) {
      if (!isNotWritable(error)) throw error;
    }
  }
}
