import { z } from 'zod';
import { readLinks } from '#shared/cascade/network-csv.ts';
import { bareLinks, readWeighted, weightsOf } from '#shared/graph/bare-links.ts';
import { type Communities, communitiesOf } from '#shared/graph/communities.ts';
import { shortestRows, structureOf } from '#shared/graph/metrics.ts';
import { drawSources, SAMPLE_CERTAINTY, sampleError } from '#shared/graph/sampling.ts';
import { scaled } from '#shared/graph/scale.ts';
import { LOCALES } from '#shared/i18n/index.ts';
import { ok } from '#shared/result.ts';
import { dependencies } from '../../graph/betweenness.ts';
import { readBareFile } from '../bare-file.ts';
import { command, type Done } from '../command.ts';
import { usage } from '../failure.ts';
import { columns } from '../layout.ts';
import { csvLine, jsonObject, writeAll } from '../pieces.ts';
import { progressOf } from '../progress.ts';
import { plainText, shareWords } from '../share-text.ts';
import type { Terminal } from '../terminal.ts';

/** The output is written already, piece by piece. */
const WRITTEN: Done = { data: undefined, text: [] };
/** Nodes and bridges that the text for a person shows; JSON and CSV have them all. */
const SHOWN = 40;

const Count = z.coerce.number().int().min(1);
const Options = z.object({
  undirected: z.boolean().default(false),
  weighted: z.boolean().default(false),
  sample: Count.optional(),
  communities: z.boolean().default(false),
  seed: z.coerce.number().int().min(0).default(1),
  csv: z.boolean().default(false),
  skipRefused: z.boolean().default(false),
});
type Options = z.output<typeof Options>;

type NodeRow = {
  readonly node: string;
  readonly betweenness: number | null;
  readonly betweennessNormalised: number | null;
  readonly pagerank: number;
  readonly core: number;
  readonly cut: boolean;
  readonly component: number;
  readonly community?: number;
};

/** What the sample of sources was, and how far the estimate is off at most. */
type Sample = { readonly sources: number; readonly of: number; readonly error: number };
type Found = {
  readonly rows: readonly NodeRow[];
  readonly bridges: readonly { readonly from: string; readonly to: string }[];
  readonly components: number;
  readonly links: number;
  readonly sample: Sample;
  readonly communities: Communities | undefined;
};

const known = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) ? value : null;

async function measure(
  terminal: Terminal,
  table: Parameters<typeof weightsOf>[0],
  options: Options,
): Promise<Found> {
  const { t, note } = terminal;
  const links = bareLinks(table);
  const { names, n, from, to } = links;
  const weight = options.weighted ? weightsOf(table) : undefined;
  const directed = !options.undirected;
  const network = { n, from, to, directed, weight };
  const { rows, lengths, exact } = shortestRows(network);
  if (!exact) note(t('cli.warning', { text: t('structure.rounded') }));
  const sources = drawSources(n, options.sample ?? n, options.seed);
  const sums = await dependencies(rows, sources, { lengths, onProgress: progressOf(terminal) });
  const between = scaled(sums, sources.length, directed);
  const lost = sums.filter((sum) => !Number.isFinite(sum)).length;
  if (lost > 0) note(t('cli.warning', { text: t('structure.overflow', { count: lost }) }));
  const { pageRank, core, cut, bridges, component, components } = structureOf(network);
  const communities = options.communities ? communitiesOf(n, from, to, weight, options.seed) : undefined;
  return {
    rows: names.map((node, v) => ({
      node,
      betweenness: known(between.raw[v]),
      betweennessNormalised: known(between.normalised[v]),
      pagerank: pageRank[v] as number,
      core: core[v] as number,
      cut: cut[v] === 1,
      component: component[v] as number,
      ...(communities === undefined ? {} : { community: communities.of[v] as number }),
    })),
    bridges: [...bridges].map((e) => ({
      from: names[from[e] as number] as string,
      to: names[to[e] as number] as string,
    })),
    components,
    links: from.length,
    sample: { sources: sources.length, of: n, error: sampleError(n, sources.length) },
    communities,
  };
}

