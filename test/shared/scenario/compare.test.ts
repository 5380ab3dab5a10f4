import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VersionView } from '#shared/ipc/common.ts';
import type { Step } from '#shared/model/records/scenario.ts';
import { RECORDS } from '#shared/model/records.ts';
import { heldBy } from '#shared/scenario/cap.ts';
import { compareScenarios } from '#shared/scenario/compare.ts';
import { DECISION_RULES, sayOf } from '#shared/scenario/decisions.ts';
import {
  about,
  by,
  company,
  count,
  exact,
  idOf,
  influence,
  owns,
  percent,
  percents,
  range,
  same,
  scenario,
  state,
  yes,
} from './fixture.ts';

const DAY = '2026-11-25';
const compare = (...views: readonly (VersionView | readonly VersionView[])[]) =>
  compareScenarios({ views: views.flat(), company: idOf('Target'), day: DAY });
const issue = (investor: string, part: number): Step => ({
  kind: 'issue',
  investor: by(investor),
  size: { by: 'percent', percent: exact(part) },
});
const both = (part: number) => ({ capital: percent(part), votes: percent(part) });
const PARTIES = ['Target', 'A', 'B', 'C', 'New'].map((name) => company(name));
const CAP = [
  owns('A', 'Target', both(49)),
  owns('B', 'Target', both(34)),
  owns('C', 'Target', both(17)),
].flat();

describe('crossings of a threshold', () => {
  it.each([
    [9.9, []],
    [10, [0.1]],
    [20, [0.1, 0.2]],
    [24.9, [0.1, 0.2]],
    [25, [0.1, 0.2, 0.25]],
  ])('at %d per cent are those of the Vifo Act that are reached, each on its own', (part, levels) => {
    const [, column] = compare(
      PARTIES,
      CAP,
      scenario('Deal', 'Target', { steps: [issue('New', part)] }),
    ).columns;
    const found = column?.crossings.filter(
      ({ rule, group }) => rule === 'vifo.significantInfluence' && group === idOf('New'),
    );
    expect(found?.map(({ level, direction, verdict }) => [level, direction, verdict])).toEqual(
      levels.map((level) => [level, 'up', 'certain']),
    );
  });

  it('go down too, when a holder sells', () => {
    const sale: Step = {
      kind: 'transfer',
      from: by('A'),
      to: by('New'),
      size: { by: 'percent', percent: exact(30) },
    };
    const back: Step = { kind: 'transfer', from: by('New'), to: by('A'), size: { by: 'all' } };
    const [, column] = compare(PARTIES, CAP, scenario('Sale', 'Target', { steps: [back, sale] })).columns;
    const down = column?.crossings.filter(
      ({ direction, group }) => direction === 'down' && group === idOf('A'),
    );
    expect(down?.map(({ rule, level }) => [rule, level])).toContainEqual(['vifo.significantInfluence', 0.2]);
    expect(column?.problems).toEqual([{ step: 0, code: 'nothingHeld', inherited: false }]);
  });

  it('are possible when the size of the deal is a range', () => {
    const step: Step = { ...issue('New', 0), size: { by: 'percent', percent: range(15, 22) } } as Step;
    const [, column] = compare(PARTIES, CAP, scenario('Deal', 'Target', { steps: [step] })).columns;
    const found = column?.crossings.filter(({ rule }) => rule === 'vifo.significantInfluence');
    expect(found?.map(({ level, verdict }) => [level, verdict])).toEqual([
      [0.1, 'certain'],
      [0.2, 'possible'],
    ]);
  });
});

