import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogEntry } from '#shared/log/state.ts';
import { EMPTY_LOG, liveVersions, merge, stateDigest, stateOf } from '#shared/log/state.ts';
import { act, contentsOf, note, play, steps } from '../../support/histories.ts';

const two = (script: Parameters<typeof play>[0]) =>
  play(script).map(stateOf) as [
    ReturnType<typeof stateOf>,
    ReturnType<typeof stateOf>,
    ReturnType<typeof stateOf>,
  ];

describe('merge', () => {
  it('gives the same whoever merges with whom (commutative)', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const [a, b] = two(script);
        expect(contentsOf(merge(a, b))).toEqual(contentsOf(merge(b, a)));
      }),
    );
  });

  it('gives the same however three departments pair up (associative)', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const [a, b, c] = two(script);
        expect(contentsOf(merge(merge(a, b), c))).toEqual(contentsOf(merge(a, merge(b, c))));
      }),
    );
  });

  it('changes nothing when it brings what is known (idempotent)', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const [a, b] = two(script);
        const once = merge(a, b);
        expect(contentsOf(merge(once, b))).toEqual(contentsOf(once));
        expect(contentsOf(merge(once, EMPTY_LOG))).toEqual(contentsOf(once));
      }),
    );
  });

  it('loses nothing: every change and every body of both sides is in it', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const [a, b] = two(script);
        const both = merge(a, b);
        for (const side of [a, b]) {
          for (const id of side.changes.keys()) expect(both.changes.has(id)).toBe(true);
          for (const digest of side.ops.keys()) expect(both.ops.has(digest)).toBe(true);
        }
      }),
    );
  });

  it('gives the same in any order and in any number of pieces', () => {
    fc.assert(
      fc.property(steps, fc.integer(), (script, seed) => {
        const entries = play(script).flat();
        const shuffled = fc.sample(fc.shuffledSubarray(entries, { minLength: entries.length }), {
          seed,
          numRuns: 1,
        })[0] as LogEntry[];
        const pieces = shuffled.map((entry) => stateOf([entry]));
        expect(contentsOf(pieces.reduce(merge, EMPTY_LOG))).toEqual(contentsOf(stateOf(entries)));
        expect(stateDigest(pieces.reduce(merge, EMPTY_LOG))).toBe(stateDigest(stateOf(entries)));
      }),
    );
  });
});

describe('a record that two people edit apart from each other', () => {
  it('has two live versions, and one again after somebody settles it', () => {
    const first: LogEntry[] = [];
    act(first, 0, () => [note(1, [], 'begin')]);
    const second = [...first];
    act(first, 0, (live) => [note(1, live(1), 'van Anna')]);
    act(second, 1, (live) => [note(1, live(1), 'van Bram')]);
    const both = [...first, ...second.slice(1)];
    const conflict = [...liveVersions(stateOf(both)).values()];
    expect(conflict.map((live) => live.length)).toEqual([2]);
    act(both, 2, (live) => [note(1, live(1), 'samen')]);
    expect([...liveVersions(stateOf(both)).values()].map((live) => live.length)).toEqual([1]);
  });

  it('keeps both the withdrawal and the edit when one withdrew what the other changed', () => {
    const first: LogEntry[] = [];
    act(first, 0, () => [note(1, [], 'begin')]);
    const second = [...first];
    act(first, 0, (live) => [note(1, live(1), null)]);
    act(second, 1, (live) => [note(1, live(1), 'bijgewerkt')]);
    const state = stateOf([...first, ...second]);
    const bodies = [...liveVersions(state).values()].flat().map((digest) => state.ops.get(digest)?.body);
    expect(bodies).toHaveLength(2);
    expect(bodies).toContainEqual(null);
    expect(bodies).toContainEqual({ text: 'nbijgewerkt' });
  });

  it('is not replaced by a version of another record that claims to', () => {
    const entries: LogEntry[] = [];
    act(entries, 0, () => [note(1, [], 'blijft')]);
    act(entries, 1, (live) => [note(2, live(1), 'vreemd')]);
    expect([...liveVersions(stateOf(entries)).values()].map((live) => live.length)).toEqual([1, 1]);
  });
});
