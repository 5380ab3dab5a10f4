import { z } from 'zod';
import { RECORD_TYPES, RECORDS, type RecordType } from '#shared/model/records.ts';

/**
 * Projection tables are derived from the record schemas, so that there is one schema. Scalars become columns of their
 * own, lists and nested values one column of JSON text; `indexed` members get an index.
 */
export type Column = {
  readonly member: string;
  readonly name: string;
  readonly sql: 'TEXT' | 'REAL' | 'INTEGER';
  readonly json: boolean;
};

type Shape = { type?: string; properties?: Record<string, Shape>; enum?: unknown[] };
const SCALARS: Record<string, Column['sql']> = {
  string: 'TEXT',
  number: 'REAL',
  integer: 'INTEGER',
  boolean: 'INTEGER',
};

const snake = (member: string): string => member.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

function columnsOf(type: RecordType): readonly Column[] {
  const schema = z.toJSONSchema(RECORDS[type].body, { io: 'output', unrepresentable: 'any' }) as Shape;
  return Object.entries(schema.properties ?? {}).map(([member, shape]) => {
    const scalar = SCALARS[shape.type ?? (shape.enum ? 'string' : '')];
    return { member, name: snake(member), sql: scalar ?? 'TEXT', json: scalar === undefined };
  });
}

export const COLUMNS: Readonly<Record<RecordType, readonly Column[]>> = Object.fromEntries(
  RECORD_TYPES.map((type) => [type, columnsOf(type)]),
) as Record<RecordType, readonly Column[]>;

/** Name of the projection table of a record type. */
export const tableOf = (type: RecordType): string => `r_${snake(type)}`;

/**
 * Every known version, by when we knew it: live at an instant T when `known_from <= T` and `known_to` is null or later.
 * `n` is the number of its op, so that the one index of digests serves both, and `change` the number of its change.
 * `readable` is 0 for a type or shape that this app does not know: kept, counted, never shown as something it is not.
 */
const VERSION = [
  `CREATE TABLE op_base (
  log TEXT NOT NULL,
  base TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (log, base, n)
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE version (
  n INTEGER PRIMARY KEY,
  log TEXT NOT NULL,
  digest TEXT NOT NULL,
  record TEXT NOT NULL,
  type TEXT NOT NULL,
  readable INTEGER NOT NULL,
  marking TEXT NOT NULL,
  withdrawn INTEGER NOT NULL,
  label TEXT NOT NULL,
  change INTEGER NOT NULL,
  known_from TEXT NOT NULL,
  known_to TEXT
) STRICT`,
  'CREATE INDEX version_by_record ON version (log, record, known_to)',
  'CREATE INDEX version_live ON version (log, type, label) WHERE known_to IS NULL AND withdrawn = 0',
  'CREATE INDEX version_by_type ON version (log, type)',
  'CREATE INDEX version_by_change ON version (change)',
  `CREATE TABLE touch (
  change INTEGER PRIMARY KEY,
  known INTEGER NOT NULL,
  types TEXT NOT NULL
) STRICT`,
  "CREATE VIRTUAL TABLE search USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')",
];

const typedTable = (type: RecordType): string[] => {
  const columns = COLUMNS[type].map(({ name, sql }) => `,\n  "${name}" ${sql}`).join('');
  return [
    `CREATE TABLE ${tableOf(type)} (\n  n INTEGER PRIMARY KEY REFERENCES version (n)${columns}\n) STRICT`,
    ...RECORDS[type].indexed.map(
      (member) =>
        `CREATE INDEX ${tableOf(type)}_by_${snake(member)} ON ${tableOf(type)} ("${snake(member)}")`,
    ),
  ];
};

/** In an order in which they can be dropped. */
export const PROJECTION_TABLES: readonly string[] = [
  ...RECORD_TYPES.map(tableOf),
  'search',
  'version',
  'op_base',
  'touch',
];
export const PROJECTION_SQL: readonly string[] = [...VERSION, ...RECORD_TYPES.flatMap(typedTable)];
