import { describe, expect, it } from 'vitest';
import { rankAll } from '#main/cascade/rank.ts';
import { compile } from '#shared/cascade/compile.ts';
import { between, exactly } from '#shared/cascade/network.ts';
import { createStudy } from '#shared/cascade/study.ts';
import { CHIPS, ecosystem } from '../../shared/cascade/worlds.ts';

describe('every node in turn', () => {
  it('is the same on threads and here, and tells how far it is', async () => {
    const compiled = compile(ecosystem(400, 1600, 3));
    const told: number[] = [];
    const apart = await rankAll(compiled, { threads: 2, onProgress: (part) => told.push(part) });
    const here = await rankAll(compiled, { threads: 0 });
    expect(apart).toEqual(here);
    expect(told.length).toBeGreaterThan(10);
    expect(Math.max(...told)).toBe(1);
    const first = apart[0];
    if (first === undefined) throw new Error('no nodes');
    const node = compiled.network.nodes[first.node]?.id ?? '';
    const study = createStudy(compiled.network)([{ node, capacity: exactly(0) }]);
    expect(first.total.best).toBeCloseTo(study.total.best ?? -1, 7);
  });

  it('keeps ranges apart from estimates, costliest first', async () => {
    const network = {
      ...CHIPS,
      links: CHIPS.links.map((link) =>
        link.id === 'A>assembler' ? { ...link, volume: between(40, 80, 60) } : link,
      ),
    };
    const ranked = await rankAll(compile(network), { direction: 'down' });
    const names = ranked.map(({ node }) => network.nodes[node]?.id);
    expect(names).toEqual(['R', 'A', 'assembler', 'B', 'retailer']);
    const chip = ranked[1];
    expect(chip?.total.best).toBeCloseTo(160 / 280, 9);
    expect(chip?.total.min).toBeLessThan(160 / 280);
    expect(chip?.total.max).toBeGreaterThan(160 / 280);
  });

  it('stops when asked', async () => {
    const signal = AbortSignal.abort(new Error('no longer needed'));
    await expect(rankAll(compile(CHIPS), { signal })).rejects.toThrow('no longer needed');
    await expect(rankAll(compile(ecosystem(400, 1600, 3)), { signal, threads: 2 })).rejects.toThrow(
      'no longer needed',
    );
  });
});
