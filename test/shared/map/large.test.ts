import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countLinks, type Dots, densityImage, equalised } from '#shared/map/density.ts';
import { dotsOf } from '#shared/map/dots.ts';
import { isGroup, summaryOf } from '#shared/map/summary.ts';
import { card, chainOf, link } from './models.ts';

const none = new Set<string>();
const sectors = fc.array(fc.constantFrom('chemie', 'optiek', undefined), { minLength: 2, maxLength: 30 });

describe('a large network summarised', () => {
  const model = {
    cards: [
      card('t'),
      card('a', { sector: 'chemie' }),
      card('b', { sector: 'chemie', marking: 'depV' }),
      card('c', { sector: 'optiek' }),
    ],
    links: [link('a', 't'), link('b', 't', { essential: true }), link('c', 't')],
  };

  it('puts cards of one tier and sector together, under the highest marking, with their links as one that counts', () => {
    const { cards, links } = summaryOf(model, ['t'], none).model;
    const group = cards.find(({ type }) => type === 'group');
    expect(cards.map(({ id }) => id).filter((id) => !isGroup(id))).toEqual(['t', 'c']);
    expect(group).toMatchObject({ label: 'chemie', members: 2, marking: 'depV' });
    expect(links.find(({ from }) => from === group?.id)).toMatchObject({
      to: 't',
      members: 2,
      essential: true,
    });
  });

  it('shows an opened group card by card', () => {
    const group = summaryOf(model, ['t'], none).model.cards.find(({ id }) => isGroup(id))?.id as string;
    const { cards, links } = summaryOf(model, ['t'], new Set([group])).model;
    expect(cards.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c', 't']);
    expect(links).toEqual(model.links);
  });

  it('loses no card', () => {
    fc.assert(
      fc.property(sectors, (list) => {
        const cards = list.map((sector, i) => card(String(i), sector === undefined ? {} : { sector }));
        const links = list.slice(1).map((_, i) => link(String(i), String(i + 1)));
        const { model: shown, tiers } = summaryOf({ cards, links }, ['0'], none);
        expect(shown.cards.reduce((sum, { members }) => sum + (members ?? 1), 0)).toBe(cards.length);
        expect(shown.cards.every(({ id }) => tiers.has(id))).toBe(true);
      }),
    );
  });
});

describe('a very large network as an image', () => {
  const cross: Dots = {
    x: Float32Array.of(0, 4, 2, 2),
    y: Float32Array.of(2, 2, 0, 4),
    colour: Uint8Array.of(0, 0, 0, 0),
    from: Int32Array.of(0, 2),
    to: Int32Array.of(1, 3),
  };
  const view = { k: 1, x: 0, y: 0, width: 5, height: 5 };

  it('counts at every point how many links run through it', () => {
    const counts = countLinks(cross, view);
    expect([...counts.slice(10, 15)]).toEqual([1, 1, 2, 1, 1]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(10);
  });

  it('cuts links at the edges of the view, and leaves out those beside it', () => {
    const counts = countLinks(cross, { ...view, x: -2 });
    expect([...counts.slice(10, 15)]).toEqual([2, 1, 1, 0, 0]);
    expect(countLinks(cross, { ...view, x: 50 }).every((count) => count === 0)).toBe(true);
  });

  it('gives more links a darker tone, never outside 0 to 1', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(6000), { minLength: 1 }), (list) => {
        const tone = equalised(Uint32Array.from(list));
        const tones = [...tone].slice(1);
        expect(tones.every((one, i) => one >= (tones[i - 1] ?? 0) && one <= 1)).toBe(true);
      }),
    );
  });

  it('has a dot for every card, on the ground', () => {
    const tones = { ground: [255, 255, 255], ink: [0, 0, 0], dots: [[200, 10, 10]] } as const;
    const image = densityImage(cross, { k: 1, x: 10, y: 10, width: 25, height: 25 }, tones);
    const at = (x: number, y: number): number[] => [...image.slice((y * 25 + x) * 4, (y * 25 + x) * 4 + 4)];
    expect([image.length, at(0, 0), at(10, 12)]).toEqual([2500, [255, 255, 255, 255], [200, 10, 10, 255]]);
  });

  it('finds a place for each of 50,000 cards, most of them linked to nobody, and a point for what is in sight', () => {
    const cards = Array.from({ length: 50_000 }, (_, i) => card(String(i), { type: 'person' }));
    const links = cards.slice(1, 5_001).map(({ id }) => link(id, '0'));
    const dots = dotsOf({ cards, links }, ['0']);
    expect(new Set(Array.from(dots.x, (x, i) => `${x} ${dots.y[i]}`)).size).toBe(50_000);
    const [x = 0, y = 0] = [dots.x[7], dots.y[7]];
    const around = { k: 1, x: 20 - x, y: 20 - y, width: 41, height: 41 };
    const tones = {
      ground: [255, 255, 255],
      ink: [0, 0, 0],
      dots: [
        [0, 0, 0],
        [9, 90, 200],
      ],
    } as const;
    const image = densityImage(dots, around, tones);
    const middle = (20 * 41 + 20) * 4;
    expect([...image.slice(middle, middle + 4)]).toEqual([9, 90, 200, 255]);
  });

  it('counts one of every so many links for a rough image, and runs through the same points as one that is drawn whole', () => {
    const counts = countLinks(cross, view, 2);
    expect([...counts.slice(10, 15)]).toEqual([1, 1, 1, 1, 1]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(5);
  });

  it('puts every card somewhere of its own, and knows each link by number', () => {
    const dots = dotsOf(chainOf('a>t b>t t>c c>d'), ['t']);
    expect(new Set([...dots.x].map((x, i) => `${x} ${dots.y[i]}`)).size).toBe(5);
    expect([...dots.from].map((from, i) => [from, dots.to[i]])).toEqual([
      [0, 4],
      [1, 4],
      [4, 2],
      [2, 3],
    ]);
  });
});
