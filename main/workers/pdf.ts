import { parentPort } from 'node:worker_threads';
import type { Document } from '#shared/dossier/document.ts';
import type { Attachment } from '../pdf/attach.ts';
import { createMaker, type Made, type Phase } from '../pdf/make.ts';

export type PdfTask = { readonly document: Document; readonly attachments: readonly Attachment[] };
/** A thread works on one task at a time: phases, then one answer. A throw ends the thread. */
export type PdfNews = { readonly phase: Phase } | { readonly made: Made };

const port = parentPort;
if (!port) throw new Error('the document engine runs on a worker thread');
const maker = createMaker();

port.on('message', async ({ document, attachments }: PdfTask) => {
  const tell = (news: PdfNews): void => port.postMessage(news);
  const make = await maker;
  tell({ made: await make(document, attachments, (phase) => tell({ phase })) });
});
