import { VaultName } from '#shared/ipc/vault.ts';
import { fail, ok } from '#shared/result.ts';
import { vaultParts } from '../vault/folder.ts';
import type { Common, Outcome } from './command.ts';
import { type Desk, deskAt } from './desk.ts';
import { type CliResult, usage } from './failure.ts';
import { readSecret, type SecretPlace } from './secrets.ts';
import type { Terminal } from './terminal.ts';

const placeOf = ({ passphraseFile, passphraseFd }: Common): SecretPlace => ({
  what: 'vault',
  fileOption: '--passphrase-file',
  fdOption: '--passphrase-fd',
  file: passphraseFile,
  fd: passphraseFd,
});

/** The vault's own passphrase; a fresh one is asked twice. */
export const vaultPassphrase = (terminal: Terminal, common: Common, fresh = false) =>
  readSecret(terminal, placeOf(common), fresh);

/** The desk of a folder whose name can be a vault's. */
export function namedDesk(dir: string, terminal: Terminal): CliResult<Desk> {
  const desk = deskAt(dir, terminal);
  return VaultName.safeParse(desk.name).success ? ok(desk) : usage('vaultName');
}

/** The desk of a vault that is there: asking for its passphrase makes sense. */
export function presentDesk(dir: string, terminal: Terminal): CliResult<Desk> {
  const { header, database } = vaultParts(dir);
  return header || database ? namedDesk(dir, terminal) : fail('vaultMissing');
}

/** Unlocks the vault of `--vault`, does the work and locks it again, whatever happens. */
export async function withVault(
  terminal: Terminal,
  common: Common,
  work: (desk: Desk) => Promise<Outcome>,
): Promise<Outcome> {
  if (common.vault === undefined) return usage('optionMissing', { option: '--vault' });
  const desk = presentDesk(common.vault, terminal);
  if (!desk.ok) return desk;
  const passphrase = await vaultPassphrase(terminal, common);
  if (!passphrase.ok) return passphrase;
  terminal.busy(terminal.t('vault.unlocking'));
  const credential = { kind: 'passphrase', passphrase: passphrase.value } as const;
  const unlocked = await desk.value.call('vault.unlock', { vault: desk.value.name, credential });
  if (!unlocked.ok) return unlocked;
  try {
    if (!desk.value.session().anchored)
      terminal.note(terminal.t('cli.warning', { text: terminal.t('cli.rolledBack') }));
    return await work(desk.value);
  } finally {
    desk.value.close();
  }
}
