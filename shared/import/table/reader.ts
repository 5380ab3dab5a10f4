import type { FileRow, Problem, ReadContext, Reader } from '../reader.ts';
import { fieldsFor } from './fields.ts';
import { placeColumns } from './header.ts';
import type { TableMapping, TableRow } from './mapping.ts';
import { readTableRow } from './read-row.ts';
import type { PlacedMapping } from './row-reading.ts';

/** Where a line stands, for the page of a citation: `r. 12`, with the sheet before it where there is one. */
export const pageOf =
  (sheet: string | undefined) =>
  (line: number): string =>
    sheet === undefined ? `r. ${line}` : `${sheet.slice(0, 40)}, r. ${line}`;

/** What keeps a mapping from being used on a file at all; empty when it can be. */
export function mappingProblems(mapping: TableMapping, header: readonly string[]): readonly Problem[] {
  const fields = fieldsFor(mapping);
  const known = new Set(fields.map(({ id }) => id));
  const used = mapping.columns.map(({ field }) => field);
  const parties =
    mapping.shape === 'relations' ? ['from', 'to'] : mapping.shape === 'claims' ? ['subject'] : [];
  return [
    ...placeColumns(mapping, header).missing.map((field): Problem => ({ field, code: 'columnMissing' })),
    ...mapping.columns
      .filter(({ field }) => !known.has(field))
      .map(({ header: column }): Problem => ({ field: column, code: 'columnField', params: { column } })),
    ...mapping.columns
      .filter(({ field }, i) => used.indexOf(field) !== i)
      .map(({ header: field }): Problem => ({ field, code: 'columnTwice' })),
    ...fields
      .filter(({ id, required }) => required && !used.includes(id))
      .map(({ id }): Problem => ({ field: id, code: 'columnMissing' })),
    ...parties
      .filter((role) => !used.some((field) => field === role || field.startsWith(`${role}.`)))
      .map((field): Problem => ({ field, code: 'columnMissing' })),
  ];
}

/** A mapping placed in a header in which it fits. */
export const placeMapping = (
  mapping: TableMapping,
  header: readonly string[],
  sheet: string | undefined,
): PlacedMapping => ({
  ...mapping,
  placed: placeColumns(mapping, header).placed,
  width: header.length,
  page: pageOf(sheet),
});

/** Reads a table row by row; pieces are the rows after the header. */
export class TableReader implements Reader<readonly TableRow[]> {
  readonly #mapping: PlacedMapping;
  readonly #context: ReadContext;

  constructor(mapping: PlacedMapping, context: ReadContext) {
    this.#mapping = mapping;
    this.#context = context;
  }

  push(rows: readonly TableRow[]): readonly FileRow[] {
    return rows.map((row) => readTableRow(this.#mapping, this.#context, row));
  }

  end(): readonly FileRow[] {
    return [];
  }
}
