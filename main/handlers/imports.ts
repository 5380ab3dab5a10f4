import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import { rowsApart, stagedRecords } from '#db/import/pages.ts';
import { liveOf } from '#db/queries/versions.ts';
import type { Translate } from '#shared/i18n/index.ts';
import { translator } from '#shared/i18n/index.ts';
import type { ErrorCode, OutputOf } from '#shared/ipc/contract.ts';
import type { importsContract, WaitingImport } from '#shared/ipc/imports.ts';
import { caseRecordId, type LogId } from '#shared/model/ids.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { HandlersOf, JobContext } from '../context.ts';
import { pickFiles, pickFolder, saveFile } from '../dialogs-ask.ts';
import type { FileSource } from '../import/bytes.ts';
import { basisOf } from '../import/choice.ts';
import { asResult } from '../import/failure.ts';
import { inspectFile } from '../import/inspect.ts';
import { savedMappings } from '../import/mappings.ts';
import { refusedHeader, refusedLine } from '../import/refused-csv.ts';
import { runImport } from '../import/run.ts';
import { judgeSample } from '../import/sample-rows.ts';
import { type ImportChoice, stageState, type TableChoice } from '../import/state.ts';
import type { ImportWork, TaskAnswer } from '../import/task.ts';
import { itemsOf, viewOf, waitingImport } from '../import/view.ts';
import { newLogId, newRecordId } from '../session.ts';
import { draftPuts } from './puts.ts';

type Output<Name extends keyof typeof importsContract> = OutputOf<(typeof importsContract)[Name]>;

const sourceOf = ({ files }: Pick<JobContext, 'files'>, token: string): Result<FileSource, ErrorCode> => {
  const source = files.sourceOf(token);
  return source ? ok(source) : fail('fileUnreadable');
};

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

const told = ({ db, shell }: JobContext, logId: LogId): Result<WaitingImport, ErrorCode> => {
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

export const imports: HandlersOf<typeof importsContract> = {
  'imports.pick': (context, { folder }) => (folder ? pickFolder(context) : pickFiles(context, 'import')),

  'imports.drop': ({ files }, { name, bytes }) => ok({ ...files.addBytes(name, bytes), folder: false }),

  'imports.inspect': async (context, { token, options, chosen }) => {
    const { db, session, progress } = context;
    const source = sourceOf(context, token);
    if (!source.ok) return source;
    if (context.files.isFolder(token)) return ok({ formats: [{ format: 'folder', sure: 3 }], packed: false });
    const saved = savedMappings(db, session.vaultLog);
    return asResult(() =>
      inspectFile(source.value, options, chosen, saved, (done) => progress('looking', done, null)),
    );
  },

  'imports.sample': ({ db, session }, { logId, file, basis, ...table }) => {
    const chosen = basisOf(db, logId, file, basis);
    if (!chosen.ok) return chosen;
    const context = { logId, author: session.author.key, file, basis: chosen.value.basis };
    return ok(judgeSample(db, context, table));
  },

  'imports.plan': async (context, { logId, token, format, basis, table }) => {
    const { db, session, signal } = context;
    const source = sourceOf(context, token);
    if (!source.ok) return source;
    const { name } = source.value;
    const chosen = basisOf(db, logId, name, basis);
    if (!chosen.ok) return chosen;
    const choice: ImportChoice = {
      logId,
      author: session.author.key,
      file: name,
      format,
      ...chosen.value,
      ...(table ? { table: table as TableChoice } : {}),
    };
    const planned = await runImport<'plan'>(context, {
      kind: 'plan',
      id: randomUUID(),
      choice,
      source: source.value,
    });
    if (!planned.ok) {
      // What was read until then is no preview.
      if (session.vault.isOpen) await runImport<'clear'>({ session }, { kind: 'clear' });
      return signal.aborted ? fail('cancelled') : planned;
    }
    context.files.keep(planned.value.id, token);
    return told(context, logId);
  },

  'imports.newCase': async (context, { token }) => {
    const { session, shell } = context;
    const source = sourceOf(context, token);
    if (!source.ok) return source;
    const logId = newLogId();
    const clear = () => runImport<'clear'>({ session }, { kind: 'clear' });
    const basis = {
      source: caseRecordId(logId),
      reliability: 'F',
      credibility: '6',
      marking: 'open',
    } as const;
    const choice = {
      logId,
      author: session.author.key,
      file: source.value.name,
      format: 'folder',
      basis,
    } as const;
    const planned = await runImport<'plan'>(context, {
      kind: 'plan',
      id: randomUUID(),
      choice,
      source: source.value,
    });
    if (!planned.ok) return planned;
    const [refused] = rowsApart(context.db, 'refused', 0, 1);
    if (refused) {
      await clear();
      const count = planned.value.counts?.refused ?? 1;
      return fail('importRefused', {
        reason: 'folderRefused',
        file: refused.file,
        line: refused.line,
        count,
      });
    }
    const signing = { author: session.author, seed: Uint8Array.from(session.keys.signingSeed) };
    const taken = await runImport<'take'>(context, { kind: 'take', source: source.value, signing });
    if (!taken.ok) {
      if (session.vault.isOpen) await clear();
      return taken;
    }
    context.files.drop(token);
    shell.send('data.changed', { logId });
    return ok({ logId });
  },

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

  'imports.mappings': ({ db, session }) => ok(savedMappings(db, session.vaultLog)),

  'imports.saveMapping': ({ db, session, commit }, { name, mapping }) => {
    const log = session.vaultLog;
    const known = savedMappings(db, log).find((one) => one.name === name);
    const record = known?.record ?? newRecordId();
    const body = { name, mapping } as BodyOf<'importMapping'>;
    const put = {
      record,
      type: 'importMapping' as const,
      base: known?.digests ?? [],
      body: body as never,
      marking: 'open' as const,
    };
    const ops = draftPuts(db, log, [put]);
    if (!ops.ok) return ops;
    commit({ log, kind: 'vault', intent: { action: known ? 'edit' : 'create' }, ops: ops.value });
    return ok({ record });
  },

  'imports.dropMapping': ({ db, session, commit }, { record, base }) => {
    const log = session.vaultLog;
    const [live] = liveOf(db, log, record);
    if (live?.type !== 'importMapping') return fail('notFound');
    const ops = [{ record, type: live.type, base, marking: live.marking, body: null }];
    commit({ log, kind: 'vault', intent: { action: 'withdraw' }, ops });
    return ok({});
  },
};
