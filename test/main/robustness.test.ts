import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseRecordId, type LogId } from '#shared/model/ids.ts';
import { type Desk, startDesk } from '../support/session.ts';

let desk: Desk;
let logId: LogId;
beforeAll(async () => {
  desk = await startDesk();
  logId = (await desk.done('cases.openSample', {})).logId;
});
afterAll(() => desk.close());

const get = (more: { weights?: Record<string, { min: number; max: number }>; seed?: number } = {}) =>
  desk.done('robustness.get', { logId, draws: 2000, ...more });

describe('robustness of the sample case', () => {
  it('says of one rater that there is nothing to compare, and not that all agree', async () => {
    const { agreement } = await get();
    expect([agreement.raters.length, agreement.alpha, agreement.reliance]).toEqual([1, null, 'notDefined']);
  });

  it('studies the core indicators alone: the broader one makes up for nothing (IND-5)', async () => {
    const { study } = await get();
    expect(study?.indicators).toEqual(['IND-1', 'IND-2', 'IND-3', 'IND-4']);
    expect(study?.classes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  it('gives the same for the same seed', async () => {
    expect(await get({ seed: 9 })).toEqual(await get({ seed: 9 }));
  });

  it('says so when no weighting fits the limits', async () => {
    const none = Object.fromEntries(
      ['IND-1', 'IND-2', 'IND-3', 'IND-4'].map((id) => [id, { min: 0, max: 0.1 }]),
    );
    expect(await get({ weights: none })).toMatchObject({ study: null, tooTight: true });
  });

  it('holds the case against reference profiles, and what was agreed goes before the ratings', async () => {
    const put = (type: 'referenceProfile' | 'reconciliation', body: Record<string, never>) =>
      desk.done('records.put', {
        logId,
        action: 'create',
        puts: [{ record: null, type, base: [], body, marking: 'open' }],
      });
    const all = { 'IND-1': 1, 'IND-2': 1, 'IND-3': 1, 'IND-4': 1 };
    await put('referenceProfile', { name: 'Alles laag', levels: all } as never);
    const { ranking } = await get();
    expect(ranking.map(({ name, own, ranks }) => [name, own, ranks[0]])).toEqual([
      ['', true, 1],
      ['Alles laag', false, 0],
    ]);
    const agreed = { indicator: 'IND-3', level: 1, argument: 'Reserve gevonden.', dissent: [], evidence: [] };
    await put('reconciliation', agreed as never);
    const before = ranking[0]?.ranks[0];
    expect([before, (await get()).study?.classes.find(({ concern }) => concern === 'high')?.share]).toEqual([
      1, 0,
    ]);
  });

  it('knows no case that is not there', async () => {
    const missing = await desk.call('robustness.get', {
      logId: caseRecordId('00000000-0000-4000-8000-000000000000' as LogId) as never,
    });
    expect(missing).toMatchObject({ ok: false, error: { code: 'notFound' } });
  });
});
