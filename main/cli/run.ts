import { CommanderError } from 'commander';
import { LANGUAGES } from '#shared/i18n/index.ts';
import { fail } from '#shared/result.ts';
import type { Outcome } from './command.ts';
import { EXIT_CODES } from './exit-codes.ts';
import { errorDocument, exitOf, messageOf, usage } from './failure.ts';
import { buildProgram, COMMANDS, languageOf } from './program.ts';
import { Interrupted } from './prompt.ts';
import { openTerminal, type Terminal } from './terminal.ts';

/** Options by which people try to hand a secret over; each may carry one, so the word is never repeated. */
const SECRET =
  /^--?(?:bundle-|to-|vault-)?(?:passphrase|password|pass|passwd|pwd|wachtwoord(?:zin)?|recovery(?:-code)?|herstelcode)(?:=|$)/i;

const quoted = (text: string): string => (/'([^']*)'/.exec(text)?.[1] ?? '').replace(/=.*/s, '');

/** A wrong line in our own words; help and version are no failure. */
function lineProblem({ code, message }: CommanderError): Outcome | undefined {
  switch (code) {
    case 'commander.helpDisplayed':
    case 'commander.version':
      return undefined;
    case 'commander.unknownOption':
      return usage('unknownOption', { option: quoted(message) });
    case 'commander.unknownCommand':
      return usage('unknownCommand', { command: quoted(message) });
    case 'commander.missingArgument':
      return usage('argumentMissing', { argument: `<${quoted(message)}>` });
    case 'commander.optionMissingArgument':
    case 'commander.invalidArgument':
      return usage('valueMissing', { option: quoted(message).replace(/ .*/, '') });
    case 'commander.excessArguments':
      return usage('argumentSurplus');
    default:
      return usage('commandMissing');
  }
}

async function outcomeOf(line: readonly string[], terminal: Terminal): Promise<Outcome | undefined> {
  if (line.some((word) => SECRET.test(word))) return usage('passphraseOnCommandLine');
  if (languageOf(line) === undefined)
    return usage('notInList', { option: '--language', list: LANGUAGES.join(', ') });
  let outcome: Outcome | undefined;
  try {
    const program = buildProgram(terminal, (made) => {
      outcome = made;
    });
    await program.parseAsync([...line], { from: 'user' });
    return outcome;
  } catch (error) {
    if (error instanceof CommanderError) return lineProblem(error);
    if (error instanceof Interrupted) return fail('cancelled');
    return fail('internal', { incident: terminal.incidents.record('cli', error) });
  }
}

/** The command or group that the line begins with, for the hint where its help is. */
function commandIn([first = '', second = '']: readonly string[]): string {
  const names = COMMANDS.map(({ name }) => name);
  const whole = `${first} ${second}`;
  if (names.includes(whole)) return `${whole} `;
  return names.some((name) => name.split(' ')[0] === first) ? `${first} ` : '';
}

/** Does what the line asks, writes the result and answers the exit code. */
export async function run(line: readonly string[], started: (terminal: Terminal) => void): Promise<number> {
  const terminal = openTerminal(languageOf(line) ?? 'nl', line.includes('--json'));
  started(terminal);
  const { t, json, note, say } = terminal;
  const print = (document: unknown): void => {
    if (json) process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  };
  try {
    const outcome = await outcomeOf(line, terminal);
    if (outcome === undefined) return EXIT_CODES.ok;
    if (outcome.ok) {
      if (outcome.value.data !== undefined) print(outcome.value.data);
      for (const text of outcome.value.text) say(text);
      return EXIT_CODES[outcome.value.exit ?? 'ok'];
    }
    const exit = exitOf(outcome.error);
    print(errorDocument(t, outcome.error));
    note(t('cli.error', { text: messageOf(t, outcome.error) }));
    if (exit === 'usage') note(t('cli.hint', { command: commandIn(line) }));
    return EXIT_CODES[exit];
  } finally {
    terminal.endAll();
  }
}
