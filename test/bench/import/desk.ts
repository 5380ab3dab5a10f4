import assert from 'node:assert/strict';
import { isStaged } from '#db/import/stage.ts';
import { tailOf } from '#db/log.ts';
import type { WaitingImport } from '#shared/ipc/imports.ts';
import { type Desk, startDesk } from '../../support/session.ts';
import { cpu } from '../measure.ts';
import { type Figures, metered } from './meter.ts';

export type Stage = 'look' | 'preview' | 'page' | 'pass over' | 'write' | 'undo' | 'redo';
export type Stopped = { readonly seconds: number; readonly clock: number };
export type DeskFigures = {
  readonly rest: number;
  readonly counts: WaitingImport['counts'];
  readonly stages: Partial<Record<Stage, Figures>>;
  /** Seconds from the word to the answer, half-way through the preview, the writing and the undo. */
  readonly cancelled: Partial<Record<'preview' | 'write' | 'undo', Stopped>>;
};

type Progress = {
  readonly job: string;
  readonly phase: string;
  readonly done: number;
  readonly total: number;
};
const LIMIT = 100;

/** Runs a job, and says stop once it tells that it is half-way; how long until it answers that it was. */
async function stopHalfway(
  desk: Desk,
  job: 'imports.plan' | 'imports.take' | 'history.undo',
  phase: string,
  run: () => Promise<{ readonly ok: boolean }>,
): Promise<Stopped> {
  let said: { readonly cpu: number; readonly clock: number } | undefined;
  const from = desk.events.length;
  const timer = setInterval(() => {
    const half = desk.events.slice(from).some(({ payload }) => {
      const told = payload as Partial<Progress>;
      return told.job === job && told.phase === phase && (told.done ?? 0) * 2 >= (told.total ?? Infinity);
    });
    if (!half || said !== undefined) return;
    said = { cpu: cpu(), clock: performance.now() };
    void desk.done('job.cancel', { job });
  }, 10);
  const answer = await run();
  clearInterval(timer);
  assert.equal(answer.ok, false, 'a cancelled job answers that it was');
  assert.ok(said !== undefined, 'the job ended before it was half-way');
  return { seconds: cpu() - said.cpu, clock: (performance.now() - said.clock) / 1000 };
}

/** The same calls as the import window makes, into a case in a real encrypted vault; `whole` writes too, and undoes. */
export async function throughTheDesk(
  path: string,
  format: 'csv' | 'bods',
  whole: boolean,
): Promise<DeskFigures> {
  const desk = await startDesk();
  const stages: Partial<Record<Stage, Figures>> = {};
  const cancelled: DeskFigures['cancelled'] = {};
  const measure = async <T>(stage: Stage, work: () => Promise<T>): Promise<T> => {
    const { figures, value } = await metered(work);
    stages[stage] = figures;
    return value;
  };
  try {
    const { logId } = await desk.done('cases.create', {
      title: 'Groot bestand',
      leadDepartment: 'EZ',
      trigger: 'signal',
      marking: 'open',
    });
    const session = desk.sessions.current();
    assert.ok(session);
    const db = session.store.read;
    const tail = (): string => tailOf(db, logId).hash;
    const records = (): number =>
      db.get<{ n: number }>(
        'SELECT count(*) AS n FROM version WHERE log = ? AND known_to IS NULL AND withdrawn = 0',
        [logId],
      )?.n ?? 0;
    const before = { tail: tail(), records: records() };
    const rest = process.memoryUsage.rss() / 1024 ** 2;

    desk.pick.push(path);
    const [picked] = await desk.done('imports.pick', { folder: false });
    const token = picked?.token ?? '';
    const seen = await measure('look', () => desk.done('imports.inspect', { logId, token }));
    const choice = {
      logId,
      token,
      format,
      basis: {
        source: { title: 'Register', kind: 'register' },
        reliability: 'B',
        credibility: '2',
        marking: 'open',
      },
      ...(format === 'csv' && seen.table
        ? { table: { options: seen.table.options, mapping: seen.table.suggestion } }
        : {}),
    } as const;

    cancelled.preview = await stopHalfway(desk, 'imports.plan', 'reading', () =>
      desk.call('imports.plan', choice),
    );
    assert.deepEqual([isStaged(db), tail()], [false, before.tail], 'nothing of a cancelled preview is left');

    let waiting = await measure('preview', () => desk.done('imports.plan', choice));
    const { id } = waiting;
    const { created } = waiting.counts;
    if (created > LIMIT)
      await measure('page', () =>
        desk.done('imports.page', { logId, id, tab: 'created', offset: created - LIMIT, limit: LIMIT }),
      );
    if (waiting.counts.refused > 0 && !waiting.counts.broken)
      waiting = await measure('pass over', () =>
        desk.done('imports.skip', { logId, id, rows: null, skipped: true }),
      );
    if (whole && !waiting.counts.broken) {
      cancelled.write = await stopHalfway(desk, 'imports.take', 'writing', () =>
        desk.call('imports.take', { logId, id }),
      );
      assert.equal(tail(), before.tail, 'nothing of a cancelled import is in the log');
      assert.equal(records(), before.records, 'nothing of a cancelled import is in the case');
      await measure('write', () => desk.done('imports.take', { logId, id }));
      assert.equal(isStaged(db), false, 'what was taken waits no more');
      const written = { tail: tail(), records: records() };
      cancelled.undo = await stopHalfway(desk, 'history.undo', 'writing', () =>
        desk.call('history.undo', { logId }),
      );
      assert.equal(tail(), written.tail, 'nothing of a cancelled undo is in the log');
      await measure('undo', () => desk.done('history.undo', { logId }));
      assert.equal(records(), before.records, 'undo takes all of it back');
      await measure('redo', () => desk.done('history.redo', { logId }));
      assert.equal(records(), written.records, 'redo brings all of it back');
    }
    return { rest, counts: waiting.counts, stages, cancelled };
  } finally {
    desk.close();
  }
}
