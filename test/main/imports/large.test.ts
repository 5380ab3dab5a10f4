import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tailOf } from '#db/log.ts';
import type { ChangeId, LogId } from '#shared/model/ids.ts';
import { type Desk, startDesk } from '../../support/session.ts';

/** Rows of which the records are more than are taken back in one go before the window. */
const ROWS = 900;

let desk: Desk;
let logId: LogId;
let taken: ChangeId;
beforeEach(async () => {
  desk = await startDesk();
  logId = (
    await desk.done('cases.create', {
      title: 'Groot',
      leadDepartment: 'EZ',
      trigger: 'signal',
      marking: 'open',
    })
  ).logId;
  const rows = Array.from(
    { length: ROWS },
    (_, n) => `Houder ${n};${10_000_000 + n};Deelneming ${n};${1 + (n % 99)}%`,
  );
  const file = path.join(desk.userData, 'groot.csv');
  fs.writeFileSync(file, `houder;kvk houder;deelneming;aandeel\n${rows.join('\n')}\n`);
  desk.pick.push(file);
  const token = (await desk.done('imports.pick', { folder: false }))[0]?.token as string;
  const { table } = await desk.done('imports.inspect', { logId, token });
  const { id } = await desk.done('imports.plan', {
    logId,
    token,
    format: 'csv',
    basis: {
      source: { title: 'Register', kind: 'register' },
      reliability: 'B',
      credibility: '2',
      marking: 'open',
    },
    ...(table ? { table: { options: table.options, mapping: table.suggestion } } : {}),
  });
  taken = (await desk.done('imports.take', { logId, id })).change as ChangeId;
});
afterEach(() => desk.close());

const read = () => desk.sessions.current()?.store.read as Parameters<typeof tailOf>[0];
const companies = async (): Promise<string[]> =>
  (await desk.done('records.list', { logId, types: ['company'] })).map(({ label }) => label);
type Told = { job: string; phase: string; done: number; total: number | null };
const told = (): Told[] =>
  desk.events.filter(({ name }) => name === 'job.progress').map(({ payload }) => payload as Told);

it('a step of thousands of records tells how far its undo is, and is brought back as it was', async () => {
  const before = await companies();
  expect(before).toHaveLength(2 * ROWS);
  await desk.done('history.undo', { logId });
  expect(await companies()).toEqual([]);
  const phases = told().filter(({ job }) => job === 'history.undo');
  expect([...new Set(phases.map(({ phase }) => phase))]).toEqual(['writing', 'ending', 'saving']);
  const { done, total } = phases.find(({ phase }) => phase === 'writing') as Told;
  expect(done).toBeLessThan(total ?? 0);
  expect(phases.findLast(({ phase }) => phase === 'ending')?.done).toBe(total);
  await desk.done('history.redo', { logId });
  expect(await companies()).toEqual(before);
}, 60_000);

it('an undo of thousands of records that is cancelled has not happened', async () => {
  const before = tailOf(read(), logId);
  const undo = desk.call('history.undo', { logId });
  while (!told().some(({ job, phase }) => job === 'history.undo' && phase === 'writing'))
    await new Promise((next) => setTimeout(next, 1));
  await desk.done('job.cancel', { job: 'history.undo' });
  const answer = await undo;
  // On a slow machine the word may come after the commit has begun: then the undo is told as done, and it is.
  expect(answer.ok || answer.error.code).toBe(answer.ok ? true : 'cancelled');
  expect(tailOf(read(), logId).seq).toBe(answer.ok ? before.seq + 1 : before.seq);
}, 60_000);

it('an import of which somebody changed the same words since is not taken back, and which they are is told', async () => {
  const [one] = await desk.done('records.list', { logId, types: ['company'] });
  if (one === undefined) throw new Error('no company');
  await desk.done('records.put', {
    logId,
    action: 'edit',
    puts: [
      {
        record: one.record,
        type: 'company',
        base: [one.digest],
        marking: 'open',
        body: { ...one.body, name: 'Andere naam' },
      },
    ],
  });
  const answer = await desk.call('history.revert', { logId, change: taken });
  expect(answer).toEqual({
    ok: false,
    error: { code: 'revertBlocked', params: { records: 1, which: 'Andere naam' } },
  });
}, 60_000);
