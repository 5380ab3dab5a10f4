import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { communitiesOf } from '#shared/graph/communities.ts';
import { drawnGraph, simple } from './arbitrary.ts';
import { KARATE, numbered } from './published.ts';

describe('communities', () => {
  it('of the karate club are about as good as the best there is (modularity 0.4198)', () => {
    const { n, from, to } = numbered(KARATE);
    for (const seed of [1, 2, 3]) {
      const { count, modularity } = communitiesOf(n, from, to, undefined, seed);
      expect(modularity).toBeGreaterThan(0.4);
      expect(modularity).toBeLessThan(0.41979);
      expect(count === 3 || count === 4).toBe(true);
    }
  });

  it('are the same for the same seed, and have the modularity that they claim', () => {
    fc.assert(
      fc.property(drawnGraph(20), fc.nat(), (drawn, seed) => {
        const { n, from, to } = drawn;
        const found = communitiesOf(n, from, to, undefined, seed);
        expect(communitiesOf(n, from, to, undefined, seed)).toEqual(found);
        expect(new Set(found.of).size).toBe(found.count);
        const links = [...from.keys()].filter((e) => from[e] !== to[e]);
        const degree = Array<number>(n).fill(0);
        for (const e of links)
          for (const end of [from[e] ?? 0, to[e] ?? 0]) degree[end] = (degree[end] ?? 0) + 1;
        let wanted = 0;
        for (let group = 0; group < found.count; group++) {
          const inside = links.filter(
            (e) => found.of[from[e] ?? 0] === group && found.of[to[e] ?? 0] === group,
          );
          const sum = degree.reduce((total, own, v) => total + (found.of[v] === group ? own : 0), 0);
          if (links.length > 0) wanted += inside.length / links.length - (sum / (2 * links.length)) ** 2;
        }
        expect(found.modularity).toBeCloseTo(wanted, 9);
      }),
    );
  });

  it('are each connected here, or said to be broken', () => {
    fc.assert(
      fc.property(drawnGraph(25, 2), fc.nat(), (drawn, seed) => {
        const { n, from, to } = simple(drawn, false);
        const { of, count, broken } = communitiesOf(n, from, to, undefined, seed);
        for (let group = 0; group < count; group++) {
          const members = [...Array(n).keys()].filter((v) => of[v] === group);
          const reached = new Set(members.slice(0, 1));
          for (const v of reached)
            from.forEach((a, e) => {
              const b = to[e] ?? 0;
              if (of[a] !== group || of[b] !== group) return;
              if (a === v) reached.add(b);
              if (b === v) reached.add(a);
            });
          expect(broken.includes(group)).toBe(reached.size < members.length);
        }
      }),
    );
  });

  it('take weights, and parallel links together', () => {
    // A ring of four: strong links 0-1 (as two of 5) and 2-3, weak ones between.
    const from = Int32Array.of(0, 1, 1, 2, 3);
    const to = Int32Array.of(1, 0, 2, 3, 0);
    const weight = Float64Array.of(5, 5, 1, 10, 1);
    expect([...communitiesOf(4, from, to, weight, 1).of]).toEqual([0, 0, 1, 1]);
    expect(communitiesOf(3, new Int32Array(0), new Int32Array(0), undefined, 1).count).toBe(3);
  });
});
