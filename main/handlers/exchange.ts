import fs from 'node:fs/promises';
import type { ReadDb } from '#db/handle.ts';
import { refsOf } from '#db/queries/refs.ts';
import { liveOf, liveOfTypes } from '#db/queries/versions.ts';
import type { CardBody } from '#shared/bundle/card.ts';
import { signingFingerprint } from '#shared/bundle/fingerprint.ts';
import { disclose } from '#shared/disclosure/ceiling.ts';
import { namesWithheld } from '#shared/disclosure/mentions.ts';
import { byRecord, type Versions } from '#shared/dossier/group.ts';
import type { ErrorCode } from '#shared/ipc/contract.ts';
import type { Contact, exchangeContract } from '#shared/ipc/exchange.ts';
import { caseRecordId, type LogId, type RecordId } from '#shared/model/ids.ts';
import { highestMarking } from '#shared/model/marking.ts';
import { type BodyOf, RECORD_TYPES } from '#shared/model/records.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { makeCard, parseCard } from '../bundle/card.ts';
import type { SealFor } from '../bundle/seal.ts';
import type { HandlersOf } from '../context.ts';
import { saveFile } from '../dialogs-ask.ts';
import { exportCase } from '../exchange/export.ts';
import { mergeCase } from '../exchange/merge.ts';
import { openCase, previewOf } from '../exchange/open-case.ts';
import { newRecordId, now, type Session } from '../session.ts';
import { draftPuts } from './puts.ts';

const contactOf = (versions: Versions): Contact => {
  const [first] = versions;
  const { name, department, signingKey, trusted } = first.body as BodyOf<'contact'>;
  const digests = versions.map(({ digest }) => digest);
  return {
    record: first.record,
    digests,
    name,
    department,
    fingerprint: signingFingerprint(signingKey),
    trusted,
  };
};

const contactsIn = (db: ReadDb, log: LogId): Versions[] => byRecord(liveOfTypes(db, log, ['contact']));

const cardIn = (body: BodyOf<'contact'>): Result<CardBody, ErrorCode> => parseCard(body.card);

/** Recipients of the given contacts, all of one kind: mixing would give away the quantum-safe half. */
function recipientsOf(
  session: Session,
  contacts: readonly RecordId[],
  quantumSafe: boolean,
): Result<SealFor, ErrorCode> {
  const recipients: string[] = [];
  for (const record of contacts) {
    const [live] = liveOf(session.store.read, session.vaultLog, record);
    if (live?.type !== 'contact') return fail('notFound');
    const card = cardIn(live.body as BodyOf<'contact'>);
    if (!card.ok) return card;
    recipients.push(quantumSafe ? card.value.recipients.postQuantum : card.value.recipients.classical);
  }
  return ok({ kind: 'recipients', recipients });
}

const fileName = (title: string): string =>
  `${
    title
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .trim()
      .slice(0, 60) || 'dossier'
  }.age`;

/** Most records that are named to the sender as naming something that stays behind. */
const SHOWN = 50;

