import { Command as Commander, InvalidArgumentError, Option } from 'commander';
import { LANGUAGES, type Translate } from '#shared/i18n/index.ts';
import { type Command, type Common, type Flag, flagOf, type Outcome } from './command.ts';
import { assessCommands } from './commands/assess.ts';
import { bundleCommands } from './commands/bundle.ts';
import { calcCommands } from './commands/calc.ts';
import { calcCascadeCommands } from './commands/calc-cascade.ts';
import { calcConcentrationCommands } from './commands/calc-concentration.ts';
import { calcCriticalityCommands } from './commands/calc-criticality.ts';
import { calcInoperabilityCommands } from './commands/calc-inoperability.ts';
import { calcJudgementCommands } from './commands/calc-judgement.ts';
import { calcMetricsCommands } from './commands/calc-metrics.ts';
import { calcSurvivalCommands } from './commands/calc-survival.ts';
import { calcTimelineCommands } from './commands/calc-timeline.ts';
import { caseCommands } from './commands/cases.ts';
import { demoCommands } from './commands/demo.ts';
import { duplicatesCommands } from './commands/duplicates.ts';
import { exportCommands } from './commands/export.ts';
import { graphCommands } from './commands/graph.ts';
import { graphSurvivalCommands } from './commands/graph-survival.ts';
import { graphTimelineCommands } from './commands/graph-timeline.ts';
import { importCommands } from './commands/import.ts';
import { logCommands } from './commands/log.ts';
import { ownershipCommands } from './commands/ownership.ts';
import { packCommands } from './commands/pack.ts';
import { reportCommands } from './commands/report.ts';
import { scenarioCommands } from './commands/scenarios.ts';
import { vaultCommands } from './commands/vault.ts';
import { EXIT_CODES, type Exit } from './exit-codes.ts';
import { usage } from './failure.ts';
import { wrap } from './layout.ts';
import type { Terminal } from './terminal.ts';
import { VERSION } from './version.ts';

/** Every command of the command line: one line a file. */
export const COMMANDS: readonly Command[] = [
  ...vaultCommands,
  ...caseCommands,
  ...importCommands,
  ...exportCommands,
  ...assessCommands,
  ...ownershipCommands,
  ...graphCommands,
  ...graphTimelineCommands,
  ...graphSurvivalCommands,
  ...duplicatesCommands,
  ...scenarioCommands,
  ...reportCommands,
  ...packCommands,
  ...bundleCommands,
  ...logCommands,
  ...calcCommands,
  ...calcMetricsCommands,
  ...calcCriticalityCommands,
  ...calcCascadeCommands,
  ...calcTimelineCommands,
  ...calcSurvivalCommands,
  ...calcInoperabilityCommands,
  ...calcConcentrationCommands,
  ...calcJudgementCommands,
  ...demoCommands,
];

const COMMON: readonly Flag[] = [
  { name: 'vault', value: 'folder' },
  { name: 'passphraseFile', value: 'file' },
  { name: 'passphraseFd', value: 'fd' },
  { name: 'language', value: 'language' },
  { name: 'json' },
];

/** A word that looks like an option is one: `--vault --json` lacks the vault. */
function wordOf(word: string): string {
  if (word.startsWith('--')) throw new InvalidArgumentError('');
  return word;
}

function optionOf(t: Translate, { name, value, many, text, params }: Flag): Option {
  const word = value === undefined ? '' : ` <${t(`cli.placeholder.${value}`)}${many ? '...' : ''}>`;
  const option = new Option(`${flagOf(name)}${word}`, t(`cli.option.${text ?? name}`, params));
  if (value === undefined) return option;
  return option.argParser<string | string[]>((given, earlier) =>
    many ? [...(Array.isArray(earlier) ? earlier : []), wordOf(given)] : wordOf(given),
  );
}

