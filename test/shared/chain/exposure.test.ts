import { describe, expect, it } from 'vitest';
import { type Endured, exposuresOf } from '#shared/chain/exposure.ts';
import { caseGraph } from '#shared/graph/from-records.ts';
import { idOf, months, SmallCase, weeks, yes } from '../graph/small-case.ts';

const DAY = '2026-11-20';
const KNOWN = { essential: yes, singleSource: yes, timeToReplace: months(12) };

/** A supplies B, which has some weeks of stock, and on B a vital process depends that is felt to fail at once. */
function world(stock: number, recover?: ReturnType<typeof weeks>): SmallCase {
  const made = new SmallCase();
  made.thing('A');
  if (recover) made.claim(idOf('A'), 'timeToRecover', recover);
  made.thing('B');
  made.thing('P', 'process');
  made.link('supplies', 'A', 'B', { ...KNOWN, stockCover: weeks(stock) });
  made.link('dependsOn', 'P', 'B', { timeToReplace: months(24) });
  return made;
}
const ofA = (made: SmallCase) => {
  const found = exposuresOf(caseGraph(made.views, DAY)).find(({ node }) => node === idOf('A'));
  const inWeeks = ({ survive: { min, max }, loss }: Endured) => [min / 7, max / 7, loss];
  return found && { any: inWeeks(found.any), vital: found.vital && inWeeks(found.vital) };
};

describe('time to survive against time to recover, by who stops', () => {
  it('is the stock of the first who is hit, and no loss where who stopped works again before it ends', () => {
    expect(ofA(world(4, weeks(6)))).toEqual({ any: [4, 4, 'certain'], vital: [4, 4, 'certain'] });
    expect(ofA(world(4, weeks(4)))).toEqual({ any: [4, 4, 'excluded'], vital: [4, 4, 'excluded'] });
  });

  it('leaves open what a time to recover that nobody recorded leaves open', () => {
    expect(ofA(world(4))?.any).toEqual([4, 4, 'possible']);
  });

  it('counts a range that reaches over the stock as possible', () => {
    const made = world(4, { kind: 'range', min: 3, max: 5, unit: 'weeks' } as never);
    expect(ofA(made)?.any).toEqual([4, 4, 'possible']);
  });

  it('leaves out who is needed by nobody, and puts what is certain first', () => {
    const made = world(4, weeks(6));
    made.thing('C');
    made.link('supplies', 'C', 'A', { ...KNOWN, stockCover: weeks(9) });
    const found = exposuresOf(caseGraph(made.views, DAY));
    expect(found.map(({ node }) => node)).toEqual(['A', 'B', 'C'].map(idOf));
    // What is known of C's own recovery is nothing: of who fails beyond A nothing is certain.
    expect(found.map(({ any }) => any.loss)).toEqual(['certain', 'possible', 'possible']);
  });
});
