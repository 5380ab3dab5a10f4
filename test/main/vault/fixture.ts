import { copyFileSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Migration } from '#db/migrate.ts';
import {
  type Credential,
  createVault,
  type KdfPolicy,
  type OpenVault,
  openVault,
} from '#main/vault/vault.ts';
import { canonicalBytes, canonicalText, sha256Hex } from '#shared/model/canonical.ts';
import { expectOk, ownFolder } from '../../db/fixture.ts';

export { expectOk, ownFolder };

/** Cheap enough for hundreds of openings; the production policy has tests of its own. */
export const CHEAP: KdfPolicy = {
  passes: { min: 1, max: 4, chosen: 1 },
  memoryKiB: { min: 8, max: 1024, chosen: 16 },
};
export const NOTES: readonly Migration[] = [
  { name: '0001-note', sql: 'CREATE TABLE note (text TEXT NOT NULL) STRICT;' },
];
export const OPTIONS = { kdf: CHEAP, migrations: NOTES };

export const PASSPHRASE = 'zwemvest lantaarn paarse egel';
export const OTHER_PASSPHRASE = 'kasteel trombone fluwelen wekker';
export const byPassphrase = (passphrase = PASSPHRASE): Credential => ({ kind: 'passphrase', passphrase });
export const byRecovery = (code: string): Credential => ({ kind: 'recovery', code });

/** Opens a vault that is closed again at the end of the test at the latest. */
export async function opened(
  dir: string,
  credential = byPassphrase(),
  options = OPTIONS,
): Promise<OpenVault> {
  const vault = expectOk(await openVault(dir, credential, options));
  onTestFinished(() => vault.close());
  return vault;
}

/** A new closed vault with one note in it. */
export async function madeVault(note = 'eerste notitie'): Promise<{ dir: string; recoveryCode: string }> {
  const dir = path.join(ownFolder(), 'kluis');
  const { vault, recoveryCode } = expectOk(await createVault(dir, { passphrase: PASSPHRASE }, OPTIONS));
  addNote(vault, note);
  vault.close();
  return { dir, recoveryCode };
}

export const addNote = (vault: OpenVault, text: string): number =>
  vault.db.transaction((db) => db.run('INSERT INTO note VALUES (?)', [text]));
export const notesIn = (vault: OpenVault): string[] =>
  vault.db.read.all<{ text: string }>('SELECT text FROM note ORDER BY rowid').map(({ text }) => text);

/** Everything in a folder, to compare before and after: a digest for each file. */
export const contentOf = (dir: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(dir)
      .sort()
      .map((name) => [name, sha256Hex(readFileSync(path.join(dir, name)))]),
  );

/** A second folder with the same content. */
export function copied(dir: string): string {
  const target = path.join(ownFolder(), 'kopie');
  cpSync(dir, target, { recursive: true });
  return target;
}

type Json = { [key: string]: unknown };

/** Rewrites both header copies as an attacker without keys would: any change, with a fitting checksum. */
export function forgeHeader(dir: string, change: (header: Json) => void): void {
  const file = path.join(dir, 'vault.json');
  const { checksum: _, ...header } = JSON.parse(readFileSync(file, 'utf8')) as Json;
  change(header);
  writeFileSync(file, `${canonicalText({ ...header, checksum: sha256Hex(canonicalBytes(header)) })}\n`);
  copyFileSync(file, path.join(dir, 'vault.json.bak'));
}
