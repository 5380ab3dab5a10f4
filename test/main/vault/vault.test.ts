import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkVault, createVault, openVault } from '#main/vault/vault.ts';
import {
  addNote,
  byPassphrase,
  byRecovery,
  contentOf,
  copied,
  expectOk,
  forgeHeader,
  madeVault,
  NOTES,
  notesIn,
  OPTIONS,
  opened,
  ownFolder,
  PASSPHRASE,
} from './fixture.ts';

const flip = (file: string, offset: number): void => {
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(offset) ^ 1, offset);
  writeFileSync(file, bytes);
};
const failureOf = async (dir: string, credential = byPassphrase(), options = OPTIONS) => {
  const result = await openVault(dir, credential, options);
  if (result.ok) result.value.close();
  return result.ok ? 'opened' : result.error;
};

describe('a vault', () => {
  it('keeps what was written for the next opening', async () => {
    const { dir } = await madeVault();
    const vault = await opened(dir);
    addNote(vault, 'tweede');
    vault.close();
    expect(notesIn(await opened(dir))).toEqual(['eerste notitie', 'tweede']);
  });

  it('closed, is a header twice, a database and an empty lock file, readable by the owner alone', async () => {
    const { dir } = await madeVault();
    expect(readdirSync(dir).sort()).toEqual(['vault.db', 'vault.json', 'vault.json.bak', 'vault.lock']);
    expect(
      readFileSync(path.join(dir, 'vault.json')).equals(readFileSync(path.join(dir, 'vault.json.bak'))),
    ).toBe(true);
    expect(statSync(path.join(dir, 'vault.lock')).size).toBe(0);
    if (process.platform === 'win32') return;
    const modes = ['.', 'vault.db', 'vault.json', 'vault.json.bak'].map(
      (name) => statSync(path.join(dir, name)).mode & 0o777,
    );
    expect(modes).toEqual([0o700, 0o600, 0o600, 0o600]);
  });

  it('derives the same key for a purpose each time, another for another purpose, none when closed', async () => {
    const { dir } = await madeVault();
    const first = await opened(dir);
    const key = first.keys.derive('bijlagen');
    expect(first.keys.derive('iets anders').equals(key)).toBe(false);
    first.close();
    expect(() => first.keys.derive('bijlagen')).toThrow('closed');
    expect((await opened(dir)).keys.derive('bijlagen').equals(key)).toBe(true);
  });

  it('keeps an anchor outside the database, unreadable to others', async () => {
    const { dir } = await madeVault();
    const vault = await opened(dir);
    expect(vault.readAnchor()).toBeNull();
    const anchor = { zaak: { hash: 'abc', size: 12 } };
    expect(vault.writeAnchor(anchor)).toEqual({ ok: true, value: undefined });
    vault.close();
    expect(readFileSync(path.join(dir, 'vault.json'), 'utf8')).not.toContain('zaak');
    expect((await opened(dir)).readAnchor()).toEqual(anchor);
  });

  it('is not made with a weak passphrase, and then nothing is made at all', async () => {
    const dir = path.join(ownFolder(), 'kluis');
    expect(await createVault(dir, { passphrase: 'Welkom2026!' }, OPTIONS)).toEqual({
      ok: false,
      error: { code: 'weakPassphrase' },
    });
    expect(() => readdirSync(dir)).toThrow('ENOENT');
  });

  it.each([['vault.json'], ['vault.json.bak'], ['vault.db'], ['vault.7.db']])(
    'is not made over an unreadable %s',
    async (name) => {
      const dir = ownFolder();
      writeFileSync(path.join(dir, name), 'onleesbaar');
      const before = contentOf(dir);
      expect(await createVault(dir, { passphrase: PASSPHRASE }, OPTIONS)).toMatchObject({
        error: { code: 'vaultExists' },
      });
      expect(contentOf(dir)).toEqual(before);
    },
  );

  it('is not made where nothing can be written', async () => {
    const file = path.join(ownFolder(), 'bestand');
    writeFileSync(file, '');
    const dir = path.join(file, 'kluis');
    expect(await createVault(dir, { passphrase: PASSPHRASE }, OPTIONS)).toMatchObject({
      error: { code: 'notWritable' },
    });
  });
});

