import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_CASE, type FileRow, type KnownCase, type RowRecord } from '#shared/import/reader.ts';
import { settleRows } from '#shared/import/settle-rows.ts';
import { company, idOf, named, owns, refusedRow, row, troubledRows } from '../../support/troubled-rows.ts';

const settle = (rows: readonly FileRow[], known: KnownCase = EMPTY_CASE) => {
  const { kept, refused, ...rest } = settleRows(rows, known);
  return {
    kept: kept.map(({ line, key }) => `${line} ${key}`),
    refused: refused.map(({ line, problem }) => `${line} ${problem.field ?? ''} ${problem.code}`),
    ...rest,
  };
};
const clean = { superseded: 0, repeated: 0, broken: false };

describe('the rows of a file as a whole', () => {
  it('may point at what comes later', () => {
    expect(settle([row(2, owns('a', 'b')), row(3, company('a')), row(4, company('b'))])).toEqual({
      kept: ['2 a>b', '3 a', '4 b'],
      refused: [],
      ...clean,
    });
  });
  it('fall with what they point at, down the chain, and say whether that was refused or never there', () => {
    const rows = [
      row(2, company('a')),
      row(3, owns('a', 'ghost')),
      refusedRow(4, { field: 'form', code: 'fieldNotInList' }, 'b'),
      row(5, owns('a', 'b')),
      row(6, { ...company('note'), references: [{ field: 'about', key: 'a>b', record: idOf('a>b') }] }),
    ];
    expect(settle(rows)).toEqual({
      kept: ['2 a'],
      refused: [
        '3 held referenceUnknown',
        '4 form fieldNotInList',
        '5 held referenceRefused',
        '6 about referenceRefused',
      ],
      ...clean,
    });
  });
  it('that make one record in two ways are both refused; the same words twice are one record', () => {
    const rows = [
      row(2, company('a', 'A')),
      row(3, company('a', 'B')),
      row(4, company('c')),
      row(5, company('c')),
    ];
    expect(settle(rows)).toEqual({
      kept: ['4 c'],
      refused: ['2 key keyTwice', '3 key keyTwice'],
      ...clean,
    });
  });
  it('give a party that is only named a record, but not where the file or the case describes it', () => {
    const known: KnownCase = {
      ...EMPTY_CASE,
      kindOf: (record) => (record === idOf('c') ? { type: 'company' } : undefined),
    };
    const rows = [
      row(2, named('a'), named('b'), owns('a', 'b')),
      row(3, company('b')),
      row(4, named('c'), owns('a', 'c')),
    ];
    expect(settle(rows, known)).toEqual({
      kept: ['2 a', '2 a>b', '3 b', '4 a>c'],
      refused: [],
      ...clean,
    });
  });
  it('never put a name in the place of a party whose row was refused', () => {
    const weak: RowRecord = { ...company('b'), weak: true };
    const rows = [refusedRow(2, { code: 'fieldMissing' }, 'b'), row(3, company('a'), weak, owns('a', 'b'))];
    expect(settle(rows)).toEqual({
      kept: [],
      refused: ['2  fieldMissing', '3 held referenceRefused'],
      ...clean,
    });
  });
  it('count in their latest version alone, and not at all when one version is refused', () => {
    const version = (line: number, key: string, rank: string, name: string): FileRow => ({
      ...row(line, company(key, name)),
      version: { key, rank },
    });
    const rows = [
      version(1, 'a', '2020', 'old'),
      version(2, 'a', '2023', 'new'),
      version(3, 'a', '2021', 'middle'),
      version(4, 'b', '2020', 'b'),
      { ...refusedRow(5, { code: 'fieldInvalid' }), version: { key: 'b', rank: '2024' } },
    ];
    expect(settle(rows)).toEqual({
      kept: ['2 a'],
      refused: ['4  referenceRefused', '5  fieldInvalid'],
      superseded: 2,
      repeated: 0,
      broken: false,
    });
  });
  it('of one name are one row when they say the same and none when they differ', () => {
    const withName = (line: number, name: string, record: RowRecord): FileRow => ({
      ...row(line, record),
      name,
    });
    const rows = [
      withName(1, 's1', company('a')),
      withName(2, 's1', company('a')),
      withName(3, 's2', company('b')),
      withName(4, 's2', company('c')),
    ];
    expect(settle(rows)).toEqual({
      kept: ['1 a'],
      refused: ['3 key keyTwice', '4 key keyTwice'],
      superseded: 0,
      repeated: 1,
      broken: false,
    });
  });
  it('cannot turn a record of the case into one of another type', () => {
    const known: KnownCase = { ...EMPTY_CASE, kindOf: () => ({ type: 'person' }) };
    expect(settle([row(2, company('a'))], known).refused).toEqual(['2 key referenceType']);
  });
  it('come to the same whatever their order', () => {
    const outcome = (list: readonly FileRow[]) => {
      const { kept, refused } = settleRows(list, EMPTY_CASE);
      return {
        kept: kept.map(({ record: one, type, body }) => JSON.stringify([one, type, body])).sort(),
        refused: refused.map(({ line, problem }) => JSON.stringify([line, problem])).sort(),
      };
    };
    // Of equal versions the last counts, and of equal names the first: those are told apart by their place.
    const rows = troubledRows.map((list) =>
      list.map(({ name: _, version, ...one }) =>
        version ? { ...one, version: { ...version, rank: `${version.rank}.${one.line}` } } : one,
      ),
    );
    fc.assert(
      fc.property(rows, (list) => {
        expect(outcome([...list].reverse())).toEqual(outcome(list));
      }),
    );
  });
});
