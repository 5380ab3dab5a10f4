import { z } from 'zod';
import { compile } from '#shared/cascade/compile.ts';
import { STOP } from '#shared/cascade/engine.ts';
import { DIRECTIONS, type Direction, exactly, type Network, SCOPE } from '#shared/cascade/network.ts';
import { createStudy, type Loss } from '#shared/cascade/study.ts';
import { bareNumber } from '#shared/import/bare-table.ts';
import { fail, ok } from '#shared/result.ts';
import { rankAll } from '../../cascade/rank.ts';
import { readNetwork } from '../bare-network-files.ts';
import { command, type Outcome } from '../command.ts';
import { csvLines } from '../csv-lines.ts';
import { usage } from '../failure.ts';
import { columns } from '../layout.ts';
import { plainText, shareWords } from '../share-text.ts';
import type { Terminal } from '../terminal.ts';

/** Nodes that the text for a person shows of a ranking; JSON and CSV have them all. */
const SHOWN = 40;
/** A loss that the table would write as nought; JSON and CSV have it. */
const UNSEEN = 5e-6;

const Fraction = z
  .string()
  .transform((text) => bareNumber(text) ?? Number.NaN)
  .pipe(z.number().min(0).max(1));

const Options = z.object({
  fail: z.array(z.string()).optional(),
  all: z.boolean().default(false),
  cap: Fraction.default(0),
  sectors: z.string().optional(),
  essential: z.string().optional(),
  stop: Fraction.refine((stop) => stop > 0).default(STOP),
  direction: z.enum(DIRECTIONS).default('both'),
  csv: z.boolean().default(false),
  skipRefused: z.boolean().default(false),
});
type Options = z.output<typeof Options>;

/** What is told of a loss by leg; a leg that was not followed is left out. */
const LEGS: Readonly<Record<Direction, readonly ('down' | 'up')[]>> = {
  both: ['down', 'up'],
  down: ['down'],
  up: ['up'],
};

type Losses = { readonly total: Loss; readonly down: Loss; readonly up: Loss };
type Row = Readonly<Record<string, string | number | null>>;

/** A result as the document and the table have it: `esri` is null where there is no single number. */
function lossRow(node: string, { total, ...legs }: Losses, direction: Direction): Row {
  const row: Record<string, string | number | null> = {
    node,
    esri: total.best,
    min: total.min,
    max: total.max,
  };
  for (const leg of LEGS[direction]) {
    row[leg] = legs[leg].best;
    row[`${leg}Min`] = legs[leg].min;
    row[`${leg}Max`] = legs[leg].max;
  }
  return row;
}

const lossText = (terminal: Terminal) => {
  const { span, percent } = shareWords(terminal.lang);
  return ({ best, min, max }: Loss): string =>
    best !== null && max - min < 1e-9 ? percent(best, 3) : span({ min, max }, 3);
};

/** What stands above every result: how it was computed and of what it speaks. */
function caption({ t }: Terminal, { direction, stop }: Options): string[] {
  return [
    `${t('cascade.calc.title')}, ${t('cascade.scope')}, ${t(`cascade.direction.${direction}`)}.`,
    t('cascade.stopRule', { stop: String(stop) }),
  ];
}

const unsettledText = ({ t }: Terminal): string => t('cli.warning', { text: t('cascade.calc.unsettled') });

/** The costliest first, as a table with the legs that were followed. */
function table(
  terminal: Terminal,
  first: string,
  rows: readonly (Losses & { node: string })[],
  direction: Direction,
) {
  const { t } = terminal;
  const loss = lossText(terminal);
  const legs = LEGS[direction];
  return [
    ...columns([
      [
        first,
        t('cascade.calc.total'),
        ...(legs.length > 1 ? legs.map((leg) => t(`cascade.calc.${leg}`)) : []),
      ],
      ...rows
        .slice(0, SHOWN)
        .map(({ node, total, ...by }) => [
          plainText(node),
          loss(total),
          ...(legs.length > 1 ? legs.map((leg) => loss(by[leg])) : []),
        ]),
    ]),
    ...(rows.length > SHOWN ? ['', t('cascade.calc.more', { shown: SHOWN, count: rows.length })] : []),
  ];
}

