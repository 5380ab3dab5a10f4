import { composeDossier } from '#shared/dossier/compose.ts';
import type { ErrorCode } from '#shared/ipc/contract.ts';
import type { LogId } from '#shared/model/ids.ts';
import { ok, type Result } from '#shared/result.ts';
import { PHASES } from '../pdf/make.ts';
import { renderPdf } from '../pdf/render.ts';
import type { Session } from '../session.ts';
import { caseData } from './case-data.ts';
import { type DossierOptions, gatherDossier } from './gather.ts';

export type WriteOptions = DossierOptions & {
  /** Version of the program, for the page that says what the document was made with. */
  readonly version: string;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((phase: string, done: number, total: number) => void) | undefined;
};

/** `replaced`: characters that no font of ours has, and words that were too long to set. */
export type WrittenDossier = {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly replaced: number;
};

/** Gathering and writing the file, around the phases of the engine. */
export const STEPS = PHASES.length + 2;

/** The dossier of a case as the bytes of a PDF/A-3a and PDF/UA-1 file. Equal cases and options give equal bytes. */
export async function writeDossier(
  session: Session,
  logId: LogId,
  { version, signal, onProgress, ...options }: WriteOptions,
): Promise<Result<WrittenDossier, ErrorCode>> {
  onProgress?.('gather', 0, STEPS);
  const gathered = gatherDossier(session.store.read, session, version, logId, options);
  if (!gathered.ok) return gathered;
  const document = composeDossier(gathered.value);
  const attachments = options.embedData ? [caseData(gathered.value)] : [];
  const rendered = await renderPdf(document, {
    attachments,
    signal,
    onProgress: (phase, done) => onProgress?.(phase, done + 1, STEPS),
  });
  if (!rendered.ok) return rendered;
  const { bytes, pages, replaced } = rendered.value;
  return ok({ bytes, pages, replaced: replaced.characters + replaced.shortened });
}
