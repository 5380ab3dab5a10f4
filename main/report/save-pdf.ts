import path from 'node:path';
import { liveOf } from '#db/queries/versions.ts';
import type { ErrorCode, InputOf, OutputOf } from '#shared/ipc/contract.ts';
import type { dossierContract } from '#shared/ipc/dossier.ts';
import { caseRecordId } from '#shared/model/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { JobContext } from '../context.ts';
import { saveFile } from '../dialogs-ask.ts';
import { fileNameOf } from './file-name.ts';
import { replaceFile } from './replace-file.ts';
import { STEPS, writeDossier } from './write.ts';

type Entry = (typeof dossierContract)['dossier.pdf'];

/** The dossier as a file: asks where, composes and sets it, and writes it only when it is whole and sound. */
export async function savePdf(
  context: JobContext,
  input: InputOf<Entry>,
): Promise<Result<OutputOf<Entry>, ErrorCode>> {
  const { db, session, shell, signal, progress } = context;
  const { logId, ...options } = input;
  const [known] = liveOf(db, logId, caseRecordId(logId));
  if (!known) return fail('notFound');
  const target = await saveFile(context, fileNameOf(String(known.body.title), 'pdf', 'dossier'));
  if (target === undefined) return ok({ saved: false });
  if (signal.aborted) return fail('cancelled');
  const written = await writeDossier(session, logId, {
    ...options,
    version: shell.version,
    signal,
    onProgress: progress,
  });
  if (!written.ok) return written;
  if (signal.aborted) return fail('cancelled');
  progress('write', STEPS - 1, STEPS);
  const { bytes, replaced } = written.value;
  if (!(await replaceFile(target, bytes))) return fail('notWritable');
  return ok({ saved: true, name: path.basename(target), bytes: bytes.length, replacedCharacters: replaced });
}
