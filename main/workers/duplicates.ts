import { parentPort, workerData } from 'node:worker_threads';
import { duplicateCandidates } from '#shared/identity/candidates.ts';
import type { Party } from '#shared/identity/party.ts';
import type { RecordId } from '#shared/model/ids.ts';

/** Parties to compare with each other; the answer is what `duplicateCandidates` gives. */
export type DuplicatesTask = {
  readonly parties: readonly Party[];
  readonly related: ReadonlyMap<string, string>;
  /** The case of each party, when only parties of different cases are compared. */
  readonly apart?: ReadonlyMap<RecordId, string>;
  readonly least: number;
};

const { parties, related, apart, least } = workerData as DuplicatesTask;
const onProgress = (progress: number): void => parentPort?.postMessage({ progress });
parentPort?.postMessage({ done: duplicateCandidates(parties, { related, apart, least, onProgress }) });
