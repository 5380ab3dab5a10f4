import { describe, expect, it } from 'vitest';
import { compile, nodeOf } from '#shared/ownership/compile.ts';
import { exactly, type Holding } from '#shared/ownership/interest.ts';
import { opacityOf } from '#shared/ownership/opacity.ts';
import { circles, longestChain, ultimateOwners } from '#shared/ownership/structure.ts';
import { CROSS, world } from './worlds.ts';

const named = (holdings: readonly Holding[]) => {
  const graph = compile(holdings, 'capital');
  const names = (nodes: readonly number[]) => nodes.map((node) => graph.ids[node]);
  return { graph, names, of: (id: string) => nodeOf(graph, id) };
};

describe('the structure of a graph of interests', () => {
  it('shows circles with the interests inside them', () => {
    const { graph, names } = named([
      ...world('P>A 0.1', 'A>B 0.5', 'B>C 0.5', 'C>A 0.5', 'B>A 0.2', 'C>D 1'),
      ...world('E>E 0.1'),
    ]);
    const found = circles(graph).map(({ members, holdings, example }) => ({
      members: names(members).sort(),
      holdings: [...holdings].sort(),
      length: example.length,
    }));
    expect(found).toHaveLength(2);
    expect(found).toContainEqual({
      members: ['A', 'B', 'C'],
      holdings: [1, 2, 3, 4],
      length: expect.any(Number),
    });
    expect(found).toContainEqual({ members: ['E'], holdings: [6], length: 1 });
    expect(circles(compile(world('A>B 1', 'B>C 1'), 'capital'))).toEqual([]);
  });

  it('gives as example a circle that is there', () => {
    const holdings = world('A>B 0.5', 'B>C 0.5', 'C>A 0.5');
    const { graph, names } = named(holdings);
    const [circle] = circles(graph);
    const example = names(circle?.example ?? []);
    example.forEach((holder, i) => {
      const held = example[(i + 1) % example.length];
      expect(holdings.some((h) => h.holder === holder && h.held === held)).toBe(true);
    });
  });

  it('finds who stands at the top, a closed circle included', () => {
    const { graph, names, of } = named(CROSS);
    expect(names(ultimateOwners(graph, of('B'))).sort()).toEqual(['X', 'Y', 'Z']);
    const ring = named(world('A>B 0.9', 'B>A 1', 'A>T 0.5', 'P>T 0.5'));
    expect(ring.names(ultimateOwners(ring.graph, ring.of('T'))).sort()).toEqual(['A', 'B', 'P']);
    expect(ring.names(ultimateOwners(ring.graph, ring.of('P')))).toEqual([]);
  });

  it('measures the longest chain, with a circle as one step', () => {
    const { graph, names, of } = named(world('P>A 1', 'A>B 1', 'B>T 0.5', 'P>T 0.5'));
    expect(names(longestChain(graph, of('T')))).toEqual(['P', 'A', 'B', 'T']);
    expect(names(longestChain(graph, of('P')))).toEqual(['P']);
    const ring = named(world('P>A 0.5', 'A>B 0.5', 'B>A 0.5', 'B>T 1'));
    expect(ring.names(longestChain(ring.graph, ring.of('T')))).toEqual(['P', 'B', 'T']);
  });

  it('takes a chain of a hundred thousand companies', () => {
    const n = 100_000;
    const long = Array.from(
      { length: n },
      (_, i): Holding => ({ holder: `${i}`, held: `${i + 1}`, capital: exactly(1) }),
    );
    const graph = compile(long, 'capital');
    expect(longestChain(graph, nodeOf(graph, `${n}`))).toHaveLength(n + 1);
  });
});

describe('the opacity share', () => {
  it('is what ends in the unknown or nowhere', () => {
    const holdings = world('P>A 0.6', 'U>A 0.3', 'A>T 0.5', 'P>T 0.2');
    const opacity = opacityOf(holdings, 'votes', 'T', ['U']);
    expect(opacity.known.min).toBeCloseTo(0.5, 14);
    expect(opacity.opaque.max).toBeCloseTo(0.15, 14);
    expect(opacity.unrecorded.min).toBeCloseTo(0.35, 14);
    expect(opacity.unseen.max).toBeCloseTo(0.5, 14);
  });

  it('stops at an owner behind which nobody can see', () => {
    const holdings = world('P>Trust 1', 'Trust>T 0.4', 'Q>T 0.6');
    const opacity = opacityOf(holdings, 'capital', 'T', ['Trust']);
    expect(opacity.known).toEqual({ min: 0.6, max: 0.6 });
    expect(opacity.opaque).toEqual({ min: 0.4, max: 0.4 });
  });

  it('is an interval where shares are', () => {
    const opacity = opacityOf(world('P>T 0.25..0.5', 'U>T ?'), 'votes', 'T', ['U']);
    expect(opacity.unseen).toEqual({ min: 0.5, max: 0.75 });
    expect(opacity.opaque).toEqual({ min: 0, max: 0.75 });
  });

  it('is everything where nobody is recorded', () => {
    expect(opacityOf([], 'votes', 'T', []).unseen).toEqual({ min: 1, max: 1 });
    expect(opacityOf(world('T>S 1'), 'votes', 'T', []).unrecorded).toEqual({ min: 1, max: 1 });
  });
});
