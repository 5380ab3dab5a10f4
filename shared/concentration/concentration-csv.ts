import { type BareFileCode, type BareRead, readBareTable } from '../import/bare-table.ts';
import type { CsvRow } from '../import/csv.ts';
import { parseShare, type ShareCode } from '../ownership/share-cell.ts';
import { ok, type Result } from '../result.ts';
import type { Source } from './inputs.ts';

const COLUMNS = {
  input: ['product'],
  supplier: ['from'],
  share: [],
  min: [],
  max: [],
  country: [],
  owner: [],
  site: [],
} as const;
export type SourceColumn = keyof typeof COLUMNS;
type Code = ShareCode | 'rangeReversed' | 'shareOutsideRange';
export type SourceRow = Source & { readonly input: string };

/**
 * Sources of a bare file: `supplier`, and where known `input`, `share` (a fraction, or a percentage with its sign), `min`,
 * `max`, `country`, `owner`, `site`. A share beside bounds must lie within them, and the bounds count; without any of the
 * three it is unknown, never nought. Without `input` all rows are of one.
 */
export const readSources = (
  rows: Iterable<CsvRow>,
): Result<BareRead<SourceRow, SourceColumn, Code>, BareFileCode> =>
  readBareTable<SourceRow, SourceColumn, Code>(
    {
      columns: COLUMNS,
      required: ['supplier'],
      read: (cell) => {
        const numbers: (number | undefined)[] = [];
        for (const field of ['share', 'min', 'max'] as const) {
          const text = cell(field);
          const found = text === '' ? undefined : parseShare(text);
          if (found?.ok === false) return { field, code: found.error.code };
          numbers.push(found?.value);
        }
        const [share, low, high] = numbers;
        const [min, max] =
          low === undefined && high === undefined ? [share ?? 0, share ?? 1] : [low ?? 0, high ?? 1];
        if (min > max) return { field: 'max', code: 'rangeReversed' };
        if (share !== undefined && (share < min || share > max))
          return { field: 'share', code: 'shareOutsideRange' };
        const named = (field: 'country' | 'owner' | 'site') =>
          cell(field) === '' ? {} : { [field]: cell(field) };
        return ok({
          input: cell('input'),
          id: cell('supplier'),
          share: { min, max },
          ...named('country'),
          ...named('owner'),
          ...named('site'),
        });
      },
    },
    rows,
  );