function* csv({ rows }: Found): Generator<string> {
  const head = ['node', 'betweenness', 'betweennessNormalised', 'pagerank', 'core', 'cut', 'component'];
  yield csvLine(rows[0]?.community === undefined ? head : [...head, 'community']);
  for (const row of rows) yield csvLine(Object.values(row));
}

const json = ({ rows, bridges, components, sample, communities }: Found, options: Options) =>
  jsonObject({
    nodes: rows.values(),
    bridges: bridges.values(),
    components,
    directed: !options.undirected,
    weighted: options.weighted,
    sample: { ...sample, certainty: sample.error === 0 ? 1 : SAMPLE_CERTAINTY, seed: options.seed },
    ...(communities === undefined
      ? {}
      : {
          communities: {
            count: communities.count,
            modularity: communities.modularity,
            broken: communities.broken,
            seed: options.seed,
          },
        }),
    assumes: 'alternatives',
  });

function text({ t, lang }: Terminal, found: Found, { seed }: Options): string[] {
  const { rows, bridges, components, links, sample, communities } = found;
  const { percent } = shareWords(lang);
  const number = new Intl.NumberFormat(LOCALES[lang], { maximumSignificantDigits: 4 });
  const shown = (value: number | null): string => (value === null ? '?' : number.format(value));
  const central = [...rows].sort((a, b) => (b.betweenness ?? Infinity) - (a.betweenness ?? Infinity));
  const more = (count: number): string[] =>
    count > SHOWN ? [t('structure.more', { shown: SHOWN, count })] : [];
  return [
    t('structure.size', { nodes: rows.length, links, components }),
    t('structure.assumes.alternatives'),
    ...(sample.error === 0
      ? []
      : [
          t('structure.sampled', {
            count: sample.sources,
            nodes: sample.of,
            seed,
            certainty: percent(SAMPLE_CERTAINTY),
            error: number.format(sample.error),
          }),
        ]),
    ...(communities === undefined
      ? []
      : [
          t('structure.communities', {
            count: communities.count,
            modularity: number.format(communities.modularity),
            seed,
          }),
          ...(communities.broken.length === 0
            ? []
            : [t('cli.warning', { text: t('structure.broken', { count: communities.broken.length }) })]),
        ]),
    '',
    ...columns([
      (['node', 'betweenness', 'pageRank', 'core', 'cut', 'component'] as const).map((key) =>
        t(`structure.${key}`),
      ),
      ...central
        .slice(0, SHOWN)
        .map((row) => [
          plainText(row.node),
          shown(row.betweennessNormalised),
          shown(row.pagerank),
          String(row.core),
          t(row.cut ? 'structure.yes' : 'structure.no'),
          String(row.component),
        ]),
    ]),
    ...more(rows.length),
    '',
    t('structure.bridges', { count: bridges.length }),
    ...bridges.slice(0, SHOWN).map(({ from, to }) => `  ${plainText(from)} – ${plainText(to)}`),
    ...more(bridges.length),
  ];
}

const metrics = command({
  name: 'calc metrics',
  text: 'cli.command.calcMetrics',
  takes: 'edges',
  flags: [
    { name: 'undirected' },
    { name: 'weighted' },
    { name: 'sample', value: 'count' },
    { name: 'communities' },
    { name: 'seed', value: 'count' },
    { name: 'csv' },
    { name: 'skipRefused', text: 'calcSkip' },
  ],
  options: Options,
  run: async ({ terminal, argument, options }) => {
    const { json: asJson } = terminal;
    if (asJson && options.csv) return usage('jsonOrCsv');
    const reader = options.weighted ? readWeighted : readLinks;
    const read = readBareFile(terminal, argument, options.skipRefused, reader);
    if ('outcome' in read) return read.outcome;
    const found = await measure(terminal, read.found, options);
    if (!asJson && !options.csv) return ok({ data: undefined, text: text(terminal, found, options) });
    await writeAll(asJson ? json(found, options) : csv(found));
    return ok(WRITTEN);
  },
});

export const calcMetricsCommands = [metrics];
