import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogId, RecordId } from '#shared/model/ids.ts';
import { type Desk, startDesk } from '../support/session.ts';

let desk: Desk;
let logId: LogId;
let company: RecordId;
let others: RecordId[];
beforeAll(async () => {
  desk = await startDesk();
  logId = (await desk.done('cases.openSample', {})).logId;
  const entities = await desk.done('dossier.entities', { logId });
  [company, ...others] = entities.map(({ record }) => record) as [RecordId, ...RecordId[]];
});
afterAll(() => desk.close());

const there = () => desk.done('layout.get', { logId, view: 'ownership', frame: company });
const sorted = (places: Awaited<ReturnType<typeof there>>) =>
  [...places].sort((a, b) => (a.node < b.node ? -1 : 1));

describe('places that people choose in a picture', () => {
  it('are kept for one picture of one company, several in one step that undo takes back', async () => {
    const [a, b] = others as [RecordId, RecordId];
    const places = [
      { node: a, x: 40, y: -120 },
      { node: b, x: -300, y: 12 },
    ];
    await desk.done('layout.place', { logId, view: 'ownership', frame: company, places });
    expect(sorted(await there())).toEqual(sorted(places));
    expect(await desk.done('layout.get', { logId, view: 'ownership', frame: a })).toEqual([]);
    expect(await desk.done('layout.get', { logId, view: 'network' })).toEqual([]);

    const moved = { node: a, x: 41, y: -119 };
    await desk.done('layout.place', { logId, view: 'ownership', frame: company, places: [moved] });
    expect(sorted(await there())).toEqual(sorted([moved, places[1] as typeof moved]));
    await desk.done('history.undo', { logId });
    expect(sorted(await there())).toEqual(sorted(places));
    await desk.done('history.undo', { logId });
    expect(await there()).toEqual([]);
    await desk.done('history.redo', { logId });
    expect(sorted(await there())).toEqual(sorted(places));
  });

  it('go back to the layout one by one or all together, and going back can be undone', async () => {
    const [a, b] = others as [RecordId, RecordId];
    expect(
      await desk.done('layout.release', { logId, view: 'ownership', frame: company, nodes: [a] }),
    ).toEqual({ released: 1 });
    expect((await there()).map(({ node }) => node)).toEqual([b]);
    expect(await desk.done('layout.release', { logId, view: 'ownership', frame: company })).toEqual({
      released: 1,
    });
    expect(await desk.done('layout.release', { logId, view: 'ownership', frame: company })).toEqual({
      released: 0,
    });
    await desk.done('history.undo', { logId });
    expect((await there()).map(({ node }) => node)).toEqual([b]);
  });

  it('are refused for a record that is not there, and carry the marking of the one that is', async () => {
    const stranger = '00000000-0000-4000-8000-000000000009';
    expect(
      await desk.call('layout.place', {
        logId,
        view: 'network',
        places: [{ node: stranger, x: 0, y: 0 }],
      }),
    ).toEqual({ ok: false, error: { code: 'notFound', params: { index: 0 } } });
    const {
      records: [secret],
    } = await desk.done('records.put', {
      logId,
      action: 'create',
      puts: [{ record: null, type: 'person', base: [], body: { name: 'Mira Terzi' }, marking: 'depV' }],
    });
    await desk.done('layout.place', {
      logId,
      view: 'network',
      places: [{ node: secret as RecordId, x: 5, y: 6 }],
    });
    const [position] = (await desk.done('records.list', { logId, types: ['position'] })).filter(
      ({ body }) => body.node === secret,
    );
    expect(position?.marking).toBe('depV');
  });
});
