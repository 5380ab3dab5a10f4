import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { headerText, readHeader, type SignedHeader } from '#main/vault/header.ts';
import { loadHeader } from '#main/vault/header-files.ts';
import { unlockHeader } from '#main/vault/unlock.ts';
import { openVault, PRODUCTION_KDF } from '#main/vault/vault.ts';
import { canonicalBytes, canonicalText, sha256Hex } from '#shared/model/canonical.ts';
import {
  byPassphrase,
  byRecovery,
  CHEAP,
  contentOf,
  copied,
  forgeHeader,
  madeVault,
  notesIn,
  OPTIONS,
  opened,
  PASSPHRASE,
} from './fixture.ts';

const first = (dir: string) => path.join(dir, 'vault.json');
const second = (dir: string) => path.join(dir, 'vault.json.bak');
const generationOf = (file: string): number => JSON.parse(readFileSync(file, 'utf8')).generation;
const codeOf = async (dir: string, credential = byPassphrase(), options = OPTIONS) => {
  const result = await openVault(dir, credential, options);
  if (result.ok) result.value.close();
  return result.ok ? 'opened' : result.error;
};

describe('damage to the header', () => {
  it('in any bit of any byte makes a copy invalid', async () => {
    const { dir } = await madeVault();
    const good = readFileSync(first(dir));
    const accepted: number[] = [];
    for (let offset = 0; offset < good.length; offset++) {
      for (let bit = 0; bit < 8; bit++) {
        const changed = Buffer.from(good);
        changed.writeUInt8(changed.readUInt8(offset) ^ (1 << bit), offset);
        if (readHeader(changed.toString('utf8')).kind !== 'damaged') accepted.push(offset);
      }
    }
    expect(accepted).toEqual([]);
  });

  it('in one copy is repaired from the other by the next opening', async () => {
    for (const spoilt of [first, second]) {
      const { dir } = await madeVault();
      const before = readFileSync(first(dir), 'utf8');
      writeFileSync(spoilt(dir), 'kapot');
      expect(notesIn(await opened(dir))).toEqual(['eerste notitie']);
      expect(readFileSync(spoilt(dir), 'utf8')).toBe(before);
    }
  });

  it('is not repaired by an opening that fails', async () => {
    const { dir } = await madeVault();
    writeFileSync(second(dir), 'kapot');
    expect(await codeOf(dir, byPassphrase('een andere zin'))).toEqual({ code: 'wrongCredential' });
    expect(readFileSync(second(dir), 'utf8')).toBe('kapot');
  });

  it.each(['', '{}', 'null', '[]', '{"checksum":"x"}', '"\\ud800"\n', `${'['.repeat(100_000)}`])(
    'that leaves no header at all is damage: %j',
    (text) => {
      expect(readHeader(text)).toEqual({ kind: 'damaged' });
    },
  );
});

describe('a crash between the two copies', () => {
  it('leaves the newer one in force, and the next opening rewrites the older, with its revoked slot', async () => {
    const { dir } = await madeVault();
    const old = readFileSync(second(dir));
    const vault = await opened(dir);
    await vault.changePassphrase(
      { kind: 'passphrase', passphrase: PASSPHRASE },
      'geheel nieuwe lange wachtzin',
    );
    vault.close();
    writeFileSync(second(dir), old);
    expect([generationOf(first(dir)), generationOf(second(dir))]).toEqual([2, 1]);

    expect(await codeOf(dir, byPassphrase())).toEqual({ code: 'wrongCredential' });
    expect(generationOf(second(dir))).toBe(1);
    expect(await codeOf(dir, byPassphrase('geheel nieuwe lange wachtzin'))).toBe('opened');
    expect(generationOf(second(dir))).toBe(2);
  });

  it('when only the second copy is newer, it is the one that counts', async () => {
    const { dir } = await madeVault();
    const old = readFileSync(first(dir));
    const vault = await opened(dir);
    vault.writeAnchor('nieuw');
    vault.close();
    writeFileSync(first(dir), old);
    expect((await opened(dir)).readAnchor()).toBe('nieuw');
    expect(generationOf(first(dir))).toBe(2);
  });

  it('with an unfinished temporary file changes nothing', async () => {
    const { dir } = await madeVault();
    writeFileSync(`${first(dir)}.tmp`, '{"half');
    expect(await codeOf(dir)).toBe('opened');
  });
});

