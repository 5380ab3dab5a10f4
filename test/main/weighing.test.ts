import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogId } from '#shared/model/ids.ts';
import type { WeighingPart } from '#shared/model/records/weighing.ts';
import { handOver } from '../support/exchange.ts';
import { type Desk, startDesk } from '../support/session.ts';

let anna: Desk;
let bram: Desk;
let logId: LogId;
beforeAll(async () => {
  anna = await startDesk({ name: 'Anna de Vries', department: 'EZ' });
  bram = await startDesk({ name: 'Bram Visser', department: 'DEF' });
  logId = (await anna.done('cases.openSample', {})).logId;
});
afterAll(() => {
  anna.close();
  bram.close();
});

const partOf = async (desk: Desk, part: WeighingPart) =>
  (await desk.done('weighing.get', { logId })).parts.find((one) => one.part === part);
const write = async (desk: Desk, part: WeighingPart, argument: string) =>
  desk.done('weighing.write', {
    logId,
    part,
    base: ((await partOf(desk, part))?.versions ?? []).map(({ digest }) => digest),
    argument,
    evidence: [],
    marking: 'depV',
  });
const missing = async () => {
  const { blockers } = await anna.done('freeze.list', { logId });
  return blockers.find(({ code }) => code === 'noWeighing')?.items ?? [];
};
const texts = async (desk: Desk, part: WeighingPart) =>
  ((await partOf(desk, part))?.versions ?? []).map(({ body }) => body.argument as string).toSorted();

describe('the weighing of a case (PUR-22)', () => {
  it('has a text for each part, what it rests on, and what was judged elsewhere', async () => {
    const { parts, appraisals, rungs } = await anna.done('weighing.get', { logId });
    expect(parts.map(({ part }) => part).toSorted()).toEqual(['interests', 'risks']);
    expect(parts.every(({ evidence }) => evidence.length > 0)).toBe(true);
    expect(appraisals.length).toBeGreaterThan(0);
    // 44 instruments and 12 measures, all judged in the sample.
    expect(Object.values(rungs).reduce((sum, count) => sum + count)).toBe(56);
    expect(rungs.empty).toBe(0);
  });

  it('is named by its part in the history and in lists, and found by its words', async () => {
    const listed = await anna.done('records.list', { logId, types: ['weighing'] });
    expect(listed.map(({ label }) => label).toSorted()).toEqual(['interests', 'risks']);
    const hits = await anna.done('records.search', { text: 'Weglek', logId });
    expect(JSON.stringify(hits)).toContain('"weighing"');
  });

  it('stands in the way of a freeze until every part is written', async () => {
    expect(await missing()).toEqual(['response']);
    await write(anna, 'response', 'Een verbod brengt geen geld; een tijdelijk belang wel.');
    expect(await missing()).toEqual([]);
    await anna.done('history.undo', { logId });
    expect(await missing()).toEqual(['response']);
  });

  it('keeps both texts when two departments write at once, until one is put in the place of both', async () => {
    await handOver(anna, bram, logId, 'weging-heen');
    await write(anna, 'risks', 'Weglek van kennis.');
    await write(bram, 'risks', 'Uitval van levering.');
    await handOver(bram, anna, logId, 'weging-terug');
    expect(await texts(anna, 'risks')).toEqual(['Uitval van levering.', 'Weglek van kennis.']);
    await write(anna, 'risks', 'Weglek van kennis, en later uitval.');
    expect(await texts(anna, 'risks')).toEqual(['Weglek van kennis, en later uitval.']);
  });
});
