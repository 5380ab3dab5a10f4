import { describe, expect, it } from 'vitest';
import { compile, nodeOf } from '#shared/ownership/compile.ts';
import { networkControl } from '#shared/ownership/network-control.ts';
import { effectiveHolders, relativeControl } from '#shared/ownership/relative.ts';
import { ARMS, world } from './worlds.ts';

const round = (values: Iterable<number>): number[] => Array.from(values, (value) => Number(value.toFixed(3)));

describe('relative control (Glattfelder and Battiston 2009)', () => {
  it('goes by the squares of the shares (RM of C4)', () => {
    const graph = compile(ARMS, 'votes');
    const parts = relativeControl(graph, nodeOf(graph, 'C'));
    expect(parts.get(nodeOf(graph, 'Q'))).toBeCloseTo(0.5704, 4);
    expect(parts.get(nodeOf(graph, 'A'))).toBeCloseTo(0.2535, 4);
    expect(parts.get(nodeOf(graph, 'B'))).toBeCloseTo(0.1761, 4);
  });

  it('counts the holders that matter', () => {
    const graph = compile(world('P>A 0.5', 'Q>A 0.5', 'P>B 1', 'P>C 0.9', 'Q>C 0.1', 'P>D ?'), 'votes');
    const of = (id: string) => effectiveHolders(graph, nodeOf(graph, id));
    expect(of('A')).toBeCloseTo(2, 14);
    expect(of('B')).toBe(1);
    expect(of('C')).toBeCloseTo(1 / 0.82, 12);
    expect(of('D')).toBeUndefined();
    expect(of('P')).toBeUndefined();
  });
});

describe('network control (Vitali et al. 2011)', () => {
  const graph = compile(world('E>F 0.6', 'F>G 0.6', 'G>F 0.3'), 'votes');
  const values = Float64Array.from(graph.ids, (id) => ({ F: 100, G: 50 })[id] ?? 0);
  const order = ['E', 'F', 'G'].map((id) => nodeOf(graph, id));

  it('is linear in the shares, and corrected for the circle (C3)', () => {
    const { naive, corrected } = networkControl(graph, values, 'linear');
    expect(round(order.map((node) => naive[node] ?? 0))).toEqual([95.122, 58.537, 47.561]);
    expect(round(order.map((node) => corrected[node] ?? 0))).toEqual([95.122, 48, 39]);
  });

  it('gives all to a majority holder by threshold (C3)', () => {
    const { naive, corrected } = networkControl(graph, values, 'threshold');
    expect(order.map((node) => naive[node])).toEqual([150, 50, 0]);
    expect(order.map((node) => corrected[node])).toEqual([150, 50, 0]);
  });

  it('goes by squares in the relative model', () => {
    const { naive } = networkControl(graph, values, 'relative');
    // E 0.8 and G 0.2 of F, F all of G: f = 50 + g, g = 0.2 (100 + f), so f = 87.5, g = 37.5, e = 0.8 (100 + f).
    expect(round(order.map((node) => naive[node] ?? 0))).toEqual([150, 87.5, 37.5]);
  });

  it('is not known for a circle of majorities', () => {
    const ring = compile(world('A>B 0.6', 'B>A 0.6', 'P>A 0.2'), 'votes');
    const { naive } = networkControl(ring, new Float64Array([1, 1, 1]), 'threshold');
    expect(Number.isNaN(naive[0])).toBe(true);
    expect(naive[nodeOf(ring, 'P')]).toBe(0);
  });
});
