import { randomUUID } from 'node:crypto';
import { rowsApart } from '#db/import/pages.ts';
import type { ErrorCode } from '#shared/ipc/contract.ts';
import type { importsContract } from '#shared/ipc/imports.ts';
import { caseRecordId } from '#shared/model/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { HandlersOf, JobContext } from '../context.ts';
import type { FileSource } from '../import/bytes.ts';
import { basisOf } from '../import/choice.ts';
import { asResult } from '../import/failure.ts';
import { inspectFile } from '../import/inspect.ts';
import { savedMappings } from '../import/mappings.ts';
import { runImport } from '../import/run.ts';
import { judgeSample } from '../import/sample-rows.ts';
import type { ImportChoice, TableChoice } from '../import/state.ts';
import { newLogId } from '../session.ts';
import { told } from './import-waiting.ts';

const sourceOf = ({ files }: Pick<JobContext, 'files'>, token: string): Result<FileSource, ErrorCode> => {
  const source = files.sourceOf(token);
  return source ? ok(source) : fail('fileUnreadable');
};

type Planning = 'imports.inspect' | 'imports.sample' | 'imports.plan' | 'imports.newCase';

/** From a file that was picked to a preview of what it brings, or to a case of its own. */
export const importPlanning: Pick<HandlersOf<typeof importsContract>, Planning> = {
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
};
