import type { ReadDb } from '#db/handle.ts';
import { caseHead } from '#db/queries/head.ts';
import { liveOfTypes } from '#db/queries/versions.ts';
import { caseGraph } from '#shared/graph/from-records.ts';
import type { CaseGraph } from '#shared/graph/model.ts';
import type { At } from '#shared/ipc/common.ts';
import type { Day } from '#shared/model/dates.ts';
import type { LogId } from '#shared/model/ids.ts';
import { ENTITY_TYPES } from '#shared/model/records.ts';
import type { Session } from './session.ts';

/** The last graph read, with what it was read of: panels of one screen ask for the same one. Goes with the session. */
const LAST = new WeakMap<Session, { readonly key: string; readonly graph: CaseGraph }>();

/** The graph of a case on a day, as it was known at `at`. */
export function chainGraph(db: ReadDb, session: Session, logId: LogId, day: Day, at: At): CaseGraph {
  const key = [logId, caseHead(db, logId), day, at.knownAt ?? ''].join(' ');
  const last = LAST.get(session);
  if (last?.key === key) return last.graph;
  // Validity is looked at by the graph itself, which also needs the last figures of earlier years.
  const { knownAt } = at;
  const views = liveOfTypes(
    db,
    logId,
    [...ENTITY_TYPES, 'relation', 'claim'],
    knownAt === undefined ? {} : { knownAt },
  );
  const graph = caseGraph(views, day);
  LAST.set(session, { key, graph });
  return graph;
}
