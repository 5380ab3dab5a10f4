import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogId } from '#shared/model/ids.ts';
import { type Desk, startDesk } from '../support/session.ts';

let desk: Desk;
let logId: LogId;
beforeAll(async () => {
  desk = await startDesk();
  logId = (await desk.done('cases.openSample', {})).logId;
});
afterAll(() => desk.close());

const DAY = '2026-11-25';
const list = () => desk.done('freeze.list', { logId });
const make = (reason?: string) =>
  desk.call('freeze.make', {
    logId,
    title: 'Risico-inschatting 1',
    day: DAY,
    marking: 'depV',
    ...(reason ? { reason } : {}),
  });
const codes = async (): Promise<string[]> => (await list()).blockers.map(({ code }) => code);

/** What stands in the way in the sample case. */
const OPEN = [
  'oneOrigin',
  'contradictedEvidence',
  'noWeighing',
  'noProportionality',
  'noChallenge',
  'noSelfCheck',
];

describe('a frozen assessment (RA-1, REP-4)', () => {
  it('is refused while something stands in the way, and made when that is overruled with a reason (PUR-05)', async () => {
    expect(await codes()).toEqual(OPEN);
    expect(await make()).toMatchObject({ ok: false, error: { code: 'notReady' } });
    const made = await make('De ministerraad vergadert vrijdag.');
    expect(made).toMatchObject({ ok: true });
    const { frozen } = await list();
    expect(frozen).toMatchObject([
      {
        title: 'Risico-inschatting 1',
        check: 'same',
        overruled: OPEN,
        drift: [],
        changed: [],
      },
    ]);
  });

  it('comes out the same again after the case moved on, and says what has become different', async () => {
    const { verdicts } = await desk.done('assessment.get', { logId });
    const con2 = verdicts.find(({ leaf }) => leaf === 'CON-2');
    await desk.done('assessment.judge', {
      logId,
      leaf: 'CON-2',
      base: (con2?.versions ?? []).map(({ digest }) => digest),
      outcome: 'notMet',
      argument: 'De onbekende houder blijkt een Nederlands pensioenfonds.',
      evidence: [],
      marking: 'depV',
    });
    const [frozen] = (await list()).frozen;
    expect(frozen?.check).toBe('same');
    expect(frozen?.drift.map(({ of, was, is }) => `${of}: ${was} > ${is}`)).toEqual([
      'advice: undetermined > negative',
      'gate BEV: undetermined > notMet',
      'gate CONDITIONS: undetermined > notMet',
      'leaf CON-2: undetermined > notMet',
    ]);
    expect(frozen?.changed).toEqual([{ type: 'verdict', count: 1 }]);
    await desk.done('history.undo', { logId });
    expect((await list()).frozen[0]?.drift).toEqual([]);
  });

  it('is never made over an empty rung, whatever the reason (NEC-01)', async () => {
    const { rungs } = await desk.done('instruments.get', { logId, day: DAY });
    const vifo = rungs.find(({ id }) => id === 'INS-06');
    await desk.done('instruments.judge', {
      logId,
      rungs: [{ instrument: 'INS-06', base: (vifo?.judged?.versions ?? []).map(({ digest }) => digest) }],
      verdict: 'insufficient',
      covers: [],
      inTime: 'unknown',
      reason: ' ',
      evidence: [],
      marking: 'depV',
    });
    expect((await list()).blockers[0]).toEqual({ code: 'emptyRungs', items: ['INS-06'], hard: true });
    expect(await make('Het moet nu.')).toMatchObject({
      ok: false,
      error: { code: 'notReady', params: { code: 'emptyRungs', count: 1 } },
    });
    await desk.done('history.undo', { logId });
  });

  it('waits for the reason of a masked level that differs from the open one, unless that is overruled (PUR-20)', async () => {
    const found = async () => (await list()).blockers.find(({ code }) => code === 'unexplainedDifferences');
    const base = async () => {
      const { ratings } = await desk.done('neutrality.masked', { logId });
      return ratings.flatMap(({ versions }) => versions.map(({ digest }) => digest));
    };
    const given = { logId, indicator: 'IND-1', argument: 'Zonder namen.', evidence: [], marking: 'depV' };
    // The open level of the sample is 4.
    const mask = async (level: number) =>
      desk.done('neutrality.rateMasked', { ...given, base: await base(), level } as never);
    await mask(4);
    expect(await found()).toBeUndefined();
    await mask(3);
    expect(await found()).toEqual({ code: 'unexplainedDifferences', items: ['IND-1'], hard: false });
    const why = { logId, indicator: 'IND-1', reason: 'De gevraagde inzage, en niet het land.' };
    await desk.done('neutrality.explain', { ...why, base: await base() } as never);
    expect(await found()).toBeUndefined();
    // The reason belongs to the two levels that it explains.
    await mask(2);
    expect((await found())?.items).toEqual(['IND-1']);
    expect(await make('De ministerraad vergadert vrijdag.')).toMatchObject({ ok: true });
    expect((await list()).frozen[0]?.overruled).toContain('unexplainedDifferences');
  });
});
