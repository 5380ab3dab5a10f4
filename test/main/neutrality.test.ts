import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '#shared/model/dates.ts';
import type { LogId } from '#shared/model/ids.ts';
import { INTERVENTIONS } from '#shared/model/records/scenario.ts';
import { handOver } from '../support/exchange.ts';
import { type Desk, startDesk } from '../support/session.ts';

const DAY = '2026-11-25' as Day;
let desk: Desk;
let logId: LogId;
beforeAll(async () => {
  desk = await startDesk();
  logId = (await desk.done('cases.openSample', {})).logId;
});
afterAll(() => desk.close());

describe('country neutrality of the sample case (PUR-18 to PUR-20)', () => {
  it('does not depend on which foreign country the investor is from, and does on whether it is foreign at all', async () => {
    const swaps = ['US', 'NL'].map((to) => ({ from: 'XZ', to }));
    const given = await desk.done('neutrality.swap', { logId, day: DAY, swaps });
    expect(given.swaps.map(({ from, to }) => ({ from, to }))).toEqual(swaps);
    const [abroad, home] = given.swaps.map(({ drift }) => drift);
    expect(abroad).toEqual([]);
    expect(home?.length).toBeGreaterThan(0);
    expect(home?.every(({ of }) => of.startsWith('state'))).toBe(true);
  });

  it('swaps on a thread of its own: told how far it is, and stopped without an answer', async () => {
    const swaps = [{ from: 'XZ', to: 'US' }];
    const told = () =>
      desk.events.flatMap(({ name, payload }) => {
        const { job, done, total } = payload as { job: string; done: number; total: number };
        return name === 'job.progress' && job === 'neutrality.swap' ? [`${done}/${total}`] : [];
      });
    const before = told().length;
    await desk.done('neutrality.swap', { logId, day: DAY, swaps });
    expect(told().slice(before)).toEqual(['0/2', '1/2', '2/2']);
    const running = desk.call('neutrality.swap', { logId, day: DAY, swaps });
    await desk.done('job.cancel', { job: 'neutrality.swap' });
    expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });

  it('puts the options in the order of intervention, the deal to be averted first', async () => {
    const { options, principles } = await desk.done('neutrality.get', { logId, day: DAY });
    const places = options
      .filter(({ kind }) => kind !== 'unwantedDeal')
      .map(({ intervention }) =>
        intervention === null ? INTERVENTIONS.length : INTERVENTIONS.indexOf(intervention),
      );
    expect(places.length).toBeGreaterThan(1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(principles.map(({ leaf }) => leaf)).toEqual(['PUR-18', 'PUR-19', 'PUR-20']);
  });
});

describe('masked ratings beside the open ones (PUR-20)', () => {
  let bram: Desk;
  beforeAll(async () => {
    bram = await startDesk({ name: 'Bram Visser', department: 'DEF' });
    await handOver(desk, bram, logId, 'heen');
  });
  afterAll(() => bram.close());

  const rows = async (who: Desk) => (await who.done('neutrality.masked', { logId })).rows;
  const own = async (who: Desk, indicator: string) => {
    const { me, ratings } = await who.done('neutrality.masked', { logId });
    const found = ratings.find((one) => one.rater === me && one.indicator === indicator);
    return (found?.versions ?? []).map(({ digest }) => digest);
  };
  const rate = (who: Desk, indicator: string, level: number, base: string[] = []) =>
    who.done('neutrality.rateMasked', {
      logId,
      indicator,
      base,
      level,
      argument: 'Wat Investeerder A krijgt, is moeilijk na te maken.',
      evidence: [],
      marking: 'depV',
    });
  const rateOpen = (who: Desk, indicator: string, level: number) =>
    who.done('assessment.rate', {
      logId,
      indicator,
      base: [],
      level,
      argument: 'Alles bijeen.',
      evidence: [],
      marking: 'depV',
    });

  it('hides the investor of the deal and not the company, and answers what to hide and what to keep', async () => {
    const { hidden, kept } = await desk.done('neutrality.hidden', { logId });
    const names = hidden.flatMap(({ names: all }) => all);
    expect(names).toContain('Helion Groeipartners Coöperatief U.A.');
    expect(names).not.toContain('Lumenschip B.V.');
    expect(kept).toContain('Lumenschip B.V.');
    expect(hidden.filter(({ kind }) => kind === 'country').map(({ code }) => code)).not.toContain('NL');
  });

  it('of who rated openly before are known beforehand; of who rates masked first they are blind', async () => {
    await rate(desk, 'IND-1', 3);
    await rate(bram, 'IND-1', 3);
    await rateOpen(bram, 'IND-1', 5);
    const brief = (all: Awaited<ReturnType<typeof rows>>) =>
      all.map(({ raterName, standing, steps, knownBefore }) => [raterName, standing, steps, knownBefore]);
    expect(brief(await rows(desk))).toEqual([['Anna de Vries', 'differs', 1, true]]);
    expect(brief(await rows(bram))).toEqual([['Bram Visser', 'differs', 2, false]]);
    // The order in which Bram rated travels with the log.
    await handOver(bram, desk, logId, 'terug');
    expect(brief(await rows(desk)).toSorted()).toEqual([
      ['Anna de Vries', 'differs', 1, true],
      ['Bram Visser', 'differs', 2, false],
    ]);
  });

  it('change nothing of the open ratings or of what follows from them', async () => {
    const before = await desk.done('assessment.get', { logId });
    await rate(desk, 'IND-2', 1);
    expect(await desk.done('assessment.get', { logId })).toEqual(before);
  });

  it('take a reason for a difference, keep it as long as the level stays, and lose it with undo', async () => {
    const reason = async () =>
      (await rows(desk)).find(
        ({ raterName, indicator }) => raterName.startsWith('Anna') && indicator === 'IND-1',
      )?.reason;
    await desk.done('neutrality.explain', {
      logId,
      indicator: 'IND-1',
      base: await own(desk, 'IND-1'),
      reason: 'De houder biedt zelf een overname van de kennis aan.',
    });
    expect(await reason()).toBe('De houder biedt zelf een overname van de kennis aan.');
    await desk.done('history.undo', { logId });
    expect(await reason()).toBeNull();
  });

  it('refuse a reason where there is nothing to compare, and a rating on what somebody else changed', async () => {
    const nothing = await desk.call('neutrality.explain', {
      logId,
      indicator: 'IND-4',
      base: [],
      reason: 'Zo.',
    });
    expect(nothing).toMatchObject({ ok: false, error: { code: 'notFound' } });
    const stale = await desk.call('neutrality.rateMasked', {
      logId,
      indicator: 'IND-2',
      base: [],
      level: 2,
      argument: 'Opnieuw.',
      evidence: [],
      marking: 'depV',
    });
    expect(stale).toMatchObject({ ok: false, error: { code: 'stale' } });
  });
});
