import type { ReadDb } from '#db/handle.ts';
import { caseHead } from '#db/queries/head.ts';
import { liveOfTypes } from '#db/queries/versions.ts';
import { caseGraph } from '#shared/graph/from-records.ts';
import type { CaseGraph } from '#shared/graph/model.ts';
import type { At, VersionView } from '#shared/ipc/common.ts';
import { type Day, holdsOn, type Validity } from '#shared/model/dates.ts';
import type { LogId } from '#shared/model/ids.ts';
import { type BodyOf, ENTITY_TYPES } from '#shared/model/records.ts';
import { holdingOf } from '#shared/ownership/from-records.ts';
import type { Holding } from '#shared/ownership/interest.ts';
import type { Session } from './session.ts';

type Read = { readonly graph: CaseGraph; readonly holdings: readonly Holding[] };

/** The last graph read, with what it was read of: panels of one screen ask for the same one. Goes with the session. */
const LAST = new WeakMap<Session, Read & { readonly key: string }>();

/** The graph of a case on a day, as it was known at `at`, and who holds whom on that day. */
export function chainGraph(db: ReadDb, session: Session, logId: LogId, day: Day, at: At): Read {
  const key = [logId, caseHead(db, logId), day, at.knownAt ?? ''].join(' ');
  const last = LAST.get(session);
  if (last?.key === key) return last;
  // Validity is looked at by the graph itself, which also needs the last figures of earlier years.
  const { knownAt } = at;
  const views = liveOfTypes(
    db,
    logId,
    [...ENTITY_TYPES, 'relation', 'claim'],
    knownAt === undefined ? {} : { knownAt },
  );
  const read = { key, graph: caseGraph(views, day), holdings: holdingsOn(views, day) };
  LAST.set(session, read);
  return read;
}

function holdingsOn(views: readonly VersionView[], day: Day): Holding[] {
  const held = views.filter(({ body }) => holdsOn(body as Validity, day));
  const claims = Map.groupBy(
    held.filter(({ type }) => type === 'claim').map(({ body }) => body as BodyOf<'claim'>),
    ({ subject }) => subject,
  );
  return held.flatMap((view) =>
    view.type === 'relation' ? (holdingOf(view, claims.get(view.record) ?? []) ?? []) : [],
  );
}
