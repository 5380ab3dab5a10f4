import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectionOf, openStore, type Store } from '#db/handle.ts';
import { anchors, append, readEntries } from '#db/log.ts';
import { checkLog } from '#db/log-check.ts';
import { migrations } from '#db/migrations/index.ts';
import { ensureProjection, rebuild } from '#db/projection/rebuild.ts';
import { PROJECTION_TABLES } from '#db/projection/tables.ts';
import { liveOfTypes } from '#db/queries/versions.ts';
import { createStore } from '#db/store.ts';
import { verifySignature } from '#main/session.ts';
import type { LogEntry } from '#shared/log/state.ts';
import { liveVersions, stateOf } from '#shared/log/state.ts';
import { act, LOG, note, play, steps } from '../support/histories.ts';

let folder: string;
let stores: Store[];

function newStore(): Store {
  const place = { file: path.join(folder, `${stores.length}.db`), key: randomBytes(32) };
  const created = createStore(place, migrations);
  if (!created.ok) throw new Error(created.error.code);
  const opened = openStore(place);
  if (!opened.ok) throw new Error(opened.error.code);
  opened.value.transaction(ensureProjection);
  stores.push(opened.value);
  return opened.value;
}

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waarborg-log-'));
  stores = [];
});
afterEach(() => {
  for (const store of stores) store.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

let clock = Date.UTC(2026, 0, 1);
const later = () => {
  clock += 1000;
  return new Date(clock).toISOString() as never;
};
const take = (store: Store, entries: readonly LogEntry[]) =>
  store.transaction((db) => append(db, LOG, 'case', entries, later()));

/** Tables as they stand, but for row numbers, which say only in which order rows were written. */
const dump = (store: Store): unknown =>
  PROJECTION_TABLES.filter((table) => table !== 'search').map((table) => [
    table,
    store.read
      .all<Record<string, unknown>>(
        table.startsWith('r_')
          ? `SELECT v.digest, t.* FROM ${table} t JOIN version v ON v.n = t.n ORDER BY v.digest`
          : table === 'op_base'
            ? `SELECT b.log, b.base, o.digest FROM op_base b JOIN op o ON o.n = b.n ORDER BY b.base, o.digest`
            : table === 'touch'
              ? 'SELECT * FROM touch'
              : `SELECT * FROM ${table} ORDER BY digest`,
      )
      .map(({ n: _, ...row }) => row),
  ]);
const words = (store: Store): unknown =>
  store.read.all('SELECT v.digest, s.text FROM search s JOIN version v ON v.n = s.rowid ORDER BY v.digest');

const scripts = { numRuns: 25 };

describe('the tables of the store', () => {
  it('have live what the pure merge has live, whatever the order and the pieces in which changes came', () => {
    fc.assert(
      fc.property(steps, fc.infiniteStream(fc.nat()), (script, numbers) => {
        const entries = play(script).flat();
        const store = newStore();
        const left = [...entries];
        while (left.length > 0) take(store, left.splice((numbers.next().value as number) % left.length, 1));
        const live = store.read
          .all<{ record: string; digest: string }>(
            'SELECT record, digest FROM version WHERE known_to IS NULL ORDER BY record, digest',
          )
          .map(({ record, digest }) => `${record} ${digest}`);
        const expected = [...liveVersions(stateOf(entries))].flatMap(([record, digests]) =>
          digests.map((digest) => `${record} ${digest}`),
        );
        expect(live).toEqual(expected.sort());
      }),
      scripts,
    );
  });

  it('are equal when they are made again from the log', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const store = newStore();
        for (const entry of play(script).flat()) take(store, [entry]);
        const before = [dump(store), words(store)];
        store.transaction(rebuild);
        expect([dump(store), words(store)]).toEqual(before);
      }),
      scripts,
    );
  });

  it('give the log back as it came, so that another vault can take it over', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const [one, other] = [newStore(), newStore()];
        take(one, play(script).flat());
        take(other, readEntries(one.read, LOG));
        expect(stateOf(readEntries(other.read, LOG))).toEqual(stateOf(readEntries(one.read, LOG)));
      }),
      scripts,
    );
  });

  it('show a record as it was known at an earlier instant', () => {
    const store = newStore();
    const entries: LogEntry[] = [];
    take(store, [act(entries, 0, () => [note(1, [], 'eerst')])]);
    const then = new Date(clock).toISOString() as never;
    take(store, [act(entries, 0, (live) => [note(1, live(1), 'later')])]);
    const textAt = (at: object) => liveOfTypes(store.read, LOG, ['note'], at).map(({ body }) => body.text);
    expect(textAt({})).toEqual(['nlater']);
    expect(textAt({ knownAt: then })).toEqual(['neerst']);
    expect(textAt({ knownAt: '2025-12-31T00:00:00.000Z' })).toEqual([]);
  });
});

