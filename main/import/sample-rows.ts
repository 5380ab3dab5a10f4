import type { ReadDb } from '#db/handle.ts';
import { knownCase } from '#db/queries/known-case.ts';
import { refOf } from '#db/queries/refs.ts';
import type { ReadContext } from '#shared/import/reader.ts';
import { csvHead, headOf } from '#shared/import/table/detect.ts';
import type { TableRow } from '#shared/import/table/mapping.ts';
import { readTableRow } from '#shared/import/table/read-row.ts';
import { mappingProblems, placeMapping } from '#shared/import/table/reader.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';
import type { importsContract } from '#shared/ipc/imports.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { labelOf } from '#shared/model/label.ts';
import type { FileSource } from './bytes.ts';
import { SAMPLE_ROWS } from './inspect.ts';
import type { TableChoice } from './state.ts';
import { encodingOf, headText } from './text.ts';

type Sample = OutputOf<(typeof importsContract)['imports.sample']>;

const HEAD = 64 * 1024;

async function firstRows(source: FileSource, { options }: TableChoice): Promise<readonly TableRow[]> {
  const encoding = options.encoding ?? (await encodingOf(source, () => undefined));
  const { text, whole } = await headText(source, encoding, HEAD);
  const { delimiter, quote } = options;
  const dialect = {
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(quote === undefined ? {} : { quote }),
  };
  return csvHead(text, dialect, whole);
}

/** The first rows of a table as a mapping reads them. */
export async function judgeSample(
  db: ReadDb,
  context: Omit<ReadContext, 'known'>,
  table: TableChoice,
  source: FileSource,
): Promise<Sample> {
  const { header, sample } = headOf(await firstRows(source, table), table.options.headerLine);
  const problems = mappingProblems(table.mapping, header).map((problem) => ({ ...problem }));
  const mapping = placeMapping(table.mapping, header, table.options.sheet);
  const known = knownCase(db, context.logId);
  const rows = problems.length > 0 ? [] : sample.slice(0, SAMPLE_ROWS);
  return {
    problems,
    rows: rows.map((row) => {
      const {
        line,
        records,
        problems: wrong,
        cells = [],
      } = readTableRow(mapping, { ...context, known }, row);
      const keys = new Map(
        records.map(({ record, key, body, type }) => [
          record,
          type === 'relation' ? key : labelOf(type, body),
        ]),
      );
      const nameOf = (record: RecordId): string | undefined =>
        keys.get(record) ?? refOf(db, context.logId, record)?.label;
      return {
        line,
        cells: [...cells],
        problems: wrong.map((problem) => ({ ...problem })),
        records: records.map(({ type, body, key }) => {
          const about = type === 'claim' ? nameOf(body.subject as RecordId) : undefined;
          return {
            type,
            label: type === 'relation' ? key : labelOf(type, body),
            ...(about === undefined ? {} : { about }),
            ...(type === 'claim' ? { value: body.value } : {}),
          };
        }),
      };
    }) as Sample['rows'],
  };
}
