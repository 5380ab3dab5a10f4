import type { ReadDb } from '#db/handle.ts';
import { refsOf } from '#db/queries/refs.ts';
import { liveOf, liveOfTypes } from '#db/queries/versions.ts';
import { conclusionsOf } from '#shared/evidence/conclusions.ts';
import { firstOf } from '#shared/evidence/facts.ts';
import type { IfWrong } from '#shared/evidence/if-wrong.ts';
import { shortOf } from '#shared/evidence/thresholds.ts';
import { weakClaims } from '#shared/evidence/weaknesses.ts';
import type { LiveBody } from '#shared/freeze/evaluate.ts';
import type { At } from '#shared/ipc/common.ts';
import type { evidenceContract } from '#shared/ipc/evidence.ts';
import { caseRecordId, type LogId } from '#shared/model/ids.ts';
import { RECORD_TYPES } from '#shared/model/records.ts';
import { fail, ok } from '#shared/result.ts';
import type { HandlersOf } from '../context.ts';
import { runWorker } from '../run-worker.ts';
import type { EvidenceTask } from '../workers/evidence.ts';

/** All that an evaluation reads of a case. */
export const liveBodies = (db: ReadDb, log: LogId, at: At): LiveBody[] =>
  liveOfTypes(db, log, RECORD_TYPES, at).map(({ record, type, marking, body }) => ({
    record,
    type,
    marking,
    body,
  }));

export const evidence: HandlersOf<typeof evidenceContract> = {
  'evidence.get': ({ db }, { logId, at, day }) => {
    if (liveOf(db, logId, caseRecordId(logId), at).length === 0) return fail('notFound');
    const live = liveBodies(db, logId, at);
    const claims = firstOf(live, 'claim');
    const weak = weakClaims(live, day);
    const conclusions = conclusionsOf(live, weak);
    const subjectOf = (record: Parameters<typeof claims.get>[0]) => claims.get(record)?.subject;
    const names = refsOf(
      db,
      logId,
      [...weak.keys()].flatMap((record) => [record, subjectOf(record) ?? record]),
    );
    return ok({
      claims: claims.size,
      weak: [...weak].flatMap(([record, weaknesses]) => {
        const claim = names.get(record);
        const about = subjectOf(record);
        const subject = about && names.get(about);
        return claim ? [{ claim, ...(subject ? { subject } : {}), weaknesses: [...weaknesses] }] : [];
      }),
      conclusions: conclusions.map((one) => ({ ...one, weak: { ...one.weak } })),
      thresholds: shortOf(live, conclusions).map(({ threshold, leaves }) => ({
        threshold,
        leaves: [...leaves],
      })),
    });
  },

  'evidence.ifWrong': async ({ db, signal, progress }, { logId, at, day }) => {
    if (liveOf(db, logId, caseRecordId(logId), at).length === 0) return fail('notFound');
    const live = liveBodies(db, logId, at);
    const total = firstOf(live, 'source').size;
    progress('sources', 0, total);
    const found = await runWorker<IfWrong[]>('evidence', { live, day } satisfies EvidenceTask, {
      signal,
      onProgress: (done) => progress('sources', done, total),
    });
    const names = refsOf(
      db,
      logId,
      found.map(({ source }) => source),
    );
    return ok({
      rows: found.flatMap(({ source, claims, bare, drift }) => {
        const name = names.get(source);
        return name ? [{ source: name, claims, bare: bare.length, drift: [...drift] }] : [];
      }),
    });
  },
};
