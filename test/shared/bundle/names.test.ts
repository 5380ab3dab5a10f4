import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPayloadName } from '#shared/bundle/bag.ts';
import { findCollision, foldName, nameFlaw, printableName } from '#shared/bundle/names.ts';

describe('a name that some system would read differently', () => {
  test.each([
    ['', 'empty'],
    ['../a', 'badSegment'],
    ['a/../b', 'badSegment'],
    ['a/./b', 'badSegment'],
    ['/a', 'badSegment'],
    ['a/', 'badSegment'],
    ['a//b', 'badSegment'],
    ['C:/x', 'forbiddenCharacter'],
    ['a:b', 'forbiddenCharacter'],
    ['a\\b', 'forbiddenCharacter'],
    ['\\\\server\\share', 'forbiddenCharacter'],
    ['a*', 'forbiddenCharacter'],
    ['a?', 'forbiddenCharacter'],
    ['"a"', 'forbiddenCharacter'],
    ['a|b', 'forbiddenCharacter'],
    ['a<b', 'forbiddenCharacter'],
    ['x\u0000y', 'forbiddenCharacter'],
    ['x\ny', 'forbiddenCharacter'],
    ['x\u007fy', 'forbiddenCharacter'],
    ['\u202egpj.exe', 'forbiddenCharacter'],
    ['a\u2066b', 'forbiddenCharacter'],
    ['a\u200bb', 'forbiddenCharacter'],
    ['\ufeffa', 'forbiddenCharacter'],
    ['a\ufffdb', 'forbiddenCharacter'],
    ['a\ud800b', 'forbiddenCharacter'],
    ['a\u00a0b', 'forbiddenCharacter'],
    ['e\u0301', 'notNormalised'],
    ['a'.repeat(241), 'tooLong'],
    ['é'.repeat(121), 'tooLong'],
    [`${'a/'.repeat(12)}a`, 'tooDeep'],
    ['x.', 'edgeDotOrSpace'],
    ['x ', 'edgeDotOrSpace'],
    [' x', 'edgeDotOrSpace'],
    ['a /b', 'edgeDotOrSpace'],
    ['con', 'deviceName'],
    ['con.txt', 'deviceName'],
    ['a/NUL', 'deviceName'],
    ['aux.tar.gz', 'deviceName'],
    ['COM1', 'deviceName'],
    ['COM¹.log', 'deviceName'],
    ['lpt9/x', 'deviceName'],
    ['CONOUT$', 'deviceName'],
  ] as const)('%j is refused: %s', (name, flaw) => expect(nameFlaw(name)).toBe(flaw));
});

describe('a plain name', () => {
  test.each([
    'data/changes.jsonl',
    'été.txt',
    'a b (1).pdf',
    '.gitignore',
    'console',
    'com10',
    '100%.csv',
    '合同.pdf',
  ])('%s is kept', (name) => expect(nameFlaw(name)).toBeUndefined());

  test('stays within reach of nobody above its folder', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
        if (nameFlaw(name) !== undefined) return true;
        return (
          name.split('/').every((part) => part !== '' && part !== '.' && part !== '..') && name.isWellFormed()
        );
      }),
    );
  });
});

test.each([
  ['data/changes.jsonl', true],
  ['data/attachments/ab', true],
  ['changes.jsonl', false],
  ['data', false],
  ['data/../x', false],
  ['data/é', false],
  [`data/${'a'.repeat(96)}`, false],
])('%s may stand in a bundle: %s', (name, allowed) => expect(isPayloadName(name)).toBe(allowed));

describe('two names', () => {
  test.each([
    [['a', 'A'], 'A'],
    [['ﬁle', 'FILE'], 'FILE'],
    [['a/b', 'a/B'], 'a/B'],
    [['x/a', 'X'], 'X'],
    [['X', 'x/a'], 'x/a'],
    [['É', 'é'], 'é'],
    [['a/b', 'a/c', 'b'], undefined],
    [['ab', 'a/b', 'a-b'], undefined],
  ])('of %j collide: %s', (names, collision) => expect(findCollision(names)).toBe(collision));

  test('that fold to the same always collide', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\p{L}]{1,8}$/u), (name) => {
        const twin = name.toUpperCase();
        return foldName(twin) !== foldName(name) || findCollision([name, twin]) === twin;
      }),
    );
  });
});

test('a hostile name is shown in plain characters only', () => {
  expect(printableName('\u202egpj.exe\n')).toBe('\\u{202e}gpj.exe\\u{a}');
  expect(printableName('x'.repeat(200))).toBe(`${'x'.repeat(119)}…`);
});
