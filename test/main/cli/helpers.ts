import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Outcome } from '#main/cli/command.ts';
import { EXIT_CODES } from '#main/cli/exit-codes.ts';
import { errorDocument, exitOf } from '#main/cli/failure.ts';
import { buildProgram, languageOf } from '#main/cli/program.ts';
import { openTerminal } from '#main/cli/terminal.ts';

export const ROOT = path.resolve(import.meta.dirname, '../../..');
const SCRIPT = path.join(ROOT, 'scripts/waarborg.mjs');

export const ANNA = 'lantaarn zegel kano berging vijftien';
export const BRAM = 'molensteen kwartel hooiberg trapgevel zeven';
export const PACKAGE = 'oeverzwaluw kandelaar mistbank drieluik';

export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string };
/** Everything that any run of this file wrote; no secret may ever be in it. */
export const written: string[] = [];

/** Runs the real command line as a process of its own; `input` goes to its standard input. */
export function waarborg(
  line: readonly string[],
  given: {
    readonly input?: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly started?: (pid: number) => void;
  } = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [SCRIPT, ...line], {
      stdio: 'pipe',
      env: { ...process.env, ...given.env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (bytes) => {
      stdout += bytes;
    });
    child.stderr.on('data', (bytes) => {
      stderr += bytes;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      written.push(stdout, stderr);
      resolve({ code, stdout, stderr });
    });
    // A program that does not read its input closes it early.
    child.stdin.on('error', () => undefined);
    child.stdin.end(given.input ?? '');
    if (child.pid !== undefined) given.started?.(child.pid);
  });
}

/**
 * The same line in this process: much faster, for commands that write nothing but their outcome and end nothing. One
 * test of every such command should run it for real.
 */
export async function waarborgHere(line: readonly string[]): Promise<Ran> {
  let stderr = '';
  const json = line.includes('--json');
  const terminal = {
    ...openTerminal(languageOf(line) ?? 'nl', true),
    json,
    note: (text: string): void => {
      stderr += `${text}\n`;
    },
  };
  let outcome: Outcome | undefined;
  await buildProgram(terminal, (made) => {
    outcome = made;
  }).parseAsync([...line], { from: 'user' });
  if (outcome === undefined) throw new Error('a command without an outcome');
  const code = outcome.ok ? EXIT_CODES[outcome.value.exit ?? 'ok'] : EXIT_CODES[exitOf(outcome.error)];
  const data = outcome.ok ? outcome.value.data : errorDocument(terminal.t, outcome.error);
  const refused = outcome.ok && outcome.value.exit === 'refused';
  const text = outcome.ok && !refused ? outcome.value.text.map((one) => `${one}\n`).join('') : '';
  return { code, stdout: json ? JSON.stringify(data) : text, stderr };
}

/** The one document that `--json` wrote; fails when there is anything beside it. */
export const documentOf = ({ stdout }: Ran) => JSON.parse(stdout);

/** A person with a vault: runs commands with the passphrase on standard input. */
export const personAt = (vault: string, passphrase: string) => ({
  vault,
  run: (...line: string[]): Promise<Ran> =>
    waarborg([...line, '--vault', vault, '--passphrase-fd', '0'], { input: `${passphrase}\n` }),
  json: async (...line: string[]) => {
    const ran = await waarborg([...line, '--vault', vault, '--passphrase-fd', '0', '--json'], {
      input: `${passphrase}\n`,
    });
    if (ran.code !== 0) throw new Error(`${line.join(' ')}: ${ran.code} ${ran.stderr}`);
    return documentOf(ran);
  },
});

export const newFolder = (): string => fs.mkdtempSync(path.join(os.tmpdir(), 'waarborg-cli-'));

export function secretFile(folder: string, name: string, secret: string): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return file;
}

const CASE = {
  title: 'Proefbedrijf – deelneming',
  reference: 'PROEF-1',
  status: 'assessment',
  leadDepartment: 'EZ',
  trigger: 'foreseenDeal',
  company: 'co-proef',
  marking: 'depV',
};
const FILES = {
  'case.json': JSON.stringify(CASE),
  'companies.csv': 'key;name;form;country\nco-proef;Proefbedrijf B.V.;company;NL\n',
  'sources.csv': 'key;title;kind;reliability\nso-1;Uittreksel;register;A\n',
  'claims.csv':
    'key;subject;property;value;source;reliability;credibility;certainty\n' +
    'cl-1;co-proef;legalName;Proefbedrijf B.V.;so-1;A;1;asserted\n',
  'verdicts.json': JSON.stringify([
    { leaf: 'CON-1', outcome: 'met', argument: 'Kennis kan weglekken.', evidence: ['cl-1'] },
  ]),
};

/** A small case as plain files; `changed` replaces or adds files. */
export function caseFolder(parent: string, name: string, changed: Record<string, string> = {}): string {
  const folder = path.join(parent, name);
  fs.mkdirSync(folder);
  for (const [file, text] of Object.entries({ ...FILES, ...changed }))
    fs.writeFileSync(path.join(folder, file), text);
  return folder;
}

/** A company whose register number cannot be right, on the third line. */
export const WITH_MISTAKE = {
  'claims.csv': `${FILES['claims.csv']}cl-2;co-proef;kvk;123;so-1;A;1;asserted\n`,
};
