import { z } from 'zod';
import { ShortText } from '#shared/model/value.ts';
import { DEPARTMENTS } from '#shared/model/vocabulary.ts';
import { fail, ok } from '#shared/result.ts';
import { type Credential, checkVault } from '../../vault/vault.ts';
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
type Pages = Pick<Report, 'pages' | 'badPages'>;

/** Lines and page numbers that a person is shown; the document has all of them. */
const SHOWN = 10;

const firstOf = (all: readonly (string | number)[]): string =>
  `${all.slice(0, SHOWN).join(', ')}${all.length > SHOWN ? ', …' : ''}`;

const pagesRow = ({ t }: Terminal, { pages, badPages }: Pages): string[] => {
  const text = t('cli.vault.pagesText', { count: pages, bad: badPages.length });
  return [t('cli.vault.pages'), badPages.length === 0 ? text : `${text}: ${firstOf(badPages)}`];
};

function tell(terminal: Terminal, report: Report): Outcome {
  const { t } = terminal;
  const { badPages, database, log, attachments, anchored } = report;
  const found = badPages.length + database.length + log.length + attachments.damaged.length;
  const sound = found === 0 && anchored;
  const findings = (count: number): string => t('cli.vault.findings', { count });
  const checked = { count: attachments.checked, bad: attachments.damaged.length };
  return ok({
    data: { sound, ...report },
    exit: sound ? 'ok' : 'finding',
    text: [
      t(sound ? 'cli.vault.sound' : 'cli.vault.unsound'),
      ...columns(
        [
          pagesRow(terminal, report),
          [t('cli.vault.database'), findings(database.length)],
          ...database.flatMap((text) => text.split('\n').slice(0, SHOWN)).map((line) => ['', line]),
          [t('cli.vault.logs'), findings(log.length)],
          ...log.slice(0, SHOWN).map(({ code, logId, where }) => ['', `${code} ${logId} ${where}`]),
          [t('cli.vault.attachments'), t('cli.vault.attachmentsText', checked)],
          ...attachments.damaged.map((name) => ['', name]),
        ],
        '  ',
      ),
      ...(anchored ? [] : [t('cli.warning', { text: t('cli.rolledBack') })]),
    ],
  });
}

/** What the pages say of a vault whose database cannot be read through; undefined when they are all sound. */
async function tellPages(
  terminal: Terminal,
  dir: string,
  credential: Credential,
): Promise<Outcome | undefined> {
  const { t } = terminal;
  const looked = await checkVault(dir, credential);
  if (!looked.ok) return looked;
  if (looked.value.sound) return undefined;
  const { pages, badPages } = looked.value.pages;
  return ok({
    data: { sound: false, pages, badPages, database: null, log: null, attachments: null },
    exit: 'finding',
    text: [
      t('cli.vault.unsound'),
      ...columns([pagesRow(terminal, { pages, badPages })], '  '),
      t('cli.vault.closed'),
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
    const desk = presentDesk(argument, terminal);
    if (!desk.ok) return desk;
    const { name: vault, dir, call, session, close } = desk.value;
    const passphrase = await vaultPassphrase(terminal, common);
    if (!passphrase.ok) return passphrase;
    const credential = { kind: 'passphrase', passphrase: passphrase.value } as const;
    terminal.busy(terminal.t('vault.unlocking'));
    const unlocked = await call('vault.unlock', { vault, credential });
    const anchored = unlocked.ok && session().anchored;
    const checked = unlocked.ok ? await call('vault.check', {}) : unlocked;
    if (checked.ok) {
      const { log, attachments, ...rest } = checked.value;
      if (log && attachments) {
        close();
        return tell(terminal, { ...rest, log, attachments, anchored });
      }
    } else if (!['vaultDamaged', 'internal'].includes(checked.error.code)) return checked;
    try {
      close();
    } catch {
      // The lock's own last words did not fit in either; the pages say why.
    }
    return (await tellPages(terminal, dir, credential)) ?? fail('vaultDamaged');
  },
});

export const vaultCommands = [create, check];
