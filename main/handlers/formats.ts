import path from 'node:path';
import { liveOf, liveOfTypes } from '#db/queries/versions.ts';
import { disclose } from '#shared/disclosure/ceiling.ts';
import { ENDINGS } from '#shared/export/open-formats.ts';
import type { formatsContract } from '#shared/ipc/formats.ts';
import { caseRecordId } from '#shared/model/ids.ts';
import { RECORD_TYPES } from '#shared/model/records.ts';
import { fail, ok } from '#shared/result.ts';
import type { HandlersOf } from '../context.ts';
import { saveFile } from '../dialogs-ask.ts';
import { replaceFile } from '../report/replace-file.ts';
import { runWorker } from '../run-worker.ts';
import { now } from '../session.ts';
import type { OpenFormatMade, OpenFormatTask } from '../workers/open-format.ts';

const fileName = (title: string, ending: string): string => {
  const plain = title
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .trim()
    .slice(0, 60)
    .trim();
  return `${plain || 'zaak'}.${ending}`;
};

export const formats: HandlersOf<typeof formatsContract> = {
  'formats.export': async (context, { logId, format, ceiling }) => {
    const { db, session, signal, progress } = context;
    const [own] = liveOf(db, logId, caseRecordId(logId));
    if (own === undefined) return fail('notFound');
    const { going, above, pulled } = disclose(liveOfTypes(db, logId, RECORD_TYPES), ceiling);
    // The name of the file is the title of the case, so a case above the ceiling does not leave at all.
    if (!going.some(({ record }) => record === own.record)) return fail('aboveCeiling');
    const target = await saveFile(context, fileName(String(own.body.title), ENDINGS[format]));
    if (target === undefined) return ok({ saved: false });
    progress('composing', 0, null);
    const about = { logId, published: now().slice(0, 10), publisher: session.author.department };
    const views = going.map(({ record, type, digest, marking, body }) => ({
      record,
      type,
      digest,
      marking,
      body,
    }));
    const task: OpenFormatTask = { views, format, about };
    const made = await runWorker<OpenFormatMade>('open-format', task, { signal });
    if (signal.aborted) return fail('cancelled');
    const { bytes, told, ...rest } = made;
    if (!(await replaceFile(target, bytes))) return fail('notWritable');
    const distinct = new Set(going.map(({ record }) => record)).size;
    return ok({
      saved: true,
      name: path.basename(target),
      bytes: bytes.length,
      ...rest,
      disputed: [...rest.disputed],
      withheld: above.size + pulled.size,
      leftOut: distinct - told,
    });
  },
};
