import type { DraftOp } from '#shared/log/draft.ts';
import type { LogId } from '#shared/model/ids.ts';
import type { WriteDb } from '../handle.ts';
import { liveHeadsOf } from './effects.ts';
import { type StagedRecord, stagedAfter } from './pages.ts';

const PIECE = 1_000;

/** The ops that take the import that waits: what it creates, then what it changes, each in the order of the file. */
export function* stagedOps(
  db: WriteDb,
  log: LogId,
  onRecord: (record: StagedRecord) => void,
): Iterable<DraftOp> {
  for (const effect of ['created', 'changed'] as const)
    for (let after = { row: 0, n: 0 }; ; ) {
      const records = stagedAfter(db, effect, after, PIECE);
      for (const record of records) {
        onRecord(record);
        yield {
          record: record.record,
          type: record.type,
          base: effect === 'created' ? [] : liveHeadsOf(db, log, record.record).map(({ digest }) => digest),
          marking: record.marking,
          body: record.body,
        };
      }
      const last = records.at(-1);
      if (!last || records.length < PIECE) break;
      after = last;
    }
}
