import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutputOf } from '#shared/ipc/contract.ts';
import type { instrumentsContract } from '#shared/ipc/instruments.ts';
import type { LogId } from '#shared/model/ids.ts';
import { type Desk, startDesk } from '../support/session.ts';

type Ladder = OutputOf<(typeof instrumentsContract)['instruments.get']>;

let desk: Desk;
let logId: LogId;
beforeAll(async () => {
  desk = await startDesk();
  logId = (await desk.done('cases.openSample', {})).logId;
});
afterAll(() => desk.close());

const get = (): Promise<Ladder> => desk.done('instruments.get', { logId, day: '2026-11-25' });
const applies = ({ rungs }: Ladder, id: string) => rungs.find((rung) => rung.id === id)?.applies;

describe('the ladder of the sample case', () => {
  it('has a verdict with a reason on each of the 44 instruments and 12 measures, so that law is exhausted', async () => {
    const { rungs, suggests } = await get();
    expect([rungs.length, rungs.filter(({ gap }) => gap !== undefined)]).toEqual([56, []]);
    expect(suggests).toEqual({ law: 'met', market: 'undetermined' });
  });

  it('computes from the law which instruments apply', async () => {
    const ladder = await get();
    expect(
      ['INS-03', 'INS-05', 'INS-06', 'INS-07', 'INS-16', 'MIT-01'].map((id) => applies(ladder, id)),
    ).toEqual(['notMet', 'notMet', 'met', 'notMet', 'undetermined', undefined]);
  });

  it('judges several rungs alike as one step, which one undo takes back', async () => {
    const { rungs } = await get();
    const some = rungs.filter(({ id }) => id === 'INS-08' || id === 'INS-09');
    await desk.done('instruments.judge', {
      logId,
      rungs: some.map(({ id, judged }) => ({
        instrument: id,
        base: (judged?.versions ?? []).map(({ digest }) => digest),
      })),
      verdict: 'suffices',
      covers: [],
      inTime: 'yes',
      reason: 'De instelling heeft de toegang al gesloten.',
      evidence: [],
      marking: 'open',
    });
    expect((await get()).suggests.law).toBe('notMet');
    await desk.done('history.undo', { logId });
    expect((await get()).suggests.law).toBe('met');
  });

  it('counts a market party that answered: when all have declined, the market offers nothing', async () => {
    const { market } = await get();
    await desk.done('records.put', {
      logId,
      action: 'edit',
      puts: market.map(({ record, versions: [version] }) => ({
        record,
        type: 'marketContact' as const,
        base: version ? [version.digest] : [],
        body: { ...version?.body, response: 'declined' },
        marking: 'open' as const,
      })),
    });
    expect((await get()).suggests.market).toBe('met');
    await desk.done('history.undo', { logId });
  });
});
