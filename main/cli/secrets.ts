import fs from 'node:fs';
import { ok } from '#shared/result.ts';
import { type CliResult, usage } from './failure.ts';
import { askSecret } from './prompt.ts';
import type { Terminal } from './terminal.ts';

/** Longest passphrase that the contract takes. */
const MAX_CHARACTERS = 1_000;
const MAX_BYTES = 4 * MAX_CHARACTERS + 2;

/** The options by which one secret can come, and what was given to them. */
export type SecretPlace = {
  readonly what: 'vault' | 'bundle';
  readonly fileOption: string;
  readonly fdOption: string;
  readonly file?: string | undefined;
  readonly fd?: string | undefined;
};

const ASK = { vault: 'cli.ask.passphrase', bundle: 'cli.ask.bundlePassphrase' } as const;

/** At most `MAX_BYTES` of a descriptor, to its end: a pipe gives them in pieces. */
function readToEnd(fd: number): Buffer {
  const buffer = Buffer.alloc(MAX_BYTES);
  let length = 0;
  while (length < buffer.length) {
    try {
      const read = fs.readSync(fd, buffer, length, buffer.length - length, null);
      if (read === 0) break;
      length += read;
    } catch (error) {
      // A pipe that nobody has written to yet, opened without waiting.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
  return buffer.subarray(0, length);
}

/** The first line of what a file or descriptor holds; the rest is passed over. */
function firstLine(fd: number, option: string): CliResult<string> {
  try {
    const bytes = readToEnd(fd);
    const [line = ''] = bytes.toString('utf8').split(/\r?\n/);
    bytes.fill(0);
    if (line === '') return usage('passphraseEmpty', { option });
    if (line.length > MAX_CHARACTERS) return usage('passphraseTooLong', { option, max: MAX_CHARACTERS });
    return ok(line);
  } catch {
    return usage('passphraseUnreadable', { option });
  }
}

function fromFile(file: string, option: string, terminal: Terminal): CliResult<string> {
  let fd: number;
  try {
    fd = fs.openSync(file, 'r');
  } catch {
    return usage('passphraseUnreadable', { option });
  }
  try {
    const shared = process.platform !== 'win32' && (fs.fstatSync(fd).mode & 0o077) !== 0;
    if (shared) terminal.note(terminal.t('cli.warning', { text: terminal.t('cli.fileReadable') }));
    return firstLine(fd, option);
  } finally {
    fs.closeSync(fd);
  }
}

/**
 * A secret from a file, an open descriptor or a question without echo; never from the command line or the environment.
 * With `fresh` a question is asked twice.
 */
export async function readSecret(
  terminal: Terminal,
  place: SecretPlace,
  fresh = false,
): Promise<CliResult<string>> {
  const { what, fileOption, fdOption, file, fd } = place;
  if (file !== undefined && fd !== undefined) return usage('passphraseTwice');
  if (file !== undefined) return fromFile(file, fileOption, terminal);
  if (fd !== undefined) {
    if (!/^(0|[3-9]|[1-9]\d{1,3})$/.test(fd)) return usage('fdNotNumber', { option: fdOption });
    return firstLine(Number(fd), fdOption);
  }
  const { t } = terminal;
  if (!process.stdin.isTTY)
    return usage('passphraseNeeded', {
      what: t(`cli.passphraseOf.${what}`),
      options: `${fileOption} / ${fdOption}`,
    });
  const typed = await askSecret(t(fresh && what === 'vault' ? 'cli.ask.newPassphrase' : ASK[what]));
  if (typed === '') return usage('passphraseEmpty', { option: fileOption });
  if (fresh && (await askSecret(t('cli.ask.again'))) !== typed) return usage('passphrasesDiffer');
  return ok(typed);
}
