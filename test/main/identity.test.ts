import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogId, RecordId } from '#shared/model/ids.ts';
import type { Marking } from '#shared/model/marking.ts';
import { type Desk, startDesk } from '../support/session.ts';

let desk: Desk;
let logId: LogId;
beforeAll(async () => {
  desk = await startDesk();
  logId = (await desk.done('cases.openSample', {})).logId;
});
afterAll(() => desk.close());

const make = async (name: string, marking: Marking = 'open'): Promise<RecordId> => {
  const { records } = await desk.done('records.put', {
    logId,
    action: 'create',
    puts: [
      { record: null, type: 'company', base: [], body: { name, form: 'company', country: 'NL' }, marking },
    ],
  });
  return records[0] as RecordId;
};
const say = (subject: RecordId, property: string, code: string, marking: Marking = 'open') =>
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
          property,
          value: { kind: 'code', code },
          reliability: 'A',
          credibility: '1',
          certainty: 'asserted',
          basis: [],
        },
      },
    ],
  });
const pairs = async () => {
  const found = await desk.done('identity.candidates', { logId });
  return (found?.candidates ?? []).map(({ a, b, reasons, against }) => ({
    names: [a.label, b.label].sort(),
    for: reasons.map(({ code }) => code),
    against: against.map(({ code }) => code),
  }));
};
const decide = (records: RecordId[], decision: 'same' | 'different', base: string[] = []) =>
  desk.done('identity.decide', { logId, records, decision, reason: 'Zelfde uittreksel.', base });

describe('parties of a case that look alike', () => {
  let one: RecordId;
  let other: RecordId;
  beforeAll(async () => {
    one = await make('Zandvoort Optiek B.V.');
    other = await make('Zandvoort Optiek');
  });

  it('are shown with their reasons, the same by query and by job, and nothing is decided', async () => {
    const found = await pairs();
    expect(found).toContainEqual({
      names: ['Zandvoort Optiek', 'Zandvoort Optiek B.V.'],
      for: ['nameEqualButForm'],
      against: [],
    });
    const searched = await desk.done('identity.search', { logId });
    expect(searched).toEqual(await desk.done('identity.candidates', { logId }));
    expect((await desk.done('identity.get', { logId })).groups).toEqual([]);
  });

  it('are one party by a decision, which undo and withdrawal take back', async () => {
    const before = await pairs();
    const { record } = await decide([one, other], 'same');
    expect(await pairs()).toEqual(before.filter(({ names }) => !names.includes('Zandvoort Optiek')));
    const { groups } = await desk.done('identity.get', { logId });
    expect(groups).toEqual([
      {
        name: expect.objectContaining({ record: [one, other].sort()[0] }),
        members: [one, other].sort().map((id) => expect.objectContaining({ record: id })),
        decisions: [record],
      },
    ]);
    await desk.done('history.undo', { logId });
    expect(await pairs()).toEqual(before);
    await desk.done('history.redo', { logId });
    // Redone is a version of its own.
    const base = (await desk.done('records.get', { logId, record })).map(({ digest }) => digest);
    await desk.done('records.withdraw', { logId, records: [{ record, base }] });
    expect(await pairs()).toEqual(before);
  });

  it('are no longer shown when they were called different, and can be called the same after that', async () => {
    const { record } = await decide([one, other], 'different');
    expect((await pairs()).some(({ names }) => names.includes('Zandvoort Optiek'))).toBe(false);
    const { decisions, groups } = await desk.done('identity.get', { logId });
    expect(groups).toEqual([]);
    const base = decisions[0]?.versions.map(({ digest }) => digest) ?? [];
    expect(
      await desk.call('identity.decide', {
        logId,
        records: [other, one],
        decision: 'same',
        reason: '',
        base: [],
      }),
    ).toMatchObject({ ok: false, error: { code: 'stale' } });
    expect(await decide([other, one], 'same', base)).toEqual({ record });
    expect((await desk.done('identity.get', { logId })).groups).toHaveLength(1);
  });

  it('contradict themselves openly when two are the same as a third and not as each other', async () => {
    const third = await make('Zandvoort Optiek Nederland');
    await decide([other, third], 'same');
    await decide([one, third], 'different');
    const { conflicts } = await desk.done('identity.get', { logId });
    expect(conflicts.map(({ records }) => records.map(({ record }) => record).sort())).toEqual([
      [one, third].sort(),
    ]);
  });
});

describe('what stands above the ceiling of this device', () => {
  it('is not compared, and neither is a number that is marked so', async () => {
    const [a, b] = [await make('Kustlicht Sensoren B.V.'), await make('Noorderlicht Metaal N.V.')];
    await say(a, 'kvk', '99552233');
    await say(b, 'kvk', '99552233', 'stgC');
    const before = await pairs();
    expect(before.some(({ names }) => names.includes('Kustlicht Sensoren B.V.'))).toBe(false);
    await make('Kustlicht Sensoren', 'stgG');
    const found = await desk.done('identity.candidates', { logId });
    expect(found).toMatchObject({ withheld: 1, ceiling: 'depV' });
    expect(await pairs()).toEqual(before);
  });

  it('gives its marking to a decision about it', async () => {
    const [a, b] = [await make('Waterkant Optiek'), await make('Waterkant Optiek B.V.', 'depV')];
    const { record } = await decide([a, b], 'same');
    const [decision] = await desk.done('records.get', { logId, record });
    expect(decision?.marking).toBe('depV');
  });
});