describe('control, blocking and power after a deal', () => {
  it('follows control through companies: 30 and 25 per cent of one party are 55 (C4)', () => {
    const views = [
      ...['Target', 'P', 'A', 'B', 'Q'].map((name) => company(name)),
      ...owns('P', 'A', both(60)),
      ...owns('P', 'B', both(60)),
      ...owns('Q', 'Target', both(100)),
    ];
    const move = (to: string, part: number): Step => ({
      kind: 'transfer',
      from: by('Q'),
      to: by(to),
      size: { by: 'percent', percent: exact(part) },
    });
    const [before, after] = compare(
      views,
      scenario('Deal', 'Target', { steps: [move('A', 30), move('B', 25)] }),
    ).columns;
    expect(before?.outcome.controllers.map(({ controller }) => controller)).toEqual([idOf('Q')]);
    expect(after?.outcome.controllers.map(({ controller, control }) => [controller, control])).toEqual([
      [idOf('P'), 'certain'],
    ]);
    const owner = after?.outcome.owners.find((one) => one.owner === idOf('P'));
    expect(owner?.point).toBeCloseTo(0.33, 12);
  });

  it('gives 49 against three times 17 half of the power, not all or nothing', () => {
    const three = [
      owns('A', 'Target', both(49)),
      owns('B', 'Target', both(17)),
      owns('C', 'Target', both(17)),
      owns('New', 'Target', both(17)),
    ].flat();
    const [facts] = compare(PARTIES, three).columns;
    const power = facts?.outcome.power.find(({ decision }) => decision === 'simple');
    const of =
      power && 'holders' in power ? power.holders.find(({ holder }) => holder === idOf('A')) : undefined;
    expect([of?.banzhaf, of?.shapley]).toEqual([0.5, 0.5]);
    const [open] = compare(PARTIES, owns('A', 'Target', both(49))).columns;
    expect(open?.outcome.power[0]).toEqual({ decision: 'simple', reason: 'unrecorded' });
  });

  it('blocks what the others cannot carry alone, and tells from which turnout', () => {
    const say = (id: string, votes: number) =>
      sayOf(DECISION_RULES.find((rule) => rule.id === id) as (typeof DECISION_RULES)[number], {
        min: votes,
        max: votes,
      });
    expect(say('simple', 0.5)).toMatchObject({ alone: 'excluded', block: 'certain' });
    expect(say('twoThirds', 1 / 3)).toMatchObject({ block: 'excluded' });
    expect(say('twoThirds', 0.34)).toMatchObject({ block: 'certain' });
    expect(say('twoThirds', 2 / 3)).toMatchObject({ alone: 'certain' });
    expect(say('threeQuarters', 0.25)).toMatchObject({ block: 'excluded' });
    expect(say('twoThirds', 0.2857).turnout).toBeCloseTo(0.8571, 12);
  });

  it('takes a foreign state above the investor as one of those that are followed', () => {
    const views = [...PARTIES, ...CAP, state('Zoravia', 'XZ'), ...owns('Zoravia', 'New', both(100))];
    const found = compare(views, scenario('Deal', 'Target', { steps: [issue('New', 60)] }));
    expect(found.groups.map(({ id }) => id)).toEqual(['state', idOf('New')]);
    const [facts, deal] = found.columns.map(({ outcome }) => outcome.groups[0]);
    expect([facts?.control, deal?.control]).toEqual(['excluded', 'certain']);
    expect(deal?.votes.max).toBeCloseTo(0.6, 12);
  });
});

describe('facts that scenarios start from', () => {
  it('count shares where only numbers are recorded', () => {
    const views = [
      ...PARTIES,
      ...about('Target', { issuedShares: count(1000) }),
      ...owns('A', 'Target', { shares: count(250) }),
      ...owns('B', 'Target', { shares: count(750) }),
    ];
    const step: Step = { kind: 'issue', investor: by('New'), size: { by: 'shares', count: exact(250) } };
    const [facts, deal] = compare(views, scenario('Deal', 'Target', { steps: [step] })).columns;
    expect(facts && heldBy(facts.deal.cap, idOf('A')).capital).toEqual({ min: 0.25, max: 0.25 });
    expect(deal && heldBy(deal.deal.cap, idOf('A')).capital.max).toBeCloseTo(0.2, 12);
  });

  it('carry the rights and seats that are recorded, and ranges as ranges', () => {
    const [facts] = compare(
      PARTIES,
      owns('A', 'Target', { capital: percents(20, 30), boardSeats: count(2), boardAppointment: yes }),
      owns('B', 'Target', { vetoRight: { kind: 'text', text: 'Verkoop' } }, 'finances'),
    ).columns;
    expect(facts?.outcome.holders[0]?.votes).toEqual({ min: 0.2, max: 0.3 });
    expect(facts?.deal.seats).toEqual([{ holder: idOf('A'), seats: { min: 2, max: 2 } }]);
    expect(facts?.deal.rights).toEqual([
      { holder: idOf('A'), right: 'appointment', grip: 'possible' },
      { holder: idOf('B'), right: 'veto', detail: 'Verkoop' },
    ]);
    expect(facts?.outcome.controllers.map(({ control }) => control)).toEqual(['possible']);
  });
});

describe('facts beside the shares', () => {
  it('take parties that were called the same as one, in facts and steps alike', () => {
    const views = [
      ...PARTIES,
      company('A2'),
      ...owns('A', 'Target', both(30)),
      ...owns('A2', 'Target', both(10)),
      ...owns('B', 'Target', both(50)),
      same('A', 'A2'),
      scenario('Deal', 'Target', { steps: [issue('A2', 60)] }),
    ];
    const [facts, deal] = compare(views).columns;
    // One interest written down twice, or two: 30 to 40 per cent.
    expect(facts && heldBy(facts.deal.cap, idOf('A')).capital).toEqual({ min: 0.3, max: 0.4 });
    expect(deal?.outcome.groups.map(({ group, control }) => [group, control])).toEqual([
      [idOf('A'), 'certain'],
    ]);
  });

  it('count control by law or contract, as the picture of the facts does', () => {
    const views = [...PARTIES, ...CAP, influence('New', 'Target', 'control')];
    const [facts] = compare(views).columns;
    expect(facts?.outcome.controllers.map(({ controller, control }) => [controller, control])).toEqual([
      [idOf('New'), 'possible'],
    ]);
    expect(facts?.deal.rights).toEqual([{ holder: idOf('New'), right: 'control', grip: 'possible' }]);
  });
});

