import type { FileRow, Problem, ReadContext } from '../reader.ts';
import type { TableRow } from './mapping.ts';
import { readClaim } from './read-claim.ts';
import { readEntity } from './read-entity.ts';
import { readRelation } from './read-relation.ts';
import { type PlacedMapping, RowReading } from './row-reading.ts';

const READERS = { entities: readEntity, relations: readRelation, claims: readClaim } as const;

/**
 * One row of a table under a mapping. A row stands alone: what other rows say plays no part in it, so that a corrected
 * row is read again by itself. Cells beyond the header refuse the row, unless they are empty.
 */
export function readTableRow(mapping: PlacedMapping, context: ReadContext, row: TableRow): FileRow {
  const found = row.cells.findLastIndex((cell) => cell !== '') + 1;
  if (found > mapping.width) {
    const problem: Problem = { code: 'cellCount', params: { expected: mapping.width, found } };
    return { line: row.line, records: [], problems: [problem], cells: row.cells };
  }
  const badText = row.cells.findIndex((cell) => typeof cell === 'string' && !cell.isWellFormed());
  if (badText >= 0) {
    const problem: Problem = { field: `#${badText + 1}`, code: 'fieldInvalid' };
    return { line: row.line, records: [], problems: [problem], cells: [] };
  }
  return READERS[mapping.shape](new RowReading(mapping, context, row));
}
