/**
 * The case log. Headers and ops are kept as their canonical text, byte for byte what was signed; what queries need of
 * them are generated columns, so that nothing is written twice; those of a change are stored, because a header lists all
 * its ops and may be long. Rows are never updated but for a withheld body that
 * arrives later, and never deleted but by destruction of a whole log; triggers guard against accidents, the journal's
 * hash chain against the rest.
 */
export const log = {
  name: '0001-log',
  sql: `
CREATE TABLE log (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('case', 'vault'))
) STRICT, WITHOUT ROWID;

CREATE TABLE change (
  id TEXT PRIMARY KEY,
  log TEXT NOT NULL REFERENCES log (id),
  header TEXT NOT NULL,
  signature TEXT NOT NULL,
  author TEXT GENERATED ALWAYS AS (header ->> '$.author.key') STORED,
  signer TEXT GENERATED ALWAYS AS (header -> '$.author') STORED,
  time TEXT GENERATED ALWAYS AS (header ->> '$.time') STORED,
  intent TEXT GENERATED ALWAYS AS (header -> '$.intent') STORED,
  action TEXT GENERATED ALWAYS AS (header ->> '$.intent.action') STORED,
  reverts TEXT GENERATED ALWAYS AS (header ->> '$.intent.reverts') STORED
) STRICT, WITHOUT ROWID;
CREATE INDEX change_by_reverts ON change (reverts) WHERE reverts IS NOT NULL;

CREATE TABLE change_parent (
  change TEXT NOT NULL REFERENCES change (id),
  parent TEXT NOT NULL,
  PRIMARY KEY (change, parent)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_parent_by_parent ON change_parent (parent);

CREATE TABLE journal (
  log TEXT NOT NULL REFERENCES log (id),
  seq INTEGER NOT NULL,
  change TEXT NOT NULL REFERENCES change (id),
  received_at TEXT NOT NULL,
  batch INTEGER NOT NULL,
  present TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (log, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_by_change ON journal (change);

CREATE TABLE op (
  log TEXT NOT NULL REFERENCES log (id),
  digest TEXT NOT NULL,
  content TEXT,
  seq INTEGER,
  record TEXT GENERATED ALWAYS AS (content ->> '$.record') VIRTUAL,
  type TEXT GENERATED ALWAYS AS (content ->> '$.type') VIRTUAL,
  PRIMARY KEY (log, digest),
  CHECK ((content IS NULL) = (seq IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX op_by_seq ON op (log, seq);

CREATE TABLE change_op (
  change TEXT NOT NULL REFERENCES change (id),
  position INTEGER NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (change, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_op_by_digest ON change_op (digest);

CREATE TABLE blob (
  hash TEXT PRIMARY KEY,
  size INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE blob_chunk (
  hash TEXT NOT NULL REFERENCES blob (hash),
  position INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (hash, position)
) STRICT;

CREATE TABLE identity (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  content TEXT NOT NULL
) STRICT;

CREATE TABLE bundle_seen (
  id TEXT PRIMARY KEY,
  seen_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE projection (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  tables TEXT NOT NULL
) STRICT;

CREATE TRIGGER change_is_final BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'a change is final'); END;
CREATE TRIGGER journal_is_final BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is final'); END;
CREATE TRIGGER op_is_final BEFORE UPDATE ON op WHEN old.content IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an op is final'); END;
`,
};
