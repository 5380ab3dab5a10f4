import { expect, test } from 'vitest';
import { allOf, anyOf } from '#shared/framework/kleene.ts';
import { OUTCOMES } from '#shared/model/vocabulary.ts';

test('all and any follow the strong truth tables of Kleene', () => {
  const table = OUTCOMES.flatMap((a) => OUTCOMES.map((b) => [a, b, allOf([a, b]), anyOf([a, b])].join(' ')));
  expect(table).toEqual([
    'met met met met',
    'met notMet notMet met',
    'met undetermined undetermined met',
    'notMet met notMet met',
    'notMet notMet notMet notMet',
    'notMet undetermined notMet undetermined',
    'undetermined met undetermined met',
    'undetermined notMet notMet undetermined',
    'undetermined undetermined undetermined undetermined',
  ]);
});

test('nothing stands in the way of an empty all, and nothing supports an empty any', () => {
  expect([allOf([]), anyOf([])]).toEqual(['met', 'notMet']);
});
