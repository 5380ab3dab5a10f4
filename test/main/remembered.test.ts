import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { liveOfTypes } from '#db/queries/versions.ts';
import type { Session } from '#main/session.ts';
import type { LogId } from '#shared/model/ids.ts';
import { type Desk, startDesk } from '../support/session.ts';

let desk: Desk;
let logId: LogId;
beforeEach(async () => {
  desk = await startDesk();
  const made = { title: 'Zaak', leadDepartment: 'EZ', trigger: 'signal', companyName: 'Een B.V.' } as const;
  ({ logId } = await desk.done('cases.create', { ...made, marking: 'open' }));
});
afterEach(() => desk.close());

const store = () => (desk.sessions.current() as Session).store;
const companies = () => liveOfTypes(store().read, logId, ['company']);
const add = (name: string) =>
  desk.done('records.put', {
    logId,
    action: 'create',
    puts: [{ record: null, type: 'company', base: [], body: { name, form: 'company' }, marking: 'open' }],
  });

describe('what was read', () => {
  it('is not read again while nothing changed, and is after any change', async () => {
    const [first] = companies();
    expect(companies()[0]).toBe(first);
    await add('Twee B.V.');
    expect(companies().map(({ body }) => body.name)).toEqual(['Een B.V.', 'Twee B.V.']);
    await desk.done('records.withdraw', {
      logId,
      records: companies()
        .slice(1)
        .map(({ record, digest }) => ({ record, base: [digest] })),
    });
    expect(companies().map(({ body }) => body.name)).toEqual(['Een B.V.']);
  });

  it('is one list for all days, and each day has what holds on it', async () => {
    const [company] = companies();
    const holder = (await add('Twee B.V.')).records[0];
    const stake = {
      kind: 'owns',
      from: holder ?? null,
      to: company?.record ?? null,
      validFrom: '2026-03-01',
    };
    await desk.done('records.put', {
      logId,
      action: 'create',
      puts: [{ record: null, type: 'relation', base: [], body: stake, marking: 'open' }],
    });
    const on = (validAt?: string) =>
      liveOfTypes(store().read, logId, ['relation'], validAt ? { validAt } : {});
    expect([on('2026-02-28'), on('2026-03-01'), on()].map(({ length }) => length)).toEqual([0, 1, 1]);
    expect(on('2026-03-01')[0]).toBe(on()[0]);
  });

  it('cannot be changed by who reads it', () => {
    const [first] = companies();
    expect(() => {
      if (first) first.body.name = 'Anders';
    }).toThrow(TypeError);
  });

  it('is not taken for what a running transaction has written', async () => {
    companies();
    const inside = store().transaction((db) => {
      db.run('UPDATE version SET withdrawn = 1 WHERE type = ?', ['company']);
      return [liveOfTypes(db, logId, ['company']).length, companies().length];
    });
    expect(inside).toEqual([0, 1]);
    expect(companies()).toEqual([]);
  });
});