describe('an opening that fails says why, and changes nothing', () => {
  const later = [...NOTES, { name: '0002-later', sql: 'CREATE TABLE later (a TEXT) STRICT;' }];
  const broken = [...NOTES, { name: '0002-kapot', sql: 'CREATE TABLE note (a);' }];
  const cases: readonly {
    readonly why: string;
    readonly spoil: (dir: string) => void;
    readonly credential?: ReturnType<typeof byPassphrase>;
    readonly options?: typeof OPTIONS;
    readonly code: string;
    readonly params?: Record<string, unknown>;
  }[] = [
    {
      why: 'another passphrase',
      spoil: () => {},
      credential: byPassphrase('een andere zin'),
      code: 'wrongCredential',
    },
    {
      why: 'a recovery code with a typing error',
      spoil: () => {},
      credential: byRecovery('AAAAAA-BBBBBB'),
      code: 'wrongCredential',
      params: { reason: 'malformed' },
    },
    {
      why: 'a bit flipped in page 1',
      spoil: (dir) => flip(path.join(dir, 'vault.db'), 200),
      code: 'vaultDamaged',
      params: { part: 'storeUnreadable' },
    },
    {
      why: 'an empty database',
      spoil: (dir) => writeFileSync(path.join(dir, 'vault.db'), ''),
      code: 'vaultDamaged',
      params: { part: 'storeDamaged' },
    },
    {
      why: 'no database',
      spoil: (dir) => rmSync(path.join(dir, 'vault.db')),
      code: 'vaultDamaged',
      params: { part: 'storeMissing' },
    },
    {
      why: 'no header',
      spoil: (dir) => {
        rmSync(path.join(dir, 'vault.json'));
        rmSync(path.join(dir, 'vault.json.bak'));
      },
      code: 'vaultDamaged',
      params: { part: 'header' },
    },
    {
      why: 'both header copies damaged',
      spoil: (dir) => {
        flip(path.join(dir, 'vault.json'), 100);
        flip(path.join(dir, 'vault.json.bak'), 300);
      },
      code: 'vaultDamaged',
      params: { part: 'header' },
    },
    {
      why: 'a header of a later version',
      spoil: (dir) =>
        forgeHeader(dir, (header) => {
          header.version = 2;
          header.brandNew = true;
        }),
      code: 'vaultFromFuture',
      params: { part: 'header' },
    },
    {
      why: 'a step that fails',
      spoil: () => {},
      options: { ...OPTIONS, migrations: broken },
      code: 'migrationFailed',
      params: { migration: '0002-kapot', reason: 'SQLITE_ERROR' },
    },
  ];

  it.each(cases)('$why', async ({ spoil, credential, options, code, params }) => {
    const { dir } = await madeVault();
    spoil(dir);
    const before = contentOf(dir);
    expect(await failureOf(dir, credential, options)).toEqual(params ? { code, params } : { code });
    expect(contentOf(dir)).toEqual(before);
  });

  it('a database of a later version', async () => {
    const { dir } = await madeVault();
    (await opened(dir, byPassphrase(), { ...OPTIONS, migrations: later })).close();
    const before = contentOf(dir);
    expect(await failureOf(dir)).toEqual({ code: 'vaultFromFuture', params: { part: 'store' } });
    expect(contentOf(dir)).toEqual(before);
  });

  it('a database of a later version whose process died before it could tidy up', async () => {
    const { dir } = await madeVault();
    const options = { ...OPTIONS, migrations: later };
    const vault = await opened(dir, byPassphrase(), options);
    addNote(vault, 'alleen nog in het logboek van de database');
    const died = copied(dir);
    vault.close();
    const before = contentOf(died);
    expect(statSync(path.join(died, 'vault.db-wal')).size).toBeGreaterThan(0);
    expect(await failureOf(died)).toEqual({ code: 'vaultFromFuture', params: { part: 'store' } });
    const { 'vault.db-shm': _, ...after } = contentOf(died);
    expect({ ...after, 'vault.db-shm': before['vault.db-shm'] }).toEqual(before);
    expect(notesIn(await opened(died, byPassphrase(), options))).toHaveLength(2);
  });

  it('no vault there: none is made', async () => {
    const dir = path.join(ownFolder(), 'nergens');
    expect(await failureOf(dir)).toEqual({ code: 'vaultMissing' });
    expect(() => readdirSync(dir)).toThrow('ENOENT');
    mkdirSync(dir);
    expect(await failureOf(dir)).toEqual({ code: 'vaultMissing' });
    expect(readdirSync(dir)).toEqual([]);
  });

  it('the database of another vault', async () => {
    const [one, two] = [await madeVault(), await madeVault()];
    writeFileSync(path.join(one.dir, 'vault.db'), readFileSync(path.join(two.dir, 'vault.db')));
    expect(await failureOf(one.dir)).toEqual({ code: 'vaultDamaged', params: { part: 'storeUnreadable' } });
  });

  it('an old header put back beside a newer database', async () => {
    const { dir } = await madeVault();
    const old = copied(dir);
    const vault = await opened(dir);
    await vault.changePassphrase(
      { kind: 'passphrase', passphrase: PASSPHRASE },
      'geheel nieuwe lange wachtzin',
    );
    vault.close();
    for (const name of ['vault.json', 'vault.json.bak']) {
      writeFileSync(path.join(dir, name), readFileSync(path.join(old, name)));
    }
    expect(await failureOf(dir)).toEqual({ code: 'vaultRolledBack', params: { part: 'header' } });
  });
});

