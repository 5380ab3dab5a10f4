import { type RecordId, slotId } from '../../model/ids.ts';
import type { Marking } from '../../model/marking.ts';
import { appliesTo, PROPERTIES, type Property, propertyOf } from '../../model/properties.ts';
import type { EntityType, RecordType } from '../../model/records.ts';
import { fail, type Result } from '../../result.ts';
import { checkBody, idOfKey, isKey, readMarking } from '../draft.ts';
import {
  type FileRow,
  MATCH_IDENTIFIERS,
  type Problem,
  type ReadContext,
  type RowRecord,
} from '../reader.ts';
import type { RefusalCode } from '../refusal.ts';
import { isCellError, readBounds, readDate, readFact, readYesNo, unitOf } from './cells.ts';
import { claimRecord, type Period, recordValue, type Saying } from './facts.ts';
import { ENTITY_MEMBERS, type Role } from './fields.ts';
import { cellText, type PlacedColumn } from './header.ts';
import type { Cell, TableMapping, TableRow } from './mapping.ts';
import { bodyOfNamed, type Party, partyOf } from './parties.ts';

/** A mapping with its columns placed in the header of a file. `page` says where a line stands, for citations. */
export type PlacedMapping = TableMapping & {
  readonly placed: readonly PlacedColumn[];
  readonly width: number;
  readonly page: (line: number) => string;
};

/** One row while it is read: its cells by field, what it makes, what is wrong with it. */
class RowReading {
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

  /** The facts that the columns of properties say about a subject. */
  facts(subject: RecordId, called: string, period: Period, marking: Marking, note: string): void {
    const ids = new Set(
      this.mapping.placed.flatMap(({ field }) => /^property:([A-Za-z0-9]+)/.exec(field)?.[1] ?? []),
    );
    for (const id of ids) {
      const property = propertyOf(id);
      if (property === undefined) continue;
      const field = `property:${id}`;
      const fields = [field, `${field}.min`, `${field}.max`].filter((one) => cellText(this.cell(one)) !== '');
      if (fields.length === 0) continue;
      const value = this.#value(property, field);
      if (!value.ok) {
        this.fail(fields[0] as string, value.error);
        continue;
      }
      const quote = fields.map((one) => `${this.header(one)}: ${cellText(this.cell(one))}`).join('; ');
      const noted = note === '' ? {} : { note };
      this.say({ subject, called, property, value: value.value, field, quote, period, marking, ...noted });
    }
  }

  #value(property: Property, field: string): Result<Saying['value'], RefusalCode> {
    const column = this.column(field) ?? {};
    const whole = this.cell(field);
    const [low, high] = [this.cell(`${field}.min`), this.cell(`${field}.max`)];
    if (low !== '' || high !== '') {
      const bounds = readBounds(
        property,
        [low, high],
        this.column(`${field}.min`) ?? this.column(`${field}.max`) ?? {},
        this.mapping,
      );
      // An exact figure between its own bounds says more than they do.
      if (whole === '' || !bounds.ok) return bounds;
      const exact = readFact(property, whole, column, this.mapping);
      if (!exact.ok || exact.value.kind !== 'number' || bounds.value.kind !== 'range')
        return exact.ok ? fail('valueAndRange') : exact;
      const { min = -Infinity, max = Infinity } = bounds.value;
      return exact.value.number >= min && exact.value.number <= max ? exact : fail('valueOutsideRange');
    }
    if (property.values.includes('record')) {
      const text = cellText(whole);
      const read = recordValue(this.context, property, text);
      if (!read.ok) return read;
      if (read.value.product) this.records.push(read.value.product);
      return { ok: true, value: read.value.value };
    }
    return readFact(property, whole, column, this.mapping);
  }

  end(wanted: readonly RecordId[]): FileRow {
    const { line, cells } = this.row;
    return this.problems.length > 0
      ? { line, records: [], problems: this.problems, cells, wanted }
      : { line, records: this.records, problems: [], cells };
  }
}

/** A party that is only named, and what the row says of its numbers. The first row that names it is cited. */
function named(reading: RowReading, { weak, record, codes, reference }: Party, role: Role): void {
  if (weak) reading.records.push(weak);
  for (const [id, code] of codes) {
    const field = `${role}.${id}`;
    reading.say({
      subject: record,
      called: reference.key,
      property: propertyOf(id) as Property,
      value: { kind: 'code', code },
      field,
      quote: `${reading.header(field)}: ${cellText(reading.cell(field))}`,
      period: {},
      weak: true,
    });
  }
}

function readEntity(reading: RowReading): FileRow {
  const { mapping } = reading;
  const type = mapping.entityType;
  const name = reading.text('name');
  if (name === '') reading.refuse({ field: 'name', code: 'fieldMissing' });
  const party = reading.party('name', type);
  const marking = reading.marking();
  const period = reading.period();
  const note = reading.text('note');
  if (party === undefined) return reading.end([]);
  const { record, own } = party;
  const candidate: Record<string, unknown> = {
    ...bodyOfNamed(type, name, mapping),
    ...(note === '' ? {} : { note }),
  };
  for (const member of ENTITY_MEMBERS[type]) {
    const cell = reading.text(member);
    if (cell === '') continue;
    const vital = member === 'vital' ? readYesNo(cell) : undefined;
    if (member === 'vital' && vital === undefined) reading.refuse({ field: member, code: 'yesNoForm' });
    candidate[member] = vital ?? (member === 'country' ? cell.toUpperCase() : cell);
  }
  // What a person or another source made is found again, not written over: the file speaks of it in facts.
  reading.add(type, party.reference.key, record, candidate, { marking, ...(own ? {} : { weak: true }) });
  reading.facts(record, party.reference.key, period, marking, '');
  return reading.end([record]);
}