describe('an attacker who can fix the checksum', () => {
  it('gets no one-bit change of the signed header accepted', async () => {
    const { dir, recoveryCode } = await madeVault();
    const loaded = loadHeader(dir);
    if (loaded.kind !== 'valid') throw new Error(loaded.kind);
    const text = Buffer.from(canonicalText(loaded.header));
    const accepted: string[] = [];
    let wellFormed = 0;
    for (let offset = 0; offset < text.length; offset++) {
      for (let bit = 0; bit < 7; bit++) {
        const changed = Buffer.from(text);
        changed.writeUInt8(changed.readUInt8(offset) ^ (1 << bit), offset);
        const header = parsedHeader(changed.toString('latin1'));
        if (!header) continue;
        wellFormed++;
        const result = await unlockHeader(header, byRecovery(recoveryCode), CHEAP);
        if (result.ok) accepted.push(changed.toString('latin1'));
      }
    }
    expect(wellFormed).toBeGreaterThan(500);
    expect(accepted).toEqual([]);
  });

  const forgeries: readonly (readonly [string, (header: { [key: string]: unknown }) => void, string])[] = [
    ['a removed slot', (h) => slotsOf(h).pop(), 'vaultHeaderTampered'],
    [
      'a doubled slot',
      (h) => slotsOf(h).push({ ...slotsOf(h)[0], id: '0123456789abcdef' }),
      'vaultHeaderTampered',
    ],
    ['another generation', (h) => Object.assign(h, { generation: 99 }), 'vaultHeaderTampered'],
    ['another database', (h) => Object.assign(h, { database: 'vault.9.db' }), 'vaultHeaderTampered'],
    ['a removed anchor', (h) => Object.assign(h, { anchor: null }), 'vaultHeaderTampered'],
    ['a derivation below the floor', (h) => Object.assign(kdfOf(h), { memoryKiB: 4 }), 'vaultHeaderTampered'],
    [
      'a derivation that eats all memory',
      (h) => Object.assign(kdfOf(h), { memoryKiB: 2 ** 30 }),
      'vaultHeaderTampered',
    ],
    [
      'a cheaper derivation within bounds',
      (h) => Object.assign(kdfOf(h), { memoryKiB: 8 }),
      'wrongCredential',
    ],
    ['another vault id', (h) => Object.assign(h, { vaultId: '0'.repeat(32) }), 'wrongCredential'],
    ['a path out of the folder', (h) => Object.assign(h, { database: '../vault.db' }), 'vaultDamaged'],
    ['a salt of another length', (h) => Object.assign(kdfOf(h), { salt: 'AAAA' }), 'vaultDamaged'],
    ['no slots', (h) => Object.assign(h, { slots: [] }), 'vaultDamaged'],
    ['an unknown member', (h) => Object.assign(h, { extra: 1 }), 'vaultDamaged'],
  ];

  it.each(forgeries)('gets %s refused, and nothing is written', async (_, forge, code) => {
    const { dir } = await madeVault();
    const vault = await opened(dir);
    vault.writeAnchor({ a: 1 });
    vault.close();
    forgeHeader(dir, forge);
    const before = contentOf(dir);
    expect(await codeOf(dir)).toMatchObject({ code });
    expect(contentOf(dir)).toEqual(before);
  });

  it('gets a vault of the cheap test derivation refused by the real program', async () => {
    const { dir } = await madeVault();
    expect(await codeOf(copied(dir), byPassphrase(), { ...OPTIONS, kdf: PRODUCTION_KDF })).toEqual({
      code: 'vaultHeaderTampered',
      params: { reason: 'kdf' },
    });
  });
});

/** The header that a reader would take the changed text for, once its checksum is made to fit. */
function parsedHeader(text: string): SignedHeader | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const read = readHeader(`${canonicalText({ ...value, checksum: sha256Hex(canonicalBytes(value)) })}\n`);
  // Read and written again it is the same text: nothing is left out of what the mac covers.
  if (read.kind === 'valid') expect(readHeader(headerText(read.header))).toEqual(read);
  return read.kind === 'valid' ? read.header : undefined;
}

const slotsOf = (header: { [key: string]: unknown }) => header.slots as { [key: string]: unknown }[];
const kdfOf = (header: { [key: string]: unknown }) => slotsOf(header)[0]?.kdf as { [key: string]: unknown };
