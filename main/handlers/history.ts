import type { ReadDb } from '#db/handle.ts';
import { checkLog } from '#db/log-check.ts';
import {
  authorsOf,
  type ChangeRow,
  changeRow,
  changeRows,
  opCount,
  opsOfChange,
  ownChanges,
  summaryOf,
} from '#db/queries/history.ts';
import { refsOf } from '#db/queries/refs.ts';
import { touchedBy } from '#db/touched.ts';
import type { ErrorCode } from '#shared/ipc/contract.ts';
import type { HistoryEntry, HistoryItem, historyContract } from '#shared/ipc/history.ts';
import { changedFields, whatHappened } from '#shared/log/fields.ts';
import { revertOps } from '#shared/log/revert.ts';
import { nextSteps } from '#shared/log/undo.ts';
import type { ChangeId, LogId } from '#shared/model/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { anchorOf } from '../anchor.ts';
import { blockedBy } from '../blocked.ts';
import type { HandlersOf, JobContext } from '../context.ts';
import { runImport } from '../import/run.ts';
import { verifySignature } from '../session.ts';

const ITEMS_SHOWN = 100;

function itemsOf(db: ReadDb, log: LogId, change: ChangeRow): { items: HistoryItem[]; total: number } {
  const { ops, total } = opsOfChange(db, log, change, ITEMS_SHOWN);
  const refs = refsOf(
    db,
    log,
    ops.flatMap(({ op, about }) => (about ? [op.record, about] : [op.record])),
  );
  const items = ops.flatMap(({ op, base, about }) => {
    const ref = refs.get(op.record);
    const subject = about && refs.get(about);
    if (!ref) return [];
    return [
      {
        ref,
        ...(subject ? { about: subject } : {}),
        what: whatHappened(op, base),
        fields: changedFields(op, base),
      },
    ];
  });
  return { items, total };
}

function entryOf(db: ReadDb, log: LogId, row: ChangeRow, ownKey: string): HistoryEntry {
  const { items, total } = itemsOf(db, log, row);
  return {
    ...summaryOf(db, log, row),
    seq: row.seq,
    receivedAt: row.receivedAt,
    own: row.author.key === ownKey,
    ...(row.revertedBy ? { revertedBy: row.revertedBy } : {}),
    items,
    moreItems: total - items.length,
  };
}

/** Ops above which a change is taken back on a thread: it would hold up the window for longer than a blink. */
const LARGE = 2_000;

/** Appends the change that takes another back. */
async function revert(
  context: JobContext,
  log: LogId,
  id: ChangeId | null,
  action: 'undo' | 'redo' | 'revert',
  nothing: ErrorCode,
): Promise<Result<{ change: ChangeId }, ErrorCode>> {
  const { db, session, shell } = context;
  const row = id && changeRow(db, log, id);
  if (!row) return fail(nothing);
  // A case goes away by archiving; taking its making back would leave a log without a case.
  if (row.intent.action === 'createCase') return fail('notAllowed');
  const intent = { action, reverts: row.id };
  if (opCount(db, row) > LARGE) {
    const signing = { author: session.author, seed: Uint8Array.from(session.keys.signingSeed) };
    const work = {
      kind: 'revert',
      logId: log,
      change: row.id,
      intent,
      signing,
    } as const;
    const done = await runImport<'revert'>(context, work);
    if (!done.ok) return done;
    shell.send('data.changed', { logId: log });
    return done.value.change ? ok({ change: done.value.change }) : fail(nothing);
  }
  return context.save(({ db: writing, commit }) => {
    const { ops, blocked } = revertOps(touchedBy(writing, log, row));
    if (blocked.length > 0) return fail('revertBlocked', blockedBy(writing, log, blocked));
    if (ops.length === 0) return fail(nothing);
    return ok({ change: commit({ log, intent, ops }) });
  });
}

export const history: HandlersOf<typeof historyContract> = {
  'history.list': ({ db, session }, { logId, limit, ...filter }) => {
    const rows = changeRows(db, logId, { ...filter, limit: limit + 1 });
    const entries = rows.slice(0, limit).map((row) => entryOf(db, logId, row, session.author.key));
    return ok({ entries, more: rows.length > limit, authors: authorsOf(db, logId) });
  },

  'history.next': ({ db, session }, { logId }) => {
    const { undo, redo } = nextSteps(ownChanges(db, logId, session.author.key));
    const summary = (id: ChangeId | null) => {
      const row = id && changeRow(db, logId, id);
      return row ? summaryOf(db, logId, row) : null;
    };
    return ok({ undo: summary(undo), redo: summary(redo) });
  },

  'history.undo': (context, { logId }) => {
    const { undo } = nextSteps(ownChanges(context.db, logId, context.session.author.key));
    return revert(context, logId, undo, 'undo', 'nothingToUndo');
  },

  'history.redo': (context, { logId }) => {
    const { redo } = nextSteps(ownChanges(context.db, logId, context.session.author.key));
    return revert(context, logId, redo, 'redo', 'nothingToRedo');
  },

  'history.revert': (context, { logId, change }) => revert(context, logId, change, 'revert', 'nothingToUndo'),

  'history.verify': ({ db, session }, { logId }) => {
    const report = checkLog(db, logId, verifySignature, anchorOf(session, logId));
    return ok({ ...report, findings: [...report.findings] });
  },
};
