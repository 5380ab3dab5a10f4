import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disclose, type Held } from '#shared/disclosure/ceiling.ts';
import { namesWithheld } from '#shared/disclosure/mentions.ts';
import { type LogId, type RecordId, slotId } from '#shared/model/ids.ts';
import { isWithin, MARKINGS, type Marking } from '#shared/model/marking.ts';

const id = (n: number): RecordId => slotId('00000000-0000-4000-8000-00000000000d' as LogId, String(n));
const held = (n: number, marking: Marking, ...points: number[]): Held => ({
  record: id(n),
  marking,
  body: { text: 'x', deep: { list: points.map(id) } },
});
const numbers = (records: Iterable<RecordId>): number[] =>
  [...records].map((record) => [...Array(20).keys()].find((n) => id(n) === record) as number).sort();

describe('a marking ceiling', () => {
  it('keeps back what is above it, and what points there, also by way of something else', () => {
    const live = [
      held(1, 'stgG'),
      held(2, 'open', 1),
      held(3, 'depV', 2),
      held(4, 'open'),
      held(5, 'open', 4),
    ];
    const { going, above, pulled } = disclose(live, 'depV');
    expect(numbers(going.map(({ record }) => record))).toEqual([4, 5]);
    expect([numbers(above), numbers(pulled)]).toEqual([[1], [2, 3]]);
  });

  it('keeps a record back when one of its versions is above it', () => {
    expect(disclose([held(1, 'open'), held(1, 'stgC')], 'depV').going).toEqual([]);
  });

  it('lets things that point at each other in a ring go together or stay together', () => {
    const ring = (marking: Marking) => [held(1, 'open', 2), held(2, marking, 1)];
    expect(disclose(ring('depV'), 'depV').going).toHaveLength(2);
    expect(disclose(ring('stgC'), 'depV').going).toHaveLength(0);
  });

  const cases = fc.array(
    fc.record({
      n: fc.integer({ min: 0, max: 12 }),
      marking: fc.constantFrom(...MARKINGS),
      points: fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 3 }),
    }),
    { maxLength: 25 },
  );

  it('lets nothing out that is above it or points to what stays, and keeps nothing else back', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(...MARKINGS), (drawn, ceiling) => {
        const live = drawn.map(({ n, marking, points }) => held(n, marking, ...points));
        const { going, above, pulled } = disclose(live, ceiling);
        const stays = new Set([...above, ...pulled]);
        for (const { record, marking, body } of going) {
          expect(isWithin(marking, ceiling)).toBe(true);
          expect(stays.has(record)).toBe(false);
          for (const other of stays) expect(JSON.stringify(body)).not.toContain(other);
        }
        for (const record of pulled)
          expect(
            live.some(
              (one) =>
                one.record === record && [...stays].some((other) => JSON.stringify(one.body).includes(other)),
            ),
          ).toBe(true);
        expect(new Set([...going.map(({ record }) => record), ...stays])).toEqual(
          new Set(live.map(({ record }) => record)),
        );
      }),
    );
  });

  it('a higher ceiling never lets less out', () => {
    fc.assert(
      fc.property(cases, (drawn) => {
        const live = drawn.map(({ n, marking, points }) => held(n, marking, ...points));
        let before = new Set<RecordId>();
        for (const ceiling of MARKINGS) {
          const now = new Set(disclose(live, ceiling).going.map(({ record }) => record));
          expect([...before].every((record) => now.has(record))).toBe(true);
          before = now;
        }
        expect(before.size).toBe(new Set(live.map(({ record }) => record)).size);
      }),
    );
  });
});

type Going = Parameters<typeof namesWithheld>[0][number];

describe('texts that go and name what stays', () => {
  const party = (n: number, name: string) => ({
    ...held(n, 'open'),
    type: 'company' as const,
    body: { name },
  });
  const note = (n: number, text: string) => ({ ...held(n, 'open'), type: 'note' as const, body: { text } });

  it('are found by the whole name in any case, and not by a part of a word', () => {
    const texts = [
      note(2, 'Volgens ZILVERSPAR HOLDING, de houder.'),
      note(3, 'Zilversparholding is wat anders.'),
      note(4, 'Niets.'),
    ];
    const found = namesWithheld<Going>(texts, [party(1, 'Zilverspar Holding')]);
    expect(found.map(({ record }) => record)).toEqual([id(2)]);
  });

  it('a name that something that goes bears too is no trace', () => {
    const going = [party(2, 'Nederland'), note(3, 'In Nederland gemaakt.')];
    expect(namesWithheld<Going>(going, [party(1, 'Nederland')])).toEqual([]);
  });
});
