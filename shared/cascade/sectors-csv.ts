import { type BareFileCode, type BareRead, readBareTable } from '../import/bare-table.ts';
import type { CsvRow } from '../import/csv.ts';
import { ok, type Result } from '../result.ts';
import { type Range, UNKNOWN_SHARE } from './network.ts';
import { type QuantityCode, rangeOf } from './network-csv.ts';

type Code = QuantityCode | 'fieldMissing' | 'nodeTwice' | 'nodeUnknown';

const COLUMNS = {
  sector: ['industry'],
  output: ['total'],
  lost: ['perturbation', 'demand-lost'],
  lostMin: ['lost-min', 'perturbation-min', 'demand-lost-min'],
  lostMax: ['lost-max', 'perturbation-max', 'demand-lost-max'],
} as const;
export type SectorColumn = keyof typeof COLUMNS;
export type SectorRow = { readonly sector: string; readonly output: number; readonly lost: Range };

/**
 * What each sector of an input-output table makes in a year (`output`, in the unit of the table) and the part of its
 * demand that falls away (`lost`, or `lost-min` and `lost-max`, 0 to 1). An empty `lost` is not known, and never nought.
 */
export function readSectors(
  known: ReadonlySet<string>,
): (rows: Iterable<CsvRow>) => Result<BareRead<SectorRow, SectorColumn, Code>, BareFileCode> {
  return (rows) => {
    const seen = new Set<string>();
    return readBareTable<SectorRow, SectorColumn, Code>(
      {
        columns: COLUMNS,
        required: ['sector', 'output'],
        read: (cell) => {
          const sector = cell('sector');
          if (!known.has(sector)) return { field: 'sector', code: 'nodeUnknown', params: { name: sector } };
          if (seen.has(sector)) return { field: 'sector', code: 'nodeTwice', params: { name: sector } };
          const output = rangeOf(cell, 'output', 'output', 'output');
          if (output === undefined) return { field: 'output', code: 'fieldMissing' };
          if ('code' in output) return output;
          const lost = rangeOf(cell, 'lost', 'lostMin', 'lostMax', 1) ?? UNKNOWN_SHARE;
          if ('code' in lost) return lost;
          seen.add(sector);
          return ok({ sector, output: output.min, lost });
        },
      },
      rows,
    );
  };
}
