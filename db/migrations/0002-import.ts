/**
 * Where an import waits between its preview and its taking: ordinary tables of the encrypted file, because temporary
 * ones live in memory and a file may be large. Nothing here is part of a log; it is emptied when the import is taken or
 * given up, and whenever the vault locks or opens. What the columns mean is in `db/import/stage.ts`.
 */
export const imports = {
  name: '0002-import',
  sql: `
CREATE TABLE import_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  content TEXT NOT NULL
) STRICT;

CREATE TABLE import_row (
  n INTEGER PRIMARY KEY,
  file TEXT NOT NULL,
  line INTEGER NOT NULL,
  name TEXT,
  digest TEXT,
  version TEXT,
  rank TEXT,
  cells TEXT,
  fixed INTEGER NOT NULL,
  broken INTEGER NOT NULL,
  own INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('stands', 'refused', 'superseded', 'repeated', 'skipped'))
) STRICT;
CREATE INDEX import_row_by_name ON import_row (name) WHERE name IS NOT NULL;
CREATE INDEX import_row_by_version ON import_row (version) WHERE version IS NOT NULL;
CREATE INDEX import_row_apart ON import_row (state, n) WHERE state <> 'stands';
CREATE INDEX import_row_fixed ON import_row (n) WHERE fixed = 1;

CREATE TABLE import_problem (
  row INTEGER NOT NULL,
  position INTEGER NOT NULL,
  settled INTEGER NOT NULL,
  field TEXT,
  code TEXT NOT NULL,
  params TEXT,
  PRIMARY KEY (row, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_wanted (
  record TEXT NOT NULL,
  row INTEGER NOT NULL,
  PRIMARY KEY (record, row)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_record (
  n INTEGER PRIMARY KEY,
  row INTEGER NOT NULL,
  record TEXT NOT NULL,
  key TEXT NOT NULL,
  type TEXT NOT NULL,
  kind TEXT,
  marking TEXT NOT NULL,
  weak INTEGER NOT NULL,
  body TEXT NOT NULL,
  path TEXT,
  effect TEXT
) STRICT;
CREATE INDEX import_record_by_record ON import_record (record, weak, row);
CREATE INDEX import_record_by_row ON import_record (row);
CREATE INDEX import_record_by_effect ON import_record (effect, row, n) WHERE effect IS NOT NULL;

CREATE TABLE import_pointer (
  n INTEGER PRIMARY KEY,
  row INTEGER NOT NULL,
  source INTEGER NOT NULL,
  record TEXT NOT NULL,
  field TEXT NOT NULL,
  key TEXT NOT NULL,
  types TEXT,
  property TEXT
) STRICT;
CREATE INDEX import_pointer_by_record ON import_pointer (record);
CREATE INDEX import_pointer_by_row ON import_pointer (row);
`,
};
