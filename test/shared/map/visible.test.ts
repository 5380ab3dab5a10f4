import { describe, expect, it } from 'vitest';
import { tiersOf } from '#shared/map/tiers.ts';
import { ALL, around, filtered, foldable, folded, pathBetween } from '#shared/map/visible.ts';
import { card, chainOf, link } from './models.ts';

const ids = ({ cards }: { readonly cards: readonly { readonly id: string }[] }): string =>
  cards.map(({ id }) => id).join('');

describe('tiers of a map', () => {
  it('count steps before and behind the target along the shortest way', () => {
    const model = chainOf('a>b b>t a>t t>c c>d');
    expect(
      Object.fromEntries(tiersOf(model.cards, model.links, { targets: ['t'], processesLast: false }).of),
    ).toEqual({
      a: -1,
      b: -1,
      t: 0,
      c: 1,
      d: 2,
    });
  });

  it('put another supplier of a customer beside the target, and a loose part round its best linked card', () => {
    const model = chainOf('t>c x>c p>q r>q s>q');
    const { of } = tiersOf(model.cards, model.links, { targets: ['t'], processesLast: false });
    expect([of.get('x'), of.get('q'), of.get('p')]).toEqual([0, 0, -1]);
  });

  it('put vital processes behind everything else', () => {
    const model = chainOf('t>c c>d t>v', { v: { type: 'process', vital: true } });
    const tiers = tiersOf(model.cards, model.links, { targets: ['t'], processesLast: true });
    expect([tiers.of.get('v'), tiers.processes]).toEqual([3, 3]);
  });

  it('without a target begin at what nothing depends on any further', () => {
    const model = chainOf('a>b b>c');
    expect(tiersOf(model.cards, model.links, { targets: [], processesLast: true }).of.get('a')).toBe(-2);
  });

  it('give every card a tier, also in a circle', () => {
    const model = chainOf('t>a a>b b>t b>c');
    const { of } = tiersOf(model.cards, model.links, { targets: ['t'], processesLast: true });
    expect([...of.keys()].sort()).toEqual(['a', 'b', 'c', 't']);
  });
});

describe('what a map shows', () => {
  const model = {
    cards: [
      card('a', { country: 'NL' }),
      card('b', { country: 'DE', sector: 'energie' }),
      card('p', { type: 'person' }),
      card('z'),
    ],
    links: [
      link('a', 'b', { known: false }),
      link('p', 'a', { kind: 'people', flow: false, flags: ['unsourced'] }),
      link('b', 'a', { id: 'old', validTo: '2020' as never }),
    ],
  };

  it('leaves out cards without a link, unless they are asked for or are what the map is about', () => {
    expect([
      ids(filtered(model, ALL)),
      ids(filtered(model, { ...ALL, linkedOnly: false })),
      ids(filtered(model, ALL, ['z'])),
    ]).toEqual(['abp', 'abpz', 'abpz']);
  });

  it('can be narrowed to kinds, types, countries, sectors and a day', () => {
    const links = (filter: Partial<typeof ALL>): string =>
      filtered(model, { ...ALL, ...filter })
        .links.map(({ id }) => id)
        .join(' ');
    expect([
      links({ kinds: ['people'] }),
      links({ types: ['company'] }),
      links({ countries: ['NL', 'DE'] }),
      links({ sectors: ['energie'] }),
      links({ day: '2026-01-01' as never }),
    ]).toEqual(['p-a', 'a-b old', 'a-b old', '', 'a-b p-a']);
  });

  it('can be narrowed to what is not established, with whom that joins', () => {
    const { cards, links } = filtered(model, { ...ALL, unsureOnly: true });
    expect([ids({ cards }), links.map(({ id }) => id)]).toEqual(['abp', ['a-b', 'p-a']]);
  });

  it('can be narrowed to the surroundings of a card, whichever way links run', () => {
    const chain = chainOf('a>b b>c c>d');
    expect([ids(around(chain, 'b', 1)), ids(around(chain, 'b', 2))]).toEqual(['abc', 'abcd']);
  });

  it('folds away what can only be reached through a card, and counts it', () => {
    const chain = chainOf('t>a a>b b>c t>d');
    const { model: left, hidden } = folded(chain, 't', new Set(['a']));
    expect([ids(left), Object.fromEntries(hidden)]).toEqual(['adt', { a: 2 }]);
  });

  it('keeps what has another way', () => {
    const chain = chainOf('t>a a>b b>t b>c');
    expect([ids(folded(chain, 't', new Set(['a'])).model), [...foldable(chain, 't')]]).toEqual([
      'abct',
      ['b'],
    ]);
  });
});

describe('the path between two cards', () => {
  it('follows the direction of the links where it can', () => {
    expect(pathBetween(chainOf('a>b b>c a>x c>x'), 'a', 'c')).toEqual({
      cards: ['a', 'b', 'c'],
      links: ['a-b', 'b-c'],
      directed: true,
    });
  });

  it('else goes whichever way, and says so; and is absent where nothing joins them', () => {
    const model = chainOf('a>b c>b p>q');
    expect([pathBetween(model, 'a', 'c')?.directed, pathBetween(model, 'a', 'q')]).toEqual([
      false,
      undefined,
    ]);
  });
});
