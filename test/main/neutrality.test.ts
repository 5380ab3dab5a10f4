import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '#shared/model/dates.ts';
import type { LogId } from '#shared/model/ids.ts';
import { INTERVENTIONS } from '#shared/model/records/scenario.ts';
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
    const swap = async (to: string) =>
      (await desk.done('neutrality.swap', { logId, day: DAY, from: 'XZ', to })).drift;
    expect(await swap('US')).toEqual([]);
    const home = await swap('NL');
    expect(home.length).toBeGreaterThan(0);
    expect(home.every(({ of }) => of.startsWith('state'))).toBe(true);
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
