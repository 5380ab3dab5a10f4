import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openStore, type Store } from '#db/handle.ts';
import { append, readEntries } from '#db/log.ts';
import { checkLog } from '#db/log-check.ts';
import { migrations } from '#db/migrations/index.ts';
import { ensureProjection } from '#db/projection/rebuild.ts';
import { createStore, migrateStore } from '#db/store.ts';
import { verifySignature } from '#main/session.ts';
import type { Instant } from '#shared/model/dates.ts';
import { LOG, play, steps } from '../support/histories.ts';
import { newStore } from '../support/stores.ts';
import { connected, expectOk, KEY, ownFolder } from './fixture.ts';

const LOG_TABLES = {
  log: 'id, kind',
  change: 'id, log, header, signature',
  change_parent: 'change, parent',
  journal: 'log, seq, change, received_at, batch, present, hash',
  op: 'log, digest, content, seq',
  change_op: 'change, position, digest',
};

const versions = ({ read }: Store): unknown =>
  read.all(
    `SELECT v.digest, v.record, v.label, v.known_from, v.known_to, c.id AS change
     FROM version v JOIN change c ON c.n = v.change ORDER BY v.digest`,
  );

it('a vault of before ops had numbers keeps its log byte for byte, and says the same', () => {
  fc.assert(
    fc.property(steps, (script) => {
      const store = newStore();
      for (const [n, entry] of play(script).flat().entries())
        store.transaction((db) => append(db, LOG, 'case', [entry], new Date(n).toISOString() as Instant));

      const place = { file: path.join(ownFolder(), 'a.db'), key: KEY };
      expectOk(createStore(place, migrations.slice(0, 3)));
      const old = connected(place, 'write');
      for (const [table, columns] of Object.entries(LOG_TABLES))
        for (const row of store.read.all<Record<string, unknown>>(`SELECT ${columns} FROM ${table}`))
          old
            .prepare(`INSERT INTO ${table} (${columns}) VALUES (${columns.replace(/\w+/g, '?')})`)
            .run(...Object.values(row));
      old.close();

      expect(migrateStore(place, migrations)).toEqual({ ok: true, value: ['0004-op'] });
      const moved = expectOk(openStore(place));
      moved.transaction(ensureProjection);
      expect(readEntries(moved.read, LOG)).toEqual(readEntries(store.read, LOG));
      expect(versions(moved)).toEqual(versions(store));
      expect(checkLog(moved.read, LOG, verifySignature, null).findings).toEqual([]);
      moved.close();
    }),
    { numRuns: 8 },
  );
});
