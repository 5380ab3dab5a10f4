import { z } from 'zod';
import { calcControl, ownershipPairs } from '#shared/ownership/calc.ts';
import { compile } from '#shared/ownership/compile.ts';
import { type Finding, isError } from '#shared/ownership/findings.ts';
import { type HoldingsRead, readHoldings } from '#shared/ownership/holdings-csv.ts';
import type { Holding } from '#shared/ownership/interest.ts';
import { parseShare } from '#shared/ownership/share-cell.ts';
import { OPERATORS } from '#shared/ownership/ticks.ts';
import { ok } from '#shared/result.ts';
import { readBareFile } from '../bare-file.ts';
import { command, type Done, type Flag, type Outcome } from '../command.ts';
import { usage } from '../failure.ts';
import { type PairsFormat, writePairs } from '../pairs-output.ts';
import { plainText, shareWords } from '../share-text.ts';
import type { Terminal } from '../terminal.ts';

/** The output is written already, piece by piece. */
const WRITTEN: Done = { data: undefined, text: [] };
/** Lines and names that a finding shows before it only counts the rest. */
const SHOWN = 10;

const FLAGS: readonly Flag[] = [{ name: 'csv' }, { name: 'skipRefused', text: 'calcSkip' }];
const OPTIONS = { csv: z.boolean().default(false), skipRefused: z.boolean().default(false) };

const Level = z.string().transform((text, context) => {
  const share = parseShare(text);
  if (share.ok) return share.value;
  context.addIssue({ code: 'custom' });
  return z.NEVER;
});

/** Reads the file and says what is wrong with it; `work` gets what may be computed. */
async function withHoldings(
  terminal: Terminal,
  argument: string,
  { csv, skipRefused }: { readonly csv: boolean; readonly skipRefused: boolean },
  work: (read: HoldingsRead, format: PairsFormat) => Promise<void>,
): Promise<Outcome> {
  const { json } = terminal;
  if (json && csv) return usage('jsonOrCsv');
  const read = readBareFile(terminal, argument, skipRefused, readHoldings);
  if ('outcome' in read) return read.outcome;
  await work(read.found, json ? 'json' : csv ? 'csv' : 'text');
  return ok(WRITTEN);
}

const some = (all: readonly string[]): string =>
  all.length > SHOWN ? `${all.slice(0, SHOWN).join(', ')}, … (${all.length})` : all.join(', ');

function findingText({ t, lang }: Terminal, finding: Finding, lines: readonly number[]): string {
  const { code, basis, entities, holdings, params } = finding;
  if (code === 'votesAssumed') return t('cli.calc.votesAssumed', { count: holdings.length });
  const names = entities.map(plainText);
  const text = t(`ownership.findings.code.${code}`, {
    first: names[0] ?? '…',
    last: names.at(-1) ?? '…',
    names: some(names),
    sum: shareWords(lang).percent(params?.sum ?? 0, 2),
    basis: basis === undefined ? '' : t(`ownership.rules.basis.${basis}`),
  });
  return `${text} ${t('cli.calc.lines', { lines: some(holdings.map((at) => String(lines[at]))) })}`;
}

/** What is wrong with the data comes as a warning; what was only assumed or added, without one. */
function noteFindings(terminal: Terminal, findings: readonly Finding[], { lines }: HoldingsRead): void {
  for (const finding of findings) {
    const text = findingText(terminal, finding, lines);
    terminal.note(isError(finding) ? terminal.t('cli.warning', { text }) : text);
  }
}

function* namesOf(holdings: readonly Holding[]): Generator<string> {
  for (const { holder, held } of holdings) {
    yield holder;
    yield held;
  }
}

const ownership = command({
  name: 'calc ownership',
  text: 'cli.command.calcOwnership',
  takes: 'interests',
  flags: FLAGS,
  options: z.object(OPTIONS),
  run: ({ terminal, argument, options }) =>
    withHoldings(terminal, argument, options, async (read, format) => {
      const { t } = terminal;
      const graph = compile(read.holdings, 'capital');
      noteFindings(terminal, graph.findings, read);
      const columns = (['owner', 'held', 'integrated', 'corrected', 'min', 'max'] as const).map((key) => ({
        key,
        title: t(`cli.calc.column.${key}`),
      }));
      await writePairs(terminal, format, ownershipPairs(graph), columns, graph.ids);
    }),
});

const control = command({
  name: 'calc control',
  text: 'cli.command.calcControl',
  takes: 'interests',
  flags: [
    { name: 'threshold', value: 'share' },
    { name: 'operator', value: 'operator', params: { list: OPERATORS.join(', ') } },
    ...FLAGS,
  ],
  options: z.object({
    ...OPTIONS,
    threshold: Level.default(0.5),
    operator: z.enum(OPERATORS).default('>'),
  }),
  run: ({ terminal, argument, options }) =>
    withHoldings(terminal, argument, options, async (read, format) => {
      const { t, note, lang } = terminal;
      const { threshold: level, operator } = options;
      const { pairs, open, findings } = calcControl(read.holdings, { level, operator });
      noteFindings(terminal, findings, read);
      for (const { controller, controlled, votes } of open)
        note(
          t('cli.calc.open', {
            controller: plainText(controller),
            controlled: plainText(controlled),
            share: shareWords(lang).span(votes, 4),
          }),
        );
      const columns = (['controller', 'controlled', 'votes'] as const).map((key) => ({
        key,
        title: t(`cli.calc.column.${key}`),
      }));
      await writePairs(terminal, format, pairs, columns, namesOf(read.holdings));
    }),
});

export const calcCommands = [ownership, control];