it('asks again for a credential before something that a passer-by must not do', async () => {
  const { dir, recoveryCode } = await madeVault();
  const vault = await opened(dir);
  expect(await vault.confirm(byPassphrase())).toEqual({ ok: true, value: undefined });
  expect(await vault.confirm(byRecovery(recoveryCode))).toEqual({ ok: true, value: undefined });
  expect(await vault.confirm(byPassphrase('een andere zin'))).toMatchObject({
    error: { code: 'wrongCredential' },
  });
});

describe('one at a time', () => {
  it('a vault that is open is not opened again, made again or checked in the same process', async () => {
    const { dir, recoveryCode } = await madeVault();
    const vault = await opened(dir);
    expect(await failureOf(dir, byRecovery(recoveryCode))).toEqual({ code: 'vaultInUse' });
    expect(await checkVault(dir, byPassphrase(), OPTIONS)).toEqual({
      ok: false,
      error: { code: 'vaultInUse' },
    });
    addNote(vault, 'nog steeds open');
    vault.close();
    expect(notesIn(await opened(dir))).toContain('nog steeds open');
  });

  it('nor in another process, until that one dies, however it dies; what it had written is there', async () => {
    const { dir, recoveryCode } = await madeVault();
    const child = spawn(process.execPath, [path.join(import.meta.dirname, 'hold-vault.ts')], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    child.stdin.write(`${JSON.stringify({ dir, recoveryCode })}\n`);
    await once(child.stdout, 'data');
    expect(await failureOf(dir)).toEqual({ code: 'vaultInUse' });
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(notesIn(await opened(dir))).toEqual(['eerste notitie', 'vlak voor het einde']);
  });
});

describe('checking a vault', () => {
  it('finds nothing in a sound one, and tells how much it looked at', async () => {
    const { dir } = await madeVault();
    const check = expectOk(await checkVault(dir, byPassphrase(), OPTIONS));
    expect(check.sound).toBe(true);
    expect(check.pages.pages).toBe(statSync(path.join(dir, 'vault.db')).size / 4096);
    expect(check.integrity).toEqual({ structure: [], danglingKeys: 0, badSearchIndexes: [] });
  });

  it('finds a flipped bit in a free page, which no reading would notice', async () => {
    const { dir } = await madeVault();
    const vault = await opened(dir);
    const long = 'x'.repeat(20_000);
    addNote(vault, long);
    vault.db.transaction((db) => db.run('DELETE FROM note WHERE text = ?', [long]));
    const free = vault.db.read.get<{ freelist_count: number }>('PRAGMA freelist_count')?.freelist_count;
    expect(free).toBeGreaterThan(0);
    vault.close();
    const file = path.join(dir, 'vault.db');
    const pages = statSync(file).size / 4096;
    flip(file, (pages - 1) * 4096 + 50);
    const check = expectOk(await checkVault(dir, byPassphrase(), OPTIONS));
    expect({ sound: check.sound, bad: check.pages.badPages }).toEqual({ sound: false, bad: [pages] });
  });

  it('while it is open finds the same, and writing goes on meanwhile', async () => {
    const { dir } = await madeVault();
    const vault = await opened(dir);
    const checking = vault.check();
    await new Promise((resolve) => setImmediate(resolve));
    addNote(vault, 'tijdens de controle'.repeat(2000));
    const { pages, integrity } = await checking;
    expect(pages).toMatchObject({ badPages: [], trailingBytes: 0 });
    expect(integrity).toEqual({ structure: [], danglingKeys: 0, badSearchIndexes: [] });
    vault.close();
    flip(path.join(dir, 'vault.db'), 3 * 4096 + 77);
    const again = await opened(dir);
    expect((await again.check()).pages.badPages).toEqual([4]);
  });

  it('says where a vault is damaged that does not open any more', async () => {
    const { dir } = await madeVault();
    flip(path.join(dir, 'vault.db'), 200);
    const check = expectOk(await checkVault(dir, byPassphrase(), OPTIONS));
    expect(check).toMatchObject({ sound: false, pages: { badPages: [1] }, integrity: undefined });
  });

  it('finds a full-text index that lost touch with its rows', async () => {
    const list = [
      {
        name: '0001-search',
        sql: `CREATE TABLE doc (x TEXT) STRICT;
              CREATE VIRTUAL TABLE ft USING fts5(x, content='doc');
              INSERT INTO doc VALUES ('kade');
              INSERT INTO ft(ft) VALUES ('rebuild');`,
      },
    ];
    const options = { ...OPTIONS, migrations: list };
    const dir = path.join(ownFolder(), 'kluis');
    const { vault } = expectOk(await createVault(dir, { passphrase: PASSPHRASE }, options));
    vault.close();
    expect(expectOk(await checkVault(dir, byPassphrase(), options)).sound).toBe(true);
    const again = await opened(dir, byPassphrase(), options);
    again.db.transaction((db) => db.run("UPDATE doc SET x = 'haven'"));
    again.close();
    const check = expectOk(await checkVault(dir, byPassphrase(), options));
    expect({ sound: check.sound, bad: check.integrity?.badSearchIndexes }).toEqual({
      sound: false,
      bad: ['ft'],
    });
  });
});
