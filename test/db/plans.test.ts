import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadDb, SqlParams } from '#db/handle.ts';
import { changeRows } from '#db/queries/history.ts';
import { liveDigests } from '#db/queries/versions.ts';
import { touchedBy } from '#db/touched.ts';
import type { LogId, RecordId } from '#shared/model/ids.ts';
import { type Desk, startDesk } from '../support/session.ts';

let desk: Desk;
let logId: LogId;
let read: ReadDb;
beforeAll(async () => {
  desk = await startDesk();
  logId = (await desk.done('cases.openSample', {})).logId;
  read = (desk.sessions.current() as { store: { read: ReadDb } }).store.read;
});
afterAll(() => desk.close());

/** What SQLite says of how it runs each statement that `work` sends. */
async function plansOf(work: (db: ReadDb) => unknown): Promise<string[]> {
  const seen = new Map<string, SqlParams | undefined>();
  const { all, get } = read;
  const watch =
    <T>(method: (sql: string, params?: SqlParams) => T) =>
    (sql: string, params?: SqlParams): T => {
      seen.set(sql, params);
      return method(sql, params);
    };
  Object.assign(read, { all: watch(all), get: watch(get) });
  try {
    await work(read);
  } finally {
    Object.assign(read, { all, get });
  }
  return [...seen].flatMap(([sql, params]) =>
    read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, params).map(({ detail }) => detail),
  );
}

/** Steps that read a whole case where one thing was asked for. */
const wide = (plans: string[]): string[] =>
  plans.filter((step) => /^SCAN (?!json_each|search|\(|co |CONSTANT)|\(log=\?\)$|version_by_type/.test(step));

describe('looking at one thing reads what belongs to it, not the whole case', () => {
  const company = async (): Promise<RecordId> =>
    (await desk.done('cases.get', { logId })).versions[0]?.body.company as RecordId;

  it('a company with its facts and relations', async () => {
    const record = await company();
    expect(wide(await plansOf(() => desk.done('dossier.entity', { logId, record })))).toEqual([]);
  });

  it('the versions of a record, and what is live of it', async () => {
    const record = await company();
    expect(wide(await plansOf(() => desk.done('records.versions', { logId, record })))).toEqual([]);
    expect(wide(await plansOf((db) => liveDigests(db, logId, record)))).toEqual([]);
  });

  it('the facts of a source', async () => {
    const [source] = (await desk.done('sources.list', { logId })).sources;
    const plans = await plansOf(() =>
      desk.done('sources.claims', { logId, record: source?.record as RecordId }),
    );
    expect(wide(plans)).toEqual([]);
  });

  it('what a step of undo touches', async () => {
    const [row] = changeRows(read, logId, { limit: 1 });
    if (!row) throw new Error('no change');
    expect(wide(await plansOf((db) => [...touchedBy(db, logId, row)]))).toEqual([]);
  });
});
