import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { translator } from '#shared/i18n/index.ts';
import type { ScenarioColumn, ScenarioComparison } from '#shared/ipc/scenarios.ts';
import type { LogId, RecordId } from '#shared/model/ids.ts';
import { sentencesOf, speechOf } from '#shared/scenario/sentences.ts';
import { type Desk, startDesk } from '../support/session.ts';

let desk: Desk;
let logId: LogId;
let seen: ScenarioComparison;
beforeAll(async () => {
  desk = await startDesk();
  logId = (await desk.done('cases.openSample', {})).logId;
  seen = await desk.done('scenarios.compare', { logId, day: '2026-11-25' });
});
afterAll(() => desk.close());

const titleOf = ({ versions }: ScenarioColumn): string => String(versions[0]?.body.title ?? 'feiten');
const column = (title: string, of = seen): ScenarioColumn =>
  of.columns.find((one) => titleOf(one).startsWith(title)) as ScenarioColumn;
const nodeOf = (label: string): string =>
  seen.nodes.find((one) => one.label.startsWith(label))?.node ?? label;
const held = (of: ScenarioColumn, label: string) => {
  const row = of.holders.find(({ holder }) => holder === nodeOf(label));
  const text = ({ min, max }: { min: number; max: number }): string =>
    min === max ? (max * 100).toFixed(2) : `${(min * 100).toFixed(2)}-${(max * 100).toFixed(2)}`;
  return row && [text(row.capital), text(row.votes), text(row.diluted.capital)];
};

