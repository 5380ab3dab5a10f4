import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/model/ids.ts';
import { type Decided, sameParties } from '#shared/model/same.ts';

const id = (n: number): RecordId => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as RecordId;
const [A, B, C, D, E] = [1, 2, 3, 4, 5].map(id) as [RecordId, RecordId, RecordId, RecordId, RecordId];
const same = (n: number, records: RecordId[], named?: RecordId): Decided => ({
  id: id(100 + n),
  decision: 'same',
  records,
  named,
});
const different = (n: number, records: RecordId[]): Decided => ({
  id: id(100 + n),
  decision: 'different',
  records,
});

describe('records that people called the same', () => {
  it('are one party through any chain of decisions, under the name that was chosen', () => {
    const { groups, conflicts, of } = sameParties([same(1, [A, B], B), same(2, [B, C]), same(3, [D, E])]);
    expect(groups).toEqual([
      { name: B, members: [A, B, C], decisions: [id(101), id(102)] },
      { name: D, members: [D, E], decisions: [id(103)] },
    ]);
    expect(conflicts).toEqual([]);
    expect([A, B, C, D, E, id(9)].map(of)).toEqual([B, B, B, D, D, id(9)]);
  });

  it('conflict with a decision that two of them differ, and stay together until somebody settles it', () => {
    const { of, conflicts } = sameParties([same(1, [A, B]), same(2, [B, C]), different(3, [A, C, D])]);
    expect(of(C)).toBe(A);
    expect(conflicts).toEqual([{ different: id(103), records: [A, C], group: A }]);
  });

  it('are nothing at all without a decision', () => {
    const { groups, conflicts, of } = sameParties([different(1, [A, B])]);
    expect([groups, conflicts, of(A)]).toEqual([[], [], A]);
  });
});

const decision = fc
  .record({
    n: fc.integer({ min: 1, max: 99 }),
    decision: fc.constantFrom('same' as const, 'different' as const),
    records: fc.uniqueArray(fc.integer({ min: 1, max: 8 }).map(id), { minLength: 2, maxLength: 4 }),
  })
  .chain(({ n, records, ...rest }) =>
    fc
      .option(fc.constantFrom(...records), { nil: undefined })
      .map((named): Decided => ({ id: id(100 + n), records, named, ...rest })),
  );
const decisions = fc.uniqueArray(decision, { maxLength: 10, selector: (one) => one.id });
const seen = (all: readonly Decided[]) => {
  const { groups, conflicts } = sameParties(all);
  return { groups, conflicts };
};

describe('grouping', () => {
  it('does not depend on the order of the decisions, nor on the order of records in them', () => {
    fc.assert(
      fc.property(decisions, fc.infiniteStream(fc.nat()), (all, order) => {
        const keys = all.map((one) => [order.next().value as number, one] as const);
        const shuffled = keys
          .sort(([a], [b]) => a - b)
          .map(([, one]) => ({ ...one, records: one.records.toReversed() }));
        expect(seen(shuffled)).toEqual(seen(all));
      }),
    );
  });

  it('is an equivalence that contains every decision "same" and no more', () => {
    fc.assert(
      fc.property(decisions, (all) => {
        const { of } = sameParties(all);
        const reach = (from: RecordId): Set<RecordId> => {
          const found = new Set([from]);
          for (const at of found)
            for (const { decision: said, records } of all)
              if (said === 'same' && records.includes(at)) for (const other of records) found.add(other);
          return found;
        };
        for (let a = 1; a <= 8; a++)
          for (let b = 1; b <= 8; b++) expect(of(id(a)) === of(id(b))).toBe(reach(id(a)).has(id(b)));
      }),
    );
  });

  it('undoes itself when a decision is taken back', () => {
    fc.assert(
      fc.property(decisions, decision, (all, more) => {
        const without = all.filter((one) => one.id !== more.id);
        const more2 = [...without, more];
        expect(seen(more2.filter((one) => one.id !== more.id))).toEqual(seen(without));
      }),
    );
  });
});
