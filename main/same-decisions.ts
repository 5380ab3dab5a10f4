import type { ReadDb } from '#db/handle.ts';
import { liveOfTypes } from '#db/queries/versions.ts';
import type { At } from '#shared/ipc/common.ts';
import type { LogId } from '#shared/model/ids.ts';
import type { BodyOf } from '#shared/model/records.ts';
import type { Decided } from '#shared/model/same.ts';

/** Live decisions on who is the same as whom, every version of a conflict among them, for `sameParties`. */
export const decisionsOf = (db: ReadDb, log: LogId, at: At = {}): Decided[] =>
  liveOfTypes(db, log, ['identity'], at).map(({ record, body }) => {
    const { decision, records, named } = body as BodyOf<'identity'>;
    return { id: record, decision, records, named };
  });