export const exchange: HandlersOf<typeof exchangeContract> = {
  'contacts.list': ({ db, session }) => ok(contactsIn(db, session.vaultLog).map(contactOf)),

  'contacts.add': ({ db, session, files, commit }, { token, trusted }) => {
    const file = files.loaded(token);
    if (!file) return fail('fileUnreadable');
    const card = parseCard(Buffer.from(file.bytes).toString('utf8'));
    if (!card.ok) return card;
    const { name, department, signingKey } = card.value;
    const known = contactsIn(db, session.vaultLog).find(
      ([first]) => (first.body as BodyOf<'contact'>).signingKey === signingKey,
    );
    const record = known?.[0].record ?? newRecordId();
    const body = { name, department, card: Buffer.from(file.bytes).toString('utf8'), signingKey, trusted };
    const base = known?.map(({ digest }) => digest) ?? [];
    const ops = draftPuts(db, session.vaultLog, [{ record, type: 'contact', base, body, marking: 'open' }]);
    if (!ops.ok) return ops;
    commit({
      log: session.vaultLog,
      kind: 'vault',
      intent: { action: known ? 'edit' : 'create' },
      ops: ops.value,
    });
    return ok({ contact: contactOf(liveOf(db, session.vaultLog, record) as Versions) });
  },

  'contacts.trust': ({ db, session, commit }, { record, base, trusted }) => {
    const [live] = liveOf(db, session.vaultLog, record);
    if (live?.type !== 'contact') return fail('notFound');
    const put = {
      record,
      type: 'contact' as const,
      base,
      body: { ...live.body, trusted },
      marking: live.marking,
    };
    const ops = draftPuts(db, session.vaultLog, [put]);
    if (!ops.ok) return ops;
    commit({ log: session.vaultLog, kind: 'vault', intent: { action: 'edit' }, ops: ops.value });
    return ok({});
  },

  'contacts.saveCard': async (context) => {
    const session = context.sessions.current();
    if (!session) return fail('locked');
    const { name, department } = session.author;
    const target = await saveFile(context, `${name.replace(/[^\p{L}\p{N} -]/gu, '')}.waarborg-card`);
    if (target === undefined) return ok({ saved: false });
    try {
      await fs.writeFile(target, await makeCard(session.keys, { name, department, created: now() }));
      return ok({ saved: true });
    } catch {
      return fail('notWritable');
    }
  },

  'exchange.scope': ({ db }, { logId, ceiling }) => {
    const live = liveOfTypes(db, logId, RECORD_TYPES);
    if (live.length === 0) return fail('notFound');
    const { going, above, pulled } = disclose(live, ceiling);
    const gone = new Set([...above, ...pulled]);
    const naming = byRecord(
      namesWithheld(
        going,
        live.filter(({ record }) => gone.has(record)),
      ),
    ).map(([{ record }]) => record);
    const shown = naming.slice(0, SHOWN);
    const refs = refsOf(db, logId, shown);
    return ok({
      possible: !gone.has(caseRecordId(logId)),
      going: byRecord(going).length,
      marking: highestMarking(going.map(({ marking }) => marking)),
      above: above.size,
      pulled: pulled.size,
      mentions: shown.flatMap((record) => refs.get(record) ?? []),
      mentioning: naming.length,
    });
  },

  'bundle.export': async (context, { logId, to, ceiling }) => {
    const { session, signal, progress } = context;
    const sealFor = to.kind === 'passphrase' ? ok(to) : recipientsOf(session, to.contacts, to.quantumSafe);
    if (!sealFor.ok) return sealFor;
    const [known] = liveOf(context.db, logId, logId as string as RecordId);
    const target = await saveFile(context, fileName((known?.body.title as string | undefined) ?? ''));
    if (target === undefined) return ok({ saved: false });
    const onProgress = (bytes: number): void => progress('writing', bytes, null);
    const sealed = await exportCase(session, logId, target, sealFor.value, {
      ceiling,
      signal,
      onProgress,
    });
    if (!sealed.ok) return sealed;
    const { withheld } = sealed.value.counts;
    const name = target.split(/[\\/]/).pop() ?? '';
    return ok({ saved: true, name, bytes: (await fs.stat(target)).size, withheld });
  },

  'bundle.preview': async ({ session, files, signal, progress }, { token, passphrase }) => {
    const file = files.pathOf(token);
    if (file === undefined) return fail('fileUnreadable');
    const onProgress = (bytes: number): void => progress('reading', bytes, null);
    const opened = await openCase(session, file, passphrase, { signal, onProgress });
    if (!opened.ok) return opened;
    session.opened.set(token, opened.value);
    return ok(previewOf(session, token, opened.value));
  },

  'bundle.merge': (context, { token, trustSender }) => {
    const opened = context.session.opened.get(token);
    if (!opened) return fail('fileUnreadable');
    if (!opened.trusted && !trustSender)
      return fail('bundleRefused', { reason: 'unknownSender', keyId: opened.envelope.sender.keyId });
    const merged = mergeCase(context, opened);
    context.session.opened.delete(token);
    return ok({ logId: opened.envelope.caseId, ...merged });
  },
};
