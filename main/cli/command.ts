import type { z } from 'zod';
import type { TextKey, TextParams } from '#shared/i18n/index.ts';
import type { nl } from '#shared/i18n/nl/index.ts';
import type { Exit } from './exit-codes.ts';
import { type CliResult, usage } from './failure.ts';
import type { Terminal } from './terminal.ts';

/**
 * What a command came to: the document for `--json`, the lines for a person, and how the program ends. Without `data`
 * the command has written its output itself, piece by piece.
 */
export type Done = {
  readonly data: { readonly [key: string]: unknown } | undefined;
  readonly text: readonly string[];
  readonly exit?: Exit;
};
export type Outcome = CliResult<Done>;

/** Options of every command, before or after its name. */
export type Common = {
  readonly vault?: string | undefined;
  readonly passphraseFile?: string | undefined;
  readonly passphraseFd?: string | undefined;
};

type OptionName = keyof typeof nl.cli.option;
export type Flag = {
  /** As in the options object; on the line it is `--kebab-case`. */
  readonly name: OptionName;
  /** The word for its value in the help; none is a yes-or-no option. */
  readonly value?: keyof typeof nl.cli.placeholder;
  readonly many?: true;
  /** When the text of `name` does not say it here. */
  readonly text?: OptionName;
  readonly params?: TextParams;
};

export type Given<Options> = {
  readonly terminal: Terminal;
  readonly common: Common;
  /** The word after the command; '' when it takes none. */
  readonly argument: string;
  readonly second: string;
  readonly options: Options;
};

export type Command = {
  /** One word, or a group and a word. */
  readonly name: string;
  readonly text: TextKey;
  readonly takes?: keyof typeof nl.cli.takes;
  /** A second word, after the first. */
  readonly takesToo?: keyof typeof nl.cli.takes;
  readonly flags: readonly Flag[];
  readonly run: (
    given: Omit<Given<unknown>, 'options'>,
    raw: Readonly<Record<string, unknown>>,
  ) => Promise<Outcome>;
};

export const flagOf = (name: string): string =>
  `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

function problemOf(issue: z.core.$ZodIssue | undefined, raw: Readonly<Record<string, unknown>>) {
  const name = String(issue?.path[0] ?? '');
  const option = flagOf(name);
  if (raw[name] === undefined) return usage('optionMissing', { option });
  if (issue?.code === 'invalid_value')
    return usage('notInList', { option, list: issue.values.map(String).join(', ') });
  return usage('optionInvalid', { option });
}

/** Joins a command to the schema of its options, so that `run` gets them checked. */
export const command = <Schema extends z.ZodType>(
  spec: Omit<Command, 'run'> & {
    readonly options: Schema;
    readonly run: (given: Given<z.output<Schema>>) => Promise<Outcome>;
  },
): Command => {
  const { options, run, ...rest } = spec;
  return {
    ...rest,
    run: async (given, raw) => {
      const parsed = options.safeParse(raw);
      return parsed.success
        ? run({ ...given, options: parsed.data })
        : problemOf(parsed.error.issues[0], raw);
    },
  };
};
