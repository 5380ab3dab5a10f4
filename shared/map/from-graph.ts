import { type Amount, boundsOf, isKnown } from '../graph/amount.ts';
import type { CaseGraph, GraphEdge, GraphNode, Support } from '../graph/model.ts';
import { countryText } from '../i18n/codes.ts';
import { type Lang, LOCALES, type Translate } from '../i18n/index.ts';
import type { Flag, MapCard, MapLink, MapModel } from './model.ts';

export type MapWords = { readonly t: Translate; readonly lang: Lang };

/** The network of a case as cards and links, with the words that stand on them; by name, so that ids do not matter. */
export function mapModel(graph: CaseGraph, words: MapWords): MapModel {
  const process = servedProcess(graph);
  const cards = graph.nodes.map((node) => cardOf(node, process.get(node.record), words));
  const compare = new Intl.Collator(LOCALES[words.lang]).compare;
  cards.sort((a, b) => compare(a.label, b.label) || (a.id < b.id ? -1 : 1));
  const place = new Map(cards.map(({ id }, i) => [id, i]));
  const links = graph.edges
    .filter(({ from, to }) => place.has(from) && place.has(to) && from !== to)
    .map((edge) => linkOf(edge, words));
  const at = (id: string): number => place.get(id) ?? 0;
  links.sort(
    (a, b) =>
      at(a.from) - at(b.from) ||
      at(a.to) - at(b.to) ||
      (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) ||
      compare(a.label, b.label) ||
      (a.id < b.id ? -1 : 1),
  );
  return { cards, links };
}

/** Nothing said of a card is nothing wrong with it; of a link it is: that it is there must come from somewhere. */
const flagsOfCard = (support: Support): Flag[] =>
  flagsOf(support).filter((flag) => flag !== 'unsourced' || support.claims.length > 0);

const flagsOf = ({ disputed, unsourced, assumed, conflict }: Support): Flag[] => [
  ...(disputed.length > 0 ? (['disputed'] as const) : []),
  ...(unsourced ? (['unsourced'] as const) : []),
  ...(assumed ? (['assumed'] as const) : []),
  ...(conflict ? (['conflict'] as const) : []),
];

function cardOf(node: GraphNode, process: string | undefined, words: MapWords): MapCard {
  const { country, sector } = node;
  const figure = figureOf(node, words);
  // The name of a country where it is all there is room for, its code beside a figure.
  const where =
    country === undefined ? undefined : figure === undefined ? countryText(country, words.lang) : country;
  return {
    id: node.record,
    type: node.type,
    label: node.label,
    meta: [where, figure].filter((part) => part !== undefined).join(' · '),
    ...(country === undefined ? {} : { country }),
    ...(sector === undefined ? {} : { sector }),
    ...(process === undefined ? {} : { process }),
    marking: node.marking,
    vital: node.vital,
    government: node.government,
    opaque: node.opaque,
    flags: flagsOfCard(node.support),
  };
}

/** The one figure that stands on a card: what it earns, or how long a process can do without. */
function figureOf(node: GraphNode, words: MapWords): string | undefined {
  if (node.type === 'process')
    return isKnown(node.timeToImpact)
      ? words.t('map.card.impact', { time: daysText(node.timeToImpact, words) })
      : undefined;
  if (isKnown(node.revenue)) return moneyText(node.revenue, words);
  return isKnown(node.people)
    ? words.t('map.card.people', { count: rounded(boundsOf(node.people)[0], words) })
    : undefined;
}

const rounded = (value: number, { lang }: MapWords): string =>
  new Intl.NumberFormat(LOCALES[lang], { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);

const span = (low: string, high: string): string => (low === high ? low : `${low}–${high}`);

/** An amount of money short enough for a card; a range keeps both its ends. */
export function moneyText(amount: Amount, { lang, t }: MapWords): string {
  const [low, high] = boundsOf(amount);
  const one = (value: number): string =>
    new Intl.NumberFormat(LOCALES[lang], { notation: 'compact', maximumSignificantDigits: 3 }).format(value);
  if (!Number.isFinite(high)) return t('map.card.atLeast', { amount: `€ ${one(low)}` });
  return `€ ${span(one(low), one(high))}`;
}

const UNITS = [
  { unit: 'months', from: 183, days: 365.25 / 12 },
  { unit: 'weeks', from: 14, days: 7 },
  { unit: 'days', from: 0, days: 1 },
] as const;

/** A length of time short enough for a card. */
export function daysText(amount: Amount, words: MapWords): string {
  const [low, high] = boundsOf(amount);
  const long = Number.isFinite(high) ? high : low;
  const { unit, days } = UNITS.find(({ from }) => long >= from) ?? UNITS[2];
  const one = (value: number): string => rounded(Math.round(value / days), words);
  const text = words.t(`map.card.${unit}`, { span: span(one(low), one(long)) });
  return Number.isFinite(high) ? text : words.t('map.card.atLeast', { amount: text });
}

function linkOf(edge: GraphEdge, words: MapWords): MapLink {
  const { support, validFrom, validTo } = edge;
  const sure = edge.exists === 'yes' && !support.assumed && support.certainty !== 'assumption';
  return {
    id: edge.record,
    from: edge.from,
    to: edge.to,
    kind: edge.kind,
    flow: edge.flow,
    directed: edge.directed,
    essential: edge.essential === 'yes',
    singleSource: edge.singleSource === 'yes',
    known: sure,
    standby: edge.state !== 'current',
    denied: edge.exists === 'no',
    label: labelOf(edge, words),
    marking: edge.marking,
    flags: flagsOf(support),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
  };
}

/** What is supplied and how much of it, or what the relation is called. */
function labelOf(edge: GraphEdge, words: MapWords): string {
  const what = edge.products.length > 0 ? edge.products.map(({ name }) => name).join(', ') : edge.label;
  const [low, high] = boundsOf(edge.share, 0, 1);
  const percent = (value: number): string =>
    new Intl.NumberFormat(LOCALES[words.lang], { style: 'percent', maximumFractionDigits: 0 }).format(value);
  const share = isKnown(edge.share) ? span(percent(low), percent(high)) : undefined;
  return [what, share].filter((part) => part !== undefined && part !== '').join(' · ');
}

/** The vital process at the shortest distance downstream, by node. */
function servedProcess({ nodes, edges }: CaseGraph): ReadonlyMap<string, string> {
  const into = Map.groupBy(
    edges.filter(({ flow }) => flow),
    ({ to }) => to,
  );
  const served = new Map<string, string>();
  const queue = nodes.filter(({ vital }) => vital).map(({ record, label }) => ({ record, label }));
  queue.sort((a, b) => (a.label < b.label ? -1 : 1));
  for (const { record, label } of queue) {
    if (served.has(record)) continue;
    served.set(record, label);
    for (const { from } of into.get(record) ?? []) queue.push({ record: from, label });
  }
  return served;
}
