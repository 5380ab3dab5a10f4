/**
 * A change of a large import lists up to a million ops in its header. With the header in front and the table ordered by
 * id, every look at who made a change, or when, read all of it, and listing the records of a case did so for each row.
 * Now an index finds the change and the header stands last, where only those who ask for it read it.
 */
export const change = {
  name: '0003-change',
  sql: `
CREATE TABLE change_new (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  log TEXT NOT NULL REFERENCES log (id),
  signature TEXT NOT NULL,
  author TEXT GENERATED ALWAYS AS (header ->> '$.author.key') STORED,
  signer TEXT GENERATED ALWAYS AS (header -> '$.author') STORED,
  time TEXT GENERATED ALWAYS AS (header ->> '$.time') STORED,
  intent TEXT GENERATED ALWAYS AS (header -> '$.intent') STORED,
  action TEXT GENERATED ALWAYS AS (header ->> '$.intent.action') STORED,
  reverts TEXT GENERATED ALWAYS AS (header ->> '$.intent.reverts') STORED,
  header TEXT NOT NULL
) STRICT;
INSERT INTO change_new (id, log, signature, header) SELECT id, log, signature, header FROM change;
DROP TABLE change;
ALTER TABLE change_new RENAME TO change;
CREATE INDEX change_by_reverts ON change (reverts) WHERE reverts IS NOT NULL;
CREATE INDEX change_by_log ON change (log, author);
CREATE TRIGGER change_is_final BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'a change is final'); END;
`,
};
