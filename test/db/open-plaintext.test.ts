import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { type Connection, connect } from '#db/driver.ts';
import { connected, madeFile, ownFolder } from './fixture.ts';

const MARK = 'ONVERSLEUTELD-MERKTEKEN';

/**
 * Watches, from a thread of its own, which temporary files this process has open; SQLite removes their names at
 * once, so only their descriptors show them. Answers which it saw and whether the mark stood in one.
 */
const WATCH = `
  const { readdirSync, readlinkSync, readFileSync } = require('node:fs');
  const { workerData, parentPort } = require('node:worker_threads');
  const seen = new Map();
  const stop = new Int32Array(workerData.stop);
  parentPort.postMessage('ready');
  while (Atomics.load(stop, 0) === 0) {
    for (const fd of readdirSync('/proc/self/fd')) {
      try {
        const file = readlinkSync('/proc/self/fd/' + fd);
        if (!file.includes('etilqs_')) continue;
        const marked = readFileSync('/proc/self/fd/' + fd).includes(workerData.mark);
        seen.set(file, marked || seen.get(file) === true);
      } catch {}
    }
  }
  parentPort.postMessage([...seen]);
`;

async function temporaryFilesDuring(work: () => void): Promise<[file: string, marked: boolean][]> {
  const stop = new SharedArrayBuffer(4);
  const worker = new Worker(WATCH, { eval: true, workerData: { mark: MARK, stop } });
  const next = () => new Promise<unknown>((resolve) => worker.once('message', resolve));
  await next();
  const answer = next();
  work();
  Atomics.store(new Int32Array(stop), 0, 1);
  const seen = (await answer) as [string, boolean][];
  await worker.terminate();
  return seen;
}

/** Rows, a full-text index, a large sort, a savepoint that is undone, and VACUUM. */
function busyWork(db: Connection): void {
  db.exec(`
    PRAGMA cache_size = -256;
    CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT) STRICT;
    CREATE VIRTUAL TABLE ft USING fts5(b);
    BEGIN;
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40000)
      INSERT INTO t SELECT i, '${MARK} ' || i || hex(randomblob(100)) FROM n;
    INSERT INTO ft SELECT b FROM t WHERE a < 2000;
    SAVEPOINT s;
    UPDATE t SET b = b || 'x';
    ROLLBACK TO s;
    COMMIT;`);
  db.prepare('SELECT count(*) FROM (SELECT b FROM t ORDER BY b DESC LIMIT -1 OFFSET 1)').get();
  db.exec('CREATE TEMP TABLE u AS SELECT b FROM t ORDER BY b; DELETE FROM t WHERE a % 2; VACUUM;');
}

describe.skipIf(process.platform !== 'linux')('plaintext', () => {
  it('is never written by a store: not to its own files, not to a temporary one', async () => {
    const place = madeFile('CREATE TABLE made (a)');
    const db = connected(place, 'write');
    const seen = await temporaryFilesDuring(() => busyWork(db));
    expect(seen).toEqual([]);
    const folder = path.dirname(place.file);
    const names = readdirSync(folder);
    expect(names.sort()).toEqual(['a.db', 'a.db-shm', 'a.db-wal']);
    const marked = names.filter((name) => readFileSync(path.join(folder, name)).includes(MARK));
    db.close();
    expect(marked).toEqual([]);
  });

  it('is written to temporary files by SQLite as it comes, so the watch above does see it', async () => {
    const db = connect(path.join(ownFolder(), 'plain.db'), {});
    db.pragma('temp_store=FILE');
    const seen = await temporaryFilesDuring(() => busyWork(db));
    db.close();
    expect(seen.some(([, marked]) => marked)).toBe(true);
  });
});
