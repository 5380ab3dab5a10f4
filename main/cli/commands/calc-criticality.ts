import { z } from 'zod';
import { readLinks } from '#shared/cascade/network-csv.ts';
import { bareLinks, bareSupplies } from '#shared/graph/bare-links.ts';
import { readTargets } from '#shared/graph/bare-targets.ts';
import { type Criticality, endsOf } from '#shared/graph/criticality.ts';
import { ok } from '#shared/result.ts';
import { criticalityOf } from '../../graph/criticality.ts';
import { readBareFile } from '../bare-file.ts';
import { command, type Done } from '../command.ts';
import { usage } from '../failure.ts';
import { wrap } from '../layout.ts';
import { csvLine, jsonObject, writeAll } from '../pieces.ts';
import { progressOf } from '../progress.ts';
import { plainText } from '../share-text.ts';
import type { Terminal } from '../terminal.ts';

/** The output is written already, piece by piece. */
const WRITTEN: Done = { data: undefined, text: [] };
/** Targets and names that the text for a person shows; JSON and CSV have them all. */
const SHOWN = 40;
/** Most nodes in a cut set, when nobody says otherwise. */
const CUT_SIZE = 3;

const Options = z.object({
  targets: z.string().optional(),
  cutSize: z.coerce.number().int().min(1).max(6).default(CUT_SIZE),
  csv: z.boolean().default(false),
  skipRefused: z.boolean().default(false),
});

/** A result with the names of the file. */
type Row = ReturnType<ReturnType<typeof rowOf>>;

const rowOf = (names: readonly string[]) => {
  const named = (nodes: Iterable<number>): string[] => Array.from(nodes, (v) => names[v] as string);
  return ({ target, cutSets, ...rest }: Criticality) => ({
    target: names[target] as string,
    singlePoints: named(rest.singlePoints),
    possibleSinglePoints: named(rest.possiblePoints),
    dominators: named(rest.dominators),
    cutSets: cutSets.sets.map(named),
    cutSetsComplete: cutSets.complete,
    independentPaths: rest.independentPaths,
    minimumCut: named(rest.minimumCut),
    directSuppliers: rest.direct,
    suppliers: rest.suppliers,
  });
};

/** One line for each node of each finding; the sets of a target are numbered. */
function* csv(rows: Iterable<Row>): Generator<string> {
  yield csvLine(['target', 'finding', 'number', 'node']);
  for (const row of rows) {
    const { target, cutSets, independentPaths } = row;
    for (const finding of ['singlePoints', 'possibleSinglePoints', 'dominators'] as const)
      for (const [at, node] of row[finding].entries()) yield csvLine([target, finding, at + 1, node]);
    for (const [at, set] of cutSets.entries())
      for (const node of set) yield csvLine([target, 'cutSets', at + 1, node]);
    yield csvLine([target, 'independentPaths', independentPaths, null]);
  }
}

function textOf({ t }: Terminal, row: Row, asked: number): string[] {
  const list = (parts: readonly string[]): string =>
    parts.length === 0
      ? t('structure.none')
      : [...parts.slice(0, SHOWN), ...(parts.length > SHOWN ? [`… (${parts.length})`] : [])].join(', ');
  const names = (nodes: readonly string[]): string => list(nodes.map(plainText));
  const together = row.cutSets.filter(({ length }) => length > 1);
  const lines = [
    `${t('structure.single')}: ${names(row.singlePoints)}`,
    ...(row.possibleSinglePoints.length > 0
      ? [`${t('structure.possible')}: ${names(row.possibleSinglePoints)}`]
      : []),
    `${t('structure.sets')}: ${list(together.map((set) => set.map(plainText).join(' + ')))}`,
    ...(row.cutSetsComplete < asked
      ? [t('structure.setsShort', { complete: row.cutSetsComplete, asked })]
      : []),
    `${t('structure.dominators')}: ${names(row.dominators)}`,
    `${t('structure.paths')}: ${row.independentPaths}`,
  ];
  const title = t('structure.suppliers', {
    target: plainText(row.target),
    direct: row.directSuppliers,
    all: row.suppliers,
  });
  return ['', title, ...lines.flatMap((line) => wrap(line, '  '))];
}

const criticality = command({
  name: 'calc criticality',
  text: 'cli.command.calcCriticality',
  takes: 'supplies',
  flags: [
    { name: 'targets', value: 'file' },
    { name: 'cutSize', value: 'count', params: { size: CUT_SIZE } },
    { name: 'csv' },
    { name: 'skipRefused', text: 'calcSkip' },
  ],
  options: Options,
  run: async ({ terminal, argument, options }) => {
    const { t, json } = terminal;
    if (json && options.csv) return usage('jsonOrCsv');
    const read = readBareFile(terminal, argument, options.skipRefused, readLinks);
    if ('outcome' in read) return read.outcome;
    const links = bareLinks(read.found);
    const { reading, ...supplies } = bareSupplies(links, read.found);
    const asked =
      options.targets === undefined
        ? undefined
        : readBareFile(terminal, options.targets, options.skipRefused, readTargets(links.names));
    if (asked && 'outcome' in asked) return asked.outcome;
    const task = { supplies, targets: asked?.found.targets ?? endsOf(supplies), size: options.cutSize };
    const found = await criticalityOf(task, { onProgress: progressOf(terminal) });
    const named = rowOf(links.names);
    // Made while they are written: names take far more room than numbers.
    const rows = function* (): Generator<Row> {
      for (const one of found) yield named(one);
    };
    if (json) {
      await writeAll(
        jsonObject({ targets: rows(), reading, cutSetsUpTo: options.cutSize, scope: 'withinMappedNetwork' }),
      );
      return ok(WRITTEN);
    }
    if (options.csv) {
      await writeAll(csv(rows()));
      return ok(WRITTEN);
    }
    return ok({
      data: undefined,
      text: [
        t('structure.assumes.mapped'),
        ...wrap(t(`structure.assumes.${reading}`)),
        ...found.slice(0, SHOWN).flatMap((one) => textOf(terminal, named(one), options.cutSize)),
        ...(found.length > SHOWN ? ['', t('structure.more', { shown: SHOWN, count: found.length })] : []),
      ],
    });
  },
});

export const calcCriticalityCommands = [criticality];
