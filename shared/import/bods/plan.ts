import type { LogId, RecordId } from '../../model/ids.ts';
import { ENTITY_TYPES, type RecordType } from '../../model/records.ts';
import type { ImportPlan } from '../case-folder.ts';
import { Collected } from './collect.ts';
import { entityRecords } from './entity.ts';
import { latestOfEach } from './latest.ts';
import { type Made, partyId, type Reading, sourceId } from './made.ts';
import { shapeStatements } from './old-versions.ts';
import { sourceOf } from './origin.ts';
import { type OwnContent, ownContent } from './own.ts';
import { personRecords } from './person.ts';
import { type BodsRefusal, type Item, readStatements, refusalOf } from './read.ts';
import { type Found, relationshipRecords } from './relationship.ts';
import { checkStatement, type Problem, type Statement, textOf } from './schema.ts';

export type { BodsRefusal } from './read.ts';

/** What a BODS file is read into. `typeOf` gives the type of a record that the case has already. */
export type BodsContext = {
  readonly logId: LogId;
  /** Name of the file, for places and for statements that name no source. */
  readonly file: string;
  readonly typeOf?: (record: RecordId) => RecordType | undefined;
};

/**
 * `statements` were read, of which `superseded` are earlier versions of a record that a later statement of the file
 * says anew; `refused` names each refused statement with its index, id, path and reason.
 */
export type BodsPlan = Omit<ImportPlan, 'refused'> & {
  readonly refused: readonly BodsRefusal[];
  readonly statements: number;
  readonly superseded: number;
};

/** A statement that keeps the rules of the standard. `raw` is in the shape of 0.4. */
type Read = Item & { readonly raw: Readonly<Record<string, unknown>>; readonly statement: Statement };

const isParty = (type: RecordType | undefined): boolean => ENTITY_TYPES.some((one) => one === type);

/** Refusals by statement, and the record ids of which a statement was refused. */
class Refused {
  readonly list: BodsRefusal[];
  readonly recordIds = new Set<string>();
  readonly #file: string;

  constructor(file: string, unread: readonly BodsRefusal[]) {
    this.#file = file;
    this.list = [...unread];
  }

  add({ index, value }: Item, recordId: unknown, problems: readonly Problem[]): void {
    this.list.push(...problems.map((problem) => refusalOf(this.#file, index, value, problem)));
    const id = textOf(recordId);
    if (id !== undefined) this.recordIds.add(id);
  }
}

/** The statements that count: those that keep the rules, and of each record the latest. */
function latestStatements(items: readonly Item[], refused: Refused) {
  const read: Read[] = [];
  for (const { old, candidate: raw, ...item } of shapeStatements(items)) {
    const checked = checkStatement(raw, old);
    if ('statement' in checked) read.push({ ...item, raw, statement: checked.statement });
    else refused.add(item, raw.recordId, checked.problems);
  }
  const { latest, twice, superseded } = latestOfEach(read);
  for (const one of twice) {
    const key = one.statement.statementId;
    refused.add(one, one.statement.recordId, [{ path: 'statementId', code: 'keyTwice', params: { key } }]);
  }
  // With one version of a record refused, nobody knows whether the others still hold.
  const doubtful = latest.filter(({ statement }) => refused.recordIds.has(statement.recordId));
  for (const one of doubtful) {
    const key = one.statement.recordId.slice(0, 80);
    refused.add(one, undefined, [{ path: 'recordId', code: 'referenceRefused', params: { key } }]);
  }
  const left = new Set(doubtful);
  return { alive: latest.filter((one) => !left.has(one)), superseded };
}

const carried = ({ records }: OwnContent): Made[] => records.map((one) => ({ ...one, path: 'annotations' }));

/** The relation that a changed statement of ours was about. */
const mineOf = (own: OwnContent | undefined): Reading['mine'] =>
  own?.main.type === 'relation'
    ? { record: own.main.record, kind: textOf(own.main.body.kind) ?? '' }
    : undefined;

/**
 * What a file of beneficial ownership statements (BODS 0.4, or 0.2 and 0.3 brought into its shape) would bring into a
 * case. Of each record of the publisher the latest statement counts. Entities and persons become parties, interests
 * become relations with claims that quote the statement and cite its source, and what has no property of ours is kept
 * as text. Nothing is written; one bad statement never stops the others; the same file planned twice gives the same
 * records with the same ids. A file of our own making gives back the records that it was made from.
 */
export function planBods(text: string, context: BodsContext): BodsPlan {
  const { file, logId, typeOf } = context;
  const { items, refused: unread } = readStatements(file, text);
  const refused = new Refused(file, unread);
  const { alive, superseded } = latestStatements(items, refused);
  const collected = new Collected(context);
  const parties = new Map<string, RecordId>();
  const relationships = new Set<string>();
  const take = (one: Read, made: readonly Made[]): boolean => {
    const problems = collected.take(one.index, made);
    refused.add(one, problems.length > 0 ? one.statement.recordId : undefined, problems);
    return problems.length === 0;
  };

  for (const one of alive) {
    const { statement, raw } = one;
    const { recordId, recordType } = statement;
    if (recordType === 'relationship') {
      relationships.add(recordId);
      continue;
    }
    const own = ownContent(raw);
    const mine = own && isParty(own.main.type) ? own : undefined;
    const record = mine?.main.record ?? partyId(logId, recordId);
    const reading = { logId, file, raw, statement, source: sourceId(logId, file, raw) };
    const made = (): Made[] => [
      sourceOf(reading),
      ...(recordType === 'entity'
        ? entityRecords(reading, statement.recordDetails, record)
        : personRecords(reading, statement.recordDetails, record)),
    ];
    if (take(one, mine?.intact ? carried(mine) : made())) parties.set(recordId, record);
  }

  const find = (recordId: string): Found => {
    const record = parties.get(recordId);
    if (record !== undefined) return { kind: 'party', record };
    if (refused.recordIds.has(recordId)) return { kind: 'refused' };
    if (relationships.has(recordId)) return { kind: 'relationship' };
    const earlier = partyId(logId, recordId);
    return isParty(typeOf?.(earlier)) ? { kind: 'party', record: earlier } : { kind: 'undescribed' };
  };
  for (const one of alive) {
    const { statement, raw } = one;
    if (statement.recordType !== 'relationship') continue;
    const own = ownContent(raw);
    if (own?.intact && own.main.type === 'relation') {
      take(one, carried(own));
      continue;
    }
    const source = sourceId(logId, file, raw);
    const reading = { logId, file, raw, statement, source, mine: mineOf(own) };
    const relations = relationshipRecords(reading, statement.recordDetails, find);
    if ('problems' in relations) refused.add(one, statement.recordId, relations.problems);
    else take(one, [sourceOf(reading), ...relations.made]);
  }

  const { puts, dangling } = collected.settled();
  const byIndex = new Map(items.map((item) => [item.index, item]));
  for (const { index, problem } of dangling)
    refused.list.push(refusalOf(file, index, byIndex.get(index)?.value, problem));
  const counts: Partial<Record<RecordType, number>> = {};
  for (const { type } of puts) counts[type] = (counts[type] ?? 0) + 1;
  return {
    puts,
    attachments: [],
    refused: refused.list.sort((a, b) => a.index - b.index),
    counts,
    statements: items.length,
    superseded,
  };
}
