import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between, exactly, type Holding } from '#shared/ownership/interest.ts';
import { joinSame } from '#shared/ownership/same-party.ts';

const holds = (holder: string, held: string, share: number): Holding => ({
  id: `${holder}>${held}`,
  holder,
  held,
  capital: exactly(share),
});
const of = (record: string): string => record.replace(/2$/, '');

describe('interests of entries that are one party', () => {
  it('move to the entry that gives the name', () => {
    const { holdings, doubled } = joinSame([holds('A2', 'T', 0.3), holds('B', 'A', 0.5)], of);
    expect(holdings.map(({ holder, held, capital }) => [holder, held, capital])).toEqual([
      ['A', 'T', exactly(0.3)],
      ['B', 'A', exactly(0.5)],
    ]);
    expect(doubled).toEqual([]);
  });

  it('in one company run from the larger to the sum, as they may be one interest or two', () => {
    const { holdings, doubled } = joinSame([holds('A', 'T', 0.25), holds('A2', 'T', 0.2)], of);
    expect(holdings).toEqual([
      { ...holds('A', 'T', 0.25), capital: between(0.25, 0.45), votes: undefined, right: undefined },
    ]);
    expect(doubled).toEqual([['A>T', 'A2>T']]);
  });

  it('in each other fall away; what a party holds in itself stays as it was recorded', () => {
    expect(joinSame([holds('A', 'A2', 0.9)], of).holdings).toEqual([]);
    expect(joinSame([holds('A', 'A', 0.1)], of).holdings).toEqual([holds('A', 'A', 0.1)]);
  });

  it('stay as they are where nobody was called the same', () => {
    const node = fc.constantFrom('A', 'B', 'C');
    const list = fc.uniqueArray(
      fc.record({ holder: node, held: node, share: fc.double({ min: 0, max: 1, noNaN: true }) }),
      { selector: ({ holder, held }) => holder + held },
    );
    fc.assert(
      fc.property(list, (rows) => {
        const holdings = rows.map(({ holder, held, share }) => holds(holder, held, share));
        expect(joinSame(holdings, (record) => record).holdings).toEqual(holdings);
      }),
    );
  });
});
