import type { Cell, MappedColumn, TableMapping } from './mapping.ts';

/** A cell as text: a number in its shortest spelling. */
export const cellText = (cell: Cell | undefined): string =>
  (typeof cell === 'number' ? String(cell) : (cell ?? '')).replace(/\r\n?/g, '\n').trim();

/**
 * Names of the columns: the cells of the header, without white space around; a column without a name is called by its
 * number (`#3`), and a name that came before by its name and number (`naam #3`).
 */
export function headerNames(cells: readonly Cell[]): readonly string[] {
  const taken = new Set<string>();
  return cells.map((cell, index) => {
    const name = cellText(cell).replace(/\s+/g, ' ').slice(0, 380);
    const number = `#${index + 1}`;
    const unique = name === '' ? number : taken.has(name) ? `${name} ${number}` : name;
    taken.add(unique);
    return unique;
  });
}

/** Names of as many columns as a table without header has. */
export const numberedNames = (count: number): readonly string[] =>
  headerNames(Array.from({ length: count }, () => ''));

export type PlacedColumn = MappedColumn & { readonly index: number };

/** Where the mapped columns stand in a header, and which of them are not there. */
export function placeColumns(
  { columns }: Pick<TableMapping, 'columns'>,
  header: readonly string[],
): { readonly placed: readonly PlacedColumn[]; readonly missing: readonly string[] } {
  const placed: PlacedColumn[] = [];
  const missing: string[] = [];
  for (const column of columns) {
    const index = header.indexOf(column.header);
    if (index < 0) missing.push(column.header);
    else placed.push({ ...column, index });
  }
  return { placed, missing };
}

/** Whether every column of a mapping is in the header: then the mapping fits the file. */
export const fits = (mapping: Pick<TableMapping, 'columns'>, header: readonly string[]): boolean =>
  mapping.columns.length > 0 && placeColumns(mapping, header).missing.length === 0;
