import { fail, ok, type Result } from '../result.ts';
import type { CsvRow } from './csv.ts';

/** Why a row is not taken over: its column and what is wrong there. */
export type BareRefusal<Column extends string, Code extends string> = {
  readonly field?: Column;
  readonly code: Code;
  readonly params?: Readonly<Record<string, string | number>>;
};

/** `lines[i]` is the line of `items[i]`; `columns` are the known ones that are there; `ignored` those we do not know. */
export type BareRead<Item, Column extends string, Code extends string> = {
  readonly items: readonly Item[];
  readonly lines: readonly number[];
  readonly columns: ReadonlySet<Column>;
  readonly refused: readonly (BareRefusal<Column, Code | 'cellCount' | 'fieldMissing'> & {
    readonly line: number;
  })[];
  readonly ignored: readonly string[];
};

export type BareFileCode = 'columnMissing' | 'columnTwice';

/**
 * How a table of a bare file is read: its columns in any order and case, with other spellings where there are; what
 * every row must fill; and what a row becomes. `read` gets cells without spaces around them.
 */
export type BareSpec<Item, Column extends string, Code extends string> = {
  readonly columns: Readonly<Record<Column, readonly string[]>>;
  readonly required: readonly Column[];
  readonly read: (
    cell: (column: Column) => string,
    line: number,
  ) => Result<Item, Code> | BareRefusal<Column, Code>;
};

/**
 * Reads the rows of a table, header first. A bad row is refused with its line and column and never stops the others;
 * a header without a required column, or with one twice, refuses the file.
 */
export function readBareTable<Item, Column extends string, Code extends string>(
  { columns, required, read }: BareSpec<Item, Column, Code>,
  rows: Iterable<CsvRow>,
): Result<BareRead<Item, Column, Code>, BareFileCode> {
  const items: Item[] = [];
  const lines: number[] = [];
  const refused: (BareRefusal<Column, Code | 'cellCount' | 'fieldMissing'> & { line: number })[] = [];
  const names = Object.entries(columns) as [Column, readonly string[]][];
  const places = new Map<Column, number>();
  let header: readonly string[] | undefined;
  let ignored: readonly string[] = [];
  for (const { line, cells } of rows) {
    if (header === undefined) {
      header = cells;
      const spelled = cells.map((cell) => cell.trim().toLowerCase());
      for (const [column, others] of names) {
        const found = spelled.flatMap((name, at) =>
          name === column.toLowerCase() || others.includes(name) ? [at] : [],
        );
        if (found.length > 1) return fail('columnTwice', { field: column });
        if (found[0] !== undefined) places.set(column, found[0]);
        else if (required.includes(column)) return fail('columnMissing', { field: column });
      }
      const used = new Set(places.values());
      ignored = cells.filter((_, at) => !used.has(at));
      continue;
    }
    if (cells.length !== header.length) {
      refused.push({ line, code: 'cellCount', params: { expected: header.length, found: cells.length } });
      continue;
    }
    const cell = (column: Column): string => cells[places.get(column) ?? -1]?.trim() ?? '';
    const empty = required.find((column) => cell(column) === '');
    if (empty !== undefined) {
      refused.push({ line, field: empty, code: 'fieldMissing' });
      continue;
    }
    const found = read(cell, line);
    if ('code' in found) refused.push({ line, ...found });
    else if (found.ok) {
      items.push(found.value);
      lines.push(line);
    } else
      refused.push({
        line,
        code: found.error.code,
        ...(found.error.params ? { params: found.error.params } : {}),
      });
  }
  if (header === undefined) return fail('columnMissing', { field: required[0] ?? '' });
  return ok({ items, lines, columns: new Set(places.keys()), refused, ignored });
}

const NUMBER = /^\+?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/i;

/**
 * A quantity of a bare file, as programs write it: digits with at most one mark, which is the decimal mark, and perhaps
 * an exponent. Not negative. Undefined: it is no such number.
 */
export function bareNumber(text: string): number | undefined {
  const value = NUMBER.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}
