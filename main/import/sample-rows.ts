import type { ReadDb } from '#db/handle.ts';
import { knownCase } from '#db/queries/known-case.ts';
import { refOf } from '#db/queries/refs.ts';
import type { ReadContext, RowRecord } from '#shared/import/reader.ts';
import type { TableMapping, TableRow } from '#shared/import/table/mapping.ts';
import { readTableRow } from '#shared/import/table/read-row.ts';
import { mappingProblems, placeMapping } from '#shared/import/table/reader.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';
import type { importsContract, SampleRow } from '#shared/ipc/imports.ts';
import type { Json } from '#shared/model/canonical.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { labelOf } from '#shared/model/label.ts';

type Table = {
  readonly mapping: TableMapping;
  readonly sheet?: string | undefined;
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
};

/** A relation is called by its two ends, anything else by its own name. */
const nameOf = ({ type, key, body }: RowRecord): string => (type === 'relation' ? key : labelOf(type, body));

/** The first rows of a table as a mapping reads them. */
export function judgeSample(
  db: ReadDb,
  context: Omit<ReadContext, 'known'>,
  { mapping, sheet, header, rows }: Table,
): OutputOf<(typeof importsContract)['imports.sample']> {
  const problems = mappingProblems(mapping, header).map((problem) => ({ ...problem }));
  if (problems.length > 0) return { problems, rows: [] };
  const placed = placeMapping(mapping, header, sheet);
  const whole = { ...context, known: knownCase(db, context.logId) };
  return {
    problems,
    rows: rows.map((row): SampleRow => {
      const read = readTableRow(placed, whole, row);
      const names = new Map(read.records.map((one) => [one.record, nameOf(one)]));
      const subjectOf = (record: RecordId): string | undefined =>
        names.get(record) ?? refOf(db, context.logId, record)?.label;
      /** What points at a record of the same row is told by its name. */
      const shown = (value: Json): Json => {
        const { record } = value as { readonly record?: RecordId };
        const text = record && subjectOf(record);
        return text ? { kind: 'text', text } : value;
      };
      return {
        line: row.line,
        problems: read.problems.map((problem) => ({ ...problem })),
        records: read.records.map((one) => {
          const { type, body } = one;
          const about = type === 'claim' ? subjectOf(body.subject as RecordId) : undefined;
          return {
            type,
            label: nameOf(one),
            ...(about === undefined ? {} : { about }),
            ...(type === 'claim' && body.value !== undefined ? { value: shown(body.value) } : {}),
          };
        }),
      };
    }),
  };
}
