import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allPagesSound, verifyPages } from '#db/verify-pages.ts';
import { connected, KEY, madeFile } from './fixture.ts';

const PAGE = 4096;
const folder = mkdtempSync(path.join(os.tmpdir(), 'verify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let good: Buffer;
let freePages: number;

beforeAll(() => {
  const place = madeFile(
    `CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT) STRICT;
     CREATE VIRTUAL TABLE ft USING fts5(x);
     WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
       INSERT INTO t SELECT i, hex(randomblob(40)) FROM n;
     INSERT INTO ft SELECT b FROM t;
     DELETE FROM t WHERE a BETWEEN 2000 AND 2600;`,
    path.join(folder, 'good.db'),
  );
  const db = connected(place, 'read');
  freePages = Number(db.pragma('freelist_count', { simple: true }));
  db.close();
  good = readFileSync(place.file);
});

/** Repeatable numbers below n. */
const pick = (label: string, n: number) =>
  Number(createHash('sha256').update(label).digest().readBigUInt64LE(0) % BigInt(n));

function reportOn(bytes: Buffer) {
  const file = path.join(folder, 'changed.db');
  writeFileSync(file, bytes);
  return verifyPages(file, KEY);
}

describe('the page verifier', () => {
  it('finds nothing in a sound file, which has free pages too', async () => {
    expect(await reportOn(good)).toEqual({ pages: good.length / PAGE, badPages: [], trailingBytes: 0 });
    expect(freePages).toBeGreaterThan(3);
  });

  it('finds each of 200 flipped bits, wherever they are, and names the page', async () => {
    const everyPage = Array.from({ length: good.length / PAGE }, (_, index) => index + 1);
    const wrong: unknown[] = [];
    for (let i = 0; i < 200; i++) {
      const offset = pick(`offset ${i}`, good.length);
      const changed = Buffer.from(good);
      changed.writeUInt8(changed.readUInt8(offset) ^ (1 << pick(`bit ${i}`, 8)), offset);
      const { badPages } = await reportOn(changed);
      // The salt in the first 16 bytes takes part in the key of every page.
      const expected = offset < 16 ? everyPage : [Math.floor(offset / PAGE) + 1];
      if (String(badPages) !== String(expected)) wrong.push({ offset, badPages });
    }
    expect(wrong).toEqual([]);
  });

  it('finds two pages that changed places', async () => {
    const changed = Buffer.from(good);
    good.copy(changed, 4 * PAGE, 7 * PAGE, 8 * PAGE);
    good.copy(changed, 7 * PAGE, 4 * PAGE, 5 * PAGE);
    expect((await reportOn(changed)).badPages).toEqual([5, 8]);
  });

  it('finds a page of zeros and a tail that is no page', async () => {
    const changed = Buffer.concat([good, Buffer.alloc(100)]);
    changed.fill(0, 2 * PAGE, 3 * PAGE);
    expect(await reportOn(changed)).toEqual({ pages: good.length / PAGE, badPages: [3], trailingBytes: 100 });
  });

  it('finds every page bad under another key', async () => {
    const file = path.join(folder, 'good.db');
    const report = await verifyPages(file, Buffer.alloc(32, 1));
    expect(report.badPages.length).toBe(report.pages);
  });

  it('does not take an empty file for a sound one', async () => {
    expect(allPagesSound(await reportOn(Buffer.alloc(0)))).toBe(false);
  });
});
