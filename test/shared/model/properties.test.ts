import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appliesTo, checkValue, PROPERTIES, propertiesFor, propertyOf } from '#shared/model/properties.ts';
import { ENTITY_TYPES, RECORDS } from '#shared/model/records.ts';
import type { Value } from '#shared/model/value.ts';
import { RELATION_KINDS } from '#shared/model/vocabulary.ts';
import { fail, ok } from '#shared/result.ts';

describe('the catalogue of properties', () => {
  it('gives every property an id of its own that a claim may carry', () => {
    const ids = PROPERTIES.map((property) => property.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !RECORDS.claim.body.shape.property.safeParse(id).success)).toEqual([]);
  });
  it('gives every number its units and every label both languages', () => {
    const numbers = PROPERTIES.filter((p) => p.values.includes('number') || p.values.includes('range'));
    expect(numbers.filter((p) => (p.units ?? []).length === 0)).toEqual([]);
    expect(PROPERTIES.filter((p) => p.label.nl.trim() === '' || p.label.en.trim() === '')).toEqual([]);
  });
  it('has something to say of every type of entity and asks of every relation whether it exists', () => {
    expect(ENTITY_TYPES.filter((type) => propertiesFor(type).length < 1)).toEqual([]);
    expect(RELATION_KINDS.filter((kind) => !appliesTo('exists', kind))).toEqual([]);
  });
  it('uses one word for one thing: no entity type is also a kind of relation', () => {
    expect(ENTITY_TYPES.filter((type) => RELATION_KINDS.some((kind) => (kind as string) === type))).toEqual(
      [],
    );
  });
  it('keeps shares off persons and register numbers off relations', () => {
    expect([
      appliesTo('capital', 'owns'),
      appliesTo('capital', 'person'),
      appliesTo('kvk', 'owns'),
      appliesTo('x', 'owns'),
    ]).toEqual([true, false, false, false]);
  });
});

describe('a value under a property', () => {
  const text = (words: string): Value => ({ kind: 'text', text: words });
  it('is accepted when kind, unit and bounds fit, and an identifier comes back in its normal spelling', () => {
    expect([
      checkValue('capital', { kind: 'number', number: 24.9, unit: 'percent' }),
      checkValue('capital', { kind: 'range', min: 10, unit: 'percent' }),
      checkValue('kvk', { kind: 'code', code: '12 34 56 78' }),
      checkValue('netResult', { kind: 'number', number: -3, unit: 'eur' }),
    ]).toEqual([
      ok({ kind: 'number', number: 24.9, unit: 'percent' }),
      ok({ kind: 'range', min: 10, unit: 'percent' }),
      ok({ kind: 'code', code: '12345678' }),
      ok({ kind: 'number', number: -3, unit: 'eur' }),
    ]);
  });
  it('is refused with what was expected, and never repeats the value', () => {
    expect([
      checkValue('colour', text('geheim')),
      checkValue('capital', text('geheim')),
      checkValue('capital', { kind: 'number', number: 10, unit: 'eur' }),
      checkValue('capital', { kind: 'range', min: 10, max: 101, unit: 'percent' }),
      checkValue('revenue', { kind: 'number', number: -1, unit: 'eur' }),
      checkValue('channel', { kind: 'code', code: 'geheim' }),
      checkValue('rsin', { kind: 'code', code: '123456789' }),
    ]).toEqual([
      fail('propertyUnknown', { property: 'colour' }),
      fail('valueKind', { property: 'capital', expected: 'number, range', found: 'text' }),
      fail('valueUnit', { property: 'capital', expected: 'percent', found: 'eur' }),
      fail('valueTooLarge', { property: 'capital', limit: 100 }),
      fail('valueTooSmall', { property: 'revenue', limit: 0 }),
      fail('valueNotInList', {
        property: 'channel',
        expected: propertyOf('channel')?.codes?.join(', ') as string,
      }),
      fail('identifierCheckDigit'),
    ]);
  });
  it('may always be missing, for missing is not zero', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PROPERTIES),
        fc.constantFrom('unknown', 'undisclosed', 'notApplicable'),
        ({ id }, kind) => {
          expect(checkValue(id, { kind })).toEqual(ok({ kind }));
        },
      ),
    );
  });
});
