import { byRecord } from '../dossier/group.ts';
import { type Day, holdsOn } from '../model/dates.ts';
import type { RecordId } from '../model/ids.ts';
import { highestMarking } from '../model/marking.ts';
import { type BodyOf, ENTITY_TYPES, type EntityType } from '../model/records.ts';
import { asFraction, asNumber, inDays, inEuros } from './amount.ts';
import { edgeOf } from './edge-of.ts';
import type { CaseGraph, GraphNode } from './model.ts';
import { type GraphView, type GraphViews, saidOf } from './said.ts';
import { withStandby } from './substitutes.ts';

const GOVERNING: ReadonlySet<string> = new Set([
  'state',
  'government',
  'ministry',
  'agency',
  'regulator',
  'service',
  'localGovernment',
]);

const isEntity = (type: string): type is EntityType => ENTITY_TYPES.some((one) => one === type);

type EntityBody = {
  readonly name: string;
  readonly country?: string;
  readonly level?: string;
  readonly form?: string;
  readonly vital?: boolean;
};

function nodeOf(
  versions: GraphViews,
  claims: readonly GraphView[],
  sites: readonly RecordId[],
  day: Day,
): GraphNode {
  const [first] = versions;
  const said = saidOf(claims, day);
  const { name, country, level, form, vital } = first.body as EntityBody;
  const [sector] = said.words(first.type === 'process' ? 'processSector' : 'sector');
  return {
    record: first.record,
    type: first.type as EntityType,
    label: name,
    marking: highestMarking([...versions, ...claims].map(({ marking }) => marking)),
    ...(country === undefined ? {} : { country }),
    ...(sector === undefined ? {} : { sector }),
    vital: first.type === 'process' && vital === true,
    government:
      first.type === 'publicBody' &&
      GOVERNING.has(level ?? '') &&
      (country === undefined || country === 'NL'),
    vitalProvider: said.answer('vitalProvider'),
    sensitiveTechnology: said.answer('sensitiveTechnology'),
    vifoScope: said.answer('vifoScope'),
    opaque: form === 'unknown',
    sites,
    timeToRecover: said.amount('timeToRecover', inDays),
    timeToImpact: said.amount('timeToImpact', inDays),
    revenue: said.latest('revenue', inEuros),
    rdSpend: said.latest('rdSpend', inEuros),
    rdIntensity: said.latest('rdIntensity', asFraction),
    patents: said.latest('patents', asNumber),
    people: said.latest('employees', asNumber),
    support: said.support(versions.length > 1),
  };
}

/**
 * The graph of a case on a day out of its live versions: entities, relations and the claims about both, all filtered by
 * what was known, not yet by validity. Relations that do not hold on the day, and those that lead to a record that is
 * not there, are left out. Claims that compete span a range.
 */
export function caseGraph(views: readonly GraphView[], day: Day): CaseGraph {
  const claims = Map.groupBy(
    views.filter(({ type }) => type === 'claim'),
    ({ body }) => (body as BodyOf<'claim'>).subject,
  );
  const about = (record: RecordId): readonly GraphView[] => claims.get(record) ?? [];
  const grouped = byRecord(views);
  const names = new Map(
    grouped.flatMap(([first]) =>
      isEntity(first.type) ? [[first.record, (first.body as EntityBody).name] as const] : [],
    ),
  );
  const edges = grouped
    .filter(([first]) => first.type === 'relation' && holdsOn(first.body as BodyOf<'relation'>, day))
    .filter(([first]) => {
      const { from, to } = first.body as BodyOf<'relation'>;
      return names.has(from) && names.has(to);
    })
    .map((versions) => edgeOf(versions, about(versions[0].record), day, names));
  const sites = Map.groupBy(
    edges.filter(({ kind, exists }) => kind === 'location' && exists !== 'no'),
    ({ to }) => to,
  );
  const nodes = grouped
    .filter(([first]) => isEntity(first.type))
    .map((versions) => {
      const { record } = versions[0];
      return nodeOf(versions, about(record), (sites.get(record) ?? []).map(({ from }) => from).sort(), day);
    });
  const inOrder = <T extends { readonly record: string }>(list: readonly T[]): T[] =>
    [...list].sort((a, b) => (a.record < b.record ? -1 : a.record > b.record ? 1 : 0));
  return { nodes: inOrder(nodes), edges: inOrder(withStandby(edges, names)) };
}
