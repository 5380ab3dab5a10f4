import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missesOf, readAnyPack } from '#shared/framework/any-pack.ts';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import { packDiff } from '#shared/framework/pack-diff.ts';
import { CATALOGUE } from '#shared/instruments/catalogue.ts';
import { NL_LAW } from '#shared/law/nl-law.ts';
import type { Json } from '#shared/model/canonical.ts';

const json = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

describe('what is different between two packs', () => {
  it('is a place by its id, so that one more law is one difference and not a shift of all that follow', () => {
    const [first, ...rest] = NL_LAW.items;
    const without = { ...NL_LAW, items: rest };
    const changes = packDiff(json(without), json(NL_LAW));
    expect(changes.map(({ at, was }) => [at, was])).toEqual([[`items[${first?.id}]`, null]]);
  });

  it('names the member inside the item, in both languages apart', () => {
    const later = structuredClone(NL_LAW) as typeof NL_LAW;
    const item = later.items.find(({ id }) => id === 'wwke');
    if (!item) throw new Error('no wwke');
    item.title.nl = 'Wet weerbaarheid';
    expect(packDiff(json(NL_LAW), json(later)).map(({ at }) => at)).toEqual(['items[wwke].title.nl']);
  });

  it('does not take what every object inherits for a member', () => {
    expect(packDiff({ toString: 'a' }, {})).toEqual([{ at: 'toString', was: 'a', is: null }]);
  });

  it('nothing differs between equal packs, the order of items counts for nothing, and both ways agree', () => {
    const value = fc.jsonValue() as fc.Arbitrary<Json>;
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(packDiff(a, a)).toEqual([]);
        const there = packDiff(a, b).map(({ at }) => at);
        expect(
          packDiff(b, a)
            .map(({ at }) => at)
            .sort(),
        ).toEqual(there.sort());
      }),
    );
    const turned = { ...NL_LAW, items: [...NL_LAW.items].reverse() };
    expect(packDiff(json(NL_LAW), json(turned))).toEqual([]);
  });
});

describe('a pack of any kind', () => {
  it('is known by its members, and every shipped one is good', () => {
    const kinds = [BEV_2023, NL_LAW, CATALOGUE].map((pack) => {
      const read = readAnyPack(json(pack));
      return read.ok ? [read.value.kind, missesOf(read.value).length] : read.error;
    });
    expect(kinds).toEqual([
      ['framework', 0],
      ['law', 0],
      ['instruments', 0],
    ]);
  });

  it('names the first place that is wrong', () => {
    const broken = json(NL_LAW) as { items: { kind: string }[] };
    (broken.items[2] as { kind: string }).kind = 'edict';
    expect(readAnyPack(broken)).toMatchObject({
      ok: false,
      error: { code: 'packInvalid', params: { place: 'items.2.kind' } },
    });
    expect([[], 'x', { a: 1 }].map((one) => readAnyPack(one).ok)).toEqual([false, false, false]);
  });
});