/** The one relation of the case that the row is about, when there is one. */
function known(
  reading: RowReading,
  from: RecordId,
  to: RecordId,
  label: string,
  period: Period,
): RecordId | undefined {
  const { context, mapping } = reading;
  if (reading.text('property:suppliedProduct') !== '') return undefined;
  const alike = context.known
    .relations(mapping.relationKind, from, to)
    .filter(
      (one) =>
        (label === '' || one.label === label) &&
        (period.validFrom === undefined || one.validFrom === period.validFrom),
    );
  return alike.length === 1 ? alike[0]?.record : undefined;
}

function readRelation(reading: RowReading): FileRow {
  const { mapping, context } = reading;
  const kind = mapping.relationKind;
  const from = reading.party('from', mapping.fromType);
  const to = reading.party('to', mapping.toType);
  const marking = reading.marking();
  const period = reading.period();
  const [label, note] = [reading.text('label'), reading.text('note')];
  const own = reading.ownKey();
  if (!from || !to) return reading.end(own ? [own] : []);
  const place = [
    kind,
    from.record,
    to.record,
    label,
    period.validFrom ?? '',
    reading.text('property:suppliedProduct'),
  ];
  const slot = own ?? slotId(context.logId, `table/relation/${place.join('/')}`);
  const record =
    (own === undefined ? known(reading, from.record, to.record, label, period) : undefined) ?? slot;
  named(reading, from, 'from');
  named(reading, to, 'to');
  const called = `${from.reference.key} – ${to.reference.key}`;
  reading.add(
    'relation',
    called,
    record,
    { kind, from: from.record, to: to.record, ...(label === '' ? {} : { label }), ...period },
    { marking, references: [from.reference, to.reference], ...(record === slot ? {} : { weak: true }) },
  );
  reading.facts(record, called, period, marking, note);
  return reading.end([record]);
}

const lower = (text: string): string => text.toLowerCase().trim();
const byName = new Map(
  PROPERTIES.flatMap((property) =>
    [property.id, property.label.nl, property.label.en].map((name) => [lower(name), property] as const),
  ),
);

function readClaim(reading: RowReading): FileRow {
  const { mapping } = reading;
  const party = reading.party('subject', mapping.entityType);
  const marking = reading.marking();
  const period = reading.period();
  const own = reading.ownKey();
  const word = reading.text('property');
  const property = propertyOf(word) ?? byName.get(lower(word));
  if (property === undefined)
    reading.refuse(
      word === ''
        ? { field: 'property', code: 'fieldMissing' }
        : { field: 'property', code: 'propertyUnknown' },
    );
  if (property === undefined || party === undefined) return reading.end(own ? [own] : []);
  if (!appliesTo(property.id, mapping.entityType))
    reading.refuse({
      field: 'property',
      code: 'propertyNotForSubject',
      params: { property: property.id, subject: mapping.entityType },
    });
  named(reading, party, 'subject');
  const value = claimValue(reading, property);
  if (!value.ok) {
    reading.fail('value', value.error);
    return reading.end(own ? [own] : []);
  }
  const [quote, note] = [reading.text('quote'), reading.text('note')];
  reading.say({
    subject: party.record,
    called: party.reference.key,
    property,
    value: value.value,
    field: 'value',
    quote: quote === '' ? `${word}: ${cellText(reading.cell('value'))}` : quote,
    period,
    marking,
    ...(note === '' ? {} : { note }),
    ...(own === undefined ? {} : { key: own }),
  });
  return reading.end(own ? [own] : []);
}

function claimValue(reading: RowReading, property: Property): Result<Saying['value'], RefusalCode> {
  const { mapping } = reading;
  const word = reading.text('unit');
  const unit = word === '' ? undefined : unitOf(word);
  if (word !== '' && unit === undefined) return fail('unitUnknown');
  const column = { ...reading.column('value'), ...(unit === undefined ? {} : { unit }) };
  const [low, high, cell] = [reading.cell('min'), reading.cell('max'), reading.cell('value')];
  const reason = reading.text('reason');
  if (low !== '' || high !== '') {
    return cell === '' ? readBounds(property, [low, high], column, mapping) : fail('valueAndRange');
  }
  if (cell === '') return fail('valueMissing');
  if (property.values.includes('record')) {
    const read = recordValue(reading.context, property, cellText(cell));
    if (!read.ok) return read;
    if (read.value.product) reading.records.push(read.value.product);
    return { ok: true, value: read.value.value };
  }
  const read = readFact(property, cell, column, mapping);
  if (!read.ok || reason === '') return read;
  const { kind } = read.value;
  return kind === 'unknown' || kind === 'undisclosed' || kind === 'notApplicable'
    ? { ok: true, value: { kind, reason: reason.slice(0, 400) } }
    : fail('valueForm', { field: 'reason' });
}

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
