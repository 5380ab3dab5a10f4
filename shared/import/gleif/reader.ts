import { type CsvRead, CsvStream } from '../csv.ts';
import type { TextFormat } from '../formats.ts';
import type { FileRow, ReadContext, Reader } from '../reader.ts';
import { exceptionRow } from './exceptions.ts';
import { level1Row } from './level1.ts';
import { level2Row } from './level2.ts';
import type { GleifRow } from './reading.ts';

type RowReader = (row: GleifRow, touching: boolean) => FileRow | undefined;

/** The three files of a golden copy, each known by the columns that it alone has. */
const FILES: readonly { readonly columns: readonly string[]; readonly read: RowReader }[] = [
  { columns: ['LEI', 'Entity.LegalName'], read: level1Row },
  { columns: ['Relationship.StartNode.NodeID', 'Relationship.RelationshipType'], read: level2Row },
  { columns: ['LEI', 'Exception.Category'], read: exceptionRow },
];
const EXPECTED = FILES.flatMap(({ columns }) => columns).join(', ');

/**
 * Reads a CSV file of GLEIF: level 1 (LEI-CDF), level 2 (RR-CDF) or the reporting exceptions, in the columns of the
 * golden copy. `touching` takes only rows about a party that the case has by its LEI, and the neighbours that those
 * rows name; a golden copy has millions of rows, of which a case needs a few. Nothing is held but the header.
 */
class GleifReader implements Reader<string> {
  readonly #context: ReadContext;
  readonly #touching: boolean;
  readonly #csv = new CsvStream();
  #columns: ReadonlyMap<string, number> | undefined;
  #read: RowReader | undefined;

  constructor(context: ReadContext, touching: boolean) {
    this.#context = context;
    this.#touching = touching;
  }

  push(piece: string): readonly FileRow[] {
    return this.#rows(this.#csv.push(piece));
  }

  end(): readonly FileRow[] {
    const rows = this.#rows(this.#csv.end());
    if (this.#columns !== undefined) return rows;
    return [...rows, this.#broken(1, { code: 'columnMissing', field: EXPECTED })];
  }

  #broken(line: number, problem: FileRow['problems'][number]): FileRow {
    return { line, records: [], problems: [problem], broken: true };
  }

  #rows({ rows, failure }: CsvRead): FileRow[] {
    const made = rows.flatMap(({ line, cells }): FileRow[] => {
      if (this.#columns === undefined) return this.#header(line, cells);
      const read = this.#read;
      if (read === undefined) return [];
      const columns = this.#columns;
      if (cells.length !== columns.size) {
        const params = { expected: columns.size, found: cells.length };
        return [{ line, records: [], problems: [{ code: 'cellCount', params }] }];
      }
      const cell = (name: string): string | undefined => {
        const at = columns.get(name);
        const text = at === undefined ? undefined : cells[at]?.trim();
        return text === '' ? undefined : text;
      };
      const row = read({ line, cells: cell, context: this.#context }, this.#touching);
      return row === undefined ? [] : [row];
    });
    if (failure) {
      const { line, ...params } = failure.params;
      made.push(this.#broken(line ?? 1, { code: failure.code, params }));
    }
    return made;
  }

  #header(line: number, cells: readonly string[]): FileRow[] {
    const names = cells.map((cell) => cell.trim());
    this.#columns = new Map(names.map((name, at) => [name, at]));
    if (this.#columns.size !== names.length) return [this.#broken(line, { code: 'columnTwice' })];
    this.#read = FILES.find(({ columns }) => columns.every((name) => names.includes(name)))?.read;
    return this.#read === undefined ? [this.#broken(line, { code: 'columnMissing', field: EXPECTED })] : [];
  }
}

const HEADER = /^\ufeff?"?(?:LEI"?[,;\t]"?(?:Entity|Exception)\.|Relationship\.StartNode)/;

/** Rows of GLEIF that touch the case. */
export const GLEIF: TextFormat = {
  extensions: ['csv'],
  looksLike: (head) => (HEADER.test(head) ? 3 : 0),
  open: (context) => new GleifReader(context, true),
};

/** Every row of a GLEIF file; chosen by hand, never guessed. */
export const GLEIF_ALL: TextFormat = {
  extensions: ['csv'],
  looksLike: () => 0,
  open: (context) => new GleifReader(context, false),
};
