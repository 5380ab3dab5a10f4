import type { BareRefusal } from '../import/bare-table.ts';
import type { CsvRow } from '../import/csv.ts';
import { ok, type Result } from '../result.ts';

/** Names of a column that holds nodes; a list without any of these above it has no header. */
const HEADERS: readonly string[] = ['node', 'target', 'id', 'name'];

/** Targets by their numbers, each once, in the order of the file. */
export type BareTargets = {
  readonly targets: readonly number[];
  readonly refused: readonly (BareRefusal<'node', 'nodeUnknown' | 'fieldMissing'> & {
    readonly line: number;
  })[];
  readonly ignored: readonly string[];
};

/**
 * Reads the nodes that are to be looked at: one on each row, in the column `node` (or `target`, `id`, `name`), or
 * without a header in the first. A node that no link names is refused with its line.
 */
export const readTargets =
  (names: readonly string[]) =>
  (rows: Iterable<CsvRow>): Result<BareTargets, never> => {
    const numbers = new Map(names.map((name, v) => [name, v]));
    const targets = new Set<number>();
    const refused: (BareRefusal<'node', 'nodeUnknown' | 'fieldMissing'> & { line: number })[] = [];
    let column: number | undefined;
    let ignored: readonly string[] = [];
    for (const { line, cells } of rows) {
      if (column === undefined) {
        const at = cells.findIndex((cell) => HEADERS.includes(cell.trim().toLowerCase()));
        column = Math.max(at, 0);
        if (at !== -1) {
          ignored = cells.filter((_, i) => i !== at);
          continue;
        }
      }
      const name = cells[column]?.trim() ?? '';
      const node = numbers.get(name);
      if (name === '') refused.push({ line, field: 'node', code: 'fieldMissing' });
      else if (node === undefined)
        refused.push({ line, field: 'node', code: 'nodeUnknown', params: { name } });
      else targets.add(node);
    }
    return ok({ targets: [...targets], refused, ignored });
  };
