import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Credential, createVault, newKeyFile, openVault, PRODUCTION_KDF } from '#main/vault/vault.ts';
import {
  addNote,
  byPassphrase,
  byRecovery,
  copied,
  expectOk,
  madeVault,
  NOTES,
  notesIn,
  OPTIONS,
  OTHER_PASSPHRASE,
  opened,
  ownFolder,
  PASSPHRASE,
} from './fixture.ts';

const opens = async (dir: string, credential: Credential): Promise<string> => {
  const result = await openVault(dir, credential, OPTIONS);
  if (result.ok) result.value.close();
  return result.ok ? 'opens' : result.error.code;
};
const current = { kind: 'passphrase', passphrase: PASSPHRASE } as const;

describe('a new passphrase', () => {
  it('replaces the old one and leaves the database file untouched', async () => {
    const { dir, recoveryCode } = await madeVault();
    const vault = await opened(dir);
    const file = path.join(dir, 'vault.db');
    const before = readFileSync(file);
    expect(await vault.changePassphrase(current, OTHER_PASSPHRASE)).toEqual({ ok: true, value: undefined });
    expect(readFileSync(file).equals(before)).toBe(true);
    vault.close();
    expect(await opens(dir, byPassphrase())).toBe('wrongCredential');
    expect(await opens(dir, byPassphrase(OTHER_PASSPHRASE))).toBe('opens');
    expect(await opens(dir, byRecovery(recoveryCode))).toBe('opens');
  });

  it('is not taken from someone who does not know the old one, nor when it is weak', async () => {
    const { dir } = await madeVault();
    const vault = await opened(dir);
    const wrong = { ...current, passphrase: 'niet de goede zin' };
    expect(await vault.changePassphrase(wrong, OTHER_PASSPHRASE)).toEqual({
      ok: false,
      error: { code: 'wrongCredential' },
    });
    expect(await vault.changePassphrase(current, 'zomer2026')).toEqual({
      ok: false,
      error: { code: 'weakPassphrase' },
    });
    vault.close();
    expect(await opens(dir, byPassphrase())).toBe('opens');
  });

  it('asked for just before the vault is locked changes nothing', async () => {
    const { dir } = await madeVault();
    const vault = await opened(dir);
    const asked = vault.changePassphrase(current, OTHER_PASSPHRASE);
    vault.close();
    expect(await asked).toEqual({ ok: false, error: { code: 'locked' } });
    expect(await opens(dir, byPassphrase())).toBe('opens');
  });
});

