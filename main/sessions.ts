import fs from 'node:fs';
import path from 'node:path';
import type { Store } from '#db/handle.ts';
import { clearStage, isStaged } from '#db/import/stage.ts';
import { ensureProjection } from '#db/projection/rebuild.ts';
import type { ErrorCode } from '#shared/ipc/contract.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { anchorsHold, writeAnchors } from './anchor.ts';
import { createIdentity, loadIdentity } from './identity.ts';
import type { Session } from './session.ts';
import { type Credential, createVault, type OpenVault, openVault, type VaultOptions } from './vault/vault.ts';

/** Vaults of one folder, of which at most one is open. */
export class Sessions {
  readonly #folder: string;
  readonly #options: VaultOptions;
  #session: Session | undefined;
  #busy = false;

  constructor(folder: string, options: VaultOptions = {}) {
    this.#folder = folder;
    this.#options = options;
  }

  current(): Session | undefined {
    return this.#session;
  }

  /** Names of the folders that hold a vault, sorted. */
  list(): string[] {
    if (!fs.existsSync(this.#folder)) return [];
    return fs
      .readdirSync(this.#folder, { withFileTypes: true })
      .filter(
        (entry) =>
          entry.isDirectory() && fs.readdirSync(path.join(this.#folder, entry.name)).some(isVaultFile),
      )
      .map(({ name }) => name)
      .sort((a, b) => a.localeCompare(b));
  }

  folderOf(name: string): string {
    return path.join(this.#folder, name);
  }

  async create(
    name: string,
    passphrase: string,
    person: { name: string; department: string },
  ): Promise<Result<{ recoveryCode: string }, ErrorCode>> {
    return this.#alone(async () => {
      fs.mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      const made = await createVault(this.folderOf(name), { passphrase }, this.#options);
      if (!made.ok) return made;
      const { vault, recoveryCode } = made.value;
      await createIdentity(vault.db, person);
      await this.#enter(name, vault);
      return ok({ recoveryCode });
    });
  }

  async unlock(name: string, credential: Credential): Promise<Result<Session, ErrorCode>> {
    return this.#alone(async () => {
      const opened = await openVault(this.folderOf(name), credential, this.#options);
      return opened.ok ? ok(await this.#enter(name, opened.value)) : opened;
    });
  }

  /** Writes the anchors, closes the store and wipes the keys; does nothing when no vault is open. */
  lock(): boolean {
    const session = this.#session;
    if (!session) return false;
    this.#session = undefined;
    try {
      forgetImport(session.store);
      // A broken anchor stays, so that the alarm does not go away by locking once.
      if (session.anchored) writeAnchors(session);
    } finally {
      session.vault.close();
      session.keys.signingSeed.fill(0);
    }
    return true;
  }

  async #enter(name: string, vault: OpenVault): Promise<Session> {
    try {
      vault.db.transaction(ensureProjection);
      forgetImport(vault.db);
      const anchored = anchorsHold({ vault, store: vault.db });
      const session = {
        name,
        vault,
        store: vault.db,
        anchored,
        opened: new Map(),
        ...(await loadIdentity(vault.db)),
      };
      this.#session = session;
      return session;
    } catch (error) {
      vault.close();
      throw error;
    }
  }

  /** One opening at a time, and none while a vault is open. */
  async #alone<T>(work: () => Promise<Result<T, ErrorCode>>): Promise<Result<T, ErrorCode>> {
    if (this.#session || this.#busy) return fail('alreadyOpen');
    this.#busy = true;
    try {
      return await work();
    } finally {
      this.#busy = false;
    }
  }
}

/** An import that waits ends with the session; one that a crash left behind ends here. */
function forgetImport(store: Store): void {
  if (!store.frozen && isStaged(store.read)) store.transaction(clearStage);
}

const isVaultFile = (name: string): boolean => name.startsWith('vault.');
