import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CSV_LIMITS, type CsvRead, CsvStream, parseCsv } from '#shared/import/csv.ts';
import { fail, ok } from '#shared/result.ts';

const SPECTRUM = path.resolve(import.meta.dirname, '../../../../shared/data/fuzz/csv-spectrum');

const cellsOf = (text: string): readonly (readonly string[])[] => {
  const parsed = parseCsv(text);
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value.map(({ cells }) => cells);
};

describe('a table as text', () => {
  it('is read with comma, semicolon or tab, whichever the header uses', () => {
    expect([
      cellsOf('a,b\n1,2'),
      cellsOf('a;b\n"1,5";2,5'),
      cellsOf('a\tb\r\n1\t2\r\n'),
      cellsOf('a\n1;2'),
    ]).toEqual([
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      [
        ['a', 'b'],
        ['1,5', '2,5'],
      ],
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      [['a'], ['1;2']],
    ]);
  });
  it('keeps doubled quotes, line breaks in cells, spaces, formulas and whatever follows a byte order mark', () => {
    expect(cellsOf('\ufeffkey,note\nx," he said ""no""\nand left "\ny,=1+1\nz,@SUM(A1)')).toEqual([
      ['key', 'note'],
      ['x', ' he said "no"\nand left '],
      ['y', '=1+1'],
      ['z', '@SUM(A1)'],
    ]);
  });
  it('knows on which line each row begins, whatever stands in the rows above it', () => {
    expect(parseCsv('a,b\r\n"1\r\n2",x\r\n\r\n,\r\n3,y')).toEqual(
      ok([
        { line: 1, cells: ['a', 'b'] },
        { line: 2, cells: ['1\r\n2', 'x'] },
        { line: 6, cells: ['3', 'y'] },
      ]),
    );
  });
  it('is refused where a quote is never closed, and names the line of the row', () => {
    expect(parseCsv('a,b\n1,2\n3,"open\n4,5\n')).toEqual(fail('csvQuoteUnclosed', { line: 3 }));
  });
  it('is refused above the limits on size, rows and cells', () => {
    expect([
      parseCsv('x'.repeat(CSV_LIMITS.characters + 1)),
      parseCsv('x\n'.repeat(CSV_LIMITS.rows + 1)),
      parseCsv(`a\n${'x'.repeat(CSV_LIMITS.cell + 1)}`),
    ]).toEqual([
      fail('csvTooLarge', { limit: CSV_LIMITS.characters }),
      fail('csvTooManyRows', { limit: CSV_LIMITS.rows }),
      fail('csvCellTooLong', { line: 2, limit: CSV_LIMITS.cell }),
    ]);
  });
  it('gives back what was written, for any text in any cell', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', ' ', 'é', '='),
      maxLength: 6,
    });
    const table = fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 });
    const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n', '\r'),
        (rows, by, end) => {
          const all = [['h1', 'h2', 'h3'], ...rows];
          expect(cellsOf(all.map((row) => row.map(quote).join(by)).join(end))).toEqual(
            all.filter((row) => row.some((text) => text !== '')),
          );
        },
      ),
    );
  });
  it('is the same table wherever the pieces of its text are cut', () => {
    const character = fc.constantFrom('a', '"', ',', ';', '\n', '\r', '\ufeff', '|', ' ');
    const inPieces = (pieces: readonly string[]) => {
      const stream = new CsvStream();
      const reads: CsvRead[] = [...pieces.map((piece) => stream.push(piece)), stream.end()];
      return {
        rows: reads.flatMap(({ rows }) => rows),
        failures: reads.flatMap(({ failure }) => failure ?? []),
      };
    };
    fc.assert(
      fc.property(fc.array(fc.string({ unit: character, maxLength: 12 }), { maxLength: 12 }), (pieces) => {
        expect(inPieces(pieces)).toEqual(inPieces([pieces.join('')]));
      }),
      { numRuns: 500 },
    );
  });
  it('that never closes a quote is given up after the longest cell, not at the end of the file', () => {
    const stream = new CsvStream();
    stream.push('a,b\n1,"');
    const piece = 'x'.repeat(30_000);
    const reads = [1, 2, 3, 4].map(() => stream.push(piece));
    expect(reads.map(({ failure }) => failure?.code)).toEqual([
      undefined,
      undefined,
      'csvCellTooLong',
      undefined,
    ]);
  });
  it('keeps apostrophes when told that they quote, and every mark when told that nothing does', () => {
    const rows = (quote: "'" | '') => {
      const stream = new CsvStream({ delimiter: ';', quote });
      return [...stream.push('a;\'b;c\';"d"\n').rows, ...stream.end().rows].map(({ cells }) => cells);
    };
    expect([rows("'"), rows('')]).toEqual([[['a', 'b;c', '"d"']], [['a', "'b", "c'", '"d"']]]);
  });
});

describe.skipIf(!existsSync(SPECTRUM))('the dialects of csv-spectrum', () => {
  const names = existsSync(SPECTRUM) ? readdirSync(path.join(SPECTRUM, 'csvs')) : [];
  it.each(names)('are read as their authors read them: %s', (name) => {
    // The copy lost its carriage returns in a repository; the names and the JSON say where they were.
    const lines = readFileSync(path.join(SPECTRUM, 'csvs', name), 'utf8').replaceAll('\r\n', '\n');
    const text = name.endsWith('_crlf.csv') ? lines.replaceAll('\n', '\r\n') : lines;
    const [header = [], ...rows] = cellsOf(text);
    const objects = rows.map((row) => Object.fromEntries(header.map((column, i) => [column, row[i]])));
    const json = readFileSync(path.join(SPECTRUM, 'json', name.replace('.csv', '.json')), 'utf8');
    expect(objects).toEqual(JSON.parse(json));
  });
});
