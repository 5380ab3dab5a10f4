import type { ReadDb } from '#db/handle.ts';
import { liveBy, liveHeads, liveOf } from '#db/queries/versions.ts';
import { byRecord, type Versions } from '#shared/dossier/group.ts';
import type { At } from '#shared/ipc/common.ts';
import type { layoutContract } from '#shared/ipc/layout.ts';
import type { DraftOp } from '#shared/log/draft.ts';
import { type LogId, type RecordId, slotId } from '#shared/model/ids.ts';
import { highestMarking } from '#shared/model/marking.ts';
import type { Picture } from '#shared/model/records/layout.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { fail, ok } from '#shared/result.ts';
import type { HandlersOf } from '../context.ts';

type Body = BodyOf<'position'>;

const slotOf = (log: LogId, view: Picture, frame: RecordId | undefined, node: RecordId): RecordId =>
  slotId(log, `position:${view}:${frame ?? ''}:${node}`);

/** Positions of one picture; where two versions of one are live, the newest is first. */
const positionsOf = (
  db: ReadDb,
  log: LogId,
  view: Picture,
  frame: RecordId | undefined,
  at: At = {},
): Versions[] =>
  byRecord(liveBy(db, log, 'position', 'view', view, at))
    .filter(([{ body }]) => (body as Body).frame === frame)
    .map((versions) => versions.toSorted((a, b) => (a.time < b.time ? 1 : -1)) as Versions);

export const layout: HandlersOf<typeof layoutContract> = {
  'layout.get': ({ db }, { logId, view, frame, at }) =>
    ok(
      positionsOf(db, logId, view, frame, at).map(([{ body }]) => {
        const { node, x, y } = body as Body;
        return { node, x, y };
      }),
    ),

  'layout.place': ({ db, commit }, { logId, view, frame, places }) => {
    const ops: DraftOp[] = [];
    for (const [index, { node, x, y }] of places.entries()) {
      const live = liveOf(db, logId, node);
      if (live.length === 0) return fail('notFound', { index });
      const record = slotOf(logId, view, frame, node);
      // The hand that moves a card last decides where it stands, so that no place is refused as stale.
      const base = liveHeads(db, logId, record).map(({ digest }) => digest);
      const marking = highestMarking(live.map((version) => version.marking));
      const body = { view, ...(frame === undefined ? {} : { frame }), node, x, y };
      ops.push({ record, type: 'position', base, marking, body });
    }
    commit({ log: logId, intent: { action: 'arrange' }, ops });
    return ok({});
  },

  'layout.release': ({ db, commit }, { logId, view, frame, nodes }) => {
    const chosen = positionsOf(db, logId, view, frame).filter(
      ([{ body }]) => nodes === undefined || nodes.includes((body as Body).node),
    );
    if (chosen.length > 0)
      commit({
        log: logId,
        intent: { action: 'arrange' },
        ops: chosen.map(([{ record, marking }]) => ({
          record,
          type: 'position',
          base: liveHeads(db, logId, record).map(({ digest }) => digest),
          marking,
          body: null,
        })),
      });
    return ok({ released: chosen.length });
  },
};
