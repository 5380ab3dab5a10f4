import fs from 'node:fs/promises';
import { rowsApart, stagedRecords } from '#db/import/pages.ts';
import { type Translate, translator } from '#shared/i18n/index.ts';
import type { ErrorCode, OutputOf } from '#shared/ipc/contract.ts';
import type { importsContract, WaitingImport } from '#shared/ipc/imports.ts';
import type { LogId } from '#shared/model/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { HandlersOf, JobContext } from '../context.ts';
import { saveFile } from '../dialogs-ask.ts';
import { refusedHeader, refusedLine } from '../import/refused-csv.ts';
import { runImport } from '../import/run.ts';
import { stageState } from '../import/state.ts';
import type { ImportWork, TaskAnswer } from '../import/task.ts';
import { itemsOf, viewOf, waitingImport } from '../import/view.ts';

type Output<Name extends keyof typeof importsContract> = OutputOf<(typeof importsContract)[Name]>;

/** Work on the import that waits under this id for this case; another may have taken its place. */
async function onWaiting<Kind extends ImportWork['kind']>(
  context: JobContext,
  { logId, id }: { readonly logId: LogId; readonly id: string },
  work: Extract<ImportWork, { kind: Kind }>,
): Promise<TaskAnswer<Kind>> {
  const state = stageState(context.db);
  if (state?.id !== id || state.logId !== logId) return fail('notFound');
  return runImport<Kind>(context, work);
}

/** Tells the windows that what waits has changed, and answers with it. */
export const told = ({ db, shell }: JobContext, logId: LogId): Result<WaitingImport, ErrorCode> => {
  shell.send('data.changed', { logId });
  const waiting = waitingImport(db, logId);
  return waiting ? ok(waiting) : fail('notFound');
};

/** Writes all refused rows to a file, page by page. */
async function writeRefused(
  { db }: JobContext,
  t: Translate,
  target: string,
  header: readonly string[],
): Promise<void> {
  const PAGE = 1_000;
  const file = await fs.open(target, 'w', 0o600);
  try {
    await file.write(refusedHeader(t, header));
    for (let offset = 0; ; offset += PAGE) {
      const rows = rowsApart(db, 'refused', offset, PAGE);
      await file.write(rows.map((row) => refusedLine(t, row)).join(''));
      if (rows.length < PAGE) return;
    }
  } finally {
    await file.close();
  }
}

type Waiting = 'waiting' | 'page' | 'fix' | 'skip' | 'take' | 'discard' | 'saveRefused';

/** The preview that waits: looked at, put right, taken into the case or left. */
export const importWaiting: Pick<HandlersOf<typeof importsContract>, `imports.${Waiting}`> = {
  'imports.waiting': ({ db }, { logId }) => ok(waitingImport(db, logId)),

  'imports.page': ({ db }, { logId, id, tab, offset, limit }): Result<Output<'imports.page'>, ErrorCode> => {
    const state = stageState(db);
    if (state?.id !== id || state.logId !== logId) return fail('notFound');
    if (tab === 'refused' || tab === 'skipped') {
      const rows = rowsApart(db, tab, offset, limit).map(({ name, cells, problems, ...row }) => ({
        ...row,
        ...(name === null ? {} : { name }),
        ...(cells === null ? {} : { cells: [...cells] }),
        problems: problems.map((one) => ({ ...one })),
      }));
      return ok({ items: [], rows, refs: [] });
    }
    const { items, refs } = itemsOf(db, logId, stagedRecords(db, tab, offset, limit));
    return ok({ items, rows: [], refs });
  },

  'imports.fix': async (context, { row, cells, ...which }) => {
    const fixed = await onWaiting<'fix'>(context, which, { kind: 'fix', row, cells });
    return fixed.ok ? told(context, which.logId) : fixed;
  },

  'imports.skip': async (context, { rows, skipped, ...which }) => {
    const done = await onWaiting<'skip'>(context, which, { kind: 'skip', rows, skipped });
    return done.ok ? told(context, which.logId) : done;
  },

  'imports.take': async (context, which) => {
    const { db, session, files, shell } = context;
    const waiting = stageState(db);
    const token = files.kept(which.id);
    const source = token === undefined ? undefined : files.sourceOf(token);
    const taken = await onWaiting<'take'>(context, which, {
      kind: 'take',
      source: source ?? null,
      signing: { author: session.author, seed: Uint8Array.from(session.keys.signingSeed) },
    });
    if (!taken.ok) return taken;
    if (token !== undefined) files.drop(token);
    shell.send('data.changed', { logId: which.logId });
    const counts = waiting && viewOf(db, waiting)?.counts;
    return counts ? ok({ change: taken.value.change, counts }) : fail('notFound');
  },

  'imports.discard': async (context, which) => {
    const done = await onWaiting<'clear'>(context, which, { kind: 'clear' });
    context.shell.send('data.changed', { logId: which.logId });
    return done.ok ? ok({}) : done;
  },

  'imports.saveRefused': async (context, { logId, id }) => {
    const state = stageState(context.db);
    if (state?.id !== id || state.logId !== logId) return fail('notFound');
    const t = translator(context.settings.get().language);
    const target = await saveFile(
      context,
      `${t('imports.csv.name', { file: state.file.replace(/\.[^.]*$/, '') })}.csv`,
    );
    if (target === undefined) return ok({ saved: false });
    try {
      await writeRefused(context, t, target, state.header ?? []);
      return ok({ saved: true });
    } catch {
      return fail('notWritable');
    }
  },
};
