import { createHash, pbkdf2Sync } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import SqlCipher from '@signalapp/sqlcipher';
import { describe, expect, it } from 'vitest';
import { openConnection } from '#db/open.ts';
import { allPagesSound, verifyPages } from '#db/verify-pages.ts';
import { connected, KEY, madeFile, ownFolder, sharedData } from './fixture.ts';

const rawKey = `PRAGMA key = "x'${KEY.toString('hex')}'"`;
const digest = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

describe('a store file', () => {
  it("is read by SQLCipher's own code, which finds every page authentic", () => {
    const { file } = madeFile(
      "CREATE TABLE fact (text TEXT) STRICT; INSERT INTO fact VALUES ('naar buiten')",
    );
    const theirs = new SqlCipher(file);
    theirs.exec(rawKey);
    expect(theirs.prepare('SELECT text FROM fact').all()).toEqual([{ text: 'naar buiten' }]);
    expect(theirs.pragma('cipher_integrity_check')).toEqual([]);
    theirs.close();
  });

  it("made by SQLCipher's own code is read by ours", () => {
    const file = path.join(ownFolder(), 'theirs.db');
    const theirs = new SqlCipher(file);
    theirs.exec(rawKey);
    theirs.exec("CREATE TABLE fact (text TEXT); INSERT INTO fact VALUES ('naar binnen')");
    theirs.close();
    const ours = connected({ file, key: KEY }, 'write');
    expect(ours.prepare('SELECT text FROM fact').all()).toEqual([{ text: 'naar binnen' }]);
    ours.close();
  });

  it('is not a plain SQLite file', () => {
    const { file } = madeFile('CREATE TABLE t (a)');
    expect(readFileSync(file).includes('SQLite format 3')).toBe(false);
    expect(readFileSync(file).includes('CREATE TABLE')).toBe(false);
  });

  it('runs with every safety setting, also when it is opened again', () => {
    const place = madeFile('CREATE TABLE t (a)');
    const settings = [
      'synchronous',
      'temp_store',
      'secure_delete',
      'journal_mode',
      'page_size',
      'foreign_keys',
    ];
    for (let round = 0; round < 2; round++) {
      const db = connected(place, 'write');
      const found = Object.fromEntries(settings.map((name) => [name, db.pragma(name, { simple: true })]));
      db.close();
      expect(found).toEqual({
        synchronous: 2,
        temp_store: 2,
        secure_delete: 1,
        journal_mode: 'wal',
        page_size: 4096,
        foreign_keys: 1,
      });
    }
  });

  it('cannot be written through a reading connection', () => {
    const place = madeFile('CREATE TABLE t (a)');
    const db = connected(place, 'read');
    expect(() => db.exec('INSERT INTO t VALUES (1)')).toThrow(/readonly/);
    db.pragma('query_only=OFF');
    expect(() => db.exec('INSERT INTO t VALUES (1)')).toThrow(/readonly/);
    db.close();
  });
});

describe('opening fails without touching the file', () => {
  it('with another key', () => {
    const { file } = madeFile('CREATE TABLE t (a)');
    const before = digest(file);
    expect(openConnection({ file, key: Buffer.alloc(32, 1) }, 'write')).toEqual({
      ok: false,
      error: { code: 'storeUnreadable' },
    });
    expect(digest(file)).toBe(before);
  });

  it('when it is missing: no empty store appears in its place', () => {
    const file = path.join(ownFolder(), 'none.db');
    expect(openConnection({ file, key: KEY }, 'write')).toEqual({
      ok: false,
      error: { code: 'storeMissing' },
    });
    expect(existsSync(file)).toBe(false);
  });

  it.each([0, 1, 4095])('when only %i bytes of it are left: that is damage, not a new store', (size) => {
    const { file } = madeFile('CREATE TABLE t (a)');
    writeFileSync(file, readFileSync(file).subarray(0, size));
    expect(openConnection({ file, key: KEY }, 'write')).toEqual({
      ok: false,
      error: { code: 'storeDamaged' },
    });
    expect(statSync(file).size).toBe(size);
  });

  it('when it is a folder', () => {
    expect(openConnection({ file: ownFolder(), key: KEY }, 'read')).toEqual({
      ok: false,
      error: { code: 'storeDamaged' },
    });
  });

  it('with a key of 31 bytes, which SQLCipher would take for a passphrase', () => {
    const { file } = madeFile('CREATE TABLE t (a)');
    expect(() => openConnection({ file, key: KEY.subarray(1) }, 'write')).toThrow(TypeError);
  });

  it('when asked to create over something', () => {
    const place = madeFile('CREATE TABLE t (a)');
    expect(() => openConnection(place, 'create')).toThrow('empty file only');
  });
});

const images = sharedData('fuzz/sqlite/decoded');
describe.skipIf(!existsSync(images))('damaged SQLite images of others', () => {
  it('are all refused, and stay as they are', () => {
    const folder = ownFolder();
    const names = readdirSync(images).filter((name) => name.endsWith('.db'));
    const outcomes = names.map((name) => {
      const file = path.join(folder, name);
      copyFileSync(path.join(images, name), file);
      const before = digest(file);
      const opened = openConnection({ file, key: KEY }, 'write');
      return { refused: opened.ok ? 'opened' : opened.error.code, unchanged: digest(file) === before };
    });
    expect(names.length).toBeGreaterThan(50);
    expect(outcomes.filter(({ refused }) => !['storeUnreadable', 'storeDamaged'].includes(refused))).toEqual(
      [],
    );
    expect(outcomes.every(({ unchanged }) => unchanged)).toBe(true);
  });
});

const samples = sharedData('sqlcipher-dbs/sqlcipher-resources');
describe.skipIf(!existsSync(samples))("SQLCipher's own sample files", () => {
  /** How SQLCipher 4 turns a passphrase into the raw key of a file. */
  const keyOf = (file: string) =>
    pbkdf2Sync('testkey', readFileSync(file).subarray(0, 16), 256_000, 32, 'sha512');
  const copied = (name: string) => {
    const file = path.join(ownFolder(), name);
    writeFileSync(file, readFileSync(path.join(samples, name)));
    return file;
  };

  it('of version 4 opens with its derived key, and every page of it is authentic', async () => {
    const file = copied('sqlcipher-4.0-testkey.db');
    const key = keyOf(file);
    expect(allPagesSound(await verifyPages(file, key))).toBe(true);
    const db = connected({ file, key }, 'read');
    expect(db.prepare('SELECT count(*) AS n FROM t1').get()).toEqual({ n: 78536 });
    db.close();
  });

  it('of version 4 is refused with one byte flipped', async () => {
    const file = copied('sqlcipher-4.0-testkey.db');
    const bytes = readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100);
    writeFileSync(file, bytes);
    const key = keyOf(file);
    expect((await verifyPages(file, key)).badPages).toEqual([1]);
    expect(openConnection({ file, key }, 'read')).toMatchObject({ ok: false });
  });

  it('of version 3 is refused', () => {
    const file = copied('sqlcipher-3.0-testkey.db');
    expect(openConnection({ file, key: keyOf(file) }, 'read')).toEqual({
      ok: false,
      error: { code: 'storeUnreadable' },
    });
  });
});
