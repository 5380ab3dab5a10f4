import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adviceSentence } from '#shared/framework/adviceSentence.ts';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import { assessJudged } from '#shared/framework/judged.ts';
import type { LogId } from '#shared/model/ids.ts';
import { type Desk, startDesk } from '../support/session.ts';

let desk: Desk;
let logId: LogId;
beforeAll(async () => {
  desk = await startDesk();
  logId = (await desk.done('cases.openSample', {})).logId;
});
afterAll(() => desk.close());

describe('the sample case', () => {
  it('is imported once, as one change, and found again the second time', async () => {
    expect(await desk.done('cases.openSample', {})).toEqual({ logId, created: false });
    const { entries } = await desk.done('history.list', { logId });
    expect(entries.map(({ intent }) => intent.action)).toEqual(['createCase']);
  });

  it('holds what a first look needs: many things, many sources, and some facts that are missing, disputed or unsourced', async () => {
    const { counts, row } = await desk.done('cases.get', { logId });
    expect(counts.entities).toBeGreaterThanOrEqual(60);
    expect(counts.sources).toBeGreaterThanOrEqual(40);
    for (const count of [counts.unsourced, counts.missing, counts.disputed, counts.attachments])
      expect(count).toBeGreaterThan(0);
    expect({ conflicts: counts.conflicts, withheld: counts.withheld, marking: row.marking }).toEqual({
      conflicts: 0,
      withheld: 0,
      marking: 'depV',
    });
  });

  it('has no advice yet, and says which gates are open', async () => {
    const assessment = assessJudged(await desk.done('assessment.get', { logId }));
    expect([...assessment.advice.openLeaves].sort()).toEqual(['CON-2', 'NEC-02', 'NEC-06']);
    expect(adviceSentence(assessment, BEV_2023, 'nl')).toMatch(/^Nog geen advies/);
  });

  it('has a sound log, whole attachments and no loose ends', async () => {
    expect(await desk.done('vault.check', {})).toMatchObject({
      badPages: [],
      database: [],
      log: [],
      attachments: { damaged: [] },
    });
    expect(await desk.done('records.findings', { logId })).toEqual({
      conflicts: [],
      dangling: [],
      unknownTypes: [],
    });
  });

  it('opens the page of every single thing in it', async () => {
    for (const { record, label } of await desk.done('dossier.entities', { logId })) {
      const page = await desk.done('dossier.entity', { logId, record });
      expect(page.ref.label).toBe(label);
    }
  });
});
