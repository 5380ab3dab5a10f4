import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { checkOpenStore, type OpenStoreCheck } from '#db/check.ts';
import type { Store } from '#db/handle.ts';
import type { FileLock } from '#db/lock.ts';
import type { StorePlace } from '#db/open.ts';
import { recordHeaderGeneration } from '#db/store.ts';
import type { PageReport } from '#db/verify-pages.ts';
import type { Json } from '#shared/model/canonical.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { writeBackup } from './backup.ts';
import { isNotWritable } from './durable.ts';
import type { VaultError } from './errors.ts';
import { removeDatabase } from './folder.ts';
import { type Header, MAX_SLOTS, openAnchor, type SignedHeader, type Slot, sealAnchor } from './header.ts';
import { HeaderKeeper } from './header-keeper.ts';
import type { KdfPolicy } from './kdf.ts';
import type { MasterKeys } from './keys.ts';
import { formatRecoveryCode, newRecoverySecret } from './recovery-code.ts';
import { rotateKeys } from './rotate.ts';
import { type Credential, makeSlot, type PassphraseCredential, type SlotSummary } from './slots.ts';
import { passphraseStrong } from './strength.ts';
import { unlockHeader } from './unlock.ts';

type Parts = {
  readonly folder: string;
  readonly header: SignedHeader;
  readonly slotId: string;
  readonly keys: MasterKeys;
  readonly store: Store;
  readonly lock: FileLock;
  readonly policy: KdfPolicy;
  readonly nativeBinding: string | undefined;
};

/** An unlocked vault. Changes of slots and anchor rewrite the header alone, never the database. */
export class OpenVault {
  readonly id: string;
  readonly dir: string;
  /** The store; usable until `close`. */
  readonly db: Store;
  /** `derive` gives a key for a purpose of the program, the same until the vault's keys are rotated. */
  readonly keys: Pick<MasterKeys, 'derive'>;

  readonly #keys: MasterKeys;
  readonly #header: HeaderKeeper;
  readonly #lock: FileLock;
  readonly #policy: KdfPolicy;
  readonly #nativeBinding: string | undefined;
  #slotId: string;
  /** Kept until the store is closed: closing a descriptor of its file would drop SQLite's locks on it. */
  #reading: FileHandle | undefined;
  #rotating = false;
  #closeAsked = false;
  #closed = false;

