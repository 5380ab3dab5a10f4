import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogId, RecordId } from '#shared/model/ids.ts';
import type { Marking } from '#shared/model/marking.ts';
import { type Desk, startDesk } from '../support/session.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

const open = async (title: string, marking: Marking = 'open'): Promise<LogId> => {
  const made = await desk.done('cases.create', { title, leadDepartment: 'EZ', trigger: 'signal', marking });
  return made.logId;
};
const make = async (logId: LogId, name: string, marking: Marking = 'open'): Promise<RecordId> => {
  const body = { name, form: 'company' };
  const { records } = await desk.done('records.put', {
    logId,
    action: 'create',
    puts: [{ record: null, type: 'company', base: [], body, marking }],
  });
  return records[0] as RecordId;
};
const number = (logId: LogId, subject: RecordId, code: string, marking: Marking = 'open') =>
  desk.done('records.put', {
    logId,
    action: 'create',
    puts: [
      {
        record: null,
        type: 'claim',
        base: [],
        marking,
        body: {
          subject,
          property: 'kvk',
          value: { kind: 'code', code },
          reliability: 'A',
          credibility: '1',
          certainty: 'asserted',
          basis: [],
        },
      },
    ],
  });
const elsewhere = async (logId: LogId, record: RecordId) =>
  (await desk.done('watch.elsewhere', { logId, record })).map(({ title, ref, roles, reasons }) => ({
    title,
    name: ref.label,
    roles,
    by: reasons[0]?.code,
  }));
const map = async () =>
  (await desk.done('watch.map', {})).rows.map(({ name, sightings }) => ({
    name,
    cases: sightings.map(({ title }) => title).sort(),
  }));

describe('a party in several cases of a vault', () => {
  let first: LogId;
  let second: LogId;
  let here: RecordId;
  beforeAll(async () => {
    first = await open('Eerste zaak');
    second = await open('Tweede zaak');
    here = await make(first, 'Zandvoort Optiek B.V.');
    await number(first, here, '99014116');
  });

  it('is found nowhere as long as no other case names it, and the list is empty', async () => {
    expect(await elsewhere(first, here)).toEqual([]);
    expect(await map()).toEqual([]);
  });

  it('is found by its name and by its number, with what it does there', async () => {
    const same = await make(second, 'Zandvoort Optiek');
    const held = await make(second, 'Kempenlicht B.V.');
    await desk.done('records.put', {
      logId: second,
      action: 'create',
      puts: [
        {
          record: null,
          type: 'relation',
          base: [],
          body: { kind: 'owns', from: same, to: held },
          marking: 'open',
        },
      ],
    });
    const other = await make(second, 'Aurelis Capital');
    await number(second, other, '99014116');
    await make(second, 'Zandvoort Garnalen');
    expect(await elsewhere(first, here)).toEqual([
      { title: 'Tweede zaak', name: 'Zandvoort Optiek', roles: ['holder'], by: 'nameEqualButForm' },
      { title: 'Tweede zaak', name: 'Aurelis Capital', roles: [], by: 'sameIdentifier' },
    ]);
    expect(await map()).toEqual([
      { name: expect.any(String), cases: ['Eerste zaak', 'Tweede zaak', 'Tweede zaak'] },
    ]);
  });

  it('says nothing of what stands above the ceiling: no name, no number, no count', async () => {
    const third = await open('Derde zaak');
    const secret = await open('Geheime zaak', 'stgG');
    const before = { found: await elsewhere(first, here), rows: await map() };
    await make(third, 'Zandvoort Optiek', 'stgC');
    await make(secret, 'Zandvoort Optiek');
    const marked = await make(third, 'Kustlicht');
    await number(third, marked, '99014116', 'stgC');
    expect(await elsewhere(first, here)).toEqual(before.found);
    expect(await map()).toEqual(before.rows);
    const { cases } = await desk.done('watch.map', {});
    expect(cases).toBe(3);

    const { settings } = await desk.done('app.status', {});
    await desk.done('app.saveSettings', { ...settings, ceiling: 'stgG' });
    expect((await elsewhere(first, here)).map(({ title, name }) => [title, name])).toEqual([
      ['Derde zaak', 'Zandvoort Optiek'],
      ['Geheime zaak', 'Zandvoort Optiek'],
      ['Tweede zaak', 'Zandvoort Optiek'],
      ['Derde zaak', 'Kustlicht'],
      ['Tweede zaak', 'Aurelis Capital'],
    ]);
    await desk.done('app.saveSettings', settings);
  });
});
