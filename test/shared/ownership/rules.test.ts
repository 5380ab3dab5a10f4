import { describe, expect, it } from 'vitest';
import { crossings } from '#shared/ownership/crossings.ts';
import { capTable, evaluateRule } from '#shared/ownership/evaluate-rule.ts';
import { exactly, type Holding } from '#shared/ownership/interest.ts';
import type { ThresholdRule } from '#shared/ownership/rule.ts';
import { rulesOn, THRESHOLD_RULES } from '#shared/ownership/rules.ts';
import { world } from './worlds.ts';

function rule(id: string): ThresholdRule {
  const found = THRESHOLD_RULES.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no rule ${id}`);
  return found;
}
const verdicts = (id: string, holdings: readonly Holding[], parties: string | string[], target: string) =>
  evaluateRule(rule(id), capTable(holdings), [parties].flat(), target).map(({ verdict }) => verdict);

describe('the 50 per cent rule of OFAC (FAQ 401, P2)', () => {
  it.each([
    ['half of a half', world('X>A 0.5', 'A>B 0.5'), { A: 'certain', B: 'certain' }],
    ['two halves of two quarters', world('X>A 0.5', 'X>B 0.5', 'A>C 0.25', 'B>C 0.25'), { C: 'certain' }],
    [
      '40 through a blocked company and 10 of its own',
      world('X>A 0.5', 'X>B 0.1', 'A>B 0.4'),
      { B: 'certain' },
    ],
    [
      'a quarter through a company that is not blocked',
      world('X>A 0.5', 'X>B 0.25', 'A>C 0.25', 'B>C 0.25'),
      { C: 'excluded' },
    ],
    [
      'a quarter of two companies that hold it all',
      world('X>A 0.25', 'X>B 0.25', 'A>C 0.5', 'B>C 0.5'),
      { C: 'excluded' },
    ],
  ])('%s', (_, holdings, expected) => {
    for (const [target, verdict] of Object.entries(expected)) {
      expect(verdicts('ofac.fiftyPercent', holdings, 'X', target), target).toEqual([verdict]);
    }
  });

  it('takes blocked persons together, and does not look at control', () => {
    const holdings: Holding[] = [
      ...world('X>A 0.3', 'Y>A 0.2'),
      { holder: 'X', held: 'B', right: 'certain' },
    ];
    expect(verdicts('ofac.fiftyPercent', holdings, ['X', 'Y'], 'A')).toEqual(['certain']);
    expect(verdicts('ofac.fiftyPercent', holdings, 'X', 'A')).toEqual(['excluded']);
    expect(verdicts('ofac.fiftyPercent', holdings, 'X', 'B')).toEqual(['excluded']);
    expect(verdicts('eu.sanctionsOwnership', holdings, 'X', 'B')).toEqual(['certain']);
  });
});

describe('beneficial owners', () => {
  const ids = (day: string): string[] =>
    rulesOn(day)
      .filter(({ regime }) => regime === 'ubo')
      .map(({ id }) => id);

  it('are those above a quarter until 10 July 2027, and from a quarter since', () => {
    expect(ids('2027-07-09')).toEqual(['ubo.wwft']);
    expect(ids('2027-07-10')).toEqual(['ubo.amlr']);
    const half = world('P>A 0.5', 'A>B 0.5');
    expect(verdicts('ubo.wwft', half, 'P', 'B')).toEqual(['excluded']);
    expect(verdicts('ubo.amlr', half, 'P', 'B')).toEqual(['certain']);
  });

  it('have their chains multiplied and added up', () => {
    const chains = world('P>A 0.6', 'A>C 0.4', 'P>C 0.01');
    expect(verdicts('ubo.amlr', chains, 'P', 'C')).toEqual(['certain']);
    expect(verdicts('ubo.wwft', chains, 'P', 'C')).toEqual(['excluded']);
  });

  it('are looked at one by one, and by votes as well as capital', () => {
    const holdings: Holding[] = [
      ...world('P>A 0.2', 'Q>A 0.2'),
      { holder: 'R', held: 'A', capital: exactly(0.01), votes: exactly(0.3) },
    ];
    expect(verdicts('ubo.wwft', holdings, ['P', 'Q', 'R'], 'A')).toEqual(['excluded', 'excluded', 'certain']);
  });

  it('may or may not be one when the register gives a band', () => {
    expect(verdicts('ubo.wwft', world('P>A 0.25..0.5'), 'P', 'A')).toEqual(['possible']);
    expect(verdicts('ubo.amlr', world('P>A 0.25..0.5'), 'P', 'A')).toEqual(['certain']);
  });
});

describe('the Vifo Act, telecom and energy', () => {
  it('has three levels of significant influence, each reached at the figure itself', () => {
    const levels = (votes: string) => verdicts('vifo.significantInfluence', world(`P>T ${votes}`), 'P', 'T');
    expect(levels('0.0999')).toEqual(['excluded', 'excluded', 'excluded']);
    expect(levels('0.1')).toEqual(['certain', 'excluded', 'excluded']);
    expect(levels('0.25')).toEqual(['certain', 'certain', 'certain']);
    expect(levels('0.15..0.22')).toEqual(['certain', 'possible', 'excluded']);
  });

  it('counts votes of controlled companies in full and of others not at all', () => {
    const holdings = world('P>A 0.6', 'A>T 0.2', 'P>B 0.4', 'B>T 0.2');
    expect(verdicts('vifo.significantInfluence', holdings, 'P', 'T')).toEqual([
      'certain',
      'certain',
      'excluded',
    ]);
  });

  it('looks at votes and not at capital', () => {
    const holdings: Holding[] = [{ holder: 'P', held: 'T', capital: exactly(0.4), votes: exactly(0.05) }];
    expect(verdicts('vifo.significantInfluence', holdings, 'P', 'T')).toEqual([
      'excluded',
      'excluded',
      'excluded',
    ]);
    expect(verdicts('telecom.predominantControl', holdings, 'P', 'T')).toEqual(['certain']);
  });

  it('takes a right to appoint the board for influence, and says that it was the right', () => {
    const holdings: Holding[] = [{ holder: 'P', held: 'T', capital: exactly(0.05), right: 'certain' }];
    const [ten] = evaluateRule(rule('vifo.significantInfluence'), capTable(holdings), ['P'], 'T');
    expect(ten).toMatchObject({
      verdict: 'certain',
      byRight: true,
      stakes: [{ basis: 'votes', min: 0.05, max: 0.05 }],
    });
  });

  it('means control by more than a half', () => {
    expect(verdicts('vifo.control', world('P>T 0.5'), 'P', 'T')).toEqual(['excluded']);
    expect(verdicts('vifo.control', world('P>T 0.5000001'), 'P', 'T')).toEqual(['certain']);
    expect(verdicts('telecom.predominantControl', world('P>T 0.3'), 'P', 'T')).toEqual(['certain']);
  });

  it('says nothing of parties that nobody names', () => {
    expect(verdicts('vifo.control', world('P>T 0.6'), 'Q', 'T')).toEqual(['excluded']);
    expect(verdicts('vifo.control', world('P>T 0.6'), 'P', 'U')).toEqual(['excluded']);
  });

  it('knows which law held when', () => {
    const energy = (day: string) =>
      rulesOn(day)
        .filter(({ regime }) => regime === 'energy')
        .map(({ id }) => id);
    expect(energy('2025-12-31')).toEqual(['energy.electricityControl']);
    expect(energy('2026-01-01')).toEqual(['energy.control']);
    expect(rulesOn('2023-05-31').map(({ regime }) => regime)).not.toContain('vifo');
    expect(new Set(THRESHOLD_RULES.map(({ id }) => id)).size).toBe(THRESHOLD_RULES.length);
  });
});

describe('crossings between before and after', () => {
  const vifo = (votes: string) =>
    evaluateRule(rule('vifo.significantInfluence'), capTable(world(`P>T ${votes}`)), ['P'], 'T');
  const between = (before: string, after: string) =>
    crossings(vifo(before), vifo(after)).map(({ level, direction, verdict }) => [level, direction, verdict]);

  it('are one for every level that is passed, in both directions', () => {
    expect(between('0.05', '0.22')).toEqual([
      [0.1, 'up', 'certain'],
      [0.2, 'up', 'certain'],
    ]);
    expect(between('0.22', '0.05')).toEqual([
      [0.1, 'down', 'certain'],
      [0.2, 'down', 'certain'],
    ]);
    expect(between('0.22', '0.22')).toEqual([]);
  });

  it('are possible where the ranges leave it open', () => {
    expect(between('0.05', '0.05..0.15')).toEqual([[0.1, 'up', 'possible']]);
    expect(between('0.05..0.15', '0.12')).toEqual([[0.1, 'up', 'possible']]);
    expect(between('0.05..0.15', '0.05..0.15')).toEqual([
      [0.1, 'up', 'possible'],
      [0.1, 'down', 'possible'],
    ]);
  });
});
