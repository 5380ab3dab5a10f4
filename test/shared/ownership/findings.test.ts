import { describe, expect, it } from 'vitest';
import { compile } from '#shared/ownership/compile.ts';
import { isError, overlapFindings } from '#shared/ownership/findings.ts';
import { createIntegrated } from '#shared/ownership/integrated.ts';
import { between, exactly, type Holding, holdingsOn } from '#shared/ownership/interest.ts';
import { world } from './worlds.ts';

const findings = (holdings: readonly Holding[], basis: 'capital' | 'votes' = 'capital') =>
  compile(holdings, basis).findings;

describe('findings about the data', () => {
  it('name the interests of a company that is held for more than the whole, and rescale nothing', () => {
    const holdings = world('P>A 0.7', 'X>B 0.1', 'Q>A 0.4..0.6');
    const [finding] = findings(holdings);
    expect(finding).toEqual({
      code: 'aboveWhole',
      basis: 'capital',
      entities: ['A'],
      holdings: [0, 2],
      params: { sum: 1.1 },
    });
    const graph = compile(holdings, 'capital');
    expect(createIntegrated(graph)(0)[0]?.integrated).toBe(0.7);
    expect(findings(world('P>A 0.7', 'Q>A 0.3'))).toEqual([]);
    expect(findings(world(...Array.from({ length: 10 }, (_, i) => `P${i}>A 0.1`)))).toEqual([]);
  });

  it('treat a share that cannot be as unknown', () => {
    for (const value of [-0.1, 1.2, Number.NaN]) {
      const holdings: Holding[] = [{ holder: 'P', held: 'A', capital: exactly(value) }];
      expect(findings(holdings)).toEqual([
        { code: 'shareOutOfRange', basis: 'capital', entities: ['P', 'A'], holdings: [0] },
      ]);
      expect(createIntegrated(compile(holdings, 'capital'))(0)[0]).toMatchObject({
        integrated: undefined,
        range: { min: 0, max: 1 },
      });
    }
    for (const share of [between(0.5, 0.3), between(0.1, 0.2, 0.3)]) {
      expect(findings([{ holder: 'P', held: 'A', capital: share }])[0]?.code).toBe('rangeContradictory');
    }
    expect(findings([{ holder: 'P', held: 'A', capital: between(-1, 0.3) }])[0]?.code).toBe(
      'shareOutOfRange',
    );
  });

  it('point out what was assumed or added up', () => {
    const holdings = world('P>A 0.2', 'A>A 0.1', 'P>A 0.3');
    expect(findings(holdings)).toEqual([
      { code: 'parallel', basis: 'capital', entities: ['P', 'A'], holdings: [0, 2] },
      { code: 'selfHolding', basis: 'capital', entities: ['A'], holdings: [1] },
    ]);
    expect(findings(holdings).some(isError)).toBe(false);
    expect(findings(world('P>A 0.2'), 'votes')).toEqual([
      { code: 'votesAssumed', basis: 'votes', entities: [], holdings: [0] },
    ]);
    expect(findings([{ holder: '', held: 'A', capital: exactly(1) }])).toEqual([
      { code: 'nameMissing', entities: [], holdings: [0] },
    ]);
  });

  it('read missing votes as the caller says', () => {
    const holdings = world('P>A 0.2');
    expect(Array.from(compile(holdings, 'votes', 'unknown').max)).toEqual([1]);
    expect(compile(holdings, 'votes', 'none').held).toHaveLength(0);
    const votesOnly: Holding[] = [{ holder: 'P', held: 'A', votes: exactly(0.4) }];
    expect(compile(votesOnly, 'capital').held).toHaveLength(0);
  });

  it('find interests of one holder whose dates overlap', () => {
    const holdings: Holding[] = [
      { holder: 'P', held: 'A', capital: exactly(0.2), validTo: '2024' },
      { holder: 'P', held: 'A', capital: exactly(0.3), validFrom: '2024-06' },
      { holder: 'P', held: 'A', capital: exactly(0.4), validFrom: '2030' },
      { holder: 'P', held: 'B', capital: exactly(0.4) },
    ];
    expect(overlapFindings(holdings)).toEqual([
      { code: 'overlap', entities: ['P', 'A'], holdings: [0, 1] },
      { code: 'overlap', entities: ['P', 'A'], holdings: [1, 2] },
    ]);
    expect(holdingsOn(holdings, '2023-01-01').map(({ capital }) => capital)).toEqual([
      exactly(0.2),
      exactly(0.4),
    ]);
  });
});
