/**
 * Digests are random, so a table of ops in their order takes every new op on another page, and every page is ciphered
 * and sealed anew: the ops of a large import cost more the more of them there were. Now ops stand in the order in which
 * they came, and an index finds a digest. Nothing but the check of a whole log asked which changes list an op, and that
 * reads all of them anyway: the index for it goes.
 */
export const op = {
  name: '0004-op',
  sql: `
CREATE TABLE op_new (
  n INTEGER PRIMARY KEY,
  log TEXT NOT NULL REFERENCES log (id),
  digest TEXT NOT NULL,
  content TEXT,
  seq INTEGER,
  record TEXT GENERATED ALWAYS AS (content ->> '$.record') VIRTUAL,
  type TEXT GENERATED ALWAYS AS (content ->> '$.type') VIRTUAL,
  UNIQUE (log, digest),
  CHECK ((content IS NULL) = (seq IS NULL))
) STRICT;
INSERT OR IGNORE INTO op_new (log, digest, content, seq)
  SELECT o.log, o.digest, o.content, o.seq FROM journal j CROSS JOIN change_op co ON co.change = j.change
  CROSS JOIN op o ON o.log = j.log AND o.digest = co.digest ORDER BY j.log, j.seq, co.position;
INSERT OR IGNORE INTO op_new (log, digest, content, seq) SELECT log, digest, content, seq FROM op;
DROP TABLE op;
ALTER TABLE op_new RENAME TO op;
CREATE INDEX op_by_seq ON op (log, seq);
DROP INDEX change_op_by_digest;
CREATE TRIGGER op_is_final BEFORE UPDATE ON op WHEN old.content IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an op is final'); END;
`,
};
