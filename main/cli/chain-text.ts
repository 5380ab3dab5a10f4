import {
  amountText,
  type ChainWords,
  daysText,
  findingText,
  gapText,
  lengthText,
  namesText,
  oneStop,
} from '#shared/chain/wording.ts';
import { dateText } from '#shared/dossier/compose/wording.ts';
import type { GraphEdge } from '#shared/graph/model.ts';
import { LOCALES } from '#shared/i18n/index.ts';
import type { chainContract } from '#shared/ipc/chain.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';
import { columns, wrap } from './layout.ts';
import { plainText } from './share-text.ts';
import type { Terminal } from './terminal.ts';

type Graph = OutputOf<(typeof chainContract)['chain.graph']>;
type Whole = Pick<OutputOf<(typeof chainContract)['chain.study']>, 'target' | 'study' | 'suggestions'> &
  OutputOf<(typeof chainContract)['chain.points']> & {
    readonly concentration: OutputOf<(typeof chainContract)['chain.concentration']>['rows'];
    readonly ranking: OutputOf<(typeof chainContract)['chain.ranking']>['ranked'];
  };

/** Rows of a table on the screen of a terminal; the whole is in the JSON. */
const MOST = 20;

const prose = (text: string): string[] => wrap(text, '  ');

/** What follows when a company stops, as the window tells it: the verdict first. */
export function chainLines({ t, lang }: Terminal, graph: Graph, whole: Whole, day: string): string[] {
  const names = new Map(graph.nodes.map(({ record, label }) => [record, plainText(label)]));
  const edges = new Map(graph.edges.map((edge) => [edge.record, edge as GraphEdge]));
  const words: ChainWords = {
    t,
    lang,
    nameOf: (record) => names.get(record) ?? record,
    edgeOf: (record) => edges.get(record),
  };
  const { study, target } = whole;
  const name = plainText(target.label);
  const count = (verdict: 'certain' | 'possible'): number =>
    study.processes.filter(({ hit }) => hit?.verdict === verdict).length;
  const verdicts = (['certain', 'possible'] as const).filter((verdict) => count(verdict) > 0);
  const { direct, indirect } = study.dependants;
  return [
    t('chain.head.about', { name, day: dateText(day, t) }),
    ...(verdicts.length === 0
      ? [t('chain.head.none')]
      : verdicts.map((verdict) => t(`chain.head.${verdict}`, { count: count(verdict) }))),
    ...prose(oneStop(t('chain.head.dependants', { name, direct, indirect }))),
    ...prose(t('chain.scope')),
    '',
    t('chain.findings.title'),
    ...findingLines(words, whole),
    '',
    t('chain.points.title'),
    ...pointLines(words, whole),
    '',
    t('chain.points.survival'),
    ...survivalLines(words, whole),
    '',
    t('chain.concentration.title'),
    ...concentrationLines(words, whole),
    '',
    t('chain.ranking.title'),
    ...rankingLines(words, whole),
  ];
}

function findingLines(words: ChainWords, { findings }: Whole): string[] {
  const { t, nameOf } = words;
  if (findings.length === 0) return prose(t('chain.findings.none'));
  return findings.flatMap((finding) => [
    ...prose(`${t(`chain.verdict.${finding.verdict}`)}: ${findingText(words, finding)}`),
    ...finding.relations.flatMap((relation) => {
      const edge = words.edgeOf(relation);
      if (edge === undefined) return [];
      const { grade } = edge.support;
      const graded = grade === undefined ? '' : ` [${grade.reliability}${grade.credibility}]`;
      const what = edge.products.map((product) => plainText(product.name)).join(', ');
      return `    ${nameOf(edge.from)} → ${nameOf(edge.to)}${what === '' ? '' : ` (${what})`}${graded}`;
    }),
    ...finding.gaps.map((gap) => `    ? ${gapText(words, gap)}`),
  ]);
}

/** A table on the screen: its head and the first rows, and that there are more. */
export const limited = (lines: readonly string[]): string[] =>
  lines.length > MOST + 1 ? [...lines.slice(0, MOST + 1), '  …'] : [...lines];

function pointLines(words: ChainWords, { points, of }: Whole): string[] {
  const { t, nameOf } = words;
  if (points.length === 0) return prose(t('chain.points.none'));
  const head = ['node', 'verdict', 'when', 'lines', 'reaches'] as const;
  const rows = points.map(({ node, verdict, hits, degree, degreeRank }) => {
    const [first] = hits.filter((hit) => hit.verdict === verdict);
    return [
      nameOf(node),
      t(`chain.verdict.${verdict}`),
      first === undefined ? '' : lengthText(words, first.from, verdict === 'certain' ? first.to : first.from),
      t('chain.points.linesValue', { degree, rank: degreeRank, of }),
      namesText(
        words,
        hits.map((hit) => hit.node),
      ),
    ];
  });
  return limited(columns([head.map((key) => t(`chain.points.${key}`)), ...rows], '  '));
}

function survivalLines(words: ChainWords, { study, target }: Whole): string[] {
  const { t } = words;
  if (study.survival.length === 0)
    return prose(t('chain.points.noInputs', { name: plainText(target.label) }));
  const head = ['input', 'survive', 'replace', 'gap'] as const;
  const rows = study.survival.map(({ input, survive, replace, known, gap }) => [
    plainText(input),
    daysText(words, survive, known.survive),
    daysText(words, replace, known.replace),
    t(`chain.points.gapWord.${gap}`),
  ]);
  return limited(columns([head.map((key) => t(`chain.points.${key}`)), ...rows], '  '));
}

function concentrationLines(words: ChainWords, { concentration }: Whole): string[] {
  const { t, lang, nameOf } = words;
  if (concentration.length === 0) return prose(t('chain.concentration.none'));
  const figure = new Intl.NumberFormat(LOCALES[lang], { maximumFractionDigits: 2 });
  const said = (ends: { readonly min: number; readonly max: number } | null): string => {
    if (ends === null) return t('chain.unknown.notRecorded');
    const [low, high] = [figure.format(ends.min), figure.format(ends.max)];
    return low === high ? high : t('chain.time.span', { from: low, to: high });
  };
  const rows = concentration.map(({ input, customer, supplier, country, owner }) => [
    plainText(input),
    nameOf(customer),
    said(supplier),
    said(country),
    said(owner),
  ]);
  const head = [
    t('chain.points.input'),
    ...(['customer', 'bySupplier', 'byCountry', 'byOwner'] as const).map((key) =>
      t(`chain.concentration.${key}`),
    ),
  ];
  return limited(columns([head, ...rows], '  '));
}

function rankingLines(words: ChainWords, { ranking }: Whole): string[] {
  const { t, nameOf } = words;
  const rows = ranking.map(({ node, loss, hit, vital }) => [
    nameOf(node),
    amountText(words, { kind: 'range', min: loss.min, max: loss.max }, 'share'),
    `${hit.certain} (+${hit.possible})`,
    `${vital.certain} (+${vital.possible})`,
  ]);
  const head = [
    t('chain.points.node'),
    ...(['loss', 'hit', 'vital'] as const).map((key) => t(`chain.ranking.${key}`)),
  ];
  return [...prose(t('chain.ranking.lead')), ...limited(columns([head, ...rows], '  '))];
}
