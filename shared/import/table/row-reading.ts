import type { RecordId } from '../../model/ids.ts';
import type { Marking } from '../../model/marking.ts';
import type { Property } from '../../model/properties.ts';
import type { EntityType, RecordType } from '../../model/records.ts';
import type { Value } from '../../model/value.ts';
import { ok, type Result } from '../../result.ts';
import { checkBody, idOfKey, isKey, readMarking } from '../draft.ts';
import {
  type FileRow,
  MATCH_IDENTIFIERS,
  type Problem,
  type ReadContext,
  type RowRecord,
} from '../reader.ts';
import type { RefusalCode } from '../refusal.ts';
import { isCellError, readDate } from './cells.ts';
import { claimRecord, type Period, recordValue, type Saying } from './facts.ts';
import type { Role } from './fields.ts';
import { cellText, type PlacedColumn } from './header.ts';
import type { Cell, TableMapping, TableRow } from './mapping.ts';
import { type Party, partyOf } from './parties.ts';

/** A mapping with its columns placed in the header of a file. `page` says where a line stands, for citations. */
export type PlacedMapping = TableMapping & {
  readonly placed: readonly PlacedColumn[];
  readonly width: number;
  readonly page: (line: number) => string;
};

/** One row while it is read: its cells by field, what it makes, what is wrong with it. */
export class RowReading {
  readonly records: RowRecord[] = [];
  readonly problems: Problem[] = [];
  readonly #byField: ReadonlyMap<string, PlacedColumn>;
  readonly mapping: PlacedMapping;
  readonly context: ReadContext;
  readonly row: TableRow;

  constructor(mapping: PlacedMapping, context: ReadContext, row: TableRow) {
    this.mapping = mapping;
    this.context = context;
    this.row = row;
    this.#byField = new Map(mapping.placed.map((column) => [column.field, column]));
  }

  column(field: string): PlacedColumn | undefined {
    return this.#byField.get(field);
  }
  cell(field: string): Cell {
    const column = this.#byField.get(field);
    const cell = column === undefined ? '' : (this.row.cells[column.index] ?? '');
    return typeof cell === 'number' ? cell : cellText(cell);
  }
  text(field: string): string {
    const text = cellText(this.cell(field));
    if (!isCellError(text)) return text;
    this.refuse({ field, code: 'cellError' });
    return '';
  }
  /** The name of the column that fills a field, so that a refusal speaks the language of the file. */
  header(field: string): string {
    return this.#byField.get(field)?.header ?? field;
  }
  refuse(problem: Problem): void {
    const { field } = problem;
    this.problems.push(field === undefined ? problem : { ...problem, field: this.header(field) });
  }
  fail(field: string, error: { readonly code: RefusalCode; readonly params?: Problem['params'] }): void {
    this.refuse({ field, code: error.code, ...(error.params ? { params: error.params } : {}) });
  }

  period(): Period {
    const read = (field: 'validFrom' | 'validTo'): Period => {
      const text = this.text(field);
      if (text === '') return {};
      const date = readDate(text, this.mapping);
      if (date.ok) return { [field]: date.value };
      this.fail(field, date.error);
      return {};
    };
    return { ...read('validFrom'), ...read('validTo') };
  }

  marking(): Marking {
    const text = this.text('marking');
    if (text === '') return this.context.basis.marking;
    const marking = readMarking(text);
    if ('marking' in marking) return marking.marking;
    this.refuse(marking.problem);
    return this.context.basis.marking;
  }

  /** The row's own key, as a record id; undefined when the table has none. */
  ownKey(): RecordId | undefined {
    const key = this.text('key');
    if (key === '') return undefined;
    if (isKey(key)) return idOfKey(this.context.logId, key);
    this.refuse({ field: 'key', code: 'keyForm' });
    return undefined;
  }

  party(role: Role | 'name', type: EntityType): Party | undefined {
    const prefix = role === 'name' ? 'property:' : `${role}.`;
    const cells = {
      name: this.text(role),
      key: role === 'name' ? this.text('key') : this.text(`${role}.key`),
      identifiers: Object.fromEntries(MATCH_IDENTIFIERS.map((id) => [id, this.text(`${prefix}${id}`)])),
    };
    const found = partyOf(cells, type, role, this.mapping, this.context);
    if ('party' in found) return found.party;
    const [word = role, id] = (found.problem.field ?? role).split('.');
    this.refuse({ ...found.problem, field: id === undefined || id === 'key' ? word : `${prefix}${id}` });
    return undefined;
  }

  add(
    type: RecordType,
    key: string,
    record: RecordId,
    candidate: Readonly<Record<string, unknown>>,
    more: Partial<RowRecord> = {},
  ): void {
    const checked = checkBody(type, candidate);
    if ('problems' in checked) for (const problem of checked.problems) this.refuse(problem);
    else
      this.records.push({
        key,
        record,
        type,
        body: checked.body,
        marking: this.context.basis.marking,
        ...more,
      });
  }

  say(saying: Omit<Saying, 'marking'> & { readonly marking?: Marking }): void {
    const made = claimRecord(this.context, this.mapping.page(this.row.line), {
      marking: this.context.basis.marking,
      ...saying,
    });
    if ('record' in made) this.records.push(made.record);
    else this.refuse(made.problem);
  }

  /** A record that a property takes as its value; a product that is only named comes with the row. */
  named(property: Property, text: string): Result<Value, RefusalCode> {
    const read = recordValue(this.context, property, text);
    if (!read.ok) return read;
    if (read.value.product) this.records.push(read.value.product);
    return ok(read.value.value);
  }

  end(wanted: readonly RecordId[]): FileRow {
    const { line, cells } = this.row;
    return this.problems.length > 0
      ? { line, records: [], problems: this.problems, cells, wanted }
      : { line, records: this.records, problems: [], cells };
  }
}
