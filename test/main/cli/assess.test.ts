import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgementOf } from '#main/cli/assess-judgement.ts';
import { neutralityOf } from '#main/cli/assess-neutrality.ts';
import type { Day } from '#shared/model/dates.ts';
import type { LogId } from '#shared/model/ids.ts';
import { handOver } from '../../support/exchange.ts';
import { type Desk, startDesk } from '../../support/session.ts';

const DAY = '2026-11-25' as Day;
let desk: Desk;
let logId: LogId;
beforeAll(async () => {
  desk = await startDesk();
  logId = (await desk.done('cases.openSample', {})).logId;
});
afterAll(() => desk.close());

const answered = <T>(given: { ok: true; value: T } | { ok: false }): T => {
  if (!given.ok) throw new Error(JSON.stringify(given));
  return given.value;
};

/** The parts that `assess --json` adds to gates, law and ladder. */
async function judged(who: Desk = desk) {
  const shown = { logId, at: {}, day: DAY };
  const neutrality = answered(await neutralityOf(who.call, shown));
  const rest = answered(await judgementOf(who.call, shown, await who.done('assessment.get', { logId })));
  return { neutrality, ...rest };
}

describe('the judgement of the sample case on the command line (REP-1 to REP-4)', () => {
  it('is the same abroad and another one at home, and the votes of the state are those of the round', async () => {
    const { swaps, options, lightest, onCountry } = (await judged()).neutrality;
    expect(swaps.map(({ from, to, drift }) => [from, to, drift.length])).toEqual([
      ['XZ', 'DE', 0],
      ['XZ', 'NL', 6],
    ]);
    // Now at most 10.5 per cent. Helion then gets 60 of 210, and what there was is diluted to 150 of 210.
    const after = 60 / 210 + (0.105 * 150) / 210;
    expect(options.map(({ kind, intervention, control }) => [kind, intervention, control])).toEqual([
      ['unwantedDeal', null, 'excluded'],
      ['marketAlternative', 'none', 'excluded'],
      ['mitigatedDeal', 'conditions', 'excluded'],
      ['bevStake', 'finance', 'excluded'],
      ['bevStake', 'minority', 'excluded'],
    ]);
    expect(options[0]?.votes).toEqual({ min: 0, max: expect.closeTo(after, 12) });
    const [deal] = (swaps[1]?.drift ?? []).filter(({ of }) => of.startsWith('state Helion: ronde'));
    const [word, min, max] = (deal?.was ?? '').split(' ');
    expect([word, min, Number(max), deal?.is]).toEqual([
      'excluded',
      '0',
      expect.closeTo(after, 12),
      'excluded 0 0',
    ]);
    // The deal gives no control either, so no option is told from another by taking it away.
    expect(lightest).toBeNull();
    expect(onCountry.map(({ about, words }) => [about, ...words])).toEqual([
      ['transparency', 'Luxemburg'],
      ['compellingLaw', 'Zoravië'],
    ]);
  });

  it('weighs the hypotheses as the matrix does, row by row, and names the word of a likelihood with its bounds', async () => {
    const { threat } = await judged();
    expect(threat.hypotheses.map(({ key }) => key)).toEqual([
      ...['stateDirected', 'stateInfluenced', 'commercial', 'otherInterest'],
    ]);
    // Against "directed": I of high weight and I of medium; against "commercial": two of high weight, and one II of 1.
    expect(threat.scores).toEqual([
      expect.closeTo(-Math.SQRT2 - 1, 12),
      0,
      expect.closeTo(-2 * Math.SQRT2 - 2, 12),
      0,
    ]);
    expect(threat.ranking).toEqual([1, 3, 0, 2]);
    const told = threat.rows.map(({ diagnosticity }) => diagnosticity);
    const count = (what: string): number => told.filter((one) => one === what).length;
    expect([told.length, count('some'), count('none'), count('open')]).toEqual([8, 6, 1, 1]);
    const bounds = threat.appraisals.flatMap(({ versions, bounds: [first] }) =>
      versions[0]?.body.criterion === 'transparency' ? [first] : [],
    );
    expect(bounds).toEqual([{ min: 0.95, max: 0.99 }]);
  });

  it('draws the aggregate of one rater: levels 4, 4, 3 and 4 are 11 of 16, and no agreement is claimed', async () => {
    const { robustness, ratings } = await judged();
    expect(robustness.agreement).toMatchObject({ alpha: null, reliance: 'notDefined' });
    expect(robustness.study).toMatchObject({ base: 11 / 16, sum: { min: 1 / 4, max: 1 } });
    // IND-3 is 3, and may be 2 to 5: one step down or two up, each a sixteenth.
    expect(robustness.study?.tornado[0]).toEqual({ indicator: 'IND-3', low: 10 / 16, high: 13 / 16 });
    expect([robustness.draws, robustness.seed, ratings.given.length, ratings.agreed]).toEqual([
      ...[10_000, 1, 5, []],
    ]);
  });

  it('says what evidence the judgements stand on, what is unchallenged, and what stands in the way of a freeze', async () => {
    const { evidence, challenge, freeze, verdicts } = await judged();
    const con1 = evidence.conclusions.find(({ about }) => about === 'CON-1');
    const verdict = verdicts.find(({ leaf }) => leaf === 'CON-1');
    expect(con1).toMatchObject({ record: verdict?.record, evidence: verdict?.evidence.length, origins: 3 });
    expect(challenge.missing.selfCheck).toHaveLength(9);
    expect(challenge.missing.challenge.slice(0, 2)).toEqual(['NEC-06', 'challenger']);
    expect(freeze).toMatchObject({ frozen: [] });
  });

  it('keeps dissent, tells masked from open, and is the same in the vault of who got the case', async () => {
    const own = {
      logId,
      indicator: 'IND-1',
      base: [],
      argument: 'Zonder namen.',
      evidence: [],
      marking: 'depV',
    };
    await desk.done('neutrality.rateMasked', { ...own, level: 3 } as never);
    const dissent = [{ who: 'DEF', text: 'De vervangtijd is langer.' }];
    const body = { indicator: 'IND-3', level: 4, argument: 'Na overleg.', dissent, evidence: [] };
    await desk.done('records.put', {
      logId,
      action: 'create',
      puts: [{ record: null, type: 'reconciliation', base: [], body, marking: 'open' }],
    });
    const mine = await judged();
    expect(mine.neutrality.masked.rows).toMatchObject([
      { indicator: 'IND-1', standing: 'differs', masked: 3, open: 4, steps: 1, reason: null },
    ]);
    expect(mine.ratings.agreed).toMatchObject([{ body: { indicator: 'IND-3', level: 4, dissent } }]);
    // What was agreed goes before the rating of 3: 12 of 16.
    expect(mine.robustness.study?.base).toBe(12 / 16);
    const bram = await startDesk({ name: 'Bram Visser', department: 'DEF' });
    try {
      await handOver(desk, bram, logId, 'heen');
      expect(await judged(bram)).toEqual(mine);
    } finally {
      bram.close();
    }
  });

  it('of an earlier time says nothing of freezes, which are of now; of a case that is not there nothing at all', async () => {
    const at = { knownAt: '2020-01-01T00:00:00.000Z' };
    expect(await neutralityOf(desk.call, { logId, at, day: DAY } as never)).toMatchObject({
      ok: false,
      error: { code: 'notFound' },
    });
    const later = { logId, at: { knownAt: '2099-01-01T00:00:00.000Z' }, day: DAY };
    const known = await desk.done('assessment.get', { logId });
    expect(answered(await judgementOf(desk.call, later as never, known)).freeze).toBeNull();
  });
});
