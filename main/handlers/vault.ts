import { rehash } from '#db/blobs.ts';
import type { IntegrityReport } from '#db/integrity.ts';
import { checkLog, logIds } from '#db/log-check.ts';
import { allAttachments } from '#db/queries/attachments.ts';
import type { vaultContract } from '#shared/ipc/vault.ts';
import { fail, ok } from '#shared/result.ts';
import { anchorOf, writeAnchors } from '../anchor.ts';
import type { HandlersOf } from '../context.ts';
import { identityOf, type Session, verifySignature } from '../session.ts';
import { passphraseStrength, REQUIRED_SCORE } from '../vault/vault.ts';

const checkLogs = (session: Session) =>
  logIds(session.store.read).flatMap(({ id }) =>
    checkLog(session.store.read, id, verifySignature, anchorOf(session, id)).findings.map((finding) => ({
      ...finding,
      logId: id,
    })),
  );

function checkAttachments({ store }: Session) {
  const attachments = allAttachments(store.read);
  const damaged = attachments.filter(({ hash }) => rehash(store.read, hash) !== hash).map(({ name }) => name);
  return { checked: attachments.length, damaged };
}

const integrityLines = ({ structure, danglingKeys, badSearchIndexes }: IntegrityReport): string[] => [
  ...structure,
  ...(danglingKeys > 0 ? [`foreign keys: ${danglingKeys}`] : []),
  ...badSearchIndexes.map((table) => `search index: ${table}`),
];

export const vault: HandlersOf<typeof vaultContract> = {
  'app.status': ({ shell, sessions, settings }) => {
    const session = sessions.current();
    return ok({
      version: shell.version,
      vaults: sessions.list(),
      open: session
        ? { vault: session.name, identity: identityOf(session), anchored: session.anchored }
        : null,
      demo: shell.demo,
      settings: settings.get(),
    });
  },

  'app.saveSettings': ({ shell, settings }, next) => {
    shell.setLanguage(next.language);
    return ok(settings.save(next));
  },

  'vault.strength': (_, { passphrase }) => {
    const { score, guessesLog10, seconds, advice } = passphraseStrength(passphrase);
    const log10Seconds = seconds.oneCard > 0 ? Math.log10(seconds.oneCard) : guessesLog10;
    return ok({ score, enough: score >= REQUIRED_SCORE, log10Seconds, advice: [...advice] });
  },

  'vault.create': ({ sessions }, { vault: name, passphrase, ...person }) =>
    sessions.create(name, passphrase, person),

  'vault.unlock': async ({ sessions }, { vault: name, credential }) => {
    const opened = await sessions.unlock(name, credential);
    return opened.ok ? ok({ identity: identityOf(opened.value) }) : opened;
  },

  'vault.lock': ({ lock }) => {
    lock('demand');
    return ok({});
  },

  'vault.changePassphrase': async ({ sessions }, { current, next }) => {
    const session = sessions.current();
    if (!session) return fail('locked');
    const changed = await session.vault.changePassphrase({ kind: 'passphrase', passphrase: current }, next);
    return changed.ok ? ok({}) : changed;
  },

  'vault.newRecoveryCode': async ({ sessions }, { current }) => {
    const session = sessions.current();
    if (!session) return fail('locked');
    const known = await session.vault.confirm({ kind: 'passphrase', passphrase: current });
    if (!known.ok) return known;
    const made = await session.vault.newRecoveryCode();
    return made.ok ? ok({ recoveryCode: made.value }) : made;
  },

  'vault.check': async ({ sessions }) => {
    const session = sessions.current();
    if (!session) return fail('locked');
    const checked = await session.vault.check().catch((error: unknown) => {
      if (sessions.current() === session) throw error;
      return null;
    });
    if (!checked) return fail('locked');
    const { pages, integrity } = checked;
    const report = {
      pages: pages.pages,
      badPages: [...pages.badPages],
      database: integrityLines(integrity),
      ...(pages.badPages.length === 0
        ? { log: checkLogs(session), attachments: checkAttachments(session) }
        : { log: null, attachments: null }),
    };
    if (session.anchored && report.log?.length === 0) writeAnchors(session);
    return ok(report);
  },

  'job.cancel': ({ cancel }, { job }) => {
    cancel(job);
    return ok({});
  },
};
