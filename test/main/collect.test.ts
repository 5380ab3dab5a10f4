import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LogId } from '#shared/model/ids.ts';
import { type Desk, startDesk } from '../support/session.ts';

let desk: Desk;
let logId: LogId;
beforeAll(async () => {
  desk = await startDesk();
  logId = (await desk.done('cases.openSample', {})).logId;
});
afterAll(() => desk.close());

const plan = () => desk.done('collect.get', { logId, day: '2026-11-25' });

it('an item of the collection plan is assigned once, and its task stays when the item is settled', async () => {
  const { items, settled } = await plan();
  expect(settled).toEqual([]);
  expect(items.map(({ key }) => key)).toEqual(expect.arrayContaining(['leaf:CON-2', 'leaf:NEC-06']));
  // CON-2 rests on a holder whom nobody knows: that fact is on the plan too.
  expect(items.some((item) => item.kind === 'claim' && item.touches.includes('CON-2'))).toBe(true);
  const task = { logId, item: 'leaf:NEC-06', title: 'Strategisch gedrag', who: 'Bram', due: '2026-12-01' };
  await desk.done('collect.assign', { ...task, done: false, base: [], marking: 'depV' });
  expect(await desk.call('collect.assign', { ...task, done: true, base: [], marking: 'depV' })).toMatchObject(
    {
      ok: false,
      error: { code: 'stale' },
    },
  );
  const assigned = (await plan()).items.find(({ key }) => key === 'leaf:NEC-06');
  expect(assigned?.task?.versions[0]?.body).toMatchObject({ who: 'Bram', done: false });
  await desk.done('assessment.judge', {
    logId,
    leaf: 'NEC-06',
    base: [],
    outcome: 'met',
    argument: 'Geen teken van strategisch gedrag.',
    evidence: [(await desk.done('sources.list', { logId })).sources[0]?.record as never],
    marking: 'depV',
  });
  const after = await plan();
  expect(after.items.map(({ key }) => key)).not.toContain('leaf:NEC-06');
  expect(after.settled).toHaveLength(1);
});
