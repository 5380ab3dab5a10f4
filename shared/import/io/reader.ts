import { type RecordId, slotId } from '../../model/ids.ts';
import type { Value } from '../../model/value.ts';
import { type CsvRead, type CsvRow, CsvStream } from '../csv.ts';
import type { TextFormat } from '../formats.ts';
import { type IoTable, readIoTable } from '../io-table.ts';
import { claimBodyOf, type Made, rowOf, short } from '../made.ts';
import type { FileRow, ReadContext, Reader } from '../reader.ts';

/** Rows that are held before the table is refused: a square table has no more than its header has columns. */
const MAX_ROWS = 700;

/**
 * Reads an input-output table as dependencies: every sector a party, every flow between two sectors a supply whose
 * share of the customer's intermediate purchases is computed, and so inferred. A sector of which the case has just one
 * party with exactly that name is that party. The unit of the table is not in the file, so amounts stay in the quote.
 */
class IoReader implements Reader<string> {
  readonly #context: ReadContext;
  readonly #csv = new CsvStream();
  readonly #rows: CsvRow[] = [];
  #failed: FileRow | undefined;

  constructor(context: ReadContext) {
    this.#context = context;
  }

  push(piece: string): readonly FileRow[] {
    return this.#hold(this.#csv.push(piece));
  }

  end(): readonly FileRow[] {
    const rest = this.#hold(this.#csv.end());
    if (this.#failed) return rest;
    const table = readIoTable(this.#rows);
    if (table.ok) return table.value.sectors.map((_, at) => this.#sector(table.value, at));
    const { line, field, ...params } = table.error.params ?? {};
    return [
      this.#broken(Number(line ?? 1), {
        code: table.error.code,
        params,
        ...(field ? { field: String(field) } : {}),
      }),
    ];
  }

  #broken(line: number, problem: FileRow['problems'][number]): FileRow {
    return { line, records: [], problems: [problem], broken: true };
  }

  #hold({ rows, failure }: CsvRead): readonly FileRow[] {
    if (this.#failed) return [];
    for (const row of rows) this.#rows.push(row);
    if (failure) {
      const { line, ...params } = failure.params;
      this.#failed = this.#broken(line ?? 1, { code: failure.code, params });
    } else if (this.#rows.length > MAX_ROWS)
      this.#failed = this.#broken(1, { code: 'ioTooLarge', params: { limit: MAX_ROWS } });
    return this.#failed ? [this.#failed] : [];
  }

  #party(name: string): { readonly record: RecordId; readonly theirs: boolean } {
    const { logId, known } = this.#context;
    const own = slotId(logId, `io/sector/${name}`);
    const [only, second] = known.named(name, ['company', 'publicBody', 'process']);
    const record = only !== undefined && second === undefined ? only : own;
    return { record, theirs: record !== own };
  }

  #claim(
    subject: RecordId,
    said: { property: string; value: Value; fragment: string; inferred?: true },
  ): Made {
    const { logId, basis, file } = this.#context;
    const { property, value, fragment, inferred } = said;
    const body = claimBodyOf(
      {
        subject,
        property,
        value,
        source: basis.source,
        path: property,
        fragment,
        note: short(file, 400),
        ...(inferred ? { certainty: 'inferred' as const } : {}),
      },
      basis,
    );
    return { record: slotId(logId, `io/claim/${property}/${subject}`), type: 'claim', path: property, body };
  }

  /** A sector and what it delivers to the others. */
  #sector(table: IoTable, at: number): FileRow {
    const { sectors, flows, lines } = table;
    const n = sectors.length;
    const name = sectors[at] as string;
    const supplier = this.#party(name);
    const main: Made = {
      record: supplier.record,
      type: 'company',
      path: name,
      body: { name: short(name, 400), form: 'arrangement' },
    };
    const sector = this.#claim(supplier.record, {
      property: 'sector',
      value: { kind: 'text', text: short(name, 400) },
      fragment: name,
    });
    const made = sectors.flatMap((customer, to): Made[] => {
      const flow = flows[at * n + to] as number;
      if (to === at || flow === 0) return [];
      const { record: target } = this.#party(customer);
      const relation = slotId(this.#context.logId, `io/supplies/${JSON.stringify([name, customer])}`);
      let purchases = 0;
      for (let from = 0; from < n; from++) purchases += flows[from * n + to] as number;
      const fragment = `${name} → ${customer}: ${flow}`;
      const share = Number(((flow / purchases) * 100).toPrecision(12));
      return [
        {
          record: relation,
          type: 'relation',
          path: customer,
          body: { kind: 'supplies', from: supplier.record, to: target },
        },
        this.#claim(relation, { property: 'exists', value: { kind: 'yesNo', yes: true }, fragment }),
        this.#claim(relation, {
          property: 'volumeShare',
          value: { kind: 'number', number: share, unit: 'percent' },
          fragment,
          inferred: true,
        }),
      ];
    });
    return rowOf(lines[at] ?? 1, [...(supplier.theirs ? [] : [main, sector]), ...made], this.#context);
  }
}

/** How many rows in a row must begin with the name that stands above in the header, to see that a table is square. */
const SEEN = 2;

function isSquare(head: string): boolean {
  const stream = new CsvStream();
  const { rows } = stream.push(head);
  const [first, ...next] = rows.slice(0, SEEN + 1);
  if (first === undefined || next.length < SEEN) return false;
  const names = first.cells.slice(1).map((cell) => cell.trim());
  return next.every(({ cells }) => {
    const label = (cells[0] ?? '').trim();
    return label !== '' && names.includes(label) && cells.length === first.cells.length;
  });
}

/** A square table of flows between sectors. */
export const IO_TABLE: TextFormat = {
  extensions: ['csv'],
  looksLike: (head, name) => (!/\.(?:csv|tsv|txt)$/.test(name) || !isSquare(head) ? 0 : 3),
  open: (context) => new IoReader(context),
};
