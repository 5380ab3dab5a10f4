import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterDeal } from '#shared/ownership/after-deal.ts';
import { carriersOf } from '#shared/ownership/carriers.ts';
import { capTable, evaluateRule } from '#shared/ownership/evaluate-rule.ts';
import {
  certaintyOf,
  type InfluenceEdge,
  influenceOver,
  withControl,
  withInfluence,
} from '#shared/ownership/influence.ts';
import { between, exactly, type Holding } from '#shared/ownership/interest.ts';
import type { ThresholdRule } from '#shared/ownership/rule.ts';
import { THRESHOLD_RULES } from '#shared/ownership/rules.ts';

const holds = (holder: string, held: string, share: number): Holding => ({
  id: `${holder}>${held}`,
  holder,
  held,
  capital: exactly(share),
});
const claim = (actor: string, party: string, more: Partial<InfluenceEdge> = {}): InfluenceEdge => ({
  id: `${actor}~${party}`,
  actor,
  party,
  grip: 'influence',
  certainty: 'certain',
  ...more,
});
const CONTROL = THRESHOLD_RULES.find(({ id }) => id === 'vifo.control') as ThresholdRule;
const influence = (holdings: Holding[], edges: InfluenceEdge[] = []) =>
  influenceOver(['S'], 'T')(withInfluence(holdings, edges));
const control = (holdings: Holding[], edges: InfluenceEdge[] = []) =>
  evaluateRule(CONTROL, capTable(withControl(holdings, edges)), ['S'], 'T')[0]?.verdict;

describe('influence of a state on a company (CON-2)', () => {
  it('follows from a tenth of the votes and not from less', () => {
    expect(influence([holds('S', 'T', 0.1)])).toBe('certain');
    expect(influence([holds('S', 'T', 0.0999)])).toBe('excluded');
  });

  it('follows from stakes that add up through companies it controls', () => {
    expect(
      influence([holds('S', 'A', 0.6), holds('S', 'B', 0.6), holds('A', 'T', 0.06), holds('B', 'T', 0.06)]),
    ).toBe('certain');
  });

  it('is possible, not certain, through a stake that is no majority', () => {
    const chain = [holds('S', 'A', 0.3), holds('A', 'T', 0.3)];
    expect(influence(chain)).toBe('possible');
    expect(control(chain)).toBe('excluded');
  });

  it('runs over claims and shares in turn, and no claim is ever a share', () => {
    const chain = [holds('A', 'B', 0.7), holds('B', 'T', 0.2)];
    expect(influence(chain)).toBe('excluded');
    expect(influence(chain, [claim('S', 'A')])).toBe('certain');
    expect(influence(chain, [claim('S', 'A', { certainty: 'possible' })])).toBe('possible');
    expect(influence(chain, [claim('S', 'A', { certainty: 'excluded' })])).toBe('excluded');
  });

  it('is no control, unless law or contract gives that and the claim says so (PUR-12)', () => {
    const chain = [holds('A', 'T', 0.7)];
    expect(control(chain, [claim('S', 'A')])).toBe('excluded');
    expect(control(chain, [claim('S', 'A', { grip: 'control' })])).toBe('certain');
    expect(control(chain, [claim('S', 'A', { grip: 'control', certainty: 'possible' })])).toBe('possible');
  });

  it('follows from a right beside shares that may be short of control, and two states can have it', () => {
    const appoints: Holding = { ...holds('S', 'T', 0.05), right: 'possible' };
    expect(influence([appoints])).toBe('certain');
    expect(control([appoints])).toBe('possible');
    expect(influence([appoints], [claim('Other', 'T')])).toBe('certain');
  });

  it('is as certain as its probability: only what cannot be is excluded', () => {
    expect(certaintyOf(undefined)).toBe('possible');
    expect(certaintyOf({ kind: 'term', term: 'almostCertain' })).toBe('certain');
    expect(certaintyOf({ kind: 'term', term: 'veryLikely' })).toBe('possible');
    expect(certaintyOf({ kind: 'term', term: 'almostNoChance' })).toBe('possible');
    expect(certaintyOf({ kind: 'range', min: 0, max: 0 })).toBe('excluded');
    expect(certaintyOf({ kind: 'range', min: 0.95, max: 1 })).toBe('certain');
  });

  it('never grows weaker with one more claim', () => {
    const node = fc.constantFrom('S', 'A', 'B', 'T');
    const edges = fc.array(
      fc
        .record({
          actor: node,
          party: node,
          certainty: fc.constantFrom('certain' as const, 'possible' as const),
        })
        .filter(({ actor, party }) => actor !== party)
        .map(({ actor, party, certainty }) => claim(actor, party, { certainty })),
      { maxLength: 5 },
    );
    const rank = { excluded: 0, possible: 1, certain: 2 };
    fc.assert(
      fc.property(edges, edges, fc.double({ min: 0, max: 1, noNaN: true }), (few, more, share) => {
        const held = [holds('A', 'B', share), holds('B', 'T', 0.5)];
        const [less, all] = [influence(held, few), influence(held, [...few, ...more])];
        expect(rank[all ?? 'excluded']).toBeGreaterThanOrEqual(rank[less ?? 'excluded']);
      }),
    );
  });
});

describe('the source that carries a verdict', () => {
  const holdings = withInfluence([holds('S', 'A', 0.6), holds('S', 'B', 0.6), holds('A', 'T', 0.2)], []);
  const verdictOf = influenceOver(['S'], 'T');
  const carriers = (sources: Record<string, string[]>) =>
    carriersOf(holdings, [0, 2], verdictOf, (id) => sources[id] ?? []);

  it('is the one without which it falls', () => {
    expect(carriers({ 'S>A': ['register'], 'A>T': ['register', 'deed'] })).toEqual(['register']);
    expect(carriers({ 'S>A': ['register'], 'A>T': ['deed'] })).toEqual(['deed', 'register']);
  });

  it('is none where two sources say each thing, or nobody says where it is from', () => {
    expect(carriers({ 'S>A': ['register', 'press'], 'A>T': ['register', 'deed'] })).toEqual([]);
    expect(carriers({})).toEqual([]);
  });
});

describe('interests after a deal', () => {
  const now = [holds('A', 'T', 0.6), holds('B', 'T', 0.4), holds('A', 'U', 0.5)];

  it('leave the others with what they have, less at most what is newly held', () => {
    const after = afterDeal(now, [{ id: 'N>T', holder: 'N', held: 'T', capital: exactly(0.3) }]);
    expect(after.map(({ id, capital }) => [id, capital])).toEqual([
      ['A>T', between(0.3, 0.6)],
      ['B>T', { kind: 'range', min: expect.closeTo(0.1, 9), max: 0.4 }],
      ['A>U', exactly(0.5)],
      ['N>T', exactly(0.3)],
    ]);
  });

  it('replace what the same holder has today, and count only the gain', () => {
    const after = afterDeal(now, [{ id: 'A>T', holder: 'A', held: 'T', capital: exactly(0.7) }]);
    expect(after.map(({ id, capital }) => [id, capital])).toEqual([
      ['B>T', { kind: 'range', min: expect.closeTo(0.3, 9), max: 0.4 }],
      ['A>U', exactly(0.5)],
      ['A>T', exactly(0.7)],
    ]);
  });

  it('are those of today without a deal', () => {
    expect(afterDeal(now, [])).toBe(now);
  });
});
