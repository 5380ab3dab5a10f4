import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogId, RecordId } from '#shared/model/ids.ts';
import { yardstickPlace } from '#shared/threat/places.ts';
import { handOver } from '../support/exchange.ts';
import { type Desk, startDesk } from '../support/session.ts';

let desk: Desk;
let logId: LogId;
beforeAll(async () => {
  desk = await startDesk();
  logId = (await desk.done('cases.openSample', {})).logId;
});
afterAll(() => desk.close());

const get = () => desk.done('threat.get', { logId });

describe('threat, vulnerability and consequence of the sample case', () => {
  it('stand side by side with likelihood and confidence apart, under the yardstick that nobody chose yet', async () => {
    const { appraisals, yardstick } = await get();
    const panes = appraisals.map(({ versions: [version] }) => version?.body.pane);
    expect([
      ['investor', 'company', 'rights'].map((pane) => panes.filter((one) => one === pane).length),
      yardstick,
    ]).toEqual([[4, 1, 2], { id: 'icd203', standard: true, versions: [] }]);
  });

  it('takes one yardstick for the case, as a step that one undo takes back', async () => {
    await desk.done('records.put', {
      logId,
      action: 'create',
      puts: [
        {
          record: yardstickPlace(logId),
          type: 'yardstick',
          base: [],
          body: { yardstick: 'nato' },
          marking: 'open',
        },
      ],
    });
    expect((await get()).yardstick).toMatchObject({ id: 'nato', standard: false });
    await desk.done('history.undo', { logId });
    expect((await get()).yardstick).toMatchObject({ id: 'icd203', standard: true });
  });

  it('refuses a likelihood with its bounds the wrong way round, and writes nothing', async () => {
    const body = {
      pane: 'investor',
      statement: 'Omgekeerd',
      likelihood: { kind: 'range', min: 0.6, max: 0.2 },
      argument: '',
      evidence: [],
    };
    const answer = await desk.call('records.put', {
      logId,
      action: 'create',
      puts: [{ record: null, type: 'appraisal', base: [], body, marking: 'open' }],
    });
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'invalidRecord', params: { field: 'likelihood' } },
    });
    expect((await get()).appraisals).toHaveLength(7);
  });
});

describe('the matrix of hypotheses of the sample case', () => {
  it('says what speaks least against, which rows say the same of all, and on which row the first place rests', async () => {
    const { hypotheses, rows, scores, ranking } = await get();
    expect(hypotheses.map(({ key }) => key)).toEqual([
      'stateDirected',
      'stateInfluenced',
      'commercial',
      'otherInterest',
    ]);
    expect(ranking[0]).toBe(1);
    expect(scores[1]).toBe(0);
    const flags = rows.map(({ diagnosticity, linchpin }) => `${diagnosticity} ${linchpin}`).sort();
    expect(flags).toEqual([
      'none false',
      'open false',
      'some false',
      'some false',
      'some false',
      'some false',
      'some false',
      'some false',
    ]);
  });

  it('marks a cell and leaves the rest of the row as it is; undo takes the mark back', async () => {
    const before = await get();
    const row = before.rows.find(({ diagnosticity }) => diagnosticity === 'open');
    await desk.done('threat.mark', {
      logId,
      row: row?.record as RecordId,
      marks: [{ key: 'commercial', mark: 'II' }],
    });
    const marked = (await get()).rows.find(({ record }) => record === row?.record);
    expect(marked?.cells).toEqual(['C', 'C', 'II', null]);
    await desk.done('history.undo', { logId });
    const cells = ({ rows }: typeof before) => rows.map((one) => one.cells);
    expect(cells(await get())).toEqual(cells(before));
  });

  it('adds a row for evidence once, however often it is asked', async () => {
    const [source] = await desk.done('records.list', { logId, types: ['source'] });
    const evidence = [source?.record as RecordId];
    const first = await desk.done('threat.addRows', { logId, evidence, marking: 'open' });
    const again = await desk.done('threat.addRows', { logId, evidence, marking: 'open' });
    expect([first.records.length, again.records]).toEqual([1, []]);
    await desk.done('history.undo', { logId });
  });
});

describe('two departments that fill the matrix apart from each other', () => {
  it('see per row and cell where they differ, and the row counts for nothing until it is settled', async () => {
    const bram = await startDesk({ name: 'Bram Visser', department: 'DEF' });
    try {
      await handOver(desk, bram, logId, 'heen');
      const row = (await get()).rows.find(({ diagnosticity }) => diagnosticity === 'open')
        ?.record as RecordId;
      const mark = (at: Desk, chosen: 'I' | 'II') =>
        at.done('threat.mark', { logId, row, marks: [{ key: 'commercial', mark: chosen }] });
      await mark(desk, 'I');
      await mark(bram, 'II');
      await handOver(bram, desk, logId, 'terug');
      const split = (await get()).rows.find(({ record }) => record === row);
      expect(split).toMatchObject({ conflict: true, cells: ['C', 'C', 'conflict', null] });
      const refused = await desk.call('threat.mark', { logId, row, marks: [] });
      expect(refused).toMatchObject({ ok: false, error: { code: 'stale' } });
      await desk.done('records.put', {
        logId,
        action: 'resolve',
        puts: (split?.versions ?? []).slice(0, 1).map(({ type, body, marking }) => ({
          ...{ record: row, type, body, marking },
          base: (split?.versions ?? []).map(({ digest }) => digest),
        })),
      });
      expect((await get()).rows.find(({ record }) => record === row)?.conflict).toBe(false);
    } finally {
      bram.close();
    }
  });
});
