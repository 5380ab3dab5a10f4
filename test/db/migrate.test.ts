import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Migration } from '#db/migrate.ts';
import { migrations } from '#db/migrations/index.ts';
import type { StorePlace } from '#db/open.ts';
import { createStore, inspectStore, migrateStore } from '#db/store.ts';
import { connected, expectOk, KEY, madeFile, ownFolder } from './fixture.ts';

const first: Migration = { name: '0001-first', sql: 'CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT;' };
const second: Migration = {
  name: '0002-second',
  sql: `CREATE TABLE child (parent INTEGER NOT NULL REFERENCES parent (id)) STRICT;
        INSERT INTO parent VALUES (1); INSERT INTO child VALUES (1);`,
};
const third: Migration = { name: '0003-third', sql: 'CREATE TABLE third (a TEXT) STRICT;' };

function storeWith(list: readonly Migration[]): StorePlace {
  const place = { file: path.join(ownFolder(), 'a.db'), key: KEY };
  expectOk(createStore(place, list));
  return place;
}
const schemaOf = (place: StorePlace, list: readonly Migration[]) =>
  expectOk(inspectStore(place, list)).schema;

describe('a store', () => {
  it('made with the released steps is current', () => {
    const place = storeWith(migrations);
    expect(expectOk(inspectStore(place, migrations))).toEqual({
      schema: { kind: 'current' },
      headerGeneration: 0,
    });
    expect(migrateStore(place, migrations)).toEqual({ ok: true, value: [] });
  });

  it('of an earlier version gets the missing steps, in order, once', () => {
    const place = storeWith([first]);
    const list = [first, second, third];
    expect(schemaOf(place, list)).toEqual({ kind: 'behind' });
    expect(migrateStore(place, list)).toEqual({ ok: true, value: ['0002-second', '0003-third'] });
    expect(schemaOf(place, list)).toEqual({ kind: 'current' });
    const db = connected(place, 'read');
    expect(db.prepare('SELECT id, name FROM migration').all()).toEqual([
      { id: 1, name: '0001-first' },
      { id: 2, name: '0002-second' },
      { id: 3, name: '0003-third' },
    ]);
    expect(db.prepare('SELECT parent FROM child').all()).toEqual([{ parent: 1 }]);
    expect(db.pragma('user_version', { simple: true })).toBe(3);
    db.close();
  });

  it('of a later version is recognised, by its steps or by its number', () => {
    expect(schemaOf(storeWith([first, second]), [first])).toEqual({ kind: 'future' });
    const numbered = storeWith([first]);
    const db = connected(numbered, 'write');
    db.pragma('user_version=9');
    db.close();
    expect(schemaOf(numbered, [first])).toEqual({ kind: 'future' });
  });

  it('whose applied step has another text today is refused, and the step is named', () => {
    const place = storeWith([first, second]);
    const edited = { ...second, sql: `${second.sql} -- edited` };
    expect(schemaOf(place, [first, edited, third])).toEqual({ kind: 'altered', migration: '0002-second' });
    expect(migrateStore(place, [first, edited, third])).toEqual({
      ok: false,
      error: { code: 'migrationFailed', params: { migration: '0002-second', reason: 'altered' } },
    });
    expect(schemaOf(place, [first, { ...second, name: '0002-renamed' }])).toMatchObject({ kind: 'altered' });
  });

  it('of another program is foreign', () => {
    expect(schemaOf(madeFile('CREATE TABLE migration (a)'), [first])).toEqual({ kind: 'foreign' });
  });
});

describe('a step that fails leaves the file byte for byte as it was', () => {
  const failures: readonly (readonly [what: string, sql: string, reason: string])[] = [
    ['an error in its text', 'CREATE TABLE x (a); CREATE TABLE parent (b);', 'SQLITE_ERROR'],
    [
      'a constraint',
      'INSERT INTO parent VALUES (2); INSERT INTO parent VALUES (2);',
      'SQLITE_CONSTRAINT_PRIMARYKEY',
    ],
    ['a key that points nowhere', 'INSERT INTO child VALUES (77);', 'foreignKeys'],
  ];

  it.each(failures)('because of %s', (_, sql, reason) => {
    const place = storeWith([first, second]);
    const before = readFileSync(place.file);
    const bad = { name: '0004-bad', sql };
    expect(migrateStore(place, [first, second, third, bad])).toEqual({
      ok: false,
      error: { code: 'migrationFailed', params: { migration: '0004-bad', reason } },
    });
    expect(readFileSync(place.file).equals(before)).toBe(true);
    expect(schemaOf(place, [first, second])).toEqual({ kind: 'current' });
  });

  it('because it ends the transaction by itself, which is a defect of the program', () => {
    const place = storeWith([first]);
    const bad = { name: '0002-bad', sql: 'COMMIT;' };
    expect(() => migrateStore(place, [first, bad])).toThrow('ends the transaction');
    expect(schemaOf(place, [first])).toEqual({ kind: 'current' });
  });
});

it('a step may rebuild a table that others point to', () => {
  const place = storeWith([first, second]);
  const rebuild: Migration = {
    name: '0003-rebuild',
    sql: `CREATE TABLE parent2 (id INTEGER PRIMARY KEY, label TEXT) STRICT;
          INSERT INTO parent2 SELECT id, NULL FROM parent;
          DROP TABLE parent;
          ALTER TABLE parent2 RENAME TO parent;`,
  };
  expect(migrateStore(place, [first, second, rebuild])).toMatchObject({ ok: true });
});
