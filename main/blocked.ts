import type { ReadDb } from '#db/handle.ts';
import { refsOf } from '#db/queries/refs.ts';
import type { LogId, RecordId } from '#shared/model/ids.ts';

const NAMED = 3;

/** Says how many records later changes build upon, and which: the first ones by name. */
export function blockedBy(
  db: ReadDb,
  log: LogId,
  records: readonly RecordId[],
): { readonly records: number; readonly which: string } {
  const refs = refsOf(db, log, records.slice(0, NAMED));
  const names = records.slice(0, NAMED).map((record) => refs.get(record)?.label || record);
  const more = records.length - names.length;
  return { records: records.length, which: [...names, ...(more > 0 ? [`+ ${more}`] : [])].join('; ') };
}
