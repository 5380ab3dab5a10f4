import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutputOf } from '#shared/ipc/contract.ts';
import type { lawContract } from '#shared/ipc/law.ts';
import { NL_LAW } from '#shared/law/nl-law.ts';
import { type LogId, slotId } from '#shared/model/ids.ts';
import { type Desk, startDesk } from '../support/session.ts';

type Legal = OutputOf<(typeof lawContract)['law.get']>;

let desk: Desk;
let logId: LogId;
beforeAll(async () => {
  desk = await startDesk();
  logId = (await desk.done('cases.openSample', {})).logId;
});
afterAll(() => desk.close());

const on = (day: string): Promise<Legal> => desk.done('law.get', { logId, day });
const scopes = ({ laws }: Legal): Record<string, string> =>
  Object.fromEntries(laws.map(({ id, answer }) => [id, answer.scope]));
const outcomes = ({ cases }: Legal): string[] => cases.map(({ leaf, outcome }) => `${leaf} ${outcome}`);
const TODAY = '2026-11-25';

describe('the legal scope of the sample case', () => {
  it('is under the Vifo Act today, was not before there was such a law, and rests on facts with a source', async () => {
    const today = await on(TODAY);
    expect(scopes(today)).toMatchObject({
      'vifo-control': 'inScope',
      'vifo-influence': 'inScope',
      telecom: 'notInScope',
      gas: 'notInForce',
      wbni: 'notInForce',
    });
    expect(scopes(await on('2023-05-31'))['vifo-control']).toBe('notInForce');
    const proof = today.laws.find(({ id }) => id === 'vifo-control')?.answer.lines ?? [];
    const rests = proof.flatMap(({ answers }) => answers.flatMap((answer) => answer.rests));
    const known = new Set(today.names.map(({ record }) => record));
    expect(rests.length).toBeGreaterThan(0);
    expect(rests.filter((record) => !known.has(record))).toEqual([]);
  });

  it('suggests for the scope cases what the analysts found: the deal of 2019 is historical', async () => {
    expect(outcomes(await on(TODAY))).toEqual([
      'SC-1 notMet',
      'SC-2 notMet',
      'SC-3 met',
      'SC-4 undetermined',
    ]);
  });

  it('asks only for what can still change something', async () => {
    const { open } = await on(TODAY);
    expect(open.map(({ atom, settles }) => ['ask' in atom ? atom.ask : '', settles])).toEqual([
      ['vifo.decisionBlocksFunding', ['SC-4']],
      ['vifo.companyFails', ['SC-4']],
    ]);
  });

  it('an answer is a judgement with an argument: it counts, it is undone, and without an argument it does not', async () => {
    const answer = (argument: string) => ({
      logId,
      question: 'vifo.companyFails',
      base: [],
      outcome: 'notMet' as const,
      argument,
      evidence: [],
      marking: 'open' as const,
    });
    await desk.done('law.determine', answer('De bank verlengt het krediet.'));
    expect(outcomes(await on(TODAY)).at(-1)).toBe('SC-4 notMet');
    await desk.done('history.undo', { logId });
    expect(outcomes(await on(TODAY)).at(-1)).toBe('SC-4 undetermined');
    await desk.done('law.determine', answer(' '));
    expect(outcomes(await on(TODAY)).at(-1)).toBe('SC-4 undetermined');
    await desk.done('history.undo', { logId });
  });

  it('what an analyst knows of the law goes before what was shipped, and can be taken back', async () => {
    const telecom = NL_LAW.items.find(({ id }) => id === 'telecom');
    const [version] = telecom?.versions ?? [];
    const item = { ...telecom, versions: [{ ...version, validTo: '2026-06-30' }] };
    const put = {
      record: slotId(logId, 'law:telecom'),
      type: 'lawItem' as const,
      base: [],
      body: JSON.parse(JSON.stringify({ name: 'Telecommunicatiewet', item, reason: 'ingetrokken' })),
      marking: 'open' as const,
    };
    await desk.done('records.put', { logId, action: 'create', puts: [put] });
    const corrected = (await on(TODAY)).laws.find(({ id }) => id === 'telecom');
    expect([corrected?.own, corrected?.answer.scope]).toEqual([put.record, 'notInForce']);
    await desk.done('history.undo', { logId });
    expect(scopes(await on(TODAY)).telecom).toBe('notInScope');
  });

  it('without a company there is nothing to test', async () => {
    const { logId: empty } = await desk.done('cases.create', {
      title: 'Leeg',
      trigger: 'signal',
      leadDepartment: 'EZ',
      marking: 'open',
    });
    const { company, laws } = await desk.done('law.get', { logId: empty, day: TODAY });
    expect([company, laws]).toEqual([null, []]);
  });
});
