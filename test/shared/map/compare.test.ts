import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compared, countChanges } from '#shared/map/compare.ts';
import { daysOfChange } from '#shared/map/days.ts';
import type { MapModel } from '#shared/map/model.ts';
import { card, chainOf } from './models.ts';

const changes = ({ cards, links }: MapModel): Record<string, string> =>
  Object.fromEntries([...cards, ...links].flatMap(({ id, change }) => (change ? [[id, change]] : [])));

describe('two days of a network as one map', () => {
  it('mark what came, what went and what is otherwise, and leave the rest alone', () => {
    const earlier = chainOf('a>t t>c', { c: { country: 'NL' } });
    const later = chainOf('t>c b>t', { c: { country: 'DE' } });
    expect(changes(compared(earlier, later))).toEqual({
      a: 'removed',
      'a-t': 'removed',
      b: 'added',
      'b-t': 'added',
      c: 'changed',
    });
    expect(countChanges(compared(earlier, later))).toEqual({ added: 2, removed: 2, changed: 1 });
  });

  it('show what is in both as on the later day', () => {
    const both = compared(
      { cards: [card('a', { label: 'Oud' })], links: [] },
      { cards: [card('a', { label: 'Nieuw' })], links: [] },
    );
    expect(both.cards).toMatchObject([{ label: 'Nieuw', change: 'changed' }]);
  });

  it('tell the other way round that what came went', () => {
    const pair = fc.array(fc.constantFrom('a>b', 'b>c', 'c>d', 'a>d', 'd>e'), { minLength: 1 });
    const whole = (pairs: string[]): MapModel => chainOf([...new Set(pairs)].join(' '));
    fc.assert(
      fc.property(pair, pair, (one, two) => {
        const there = countChanges(compared(whole(one), whole(two)));
        const back = countChanges(compared(whole(two), whole(one)));
        expect(there).toEqual({ added: back.removed, removed: back.added, changed: back.changed });
        expect(countChanges(compared(whole(one), whole(one)))).toEqual({ added: 0, removed: 0, changed: 0 });
      }),
    );
  });
});

describe('the days on which a network may look otherwise', () => {
  it('are those on which something begins and those after its last day, in order, each once, and today', () => {
    expect(
      daysOfChange(
        [
          { validFrom: '2021', validTo: '2023-02' },
          { validFrom: '2021-01-01' },
          { validTo: '2024-12-31' },
          {},
        ],
        '2026-11-20',
      ),
    ).toEqual(['2021-01-01', '2023-03-01', '2025-01-01', '2026-11-20']);
  });
});