/** The exit codes as `--help` shows them. */
export const exitTable = (t: Translate): string =>
  [
    t('cli.exitTitle'),
    ...(Object.entries(EXIT_CODES) as [Exit, number][]).map(
      ([name, code]) => `  ${code}  ${t(`cli.exit.${name}`)}`,
    ),
  ].join('\n');

/** Makes help and messages speak the language of the user; the library's own words are English. */
function configure(program: Commander, { t }: Terminal): Commander {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': t('cli.usageWord'),
    'Arguments:': t('cli.argumentsWord'),
    'Options:': t('cli.optionsWord'),
    'Global Options:': t('cli.globalOptionsWord'),
    'Commands:': t('cli.commandsWord'),
  };
  return program
    .exitOverride()
    .allowExcessArguments(false)
    .helpCommand(false)
    .helpOption('-h, --help', t('cli.helpOption'))
    .configureOutput({ writeErr: () => undefined })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => titles[title] ?? title,
      subcommandTerm: (sub) =>
        [sub.name(), ...sub.registeredArguments.map((one) => `<${one.name()}>`)].join(' '),
    });
}

/**
 * The program with every command; `done` gets what the chosen one came to. Parsing throws `CommanderError` for a
 * wrong line and for help.
 */
export function buildProgram(terminal: Terminal, done: (outcome: Outcome) => void): Commander {
  const { t } = terminal;
  const program = configure(new Commander('waarborg'), terminal)
    .description(t('cli.about'))
    .usage(`${t('cli.usageCommand')} ${t('cli.usageOptions')}`)
    .version(VERSION, '--version', t('cli.versionOption'));
  for (const flag of COMMON) program.addOption(optionOf(t, flag));
  program.addHelpText('after', `\n${wrap(t('cli.passphraseHelp'), '', 80).join('\n')}`);
  program.addHelpText('afterAll', `\n${exitTable(t)}`);

  const groups = new Map<string, Commander>();
  const groupOf = (name: string): Commander => {
    const known = groups.get(name);
    if (known) return known;
    const group = program
      .command(name)
      .description(t(`cli.command.${name as 'vault'}`))
      .usage(`${t('cli.usageCommand')} ${t('cli.usageOptions')}`);
    groups.set(name, group);
    return group;
  };
  for (const { name, text, takes, takesToo, flags, run } of COMMANDS) {
    const [first = '', second] = name.split(' ');
    const sub = (second === undefined ? program : groupOf(first))
      .command(second ?? first)
      .description(t(text))
      .usage(
        [takes, takesToo]
          .flatMap((word) => (word ? [t(`cli.takes.${word}`)] : []))
          .concat(t('cli.usageOptions'))
          .join(' '),
      );
    if (second === undefined) groups.set(first, sub);
    if (takes) sub.argument(t(`cli.takes.${takes}`), t(`cli.takesText.${takes}`));
    if (takesToo) sub.argument(t(`cli.takes.${takesToo}`), t(`cli.takesText.${takesToo}`));
    for (const flag of flags) sub.addOption(optionOf(t, flag));
    sub.action(async (...given: unknown[]) => {
      const argument = takes ? String(given[0]) : '';
      const other = takesToo ? String(given[1]) : '';
      const common = program.opts<Common>();
      // A group that is a command by itself has taken the options that it knows, wherever they stand.
      const taken = second === undefined ? {} : groupOf(first).opts();
      const strange = Object.keys(taken).find((name) => !flags.some((flag) => flag.name === name));
      done(
        strange === undefined
          ? await run({ terminal, common, argument, second: other }, { ...taken, ...sub.opts() })
          : usage('unknownOption', { option: flagOf(strange) }),
      );
    });
  }
  return program;
}

/** The language that the line asks for; undefined for one that we do not have. */
export function languageOf(line: readonly string[]) {
  const at = line.findLastIndex((word) => word === '--language' || word.startsWith('--language='));
  if (at < 0) return 'nl';
  const asked = line[at] === '--language' ? line[at + 1] : line[at]?.slice('--language='.length);
  return LANGUAGES.find((language) => language === asked);
}