async function everyNode(terminal: Terminal, network: Network, options: Options): Promise<Outcome> {
  const { stop, direction, cap, csv } = options;
  const ranked = (await rankAll(compile(network), { stop, direction, capacity: cap })).map(
    ({ node, ...rest }) => ({
      ...rest,
      node: network.nodes[node]?.id ?? '',
    }),
  );
  if (ranked.some(({ settled }) => !settled)) terminal.note(unsettledText(terminal));
  const rows = ranked.map((one) => lossRow(one.node, one, direction));
  return ok({
    data: documentOf(
      network,
      options,
      rows.map((row, at) => ({ ...row, settled: ranked[at]?.settled })),
    ),
    text: csv
      ? csvLines(rows)
      : [
          ...caption(terminal, options),
          '',
          ...table(terminal, terminal.t('cascade.calc.failing'), ranked, direction),
        ],
  });
}

const documentOf = (network: Network, { stop, direction, cap }: Options, results: readonly object[]) => ({
  scope: SCOPE,
  stop,
  direction,
  cap,
  nodes: network.nodes.length,
  links: network.links.length,
  results,
});

function named(terminal: Terminal, network: Network, names: readonly string[], options: Options): Outcome {
  const { t } = terminal;
  const { stop, direction, cap, csv } = options;
  const known = new Set(network.nodes.map(({ id }) => id));
  const missing = names.find((name) => !known.has(name));
  if (missing !== undefined) return fail('notFound', { name: plainText(missing) });
  const study = createStudy(network, { stop, direction })(
    names.map((node) => ({ node, capacity: exactly(cap) })),
  );
  if (!study.settled) terminal.note(unsettledText(terminal));
  const nodes = study.nodes.map(({ loss: total, ...rest }) => ({ ...rest, total }));
  const losses = nodes.map((one) => {
    const { esri, ...row } = lossRow(one.node, one, direction);
    return { node: one.node, loss: esri ?? null, ...row };
  });
  const result = {
    ...lossRow(names.join(' + '), study, direction),
    nodes: names,
    settled: study.settled,
    losses,
    // The links are numbered as the rows of the file are, without the header.
    links: study.rests.map(Number),
  };
  const hit = nodes
    .filter(({ total }) => total.max > UNSEEN)
    .sort((a, b) => (b.total.best ?? b.total.max) - (a.total.best ?? a.total.max));
  const loss = lossText(terminal)(study.total);
  return ok({
    data: documentOf(network, options, [result]),
    text: csv
      ? csvLines(losses)
      : [
          ...caption(terminal, options),
          t('cascade.calc.whole', { names: names.map(plainText).join(', '), loss }),
          '',
          ...table(terminal, t('cascade.calc.hit'), hit, direction),
        ],
  });
}

const cascade = command({
  name: 'calc cascade',
  text: 'cli.command.calcCascade',
  takes: 'links',
  flags: [
    { name: 'fail', value: 'node', many: true },
    { name: 'all', text: 'failAll' },
    { name: 'cap', value: 'share' },
    { name: 'sectors', value: 'file' },
    { name: 'essential', value: 'file' },
    { name: 'direction', value: 'direction', params: { list: DIRECTIONS.join(', ') } },
    { name: 'stop', value: 'number', params: { stop: String(STOP) } },
    { name: 'csv' },
    { name: 'skipRefused', text: 'calcSkip' },
  ],
  options: Options,
  run: async ({ terminal, argument, options }) => {
    if (terminal.json && options.csv) return usage('jsonOrCsv');
    if ((options.fail === undefined) === !options.all) return usage('failOrAll');
    const read = readNetwork(terminal, argument, options, options.direction !== 'down');
    if ('outcome' in read) return read.outcome;
    const { network } = read.made;
    return options.all
      ? everyNode(terminal, network, options)
      : named(terminal, network, [...new Set(options.fail)], options);
  },
});

export const calcCascadeCommands = [cascade];
