import fs from 'node:fs/promises';
import { getBlob, putBlob, rehash } from '#db/blobs.ts';
import type { ReadDb } from '#db/handle.ts';
import { refsOf } from '#db/queries/refs.ts';
import { liveBy, liveOf, liveOfTypes } from '#db/queries/versions.ts';
import { byRecord } from '#shared/dossier/group.ts';
import { claimBody } from '#shared/dossier/health.ts';
import type { ErrorCode, OutputOf } from '#shared/ipc/contract.ts';
import type { sourcesContract } from '#shared/ipc/sources.ts';
import type { LogId, RecordId } from '#shared/model/ids.ts';
import { mimeOf, previewKind } from '#shared/model/mime.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { HandlersOf } from '../context.ts';
import { pickFiles, saveFile } from '../dialogs-ask.ts';
import { newRecordId } from '../session.ts';
import { draftPuts } from './puts.ts';

const PREVIEW_BYTES = 200_000;
type Preview = OutputOf<(typeof sourcesContract)['attachments.preview']>;

/** An attachment record and the bytes that the store has for it. */
function attachmentOf(
  db: ReadDb,
  log: LogId,
  record: RecordId,
): Result<{ body: BodyOf<'attachment'>; bytes: Uint8Array }, ErrorCode> {
  const [live] = liveOf(db, log, record);
  if (live?.type !== 'attachment') return fail('notFound');
  const body = live.body as BodyOf<'attachment'>;
  const bytes = getBlob(db, body.hash);
  return bytes ? ok({ body, bytes }) : fail('attachmentDamaged');
}

export const sources: HandlersOf<typeof sourcesContract> = {
  'sources.list': ({ db }, { logId, at }) => {
    const attachments = Map.groupBy(
      liveOfTypes(db, logId, ['attachment'], at),
      ({ body }) => (body as BodyOf<'attachment'>).source,
    );
    const citing = Map.groupBy(liveOfTypes(db, logId, ['claim'], at), (view) => claimBody(view).source);
    const sources = byRecord(liveOfTypes(db, logId, ['source'], at));
    return ok({
      sources: sources.map((versions) => ({
        record: versions[0].record,
        versions,
        claims: new Set(citing.get(versions[0].record)?.map((claim) => claim.record)).size,
        attachments: attachments.get(versions[0].record) ?? [],
      })),
      loose: attachments.get(undefined) ?? [],
    });
  },

  'sources.claims': ({ db }, { logId, record }) => {
    const claims = liveBy(db, logId, 'claim', 'source', record);
    const names = refsOf(
      db,
      logId,
      claims.map((view) => claimBody(view).subject),
    );
    return ok(
      claims.flatMap((claim) => {
        const about = names.get(claimBody(claim).subject);
        return about ? [{ claim, about }] : [];
      }),
    );
  },

  'files.pick': (context, { purpose }) => pickFiles(context, purpose),

  'attachments.add': ({ db, files, commit }, { logId, token, source, marking }) => {
    const file = files.loaded(token);
    if (!file) return fail('fileUnreadable');
    const hash = putBlob(db, file.bytes);
    const record = newRecordId();
    const body = {
      name: file.name,
      mime: mimeOf(file.name),
      size: file.bytes.length,
      hash,
      ...(source ? { source } : {}),
    };
    const ops = draftPuts(db, logId, [{ record, type: 'attachment', base: [], body, marking }]);
    if (!ops.ok) return ops;
    commit({ log: logId, intent: { action: 'attach' }, ops: ops.value });
    files.drop(token);
    return ok({ record, hash });
  },

  'attachments.verify': ({ db }, { logId, record }) => {
    const [live] = liveOf(db, logId, record);
    if (live?.type !== 'attachment') return fail('notFound');
    const { hash } = live.body as BodyOf<'attachment'>;
    const actual = rehash(db, hash);
    return ok({ hash, actual, intact: actual === hash });
  },

  'attachments.preview': ({ db }, { logId, record }): Result<Preview, ErrorCode> => {
    const found = attachmentOf(db, logId, record);
    if (!found.ok) return found;
    const { body, bytes } = found.value;
    const kind = previewKind(body.mime);
    const cut = bytes.length > PREVIEW_BYTES;
    if (kind === 'text')
      return ok({
        kind,
        text: Buffer.from(bytes.subarray(0, PREVIEW_BYTES)).toString('utf8'),
        mime: body.mime,
        cut,
      });
    if (kind === 'image' && bytes.length < 20_000_000)
      return ok({ kind, mime: body.mime, bytes: Uint8Array.from(bytes), cut: false });
    return ok({ kind: 'none', mime: body.mime, cut: false });
  },

  'attachments.save': async (context, { logId, record }) => {
    const session = context.sessions.current();
    if (!session) return fail('locked');
    const found = attachmentOf(session.store.read, logId, record);
    if (!found.ok) return found;
    const target = await saveFile(context, found.value.body.name);
    if (target === undefined) return ok({ saved: false });
    try {
      await fs.writeFile(target, found.value.bytes, { mode: 0o600 });
      return ok({ saved: true });
    } catch {
      return fail('notWritable');
    }
  },
};
