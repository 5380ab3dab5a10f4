import { z } from 'zod';
import { DEPARTMENTS } from '#shared/model/records.ts';
import { ShortText } from '#shared/model/value.ts';
import { ok } from '#shared/result.ts';
import { checkVault } from '../../vault/vault.ts';
import { command, type Outcome } from '../command.ts';
import { columns } from '../layout.ts';
import { namedDesk, presentDesk, vaultPassphrase } from '../open-vault.ts';
import type { Terminal } from '../terminal.ts';

const departments = { list: DEPARTMENTS.join(', ') };

const create = command({
  name: 'vault create',
  text: 'cli.command.vaultCreate',
  takes: 'vault',
  flags: [
    { name: 'name', value: 'text' },
    { name: 'department', value: 'code', params: departments },
  ],
  options: z.object({ name: ShortText, department: z.enum(DEPARTMENTS) }),
  run: async ({ terminal, common, argument, options }) => {
    const desk = namedDesk(argument, terminal);
    if (!desk.ok) return desk;
    const { name: vault, dir, call, close } = desk.value;
    const passphrase = await vaultPassphrase(terminal, common, true);
    if (!passphrase.ok) return passphrase;
    terminal.busy(terminal.t('vault.creating'));
    const made = await call('vault.create', { vault, passphrase: passphrase.value, ...options });
    if (!made.ok) return made;
    const status = await call('app.status', {});
    close();
    if (!status.ok) return status;
    const fingerprint = status.value.open?.identity.fingerprint ?? '';
    const { recoveryCode } = made.value;
    const { t } = terminal;
    return ok({
      data: { vault: dir, ...options, fingerprint, recoveryCode },
      text: [
        t('cli.vault.created', { dir, ...options }),
        ...columns([
          [t('cli.vault.fingerprint'), fingerprint],
          [t('cli.vault.recovery'), recoveryCode],
        ]),
        t('cli.vault.recoveryNote'),
      ],
    });
  },
});

type Report = {
  readonly pages: number;
  readonly badPages: readonly number[];
  readonly database: readonly string[];
  readonly log: readonly { readonly code: string; readonly logId: string; readonly where: string }[];
  readonly attachments: { readonly checked: number; readonly damaged: readonly string[] };
  readonly anchored: boolean;
};

function tell({ t }: Terminal, report: Report): Outcome {
  const { pages, badPages, database, log, attachments, anchored } = report;
  const found = badPages.length + database.length + log.length + attachments.damaged.length;
  const sound = found === 0 && anchored;
  const findings = (count: number): string => t('cli.vault.findings', { count });
  return ok({
    data: { sound, ...report },
    exit: sound ? 'ok' : 'finding',
    text: [
      t(sound ? 'cli.vault.sound' : 'cli.vault.unsound'),
      ...columns(
        [
          [t('cli.vault.pages'), t('cli.vault.pagesText', { count: pages, bad: badPages.length })],
          [t('cli.vault.database'), findings(database.length)],
          ...database.map((line) => ['', line]),
          [t('cli.vault.logs'), findings(log.length)],
          ...log.map(({ code, logId, where }) => ['', `${code} ${logId} ${where}`]),
          [
            t('cli.vault.attachments'),
            t('cli.vault.attachmentsText', { count: attachments.checked, bad: attachments.damaged.length }),
          ],
          ...attachments.damaged.map((name) => ['', name]),
        ],
        '  ',
      ),
      ...(anchored ? [] : [t('cli.warning', { text: t('cli.rolledBack') })]),
    ],
  });
}

const check = command({
  name: 'vault check',
  text: 'cli.command.vaultCheck',
  takes: 'vault',
  flags: [],
  options: z.object({}),
  run: async ({ terminal, common, argument }) => {
    const { t } = terminal;
    const desk = presentDesk(argument, terminal);
    if (!desk.ok) return desk;
    const { name: vault, dir, call, session, close } = desk.value;
    const passphrase = await vaultPassphrase(terminal, common);
    if (!passphrase.ok) return passphrase;
    const credential = { kind: 'passphrase', passphrase: passphrase.value } as const;
    terminal.busy(t('vault.unlocking'));
    const unlocked = await call('vault.unlock', { vault, credential });
    if (unlocked.ok) {
      const { anchored } = session();
      const checked = await call('vault.check', {});
      close();
      return checked.ok ? tell(terminal, { ...checked.value, anchored }) : checked;
    }
    if (unlocked.error.code !== 'vaultDamaged') return unlocked;
    // A database that does not open can still be looked at from the outside, page by page.
    const looked = await checkVault(dir, credential);
    if (!looked.ok) return unlocked;
    const { pages, badPages } = looked.value.pages;
    return ok({
      data: { sound: false, pages, badPages, database: null, log: null, attachments: null },
      exit: 'finding',
      text: [
        t('cli.vault.unsound'),
        t('cli.vault.closed'),
        ...columns(
          [[t('cli.vault.pages'), t('cli.vault.pagesText', { count: pages, bad: badPages.length })]],
          '  ',
        ),
      ],
    });
  },
});

export const vaultCommands = [create, check];
