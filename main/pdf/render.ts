import { Worker } from 'node:worker_threads';
import { Document, type DocumentInput } from '#shared/dossier/document.ts';
import { fail, type Result } from '#shared/result.ts';
import type { PdfNews, PdfTask } from '../workers/pdf.ts';
import { workerUrl } from '../workers.ts';
import type { Attachment } from './attach.ts';
import { PHASES, type Phase, type RenderedPdf } from './make.ts';

export type RenderOptions = {
  readonly attachments?: readonly Attachment[] | undefined;
  /** Ends the thread at once; the answer is then `cancelled`. */
  readonly signal?: AbortSignal | undefined;
  /** Number of phases behind us, and how many there are. */
  readonly onProgress?: ((phase: Phase, done: number, total: number) => void) | undefined;
};

export type Rendered = Result<RenderedPdf, 'documentFailed' | 'cancelled'>;

export type PdfEngine = {
  /** One document after the other, on one warm thread. Rejects where the document breaks the promises of `Document`. */
  readonly render: (document: DocumentInput, options?: RenderOptions) => Promise<Rendered>;
  /** Ends the thread, and with it what it remembers of documents; a running job is `cancelled`. */
  readonly stop: () => Promise<void>;
};

/** A document engine with a thread of its own, started at the first document and again after a failure. */
export function createPdfEngine(): PdfEngine {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let stopRunning: (() => void) | undefined;

  const drop = async (): Promise<void> => {
    const dropped = worker;
    worker = undefined;
    await dropped?.terminate();
  };

  const run = async (task: PdfTask, { signal, onProgress }: RenderOptions): Promise<Rendered> => {
    if (signal?.aborted) return fail('cancelled');
    worker ??= new Worker(workerUrl('pdf'));
    const thread = worker;
    let phase: Phase = PHASES[0];
    let settle: (rendered: Rendered) => void = () => undefined;
    const answer = new Promise<Rendered>((resolve) => {
      settle = resolve;
    });
    const cancel = (): void => {
      void drop();
      settle(fail('cancelled'));
    };
    const onNews = (news: PdfNews): void => {
      if ('made' in news) settle(news.made);
      else {
        phase = news.phase;
        onProgress?.(phase, PHASES.indexOf(phase), PHASES.length);
      }
    };
    // A panic of the typesetter ends the thread; the next document gets a new one.
    const onEnd = (): void => {
      void drop();
      settle(fail('documentFailed', { phase }));
    };
    thread.on('message', onNews).on('error', onEnd).on('exit', onEnd);
    signal?.addEventListener('abort', cancel, { once: true });
    stopRunning = cancel;
    // Only a running job keeps the process alive.
    thread.ref();
    thread.postMessage(task);
    try {
      return await answer;
    } finally {
      stopRunning = undefined;
      signal?.removeEventListener('abort', cancel);
      thread.off('message', onNews).off('error', onEnd).off('exit', onEnd);
      thread.unref();
    }
  };

  return {
    render: async (document, options = {}) => {
      const task: PdfTask = { document: Document.parse(document), attachments: options.attachments ?? [] };
      const turn = last.then(() => run(task, options));
      last = turn.catch(() => undefined);
      return turn;
    },
    stop: async () => {
      stopRunning?.();
      await drop();
    },
  };
}

const engine = createPdfEngine();

/** Makes the PDF/A-3a and PDF/UA-1 file of a document, on the thread that all documents of the app share. */
export const renderPdf = engine.render;

/** Ends that thread. To be called when the vault locks: its memory holds the text of earlier documents. */
export const stopPdf = engine.stop;
