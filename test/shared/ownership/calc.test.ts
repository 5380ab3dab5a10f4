import { describe, expect, it } from 'vitest';
import { calcControl, calcOwnership } from '#shared/ownership/calc.ts';
import { readHoldingsCsv } from '#shared/ownership/holdings-csv.ts';
import { between, exactly, UNKNOWN_SHARE } from '#shared/ownership/interest.ts';
import { parseShare } from '#shared/ownership/share-cell.ts';
import { fail, ok } from '#shared/result.ts';
import { ARMS, CROSS, world } from './worlds.ts';

function read(text: string) {
  const found = readHoldingsCsv(text);
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}

describe('ownership of a bare file', () => {
  it('lists every pair in full precision (C2)', () => {
    const { pairs, findings } = calcOwnership(CROSS);
    expect(findings).toEqual([]);
    expect(pairs).toHaveLength(10);
    expect(pairs[0]).toMatchObject({ owner: 'X', held: 'B' });
    const xb = 0.5 / 0.88;
    expect(pairs[0]?.integrated).toBeCloseTo(xb, 15);
    const cb = pairs.find(({ owner, held }) => owner === 'C' && held === 'B');
    expect(cb?.integrated).toBeCloseTo(0.3 / 0.88, 15);
    expect(cb?.corrected).toBeCloseTo(0.3, 15);
    for (const { integrated, min, max } of pairs) expect([min, max]).toEqual([integrated, integrated]);
  });

  it('gives an interval and no value for what is not known', () => {
    expect(calcOwnership(world('P>A ?', 'Q>A 0.7')).pairs).toEqual([
      { owner: 'P', held: 'A', integrated: null, corrected: null, min: 0, max: expect.closeTo(0.3, 14) },
      { owner: 'Q', held: 'A', integrated: 0.7, corrected: 0.7, min: 0.7, max: expect.closeTo(0.7, 14) },
    ]);
  });

  it('has no number where there is no limit', () => {
    const { pairs, findings } = calcOwnership(world('A>B 1', 'B>A 1'));
    expect(pairs).toContainEqual({
      owner: 'A',
      held: 'B',
      integrated: null,
      corrected: 1,
      min: null,
      max: null,
    });
    expect(findings.map(({ code }) => code)).toEqual(['closedGroup']);
  });
});

describe('control of a bare file', () => {
  it('lists every controlling pair with the votes commanded (C4)', () => {
    expect(calcControl(ARMS).pairs).toEqual([
      { controller: 'P', controlled: 'A', votes: 0.6 },
      { controller: 'P', controlled: 'B', votes: 0.6 },
      { controller: 'P', controlled: 'C', votes: 0.55 },
      { controller: 'P', controlled: 'D', votes: 0.55 },
    ]);
    expect(calcControl(ARMS, { level: 0.4, operator: '>=' }).pairs).toContainEqual({
      controller: 'Q',
      controlled: 'D',
      votes: 0.4,
    });
  });

  it('keeps apart what the ranges leave open', () => {
    const { pairs, open } = calcControl(world('P>A 0.6', 'P>B 0.4..0.6', 'P>C ?', 'Q>C 0.6'));
    expect(pairs).toEqual([
      { controller: 'P', controlled: 'A', votes: 0.6 },
      { controller: 'Q', controlled: 'C', votes: 0.6 },
    ]);
    expect(open).toEqual([{ controller: 'P', controlled: 'B', votes: { min: 0.4, max: 0.6 } }]);
  });
});

describe('a file of interests', () => {
  it('is read with exact shares, ranges, unknown shares and votes', () => {
    const text =
      'Held;Holder;share;votes;min;max;note\nA;P;0,5;60%;;;x\nB;P;;;0.25;0.5;\nC;P;;;;;\nD;P;0.3;;0.2;;\nE;P;;;;0.1;\n';
    expect(read(text)).toEqual({
      holdings: [
        { holder: 'P', held: 'A', capital: exactly(0.5), votes: exactly(0.6) },
        { holder: 'P', held: 'B', capital: between(0.25, 0.5) },
        { holder: 'P', held: 'C', capital: UNKNOWN_SHARE },
        { holder: 'P', held: 'D', capital: between(0.2, 1, 0.3) },
        { holder: 'P', held: 'E', capital: between(0, 0.1) },
      ],
      lines: [2, 3, 4, 5, 6],
      refused: [],
      ignored: ['note'],
    });
  });

  it('refuses a row with its line and field, and reads on', () => {
    const text =
      'holder,held,share,min,max\nP,A,60,,\n,A,0.1,,\nP,B,-0.1,,\nP,C,,0.5,0.2\nP,D,0.9,0.1,0.2\nP,E,half,,\nP,F\nP,G,1,,';
    const { holdings, refused } = read(text);
    expect(holdings).toEqual([{ holder: 'P', held: 'G', capital: exactly(1) }]);
    expect(refused).toEqual([
      { line: 2, field: 'share', code: 'shareOutOfRange' },
      { line: 3, field: 'holder', code: 'fieldMissing' },
      { line: 4, field: 'share', code: 'shareOutOfRange' },
      { line: 5, field: 'max', code: 'rangeReversed' },
      { line: 6, field: 'share', code: 'shareOutsideRange' },
      { line: 7, field: 'share', code: 'shareForm' },
      { line: 8, code: 'cellCount', params: { expected: 5, found: 2 } },
    ]);
  });

  it('must have its columns once', () => {
    expect(readHoldingsCsv('holder,share\nP,1')).toEqual(fail('columnMissing', { field: 'held' }));
    expect(readHoldingsCsv('holder,held,Held\nP,A,B')).toEqual(fail('columnTwice', { field: 'held' }));
    expect(readHoldingsCsv('')).toEqual(fail('columnMissing', { field: 'holder' }));
    expect(readHoldingsCsv('holder,held\n"P,A').ok).toBe(false);
  });

  it('takes a share as a fraction or a percentage, and guesses nothing', () => {
    expect(
      ['0.125', '0,125', '.5', '1.000', '2.5e-1', '12.5%', '100 %', '0'].map((text) => parseShare(text)),
    ).toEqual([0.125, 0.125, 0.5, 1, 0.25, 0.125, 1, 0].map((value) => ok(value)));
    for (const text of ['25', '101%', '-0.1']) expect(parseShare(text)).toEqual(fail('shareOutOfRange'));
    for (const text of ['', 'x', '1/2', '1.2.3', '%']) expect(parseShare(text)).toEqual(fail('shareForm'));
  });
});