  constructor(parts: Parts) {
    this.id = parts.header.vaultId;
    this.dir = parts.folder;
    this.db = parts.store;
    this.keys = { derive: (purpose) => this.#opened().derive(purpose) };
    this.#keys = parts.keys;
    this.#lock = parts.lock;
    this.#policy = parts.policy;
    this.#nativeBinding = parts.nativeBinding;
    this.#header = new HeaderKeeper(parts.folder, parts.header, parts.keys);
    this.#slotId = parts.slotId;
  }

  /** Rises with every rewrite of the header. */
  get generation(): number {
    return this.#header.current.generation;
  }

  /** False from the moment that it is closed. */
  get isOpen(): boolean {
    return !this.#closed;
  }

  slots(): readonly SlotSummary[] {
    return this.#header.current.slots.map(({ id, type }) => ({
      id,
      kind: type,
      current: id === this.#slotId,
    }));
  }

  /** Replaces the slot that `current` fits by one for `next`; a key file that belongs to it stays the same. */
  async changePassphrase(current: PassphraseCredential, next: string): Promise<Result<void, VaultError>> {
    if (!passphraseStrong(next)) return fail('weakPassphrase');
    const found = await unlockHeader(this.#header.current, current, this.#policy);
    if (!found.ok) return found;
    found.value.keys.wipe();
    const slot = await this.#makeSlot({ ...current, passphrase: next });
    if (!slot.ok) return slot;
    const replaced = found.value.slotId;
    const others = this.#header.current.slots.filter(({ id }) => id !== replaced);
    const saved = this.#rewrite({ slots: [...others, slot.value] });
    if (saved.ok && this.#slotId === replaced) this.#slotId = slot.value.id;
    return saved;
  }

  /** Adds a further way in. A recovery code is added by `newRecoveryCode` only. */
  async addSlot(
    credential: Exclude<Credential, { readonly kind: 'recovery' }>,
  ): Promise<Result<{ readonly id: string }, VaultError>> {
    if (credential.kind !== 'keyfile' && !passphraseStrong(credential.passphrase))
      return fail('weakPassphrase');
    const slot = await this.#makeSlot(credential);
    if (!slot.ok) return slot;
    if (this.#header.current.slots.length >= MAX_SLOTS) return fail('notAllowed', { limit: MAX_SLOTS });
    const saved = this.#rewrite({ slots: [...this.#header.current.slots, slot.value] });
    return saved.ok ? ok({ id: slot.value.id }) : saved;
  }

  /** Takes a way in away. The last one for daily use stays: a recovery code alone is no way to work. */
  removeSlot(id: string): Result<void, VaultError> {
    const left = this.#header.current.slots.filter((slot) => slot.id !== id);
    if (left.length === this.#header.current.slots.length) return fail('badInput', { field: 'slot' });
    if (!left.some(({ type }) => type !== 'recovery' && type !== 'keychain')) {
      return fail('notAllowed', { reason: 'lastSlot' });
    }
    return this.#rewrite({ slots: left });
  }

  /** Makes a recovery code; earlier ones stop working. It is shown once and kept nowhere. */
  async newRecoveryCode(): Promise<Result<string, VaultError>> {
    const code = formatRecoveryCode(newRecoverySecret());
    const slot = await this.#makeSlot({ kind: 'recovery', code });
    if (!slot.ok) return slot;
    const others = this.#header.current.slots.filter(({ type }) => type !== 'recovery');
    if (others.length >= MAX_SLOTS) return fail('notAllowed', { limit: MAX_SLOTS });
    const saved = this.#rewrite({ slots: [...others, slot.value] });
    return saved.ok ? ok(code) : saved;
  }

  /** What was last written by `writeAnchor`, or null. */
  readAnchor(): Json | null {
    return openAnchor(this.#header.current, this.#opened());
  }

  /** Keeps a small value outside the database, sealed: the heads of the logs, against a rolled-back database. */
  writeAnchor(anchor: Json): Result<void, VaultError> {
    return this.#rewrite({ anchor: sealAnchor(anchor, this.id, this.#opened()) });
  }

  /**
   * Writes a whole vault, every page of it verified, to a folder that does not exist yet. It opens with the same
   * credentials. The header comes last: a folder without one is an unfinished copy.
   */
  async backupTo(folder: string): Promise<Result<PageReport, VaultError>> {
    if (this.#closed) return fail('locked');
    // A copy of the key: the vault may be locked while the backup is still being verified.
    const key = Buffer.from(this.#keys.database);
    const source = { header: this.#header.current, store: this.db, key, nativeBinding: this.#nativeBinding };
    return writeBackup(source, folder).finally(() => key.fill(0));
  }

  /**
   * Gives the vault new keys throughout (see `rotateKeys`) and closes it: open it again with `credential`. All other
   * ways in, the old recovery code and keys derived before stop working. On failure it stays open and as it was.
   * While it runs transactions are refused, for they would be missing from the copy.
   */
  async rotateKeys(
    credential: Exclude<Credential, { readonly kind: 'recovery' }>,
  ): Promise<Result<{ readonly recoveryCode: string }, VaultError>> {
    const found = await unlockHeader(this.#header.current, credential, this.#policy);
    if (!found.ok) return found;
    found.value.keys.wipe();
    if (this.#closed) return fail('locked');
    if (this.#rotating) return fail('notAllowed', { reason: 'rotating' });
    const { mac: _, ...header } = this.#header.current;
    const parts = { dir: this.dir, header, keys: this.#keys, store: this.db };
    this.#rotating = true;
    this.db.freeze(true);
    try {
      const rotated = await rotateKeys(
        { ...parts, policy: this.#policy, nativeBinding: this.#nativeBinding },
        credential,
      );
      if (rotated.ok) {
        this.db.close();
        removeDatabase(this.dir, header.database);
        this.#shut();
      }
      return rotated;
    } catch (error) {
      if (isNotWritable(error)) return fail('notWritable');
      throw error;
    } finally {
      this.#rotating = false;
      if (!this.#closed) this.db.freeze(false);
      if (this.#closeAsked) this.close();
    }
  }

  /** Whether a credential opens this vault: asked again before something that a passer-by must not do. */
  async confirm(credential: Credential): Promise<Result<void, VaultError>> {
    const found = await unlockHeader(this.#header.current, credential, this.#policy);
    if (!found.ok) return found;
    found.value.keys.wipe();
    return ok(undefined);
  }

  /**
   * Lends the place and a copy of the key of the database to a thread of ours, which opens a connection of its own;
   * the copy is wiped when the work ends. The thread must end with the vault: it is started by a job, which locking ends.
   */
  async lend<T>(work: (place: StorePlace) => Promise<T>): Promise<T> {
    const { database } = this.#opened();
    const key = Buffer.from(database);
    const file = path.join(this.dir, this.#header.current.database);
    return work({ file, key, nativeBinding: this.#nativeBinding }).finally(() => key.fill(0));
  }

  /**
   * Every page authenticated by a verifier of its own, then SQLite's and the indices' own checks, beside the work
   * that goes on. Rejects when the vault is closed meanwhile.
   */
  async check(): Promise<OpenStoreCheck> {
    const { database } = this.#opened();
    this.#reading ??= await open(path.join(this.dir, this.#header.current.database), 'r');
    return checkOpenStore(this.db, this.#reading, database);
  }

  /** Empties the log into the database, forgets the keys and lets others in; waits for `rotateKeys`. */
  close(): void {
    if (this.#closed) return;
    if (this.#rotating) {
      this.#closeAsked = true;
      return;
    }
    try {
      recordHeaderGeneration(this.db, this.#header.current.generation);
      this.#header.settle();
    } finally {
      this.#shut();
    }
  }

  #shut(): void {
    this.#closed = true;
    try {
      this.db.close();
    } finally {
      this.#keys.wipe();
      this.#lock.release();
      void this.#reading?.close();
    }
  }

  #opened(): MasterKeys {
    if (this.#closed) throw new Error('the vault is closed');
    return this.#keys;
  }

  async #makeSlot(credential: Credential): Promise<Result<Slot, VaultError>> {
    if (this.#closed) return fail('locked');
    return ok(await makeSlot(this.id, this.#keys.master, credential, this.#policy));
  }

  #rewrite(change: Partial<Pick<Header, 'slots' | 'anchor'>>): Result<void, VaultError> {
    if (this.#closed) return fail('locked');
    if (this.#rotating) return fail('notAllowed', { reason: 'rotating' });
    return this.#header.rewrite(change);
  }
}
