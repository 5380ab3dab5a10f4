import fs from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { EXIT_CODES } from '#main/cli/exit-codes.ts';
import { COMMANDS, exitTable } from '#main/cli/program.ts';
import { translator } from '#shared/i18n/index.ts';
import { documentOf, newFolder, waarborg } from './helpers.ts';

const folder = newFolder();
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('the line itself', () => {
  it('explains every command and every exit code, in Dutch unless asked otherwise', async () => {
    const { code, stdout } = await waarborg(['--help']);
    expect(code).toBe(0);
    for (const { name } of COMMANDS) expect(stdout).toContain(`  ${name.split(' ')[0]}`);
    expect(stdout).toContain(exitTable(translator('nl')));
    for (const number of Object.values(EXIT_CODES)) expect(stdout).toMatch(new RegExp(`^  ${number}  `, 'm'));
    expect(stdout).not.toMatch(/Usage|Options|Commands|display help/);
    expect((await waarborg(['assess', '--help', '--language', 'en'])).stdout).toContain(
      'Usage: waarborg assess',
    );
  });

  it.each([
    ['--passphrase=zeer geheim'],
    ['--passphrase', 'zeer geheim'],
    ['--wachtwoord=zeer geheim'],
    ['--password', 'zeer geheim'],
    ['--bundle-passphrase=zeer geheim'],
  ])('refuses a secret on the command line and does not repeat it: %s', async (...secret) => {
    const { code, stdout, stderr } = await waarborg(['case', 'list', '--vault', folder, ...secret]);
    expect(code).toBe(EXIT_CODES.usage);
    expect(stderr).toContain('--passphrase-file');
    expect(stdout + stderr).not.toContain('zeer geheim');
  });

  it('never takes a passphrase from the environment', async () => {
    fs.writeFileSync(`${folder}/vault.db`, '');
    const env = { WAARBORG_PASSPHRASE: 'uit de omgeving', PASSPHRASE: 'uit de omgeving' };
    const { code, stderr } = await waarborg(['case', 'list', '--vault', folder], { env });
    expect(code).toBe(EXIT_CODES.usage);
    expect(stderr).toContain('--passphrase-file');
  });

  it.each([
    [['wat'], 'unknownCommand', { command: 'wat' }],
    [['case'], 'commandMissing', undefined],
    [['case', 'list', '--foo=geheim'], 'unknownOption', { option: '--foo' }],
    [['case', 'list', '--vault'], 'valueMissing', { option: '--vault' }],
    [['case', 'list', '--vault', '--archived'], 'valueMissing', { option: '--vault' }],
    [['case', 'list'], 'optionMissing', { option: '--vault' }],
    [['case', 'show', '--vault', 'x'], 'optionMissing', { option: '--case' }],
    [['assess', '--case', 'x', '--valid-at', '2026-02-30'], 'optionInvalid', { option: '--valid-at' }],
    [['import', 'map', '--vault', 'x'], 'caseOrNew', undefined],
    [['import', 'map', '--vault', 'x', '--case', 'y', '--new'], 'caseOrNew', undefined],
    [['import'], 'argumentMissing', { argument: '<map of bestand>' }],
    [['vault', 'check', 'a', 'b'], 'argumentSurplus', undefined],
  ])('names what is wrong with: %j', async (line, code, params) => {
    const ran = await waarborg([...line, '--json']);
    expect(ran.code).toBe(EXIT_CODES.usage);
    expect(documentOf(ran).error).toMatchObject({ code, ...(params ? { params } : {}) });
    expect(documentOf(ran).error.message).not.toMatch(/\{\{|cli\./);
  });

  it('speaks of a language that it does not have in Dutch', async () => {
    const { code, stderr } = await waarborg(['case', 'list', '--language', 'fr']);
    expect([code, stderr.split('\n')[0]]).toEqual([2, 'Fout: --language kan zijn: nl, en.']);
  });

  it('says that a vault is missing before it asks for a passphrase', async () => {
    const ran = await waarborg(['log', 'verify', '--vault', `${folder}/weg`, '--json']);
    expect([ran.code, documentOf(ran).error.code]).toEqual([EXIT_CODES.vault, 'vaultMissing']);
  });
});
