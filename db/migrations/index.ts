import { log } from './0001-log.ts';

/** Append-only: a released migration is never edited, moved or removed (its hash is kept in every vault). */
export const migrations = [log] as const;
