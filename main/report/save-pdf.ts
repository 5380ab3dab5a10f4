import type { ErrorCode, OutputOf } from '#shared/ipc/contract.ts';
import type { dossierContract } from '#shared/ipc/dossier.ts';
import { fail, type Result } from '#shared/result.ts';
import type { JobContext } from '../context.ts';

type Saved = OutputOf<(typeof dossierContract)['dossier.pdf']>;

export const savePdf = async (_context: JobContext, _input: unknown): Promise<Result<Saved, ErrorCode>> =>
  fail('documentFailed');