describe('the check of a log', () => {
  const filled = () => {
    const store = newStore();
    const entries: LogEntry[] = [];
    for (const text of ['een', 'twee', 'drie', 'vier'])
      take(store, [
        act(entries, entries.length % 3, (live) => [
          note(1, live(1), text),
          note(2 + entries.length, [], text),
        ]),
      ]);
    return store;
  };
  const findings = (store: Store, anchor = anchors(store.read)[LOG] ?? null) =>
    checkLog(store.read, LOG, verifySignature, anchor).findings.map(({ code }) => code);
  /** Writes past every guard, as somebody with the key of the database could. */
  const tamper = (store: Store, sql: string): void => {
    const db = connectionOf(store);
    for (const trigger of ['change_is_final', 'journal_is_final', 'op_is_final'])
      db.exec(`DROP TRIGGER IF EXISTS ${trigger}`);
    db.pragma('foreign_keys = OFF');
    if (db.prepare(sql).run().changes === 0) throw new Error(`nothing was tampered with: ${sql}`);
  };
  /** A text that is no JSON does not even get past the indices of the store. */
  const isRefusedByStore = (error: unknown): boolean => /malformed JSON/.test(String(error));

  it('finds nothing in a sound log', () => expect(findings(filled())).toEqual([]));

  it.each([
    [
      'a header without its parents',
      `UPDATE change SET header = replace(header, '"parents"', '"xarents"')`,
      'headerUnreadable',
    ],
    [
      'a changed word in a body',
      `UPDATE op SET content = replace(content, 'ndrie', 'nzes') WHERE content LIKE '%ndrie%'`,
      'opDigestWrong',
    ],
    [
      'a body that is blanked as if it were withheld',
      `UPDATE op SET content = NULL, seq = NULL WHERE content LIKE '%ndrie%'`,
      'opVanished',
    ],
    [
      'another intent',
      `UPDATE change SET header = replace(header, '"edit"', '"rate"') WHERE id = (SELECT max(id) FROM change)`,
      'changeIdWrong',
    ],
    [
      'another author',
      `UPDATE change SET header = replace(header, 'Persoon 1', 'Persoon 9') WHERE header LIKE '%Persoon 1%'`,
      'signatureWrong',
    ],
    [
      'another signature',
      `UPDATE change SET signature = '0' || substr(signature, 2) WHERE substr(signature, 1, 1) <> '0'`,
      'signatureWrong',
    ],
    ['a header spelt differently', `UPDATE change SET header = header || ' '`, 'headerNotCanonical'],
    [
      'a dropped change',
      `DELETE FROM change WHERE id = (SELECT change FROM journal WHERE seq = 2)`,
      'parentMissing',
    ],
    ['a dropped journal line', 'DELETE FROM journal WHERE seq = 2', 'journalGap'],
    [
      'journal lines that changed places',
      'UPDATE journal SET seq = CASE seq WHEN 2 THEN -3 WHEN 3 THEN -2 ELSE -seq END',
      'journalGap',
    ],
    [
      'another time of arrival',
      `UPDATE journal SET received_at = '2020-01-01T00:00:00.000Z' WHERE seq = 3`,
      'journalHashWrong',
    ],
    [
      'an op that nobody signed',
      `INSERT INTO op (log, digest, content, seq) SELECT log, 'x', content, seq FROM op LIMIT 1`,
      'opUnsigned',
    ],
  ])('finds %s', (_, sql, code) => {
    const store = filled();
    tamper(store, sql);
    expect(findings(store)).toContain(code);
  });

  it('finds any single byte of a body, a header, a signature or a journal hash that is altered', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          ['op', 'content'],
          ['change', 'header'],
          ['change', 'signature'],
          ['journal', 'hash'],
          ['journal', 'present'],
        ),
        fc.nat(),
        fc.nat(),
        ([table, column], row, at) => {
          const store = filled();
          const key = table === 'op' ? 'digest' : table === 'change' ? 'id' : 'seq';
          const rows = store.read.all<{ key: string; text: string }>(
            `SELECT ${key} AS key, ${column} AS text FROM ${table} ORDER BY ${key}`,
          );
          const { key: id, text } = rows[row % rows.length] as { key: string; text: string };
          const i = at % text.length;
          const altered = text.slice(0, i) + (text[i] === 'x' ? 'y' : 'x') + text.slice(i + 1);
          try {
            tamper(
              store,
              `UPDATE ${table} SET ${column} = '${altered.replaceAll("'", "''")}' WHERE ${key} = '${id}'`,
            );
          } catch (error) {
            if (isRefusedByStore(error)) return;
            throw error;
          }
          expect(findings(store)).not.toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('finds a tail that was cut off, by the anchor that is kept outside the store', () => {
    const store = filled();
    const anchor = anchors(store.read)[LOG] ?? null;
    const last = '(SELECT change FROM journal WHERE seq = 4)';
    tamper(store, `DELETE FROM change_op WHERE change = ${last}`);
    tamper(store, 'DELETE FROM op WHERE seq = 4');
    tamper(store, `DELETE FROM change_parent WHERE change = ${last}`);
    tamper(store, `DELETE FROM change WHERE id = ${last}`);
    tamper(store, 'DELETE FROM journal WHERE seq = 4');
    expect(findings(store, null)).toEqual([]);
    expect(findings(store, anchor)).toEqual(['anchorAhead']);
  });
});
