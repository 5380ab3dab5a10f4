import type { Connection } from './driver.ts';
import { storeFailureOf } from './failures.ts';

export type IntegrityReport = {
  /** SQLite's own findings on trees, indices and constraints; empty when sound. */
  readonly structure: readonly string[];
  /** Rows whose foreign key points nowhere. */
  readonly danglingKeys: number;
  /** Full-text indices that disagree with themselves or with their content table. */
  readonly badSearchIndexes: readonly string[];
};

/** Reads everything; needs a writing connection because FTS5's own check is spelled as an INSERT. Writes nothing. */
export function checkIntegrity(db: Connection): IntegrityReport {
  const structure = guarded(() =>
    db
      .prepare<[], { integrity_check: string }>('PRAGMA integrity_check')
      .all()
      .map((row) => row.integrity_check)
      .filter((line) => line !== 'ok'),
  );
  const danglingKeys = guarded(() =>
    db
      .prepare('PRAGMA foreign_key_check')
      .all()
      .map(() => 'dangling'),
  );
  const searchTables = guarded(() =>
    db
      .prepare<[], { name: string }>(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%'",
      )
      .all()
      .map((row) => row.name),
  );
  return {
    structure: [...structure.found, ...structure.broken, ...danglingKeys.broken, ...searchTables.broken],
    danglingKeys: danglingKeys.found.length,
    badSearchIndexes: searchTables.found.filter((table) => !searchIndexSound(db, table)),
  };
}

function searchIndexSound(db: Connection, table: string): boolean {
  const name = `"${table.replaceAll('"', '""')}"`;
  const outcome = guarded(() => {
    db.exec(`INSERT INTO ${name}(${name}, rank) VALUES ('integrity-check', 1)`);
    return [];
  });
  return outcome.broken.length === 0;
}

/** A damaged page makes the check itself fail: that is a finding, not a crash. */
function guarded(check: () => string[]): { found: string[]; broken: string[] } {
  try {
    return { found: check(), broken: [] };
  } catch (error) {
    const failure = storeFailureOf(error);
    if (!failure) throw error;
    return { found: [], broken: [failure] };
  }
}
