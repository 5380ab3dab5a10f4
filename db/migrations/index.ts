import { log } from './0001-log.ts';
import { imports } from './0002-import.ts';
import { change } from './0003-change.ts';
import { op } from './0004-op.ts';

/** Append-only: a released migration is never edited, moved or removed (its hash is kept in every vault). */
export const migrations = [log, imports, change, op] as const;
