import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Explanation, explain, LIMITS, type Limits, verdictFor } from '#shared/ownership/explain.ts';
import type { Holding } from '#shared/ownership/interest.ts';
import type { ThresholdRule } from '#shared/ownership/rule.ts';
import { THRESHOLD_RULES } from '#shared/ownership/rules.ts';
import { ARMS, holdingsOf, type Link, links, nameOf, world } from './worlds.ts';

const CONTROL = THRESHOLD_RULES.find(({ id }) => id === 'vifo.control') as ThresholdRule;
const UBO = THRESHOLD_RULES.find(({ id }) => id === 'ubo.amlr') as ThresholdRule;

/** Grades by place: a higher number is weaker evidence; 1 where not given. */
function why(
  holdings: readonly Holding[],
  parties: string[],
  target: string,
  {
    grades = [],
    rule = CONTROL,
    limits = LIMITS,
  }: { grades?: number[]; rule?: ThresholdRule; limits?: Limits } = {},
): Explanation {
  const grade = (i: number): number => grades[i] ?? 1;
  return explain(
    {
      holdings,
      parties,
      target,
      verdictOf: verdictFor(rule, rule.levels[0] ?? 1, parties, target),
      compare: (a, b) => grade(b) - grade(a),
    },
    limits,
  );
}
const sets = (lists: readonly (readonly number[])[]) => lists.map((one) => [...one].sort()).sort();

/** The same interests, in each company scaled down to at most the whole. */
const withinWhole = (all: readonly Link[]): Link[] =>
  all.map((link) => {
    const sum = all.filter(({ to }) => to === link.to).reduce((total, { weight }) => total + weight, 0);
    return { ...link, weight: link.weight / Math.max(1, sum) };
  });

describe('why somebody controls a company', () => {
  it('names every interest that is needed, and no other', () => {
    const found = why(ARMS, ['P'], 'C');
    expect(found.verdict).toBe('certain');
    expect([...found.support].sort()).toEqual([0, 1, 2, 3]);
    expect(sets(found.paths)).toEqual([
      [0, 2],
      [1, 3],
    ]);
    expect(sets(found.falls)).toEqual([[0], [1], [2], [3]]);
    expect(found.cut).toEqual({ support: false, paths: false, falls: false });
  });

  it('prefers the support with the strongest weakest link, and names that link', () => {
    const two = world('S>A 0.6', 'A>T 0.6', 'S>B 0.6', 'B>T 0.55');
    // Both routes cannot be true of one company at once; the sum above the whole is a finding elsewhere.
    const found = why(two, ['S'], 'T', { grades: [1, 3, 2, 1] });
    expect([...found.support].sort()).toEqual([2, 3]);
    expect(found.weakest).toEqual([2]);
    expect(sets(found.alternatives)).toEqual([[0, 1]]);
    expect(sets(found.falls)).toEqual([
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
    ]);
  });

  it('explains what is only possible', () => {
    const found = why(world('S>A 0.4..0.6', 'A>T 0.8', 'Q>A 0.3'), ['S'], 'T');
    expect(found.verdict).toBe('possible');
    expect([...found.support].sort()).toEqual([0, 1]);
  });

  it('explains influence that is no share', () => {
    const holdings: Holding[] = [
      { holder: 'State', held: 'Fund', right: 'certain' },
      ...world('Fund>A 0.6', 'A>T 0.6', 'Fund>T 0.1'),
    ];
    const found = why(holdings, ['State'], 'T', { grades: [4, 1, 1, 1] });
    expect(found.weakest).toEqual([0]);
    expect(found.paths).toEqual([[0, 1, 2]]);
    expect(found.falls).toContainEqual([0]);
  });

  it('explains shares that are multiplied and added up', () => {
    const found = why(world('P>A 0.5', 'A>T 0.3', 'P>T 0.12', 'P>T 0.02'), ['P'], 'T', { rule: UBO });
    expect([...found.support].sort()).toEqual([0, 1, 2]);
    expect(sets(found.falls)).toEqual([[0], [1], [2]]);
  });

  it('has nothing to explain when it is excluded', () => {
    expect(why(ARMS, ['Q'], 'C')).toMatchObject({ verdict: 'excluded', support: [], paths: [], falls: [] });
  });

  it('says when it did not look to the end', () => {
    const wide = world(...Array.from({ length: 6 }, (_, i) => [`S>A${i} 0.6`, `A${i}>T 0.12`]).flat());
    const all = why(wide, ['S'], 'T');
    expect(all.support).toHaveLength(10);
    expect(all.cut.falls).toBe(false);
    expect(all.falls).toHaveLength(15 * 4);
    expect(why(wide, ['S'], 'T', { limits: { questions: 10, paths: 2, falls: 4 } }).cut).toEqual({
      support: true,
      paths: true,
      falls: true,
    });
    expect(why(wide, ['S'], 'T', { limits: { ...LIMITS, falls: 1 } })).toMatchObject({
      falls: [],
      cut: { falls: true },
    });
  });

  it('is right for any graph: the support is enough and minimal, and every fall is one', () => {
    fc.assert(
      fc.property(links, fc.nat(7), fc.nat(7), (all, from, to) => {
        fc.pre(from !== to);
        const holdings = holdingsOf(withinWhole(all.map((link) => ({ ...link, weight: link.weight * 2 }))));
        const verdictOf = verdictFor(CONTROL, 0.5, [nameOf(from)], nameOf(to));
        const found = why(holdings, [nameOf(from)], nameOf(to), { grades: all.map(({ from: f }) => f % 3) });
        expect(found.verdict).toBe(verdictOf(holdings));
        if (found.verdict === 'excluded') return;
        const only = (places: readonly number[]) => verdictOf(places.map((i) => holdings[i] as Holding));
        expect(only(found.support)).toBe(found.verdict);
        for (const i of found.support)
          expect(only(found.support.filter((j) => j !== i))).not.toBe(found.verdict);
        for (const fall of found.falls) {
          const left = holdings.filter((_, i) => !fall.includes(i));
          expect(verdictOf(left)).not.toBe(found.verdict);
          for (const i of fall) {
            expect(verdictOf(holdings.filter((_, j) => j === i || !fall.includes(j)))).toBe(found.verdict);
          }
        }
        if (!found.cut.falls) expect(found.falls.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });
});
