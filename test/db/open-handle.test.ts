import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore, type Store, type WriteDb } from '#db/handle.ts';
import { expectOk, madeFile } from './fixture.ts';

function openedStore(): Store {
  const store = expectOk(openStore(madeFile('CREATE TABLE t (a INTEGER, b BLOB) STRICT')));
  onTestFinished(() => store.close());
  return store;
}
const rows = (store: Store) => store.read.all<{ a: number }>('SELECT a FROM t ORDER BY a').map(({ a }) => a);

describe('an open store', () => {
  it('shows what a transaction wrote once it is done, and its result', () => {
    const store = openedStore();
    const changed = store.transaction((db) =>
      db.run('INSERT INTO t VALUES (?, ?)', [1, new Uint8Array([7])]),
    );
    expect(changed).toBe(1);
    expect(store.read.get('SELECT * FROM t')).toEqual({ a: 1, b: Buffer.from([7]) });
    expect(store.read.get('SELECT * FROM t WHERE a = $a', { a: 2 })).toBeUndefined();
  });

  it('keeps nothing of a transaction that throws, and the error goes on', () => {
    const store = openedStore();
    const failing = () =>
      store.transaction((db) => {
        db.run('INSERT INTO t (a) VALUES (1)');
        expect(db.all('SELECT a FROM t')).toEqual([{ a: 1 }]);
        throw new Error('halverwege');
      });
    expect(failing).toThrow('halverwege');
    expect(rows(store)).toEqual([]);
    store.transaction((db) => db.run('INSERT INTO t (a) VALUES (2)'));
    expect(rows(store)).toEqual([2]);
  });

  it('does not wait for promises inside a transaction: nothing is kept', () => {
    const store = openedStore();
    const waiting = () =>
      store.transaction(async (db) => {
        db.run('INSERT INTO t (a) VALUES (1)');
      });
    expect(waiting).toThrow('promise');
    expect(rows(store)).toEqual([]);
  });

  it('does not nest transactions', () => {
    const store = openedStore();
    expect(() => store.transaction(() => store.transaction(() => 1))).toThrow('already running');
  });

  it('refuses to write through its reading side', () => {
    const store = openedStore();
    expect(() => store.read.all('INSERT INTO t (a) VALUES (1) RETURNING a')).toThrow(
      'reading statements only',
    );
    expect(rows(store)).toEqual([]);
  });

  it('lends its writing side for the length of a transaction only', () => {
    const store = openedStore();
    const kept: WriteDb[] = [];
    store.transaction((db) => kept.push(db));
    expect(() => kept[0]?.run('INSERT INTO t (a) VALUES (1)')).toThrow('inside its transaction only');
  });

  it('refuses transactions while frozen, and reads on', () => {
    const store = openedStore();
    store.freeze(true);
    expect(() => store.transaction(() => 1)).toThrow('copied as a whole');
    expect(rows(store)).toEqual([]);
    store.freeze(false);
    expect(store.transaction(() => 1)).toBe(1);
  });

  it('runs more different statements than it keeps prepared', () => {
    const store = openedStore();
    const sums = Array.from({ length: 600 }, (_, i) => store.read.get<{ n: number }>(`SELECT ${i} AS n`)?.n);
    expect(sums).toEqual(Array.from({ length: 600 }, (_, i) => i));
  });

  it('closes twice without harm and is unusable afterwards', () => {
    const store = openedStore();
    store.close();
    store.close();
    expect(() => rows(store)).toThrow(/not open/);
    expect(() => store.transaction(() => 1)).toThrow(/not open/);
  });
});
