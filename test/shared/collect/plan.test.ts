import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingEvidence } from '#shared/collect/missing.ts';
import { ADVICE, collectionPlan, type PlanInput } from '#shared/collect/plan.ts';
import type { RecordId } from '#shared/model/ids.ts';

const id = (name: string) => name as RecordId;
const leaf = (name: string, weight: number, settles: ('met' | 'notMet')[] = []) => ({
  leaf: name,
  reason: 'noVerdict' as const,
  settles,
  weight,
});
const wanted = (ask: string, settles: string[], touches: string[], weight = 0.5) => ({
  atom: { ask, text: { nl: ask, en: ask } },
  settles,
  touches,
  weight,
});
const keys = (input: Partial<PlanInput>) =>
  collectionPlan({ open: [], wanted: [], missing: new Map(), ...input }).map(({ key }) => key);

describe('the collection plan (capability 1)', () => {
  it('starts with what settles the advice, then what settles most, touches most and turns most', () => {
    expect(
      keys({
        open: [leaf('NEC-02', 0.25), leaf('CON-2', 0.2, ['notMet'])],
        wanted: [wanted('one', ['vifo'], ['vifo']), wanted('two', ['vifo', 'SC-1'], ['vifo', 'SC-1'])],
        missing: new Map([['NEC-02', [id('c')]]]),
      }),
    ).toEqual(['leaf:CON-2', 'fact:ask:two', 'fact:ask:one', 'leaf:NEC-02', 'claim:c']);
  });

  it('lists what is missing below an open verdict once, with every verdict it bears on, and nothing below a closed one', () => {
    const missing = new Map([
      ['CON-1', [id('c')]],
      ['CON-2', [id('c')]],
      ['PUR-04', [id('d')]],
    ]);
    const [, , claim, ...rest] = collectionPlan({
      open: [leaf('CON-1', 0.5), leaf('CON-2', 0.25)],
      wanted: [],
      missing,
    });
    expect(rest).toEqual([]);
    expect(claim).toMatchObject({ key: 'claim:c', touches: ['CON-1', 'CON-2'], weight: 0.5 });
  });

  it('finds missing facts also below what the evidence was drawn from', () => {
    const claims = new Map([
      [id('a'), { value: { kind: 'number' }, basis: [id('b')] }],
      [id('b'), { value: { kind: 'unknown' }, basis: [id('a')] }],
    ]) as never;
    expect(missingEvidence([{ leaf: 'CON-2', evidence: [id('a')] }], claims)).toEqual(
      new Map([['CON-2', ['b']]]),
    );
  });

  it('does not depend on the order in which things are found', () => {
    const open = fc.uniqueArray(
      fc.record({
        leaf: fc.constantFrom('CON-1', 'CON-2', 'NEC-01', 'NEC-02', 'NEC-05'),
        weight: fc.constantFrom(0.1, 0.5),
        settles: fc.constantFrom<('met' | 'notMet')[]>([], ['notMet']),
      }),
      { selector: (one) => one.leaf },
    );
    fc.assert(
      fc.property(open, (all) => {
        const leaves = all.map((one) => leaf(one.leaf, one.weight, one.settles));
        const plan = collectionPlan({ open: leaves, wanted: [], missing: new Map() });
        expect(keys({ open: leaves.toReversed() })).toEqual(plan.map(({ key }) => key));
        const settling = plan.map(({ settles }) => settles.includes(ADVICE));
        expect(settling).toEqual(settling.toSorted((a, b) => Number(b) - Number(a)));
      }),
    );
  });
});
