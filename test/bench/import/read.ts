import { CsvStream } from '#shared/import/csv.ts';
import { JsonScan } from '#shared/import/json-scan.ts';
import { EMPTY_CASE, type ReadContext } from '#shared/import/reader.ts';
import { type AuthorKey, type LogId, slotId } from '#shared/model/ids.ts';
import { inspectFile } from '../../../main/import/inspect.ts';
import { textOf } from '../../../main/import/text.ts';
import { rowsOfFile } from '../../../main/import/work/rows.ts';
import { type Figures, metered } from './meter.ts';

const LOG = '00000000-0000-4000-8000-00000000000e' as LogId;
const CONTEXT: ReadContext = {
  logId: LOG,
  author: 'b'.repeat(64) as AuthorKey,
  file: 'bestand',
  basis: { source: slotId(LOG, 'file'), reliability: 'B', credibility: '2', marking: 'open' },
  known: EMPTY_CASE,
};

export type ReadFigures = {
  readonly text: Figures;
  readonly whole: Figures;
  readonly rows: number;
  readonly records: number;
  readonly refused: number;
};

/** The product's readers alone, into no store: the text cut into rows or statements; then every record made and checked. */
export async function readAlone(path: string, format: 'csv' | 'bods'): Promise<ReadFigures> {
  const source = { name: 'bestand', path };
  const seen = await inspectFile(source, {}, {}, [], () => undefined);
  const table = seen.table && { options: seen.table.options, mapping: seen.table.suggestion };
  const text = await metered(async (look) => {
    const cut = format === 'csv' ? new CsvStream({ delimiter: ';' }) : new JsonScan();
    for await (const piece of textOf(source, 'utf-8', () => undefined)) {
      cut.push(piece);
      look();
    }
    cut.end();
  });
  const counts = { rows: 0, records: 0, refused: 0 };
  const whole = await metered(async (look) => {
    const choice = { ...CONTEXT, format, ...(format === 'csv' && table ? { table } : {}) };
    for await (const { rows } of rowsOfFile(choice, source, CONTEXT, new Map(), () => undefined)) {
      counts.rows += rows.length;
      for (const { records, problems } of rows) {
        counts.records += records.length;
        counts.refused += Math.min(1, problems.length);
      }
      look();
    }
  });
  return { text: text.figures, whole: whole.figures, ...counts };
}