describe('ways in', () => {
  it('the recovery code alone gives everything back after the passphrase is forgotten', async () => {
    const { dir, recoveryCode } = await madeVault('het dossier');
    const vault = await opened(dir, byRecovery(recoveryCode.toLowerCase().replaceAll('-', ' ')));
    expect(notesIn(vault)).toEqual(['het dossier']);
    const forgotten = vault.slots().find(({ kind }) => kind === 'passphrase');
    expectOk(await vault.addSlot({ kind: 'passphrase', passphrase: OTHER_PASSPHRASE }));
    expectOk(vault.removeSlot(forgotten?.id ?? ''));
    vault.close();
    expect(await opens(dir, byPassphrase())).toBe('wrongCredential');
    expect(await opens(dir, byPassphrase(OTHER_PASSPHRASE))).toBe('opens');
  });

  it('a new recovery code ends the old one', async () => {
    const { dir, recoveryCode } = await madeVault();
    const vault = await opened(dir);
    const code = expectOk(await vault.newRecoveryCode());
    vault.close();
    expect(await opens(dir, byRecovery(recoveryCode))).toBe('wrongCredential');
    expect(await opens(dir, byRecovery(code))).toBe('opens');
  });

  it('a key file opens the vault by itself; another file does not', async () => {
    const { dir } = await madeVault();
    const vault = await opened(dir);
    const keyFile = newKeyFile();
    expectOk(await vault.addSlot({ kind: 'keyfile', keyFile }));
    vault.close();
    expect(await opens(dir, { kind: 'keyfile', keyFile })).toBe('opens');
    expect(await opens(dir, { kind: 'keyfile', keyFile: newKeyFile() })).toBe('wrongCredential');
    expect(await opens(dir, { kind: 'keyfile', keyFile: keyFile.subarray(1) })).toBe('wrongCredential');
  });

  it('a vault made with a key file needs both, also after a new passphrase', async () => {
    const dir = path.join(ownFolder(), 'kluis');
    const keyFile = newKeyFile();
    const { vault } = expectOk(await createVault(dir, { passphrase: PASSPHRASE, keyFile }, OPTIONS));
    const both = { kind: 'passphrase+keyfile', passphrase: PASSPHRASE, keyFile } as const;
    expectOk(await vault.changePassphrase(both, OTHER_PASSPHRASE));
    vault.close();
    expect(await opens(dir, { ...both, passphrase: OTHER_PASSPHRASE })).toBe('opens');
    expect(await opens(dir, both)).toBe('wrongCredential');
    expect(await opens(dir, { ...both, passphrase: OTHER_PASSPHRASE, keyFile: newKeyFile() })).toBe(
      'wrongCredential',
    );
    expect(await opens(dir, byPassphrase(OTHER_PASSPHRASE))).toBe('wrongCredential');
    expect(await opens(dir, { kind: 'keyfile', keyFile })).toBe('wrongCredential');
  });

  it('the last way in for daily use stays, and one that is not there cannot be removed', async () => {
    const { dir } = await madeVault();
    const vault = await opened(dir);
    const [passphrase, recovery] = vault.slots();
    expect([passphrase, recovery]).toMatchObject([
      { kind: 'passphrase', current: true },
      { kind: 'recovery', current: false },
    ]);
    expect(vault.removeSlot(passphrase?.id ?? '')).toMatchObject({ error: { code: 'notAllowed' } });
    expect(vault.removeSlot('0000000000000000')).toMatchObject({ error: { code: 'badInput' } });
    expect(vault.removeSlot(recovery?.id ?? '')).toMatchObject({ ok: true });
    expect(vault.slots()).toHaveLength(1);
  });

  it('are at most sixteen', async () => {
    const { dir } = await madeVault();
    const vault = await opened(dir);
    for (let i = 0; i < 14; i++) expectOk(await vault.addSlot({ kind: 'keyfile', keyFile: newKeyFile() }));
    expect(await vault.addSlot({ kind: 'keyfile', keyFile: newKeyFile() })).toMatchObject({
      error: { code: 'notAllowed' },
    });
  });
});

describe('a backup', () => {
  it('is a whole vault that opens with the same passphrase and recovery code, and goes its own way', async () => {
    const { dir, recoveryCode } = await madeVault('voor de kopie');
    const vault = await opened(dir);
    const backup = path.join(ownFolder(), 'reserve', 'kluis');
    const report = expectOk(await vault.backupTo(backup));
    expect(report).toMatchObject({ badPages: [], trailingBytes: 0 });
    addNote(vault, 'na de kopie');
    vault.close();
    const restored = await opened(backup, byRecovery(recoveryCode));
    expect(notesIn(restored)).toEqual(['voor de kopie']);
    restored.close();
    expect(await opens(backup, byPassphrase())).toBe('opens');
    expect(notesIn(await opened(dir))).toEqual(['voor de kopie', 'na de kopie']);
  });

  it('is never written over something', async () => {
    const { dir } = await madeVault();
    const vault = await opened(dir);
    expect(await vault.backupTo(ownFolder())).toEqual({ ok: false, error: { code: 'fileExists' } });
  });

  it('that is being verified when the vault is locked is finished all the same', async () => {
    const { dir } = await madeVault();
    const vault = await opened(dir);
    const backup = path.join(ownFolder(), 'kluis');
    const asked = vault.backupTo(backup);
    vault.close();
    expectOk(await asked);
    expect(await opens(backup, byPassphrase())).toBe('opens');
  });
});

