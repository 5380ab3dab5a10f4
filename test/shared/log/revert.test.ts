import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOp, type Op } from '#shared/log/op.ts';
import { revertOps, type Version, versionOf } from '#shared/log/revert.ts';
import { nextSteps } from '#shared/log/undo.ts';
import type { ChangeId, RecordId } from '#shared/model/ids.ts';

const RECORD = '00000000-0000-4000-8000-000000000001' as RecordId;
let salt = 0;
const version = (body: Op['body'], marking: Op['marking'] = 'open'): Version => {
  const op: Op = {
    v: 1,
    salt: String(salt++).padStart(32, '0'),
    record: RECORD,
    type: 'company',
    base: [],
    marking,
    body,
  };
  return versionOf(op, digestOp(op));
};
const revertTo = (before: Version[], after: Version[], now: Version[]) => {
  const { ops, blocked } = revertOps([{ record: RECORD, before, after, now }]);
  return blocked.length > 0 ? { blocked } : ops.map(({ body, marking }) => ({ body, marking }));
};

describe('taking a change back', () => {
  it('gives the record the body and the marking that it had', () => {
    const [old, current] = [version({ name: 'Oud' }, 'open'), version({ name: 'Nieuw' }, 'depV')];
    expect(revertTo([old], [current], [current])).toEqual([{ body: { name: 'Oud' }, marking: 'open' }]);
  });

  it('withdraws what the change had made', () => {
    const made = version({ name: 'Nieuw' });
    expect(revertTo([], [made], [made])).toEqual([{ body: null, marking: 'open' }]);
  });

  it('brings back both versions when the change had settled a conflict', () => {
    const [a, b, settled] = [version({ name: 'A' }), version({ name: 'B' }), version({ name: 'AB' })];
    expect(revertTo([a, b], [settled], [settled])).toEqual([
      { body: { name: 'A' }, marking: 'open' },
      { body: { name: 'B' }, marking: 'open' },
    ]);
  });

  it('leaves alone what somebody else changed in another member since', () => {
    const before = version({ name: 'Oud', country: 'NL' });
    const after = version({ name: 'Nieuw', country: 'NL' });
    const now = version({ name: 'Nieuw', country: 'BE' });
    expect(revertTo([before], [after], [now])).toEqual([
      { body: { name: 'Oud', country: 'BE' }, marking: 'open' },
    ]);
  });

  it('is refused when somebody changed the same member since, and then takes nothing back', () => {
    const [before, after, now] = [
      version({ name: 'Oud' }),
      version({ name: 'Nieuw' }),
      version({ name: 'Later' }),
    ];
    expect(revertTo([before], [after], [now])).toEqual({ blocked: [RECORD] });
  });

  it('and then bringing it back is identity on the body', () => {
    const body = fc.dictionary(fc.constantFrom('name', 'note', 'country'), fc.string({ maxLength: 5 }));
    fc.assert(
      fc.property(body, body, (was, is) => {
        const [before, after] = [version(was), version(is)];
        const undone = revertOps([{ record: RECORD, before: [before], after: [after], now: [after] }]);
        const back = version(undone.ops[0]?.body ?? null);
        expect(back.body).toEqual(was);
        const redone = revertOps([{ record: RECORD, before: [after], after: [back], now: [back] }]);
        expect(redone.ops[0]?.body).toEqual(is);
      }),
    );
  });
});

describe('what undo and redo do next', () => {
  const id = (n: number): ChangeId => String(n).padStart(64, '0') as ChangeId;
  const history = (...actions: string[]) =>
    actions.map((action, i) => ({ id: id(i), intent: { action: action as 'edit' } }));

  it('walks back step by step and forth again', () => {
    expect(nextSteps(history('edit', 'edit'))).toEqual({ undo: id(1), redo: null });
    expect(nextSteps(history('edit', 'edit', 'undo'))).toEqual({ undo: id(0), redo: id(2) });
    expect(nextSteps(history('edit', 'edit', 'undo', 'undo'))).toEqual({ undo: null, redo: id(3) });
    expect(nextSteps(history('edit', 'edit', 'undo', 'undo', 'redo'))).toEqual({ undo: id(4), redo: id(2) });
  });

  it('forgets what could be redone once something new is done', () => {
    expect(nextSteps(history('edit', 'undo', 'edit'))).toEqual({ undo: id(2), redo: null });
  });

  it('never takes back the making of the case', () => {
    expect(nextSteps(history('createCase'))).toEqual({ undo: null, redo: null });
  });
});
