import { RecordId } from '../../model/ids.ts';
import { ENTITY_TYPES, type RecordType } from '../../model/records.ts';
import type { TextFormat } from '../formats.ts';
import { JsonScan, type ScannedItem } from '../json-scan.ts';
import { type Made, rowOf, short } from '../made.ts';
import type { FileRow, Problem, ReadContext, Reader, RowReference } from '../reader.ts';
import { entityRecords } from './entity.ts';
import { partyId, type Reading, sourceId } from './made.ts';
import { type Shaped, Shaper } from './old-versions.ts';
import { sourceOf } from './origin.ts';
import { type OwnContent, ownContent } from './own.ts';
import { personRecords } from './person.ts';
import { statementIn } from './read.ts';
import { type Found, relationshipRecords } from './relationship.ts';
import { type Broken, checkStatement, type Statement, textOf } from './schema.ts';

/** A statement that keeps the rules of the standard. `raw` is in the shape of 0.4. */
type Read = {
  readonly line: number;
  readonly raw: Readonly<Record<string, unknown>>;
  readonly statement: Statement;
};

const isParty = (type: RecordType | undefined): boolean => ENTITY_TYPES.some((one) => one === type);

/** A day without a time stands at its beginning; a statement without a date stands before all. */
const timeOf = (date: string): string => (date.length === 10 ? `${date}T00:00:00Z` : date);

const problemOf = ({ path, code, params }: Broken): Problem => ({
  ...(path === '' ? {} : { field: path }),
  code,
  ...(params ? { params } : {}),
});

const carried = ({ records }: OwnContent): Made[] => records.map((one) => ({ ...one, path: 'annotations' }));

/** The relation of ours that a changed statement was about. */
const mineOf = (own: OwnContent | undefined): Reading['mine'] =>
  own?.main.type === 'relation'
    ? { record: own.main.record, kind: textOf(own.main.body.kind) ?? '' }
    : undefined;

/**
 * Reads beneficial ownership statements (BODS 0.4, or 0.2 and 0.3 brought into its shape) one by one. Of each record of
 * the publisher the latest statement counts. Entities and persons become parties, interests become relations with
 * claims that quote the statement and cite its source, and what has no property of ours is kept as text. A relationship
 * waits for the end only when one of its parties has not come yet; in a file in the order of the standard none does, so
 * that a file of any size passes in bounded memory. A file of our own making gives back the records that it was made
 * from.
 */
class BodsReader implements Reader<string> {
  readonly #context: ReadContext;
  readonly #scan = new JsonScan();
  readonly #shaper = new Shaper();
  /** Records of the parties that have come, by the record id of the publisher. */
  readonly #parties = new Map<string, RecordId>();
  readonly #relationships = new Set<string>();
  #waiting: Read[] = [];
  #broken = false;

  constructor(context: ReadContext) {
    this.#context = context;
  }

  push(piece: string): readonly FileRow[] {
    const read = this.#scan.push(piece);
    return read.ok ? this.#rows(read.value) : this.#fail(read.error);
  }