describe('scenarios among each other (PUR-11)', () => {
  it('build on one another, and say so when the base is gone or goes round', () => {
    const deal = scenario('Deal', 'Target', { steps: [issue('New', 40)] });
    const measures = scenario('Measures', 'Target', {
      basedOn: deal.record,
      steps: [{ kind: 'voteCap', holder: by('New'), percent: exact(10) }],
    });
    const found = compare(PARTIES, CAP, deal, measures).columns[2];
    expect([found?.inherited, found && heldBy(found.deal.cap, idOf('New')).votes.max]).toEqual([1, 0.1]);
    expect(compare(PARTIES, CAP, measures).columns[1]).toMatchObject({ baseMissing: true, inherited: 0 });
    const round = { ...deal, body: { ...deal.body, basedOn: measures.record } };
    expect(compare(PARTIES, CAP, round, measures).columns.map(({ baseMissing }) => baseMissing)).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('stand from the deal to be averted to the heaviest intervention, whatever their order', () => {
    const all = [
      scenario('Shares', 'Target', { kind: 'bevStake', intervention: 'minority' }),
      scenario('Market', 'Target', { kind: 'marketAlternative', intervention: 'none' }),
      scenario('Undecided', 'Target'),
      scenario('Deal', 'Target', { kind: 'unwantedDeal' }),
      scenario('Loan', 'Target', { kind: 'bevStake', intervention: 'finance' }),
      scenario('Elsewhere', 'A'),
    ];
    const titles = (views: readonly VersionView[]) =>
      compare(PARTIES, views).columns.map(({ scenario: one }) => one?.body.title);
    expect(titles(all)).toEqual([undefined, 'Deal', 'Market', 'Loan', 'Shares', 'Undecided']);
    expect(titles(all.toReversed())).toEqual(titles(all));
  });

  it('say the same in whatever order the records come, and never change the facts', () => {
    const views = [
      ...PARTIES,
      state('Zoravia', 'XZ'),
      ...CAP,
      ...owns('Zoravia', 'New', { capital: percents(40, 60) }),
      scenario('Deal', 'Target', { steps: [issue('New', 30), issue('A', 45)] }),
      scenario('Empty', 'Target'),
    ];
    const plain = (all: readonly VersionView[]) => {
      const { columns, groups } = compare(all);
      return { groups, columns: columns.map(({ holdings: _, scenario: __, ...rest }) => rest) };
    };
    const truth = plain(views);
    expect(truth.columns[2]).toEqual({ ...truth.columns[0], crossings: [], problems: [] });
    fc.assert(
      fc.property(fc.shuffledSubarray(views, { minLength: views.length }), (shuffled) => {
        const found = plain(shuffled);
        expect(found.groups).toEqual(truth.groups);
        found.columns.forEach(({ outcome, dilution, crossings }, i) => {
          expect([outcome.holders, outcome.groups, dilution, crossings.length]).toEqual([
            truth.columns[i]?.outcome.holders,
            truth.columns[i]?.outcome.groups,
            truth.columns[i]?.dilution,
            truth.columns[i]?.crossings.length,
          ]);
        });
      }),
      { numRuns: 30 },
    );
  });
});

describe('the record of a scenario', () => {
  const body = {
    title: 'Deal',
    kind: 'bevStake',
    company: idOf('Target'),
    parties: [{ key: 'bev', name: 'BEV' }],
    steps: [],
  };
  const problemsOf = (changes: object): readonly (readonly [string, string])[] => {
    const parsed = RECORDS.scenario.body.safeParse({ ...body, ...changes });
    return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => [path.join('.'), message]);
  };
  const debt = { kind: 'debt', lender: { own: 'bev' }, instrument: 'guarantee', amount: exact(1) };

  it('refuses debt for the facility and allows it elsewhere (FIN-X, footnote 12)', () => {
    expect(problemsOf({ steps: [debt] })).toEqual([['steps.0.instrument', 'bevDebt']]);
    expect(problemsOf({ kind: 'marketAlternative', steps: [debt] })).toEqual([]);
  });

  it('names the step of a party that is not there, and refuses ranges the wrong way round', () => {
    const seats = { kind: 'seats', holder: { own: 'nobody' }, seats: range(2, 1) };
    expect(problemsOf({ steps: [{ ...seats, holder: { own: 'bev' } }] })).toEqual([
      ['steps.0.seats.max', 'rangeReversed'],
    ]);
    expect(problemsOf({ steps: [{ ...seats, seats: exact(1) }] })).toEqual([
      ['steps.0.holder', 'partyUnknown'],
    ]);
    const self = { kind: 'transfer', from: { own: 'bev' }, to: { own: 'bev' }, size: { by: 'all' } };
    expect(problemsOf({ steps: [self] })).toEqual([['steps.0.to', 'partySame']]);
    expect(problemsOf({ parties: [...body.parties, ...body.parties] })).toEqual([['parties', 'partyTwice']]);
  });
});
