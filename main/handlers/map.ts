import path from 'node:path';
import { liveOf } from '#db/queries/versions.ts';
import { sheetDocument } from '#shared/dossier/sheet.ts';
import type { MapFormat, mapContract } from '#shared/ipc/map.ts';
import { caseRecordId } from '#shared/model/ids.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { fail, ok } from '#shared/result.ts';
import type { HandlersOf } from '../context.ts';
import { saveFile } from '../dialogs-ask.ts';
import { PHASES } from '../pdf/make.ts';
import { renderPdf } from '../pdf/render.ts';
import { isPlainDrawing } from '../pdf/svg.ts';
import { fileNameOf } from '../report/file-name.ts';
import { replaceFile } from '../report/replace-file.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The bytes of a file, or undefined when they are not of its format. */
function bytesOf(format: MapFormat, content: string): Uint8Array | undefined {
  if (format === 'png') {
    const bytes = new Uint8Array(Buffer.from(content, 'base64'));
    return PNG.every((byte, i) => bytes[i] === byte) ? bytes : undefined;
  }
  if (format === 'svg' && !(content.startsWith('<svg ') && isPlainDrawing(content))) return undefined;
  return new TextEncoder().encode(content);
}

export const map: HandlersOf<typeof mapContract> = {
  'map.save': async (context, { format, title, content }) => {
    const bytes = bytesOf(format, content);
    if (bytes === undefined) return fail('badInput');
    const target = await saveFile(context, fileNameOf(title, format, 'kaart'));
    if (target === undefined) return ok({ saved: false });
    if (!(await replaceFile(target, bytes))) return fail('notWritable');
    return ok({ saved: true, name: path.basename(target) });
  },

  'map.pdf': async (context, { logId, ...sheet }) => {
    const { db, session, shell, signal, progress } = context;
    const [own] = liveOf(db, logId, caseRecordId(logId));
    if (own === undefined) return fail('notFound');
    const target = await saveFile(context, fileNameOf(sheet.title, 'pdf', 'kaart'));
    if (target === undefined) return ok({ saved: false });
    const { reference, leadDepartment } = own.body as BodyOf<'case'>;
    const document = sheetDocument(sheet, {
      reference,
      department: leadDepartment,
      author: session.author.name,
      version: shell.version,
    });
    const rendered = await renderPdf(document, {
      signal,
      onProgress: (phase, done) => progress(phase, done, PHASES.length + 1),
    });
    if (!rendered.ok) return rendered;
    if (signal.aborted) return fail('cancelled');
    if (!(await replaceFile(target, rendered.value.bytes))) return fail('notWritable');
    return ok({ saved: true, name: path.basename(target) });
  },
};