describe('new keys throughout', () => {
  it('end every old copy of the header: with it the new database does not open', async () => {
    const { dir, recoveryCode } = await madeVault('blijft');
    const vault = await opened(dir);
    vault.writeAnchor(['hoofd']);
    const old = copied(dir);
    const rotated = expectOk(await vault.rotateKeys({ kind: 'passphrase', passphrase: PASSPHRASE }));
    expect(() => vault.db.read.all('SELECT 1')).toThrow(/not open/);

    expect(await opens(dir, byRecovery(recoveryCode))).toBe('wrongCredential');
    expect(await opens(dir, byRecovery(rotated.recoveryCode))).toBe('opens');
    const again = await opened(dir);
    expect({ notes: notesIn(again), anchor: again.readAnchor() }).toEqual({
      notes: ['blijft'],
      anchor: ['hoofd'],
    });
    again.close();

    const { database } = JSON.parse(readFileSync(path.join(dir, 'vault.json'), 'utf8'));
    expect(database).toBe('vault.3.db');
    const mixed = path.join(old, 'vault.db');
    writeFileSync(mixed, readFileSync(path.join(dir, database)));
    expect(await opens(old, byPassphrase())).toBe('vaultDamaged');
  });

  it('are refused to whoever does not know the passphrase; the vault stays open', async () => {
    const { dir } = await madeVault();
    const vault = await opened(dir);
    expect(await vault.rotateKeys({ kind: 'passphrase', passphrase: 'niet de goede zin' })).toMatchObject({
      error: { code: 'wrongCredential' },
    });
    addNote(vault, 'gaat door');
    expect(notesIn(vault)).toContain('gaat door');
  });

  it('accept no writing while the copy is made, which would be lost with it', async () => {
    const { dir } = await madeVault();
    const vault = await opened(dir, byPassphrase());
    const keyFile = newKeyFile();
    expectOk(await vault.addSlot({ kind: 'keyfile', keyFile }));
    const asked = vault.rotateKeys({ kind: 'keyfile', keyFile });
    await new Promise((resolve) => setImmediate(resolve));
    expect(() => addNote(vault, 'te laat')).toThrow('copied as a whole');
    expect(vault.writeAnchor(1)).toMatchObject({ error: { code: 'notAllowed' } });
    vault.close();
    expectOk(await asked);
    expect(notesIn(await opened(dir, { kind: 'keyfile', keyFile }))).toEqual(['eerste notitie']);
  });

  it('made by a process that died before it could tidy up are in force, and the old ones go', async () => {
    const { dir } = await madeVault('blijft');
    const old = copied(dir);
    expectOk(await (await opened(dir)).rotateKeys({ kind: 'passphrase', passphrase: PASSPHRASE }));
    for (const name of ['vault.db', 'vault.json.bak']) {
      writeFileSync(path.join(dir, name), readFileSync(path.join(old, name)));
    }
    const vault = await opened(dir);
    expect(notesIn(vault)).toEqual(['blijft']);
    vault.close();
    expect(readdirSync(dir).sort()).toEqual(['vault.2.db', 'vault.json', 'vault.json.bak', 'vault.lock']);
    const copies = ['vault.json', 'vault.json.bak'].map((name) => readFileSync(path.join(dir, name), 'utf8'));
    expect(copies[1]).toBe(copies[0]);
  });

  it('half made by a process that died leave the old vault in force, and are tidied away', async () => {
    const { dir } = await madeVault();
    writeFileSync(path.join(dir, 'vault.2.db'), 'half');
    writeFileSync(path.join(dir, 'vault.2.db-journal'), 'half');
    (await opened(dir)).close();
    expect(readdirSync(dir).sort()).toEqual(['vault.db', 'vault.json', 'vault.json.bak', 'vault.lock']);
  });
});

it('a vault at the production derivation is made, opened and refused like any other', async () => {
  const dir = path.join(ownFolder(), 'kluis');
  const options = { kdf: PRODUCTION_KDF, migrations: NOTES };
  expectOk(await createVault(dir, { passphrase: PASSPHRASE }, options)).vault.close();
  expect(await openVault(dir, byPassphrase('een andere zin'), options)).toEqual({
    ok: false,
    error: { code: 'wrongCredential' },
  });
  expectOk(await openVault(dir, byPassphrase(), options)).close();
});