  end(): readonly FileRow[] {
    const read = this.#scan.end();
    if (!read.ok) return this.#fail(read.error);
    const rows = this.#rows(read.value);
    for (const shaped of this.#shaper.rest()) rows.push(...this.#shaped(shaped));
    for (const one of this.#waiting) rows.push(this.#relationship(one));
    this.#waiting = [];
    return rows;
  }

  /** The file as a whole cannot be read; said once. */
  #fail({ code, params }: { code: Problem['code']; params?: Readonly<Record<string, string | number>> }) {
    if (this.#broken) return [];
    this.#broken = true;
    const row: FileRow = {
      line: Number(params?.index ?? 0) + 1,
      records: [],
      problems: [{ code }],
      broken: true,
    };
    return [row];
  }

  #rows(items: readonly ScannedItem[]): FileRow[] {
    return items.flatMap((item) => {
      const line = item.index + 1;
      const read = 'code' in item ? item.code : statementIn(item.index, item.text);
      if (typeof read === 'string') return [{ line, records: [], problems: [{ code: read }] }];
      const shaped = this.#shaper.shape(read);
      return shaped === undefined ? [] : this.#shaped(shaped);
    });
  }

  /** The row of a statement that is in the shape of 0.4; none while it waits. */
  #shaped({ index, old, candidate: raw, value }: Shaped): FileRow[] {
    const line = index + 1;
    const checked = checkStatement(raw, old);
    if ('statement' in checked) {
      const { statement } = checked;
      const one: Read = { line, raw, statement };
      if (statement.recordType !== 'relationship') return [this.#party(one)];
      this.#relationships.add(statement.recordId);
      const { subject, interestedParty } = statement.recordDetails;
      const late = [subject, interestedParty].some(
        (end) => typeof end === 'string' && !this.#parties.has(end),
      );
      const own = ownContent(raw);
      if (!late || (own?.intact && own.main.type === 'relation')) return [this.#relationship(one)];
      this.#waiting.push(one);
      return [];
    }
    const name = textOf(value.statementId) ?? textOf(value.statementID);
    const recordId = textOf(raw.recordId);
    const wanted = recordId === undefined ? [] : [this.#wanted(recordId, raw)];
    return [
      {
        line,
        records: [],
        problems: checked.problems.map(problemOf),
        ...(name === undefined ? {} : { name: short(name, 64) }),
        ...(recordId === undefined ? {} : { version: { key: recordId, rank: '' } }),
        wanted,
      },
    ];
  }

  /** The party that a refused statement would have made, also when it was one of ours. */
  #wanted(recordId: string, raw: Readonly<Record<string, unknown>>): RecordId {
    const record = ownContent(raw)?.main.record ?? partyId(this.#context.logId, recordId);
    if (raw.recordType !== 'relationship') this.#parties.set(recordId, record);
    return record;
  }

  #reading({ raw, statement }: Read, mine?: Reading['mine']): Reading {
    const { logId, file, basis } = this.#context;
    return { logId, file, basis, raw, statement, source: sourceId(logId, file, raw), mine };
  }

  #row(one: Read, made: readonly Made[], problems: readonly Problem[] = []): FileRow {
    const { statementId, recordId, statementDate = '' } = one.statement;
    return rowOf(one.line, made, this.#context, {
      name: statementId,
      version: { key: recordId, rank: timeOf(statementDate) },
      problems,
    });
  }

  #party(one: Read): FileRow {
    const { statement, raw } = one;
    const { recordId } = statement;
    const own = ownContent(raw);
    const mine = own && isParty(own.main.type) ? own : undefined;
    const record = mine?.main.record ?? partyId(this.#context.logId, recordId);
    this.#parties.set(recordId, record);
    if (mine?.intact) return this.#row(one, carried(mine));
    const reading = this.#reading(one);
    return this.#row(one, [
      sourceOf(reading),
      ...(statement.recordType === 'entity'
        ? entityRecords(reading, statement.recordDetails, record)
        : statement.recordType === 'person'
          ? personRecords(reading, statement.recordDetails, record)
          : []),
    ]);
  }

  #find(recordId: string): Found {
    const { logId, known } = this.#context;
    const record = this.#parties.get(recordId);
    if (record !== undefined) return { kind: 'party', record };
    if (this.#relationships.has(recordId)) return { kind: 'relationship' };
    const earlier = partyId(logId, recordId);
    if (isParty(known.kindOf(earlier)?.type)) return { kind: 'party', record: earlier };
    const ours = RecordId.safeParse(recordId);
    return ours.success && isParty(known.kindOf(ours.data)?.type)
      ? { kind: 'party', record: ours.data }
      : { kind: 'undescribed' };
  }

  #relationship(one: Read): FileRow {
    const { statement, raw } = one;
    if (statement.recordType !== 'relationship') throw new Error('a party is no relationship');
    const own = ownContent(raw);
    if (own?.intact && own.main.type === 'relation') return this.#row(one, carried(own));
    const reading = this.#reading(one, mineOf(own));
    const found = relationshipRecords(reading, statement.recordDetails, (recordId) => this.#find(recordId));
    if ('problems' in found) return this.#row(one, [], found.problems.map(problemOf));
    const { subject, interestedParty } = statement.recordDetails;
    const named = { to: ['subject', subject], from: ['interestedParty', interestedParty] } as const;
    const made = found.made.map((record): Made => {
      if (record.type !== 'relation') return record;
      const references = (['to', 'from'] as const).flatMap((end): RowReference[] => {
        const [field, id] = named[end];
        const key = typeof id === 'string' ? short(id, 80) : field;
        return [{ field: `recordDetails.${field}`, key, record: record.body[end] as RecordId }];
      });
      return { ...record, references };
    });
    return this.#row(one, [sourceOf(reading), ...made]);
  }
}

/** Statements of beneficial ownership, as a JSON array or as JSON lines. */
export const BODS: TextFormat = {
  extensions: ['json', 'jsonl'],
  looksLike: (head, name) => {
    if (/"statementI[dD]"\s*:/.test(head)) return 3;
    return /\.jsonl?$/.test(name) ? 1 : 0;
  },
  open: (context) => new BodsReader(context),
};