describe('the transactions of the sample case', () => {
  it('stand in order: facts, the deal to be averted, then least intervention first (PUR-18)', () => {
    expect(seen.columns.map(titleOf)).toEqual([
      'feiten',
      'Helion: ronde van december 2026',
      'Markt: Kempenlicht en Deltahaven',
      'Helion met maatregelen',
      'BEV: leningen, later om te zetten',
      'BEV: aandelen naast Kempenlicht',
    ]);
    expect(seen.columns.flatMap(({ problems }) => problems)).toEqual([]);
  });

  it('gives Helion 60 of 210 million, 28.57% of capital and votes, as the term sheet says', () => {
    const deal = column('Helion: ronde');
    expect(held(deal, 'Helion')).toEqual(['28.57', '28.57', '31.43']);
    expect(held(deal, 'De Wit')?.[0]).toBe('15.71');
    expect(deal.dilution.max).toBeCloseTo(60 / 210, 12);
    expect(deal.money.now).toEqual({ min: 60_000_000, max: 60_000_000 });
    expect(deal.board.seats.map(({ holder, seats }) => [holder, seats.max])).toContainEqual([
      nodeOf('Helion'),
      2,
    ]);
    expect(deal.groups.find(({ group }) => group === nodeOf('Helion'))).toMatchObject({
      control: 'excluded',
    });
  });

  it('shows what the states that are followed may command, and which thresholds that reaches', () => {
    const deal = column('Helion: ronde');
    const state = deal.groups.find(({ group }) => group === 'state');
    expect(state?.control).toBe('excluded');
    expect([state?.votes.min, state?.votes.max.toFixed(4)]).toEqual([0, '0.3607']);
    const reached = deal.crossings
      .filter(({ rule, group }) => rule === 'vifo.significantInfluence' && group === nodeOf('Helion'))
      .map(({ level, direction, verdict }) => [level, direction, verdict]);
    expect(reached).toEqual([
      [0.1, 'up', 'certain'],
      [0.2, 'up', 'certain'],
      [0.25, 'up', 'certain'],
    ]);
  });

  it('parts votes from the economic right when the shares are certified, on top of the same deal', () => {
    const mitigated = column('Helion met');
    expect(mitigated.versions[0]?.body.basedOn).toBe(column('Helion: ronde').id);
    expect(held(mitigated, 'Helion')).toEqual(['28.57', '0.00', '31.43']);
    expect(held(mitigated, 'Stichting Administratiekantoor Series C')?.slice(0, 2)).toEqual([
      '0.00',
      '28.57',
    ]);
    expect(mitigated.board.seats.some(({ holder }) => holder === nodeOf('Helion'))).toBe(false);
    expect(
      mitigated.board.rights.filter(({ holder }) => holder === nodeOf('Helion')).map(({ detail }) => detail),
    ).toEqual(['jaarbegroting en verplaatsing van productie']);
  });

  it('carries what the market has not answered as a range', () => {
    const market = column('Markt');
    expect(held(market, 'Deltahaven')).toEqual(['0.00-24.76', '0.00-24.76', '0.00-24.76']);
    expect(market.money.now).toEqual({ min: 8_000_000, max: 60_000_000 });
  });

  it('looks through the chain of the State to its indirect stake (ACT-06, ACT-07)', () => {
    const shares = column('BEV: aandelen');
    const state = shares.owners.find(({ owner }) => owner === 'own:staat');
    expect(state?.max).toBeCloseTo(52 / 210, 12);
    expect(state?.change).toBe('up');
    // 40 million at 80% of 150, and then 4% warrants: (1/3) / (4/3) of all, times 96%.
    const loans = column('BEV: leningen');
    expect(held(loans, 'Aparte rechtspersoon')).toEqual(['0.00', '0.00', '28.00']);
    expect(loans.money.now.max).toBe(60_000_000);
  });

  it('never touches a fact: the ownership of the case is the same before and after', async () => {
    const target = seen.target.record;
    const picture = await desk.done('ownership.get', { logId, target, day: '2026-11-25' });
    const facts = column('feiten');
    const share = new Map(picture.owners.map(({ owner, min, max }) => [owner as string, [min, max]]));
    for (const { owner, min, max } of facts.owners) {
      expect(min).toBeCloseTo(share.get(owner)?.[0] ?? Number.NaN, 9);
      expect(max).toBeCloseTo(share.get(owner)?.[1] ?? Number.NaN, 9);
    }
    expect(facts.controllers.map(({ controller }) => controller)).toEqual(
      picture.controllers.map(({ controller }) => controller),
    );
    expect(facts.holders.every(({ change }) => change.capital === 'same' && change.votes === 'same')).toBe(
      true,
    );
  });

  it('is told in plain sentences with the verdict first', () => {
    const words = speechOf(seen, {
      t: translator('nl'),
      percent: (part) => `${Math.round(part * 1000) / 10}%`,
      span: ({ min, max }) =>
        max - min < 1e-9
          ? `${Math.round(max * 1000) / 10}%`
          : `${Math.round(min * 1000) / 10}–${Math.round(max * 1000) / 10}%`,
      euros: (amount) => `€ ${amount}`,
      number: String,
      list: (items) => items.join(' en '),
      either: (items) => items.join(' of '),
    });
    const [first, ...others] = sentencesOf(column('Helion: ronde'), words);
    expect(first).toBe(
      'Na de transactie beschikt Helion Groeipartners Coöperatief U.A. over 28.6% van de stemmen en 28.6% van het kapitaal.',
    );
    expect(others).toContain(
      'Wordt minder dan 85.7% van de stemmen uitgebracht, dan geldt dat ook voor twee derde.',
    );
    for (const one of seen.columns)
      expect(sentencesOf(one, words).join(' ')).not.toMatch(/scenarios\.|\{\{|…/);
  });

  it('refuses debt for the facility, with the place and the reason (FIN-X)', async () => {
    const deal = column('BEV: aandelen').versions[0];
    const debt = {
      kind: 'debt',
      lender: { own: 'bev' },
      instrument: 'loan',
      amount: { kind: 'exact', value: 1 },
    };
    const refused = await desk.call('records.put', {
      logId,
      action: 'edit',
      puts: [
        {
          record: deal?.record as RecordId,
          type: 'scenario',
          base: deal ? [deal.digest] : [],
          body: { ...deal?.body, steps: [debt] },
          marking: 'depV',
        },
      ],
    });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'invalidRecord', params: { field: 'steps.0.instrument', problem: 'bevDebt' } },
    });
  });

  it('undoes a scenario like any record, and forgets one that is withdrawn', async () => {
    const made = await desk.done('records.put', {
      logId,
      action: 'create',
      puts: [
        {
          record: null,
          type: 'scenario',
          base: [],
          body: { title: 'Leeg', kind: 'other', company: seen.target.record },
          marking: 'open',
        },
      ],
    });
    const after = await desk.done('scenarios.compare', { logId, day: '2026-11-25' });
    const empty = after.columns.find(({ id }) => id === made.records[0]) as ScenarioColumn;
    const facts = column('feiten');
    const plain = ({ versions: _, id: __, ...rest }: ScenarioColumn) => rest;
    expect(plain(empty)).toEqual(plain(facts));
    await desk.done('history.undo', { logId });
    const undone = await desk.done('scenarios.compare', { logId, day: '2026-11-25' });
    expect(undone.columns).toHaveLength(seen.columns.length);
  });

  it('is not found for a case without a company', async () => {
    const created = await desk.done('cases.create', {
      title: 'Zonder onderneming',
      leadDepartment: 'EZ',
      trigger: 'signal',
      marking: 'open',
    });
    expect(await desk.call('scenarios.compare', { logId: created.logId, day: '2026-11-25' })).toMatchObject({
      ok: false,
      error: { code: 'notFound' },
    });
  });
});
