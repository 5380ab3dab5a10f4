import type { ChainStudy } from '../chain/study.ts';
import type { RecordId } from '../model/ids.ts';
import { type Amount, boundsOf } from './amount.ts';
import { essentialWays } from './essential-ways.ts';
import type { CaseGraph, GraphEdge } from './model.ts';

/** What the chain says about indicators IND-1 to IND-3 and scope case SC-2. A suggestion: never filled in by itself. */
export const SUGGESTED = ['IND-1', 'IND-2', 'IND-3', 'SC-2'] as const;
export type Suggested = (typeof SUGGESTED)[number];

/** How far it points that way; `open`: what would tell is not recorded. No level, no score. */
export type Strength = 'strong' | 'some' | 'none' | 'open';

/** A reason in a form that can be put into words, with the relations that it rests on. */
export type Reason = { readonly relations: readonly RecordId[] } & (
  | {
      readonly code: 'gapCertain' | 'gapPossible' | 'noSubstitute' | 'substitute';
      readonly count: number;
    }
  | { readonly code: 'dependants'; readonly direct: number; readonly indirect: number }
  | { readonly code: 'government' | 'processCertain' | 'processPossible'; readonly count: number }
  | { readonly code: 'research'; readonly intensity: Amount; readonly partners: number }
  | { readonly code: 'scopePath'; readonly nodes: readonly RecordId[] }
  | { readonly code: 'notMapped' | 'processNone' | 'scopeOwn' | 'scopeOwnOpen' | 'scopeNone' }
);
export type Suggestion = {
  readonly about: Suggested;
  readonly strength: Strength;
  readonly reasons: readonly Reason[];
};

const ids = (edges: readonly GraphEdge[]): RecordId[] => edges.map(({ record }) => record);

/** Whether replacing takes longer than the stock lasts. What is not recorded may be anything. */
function gapOf({ stockCover, timeToReplace }: GraphEdge): 'certain' | 'possible' | 'none' {
  const [least, most] = boundsOf(stockCover);
  const [soonest, latest] = boundsOf(timeToReplace);
  return soonest > most ? 'certain' : latest > least ? 'possible' : 'none';
}

/** Suggestions for a company, each with its reasons; in the order of the letter. */
export function suggestionsOf(graph: CaseGraph, study: ChainStudy): Suggestion[] {
  const supplies = graph.edges.filter(
    ({ from, flow, kind }) => from === study.target && flow && kind !== 'develops',
  );
  const essential = supplies.filter((edge) => edge.essential === 'yes');
  return [
    noSubstitute(supplies, essential),
    crucialPosition(study, supplies),
    vitalImportance(study),
    essentialSupplier(graph, study),
  ];
}

function noSubstitute(supplies: readonly GraphEdge[], essential: readonly GraphEdge[]): Suggestion {
  const certain = essential.filter((edge) => gapOf(edge) === 'certain');
  const possible = essential.filter((edge) => gapOf(edge) === 'possible');
  const without = essential.filter(({ substitutes }) => substitutes.length === 0);
  const others = essential.filter(({ substitutes }) => substitutes.length > 0);
  const strength: Strength =
    certain.length > 0 ? 'strong' : possible.length > 0 ? 'some' : essential.length === 0 ? 'open' : 'none';
  return {
    about: 'IND-1',
    strength,
    reasons: [
      ...notMapped(supplies),
      ...counted('gapCertain', certain),
      ...counted('gapPossible', possible),
      ...counted('noSubstitute', without),
      ...counted('substitute', others),
    ],
  };
}

/** That nothing is recorded says nothing: it is not the same as that nobody depends on it. */
const notMapped = (supplies: readonly GraphEdge[]): Reason[] =>
  supplies.length === 0 ? [{ code: 'notMapped', relations: [] }] : [];

const counted = (
  code: 'gapCertain' | 'gapPossible' | 'noSubstitute' | 'substitute',
  edges: readonly GraphEdge[],
): Reason[] => (edges.length === 0 ? [] : [{ code, count: edges.length, relations: ids(edges) }]);

function crucialPosition({ dependants, research }: ChainStudy, supplies: readonly GraphEdge[]): Suggestion {
  const { direct, indirect, government } = dependants;
  const reasons: Reason[] =
    supplies.length === 0
      ? notMapped(supplies)
      : [{ code: 'dependants', direct, indirect, relations: ids(supplies) }];
  if (government.length > 0) reasons.push({ code: 'government', count: government.length, relations: [] });
  if (research !== undefined && (research.partners.length > 0 || research.intensity.kind !== 'unknown')) {
    reasons.push({
      code: 'research',
      intensity: research.intensity,
      partners: research.partners.length,
      relations: research.partners.map(({ relation }) => relation),
    });
  }
  const all = direct + indirect;
  return {
    about: 'IND-2',
    strength: supplies.length === 0 ? 'open' : all === 0 ? 'none' : government.length > 0 ? 'strong' : 'some',
    reasons,
  };
}

function vitalImportance({ processes }: ChainStudy): Suggestion {
  const of = (verdict: 'certain' | 'possible') => processes.filter(({ hit }) => hit?.verdict === verdict);
  const [certain, possible] = [of('certain'), of('possible')];
  const proof = (studied: typeof certain): RecordId[] => [
    ...new Set(studied.flatMap(({ hit }) => hit?.proof ?? [])),
  ];
  const reasons: Reason[] = [];
  if (certain.length > 0)
    reasons.push({ code: 'processCertain', count: certain.length, relations: proof(certain) });
  if (possible.length > 0)
    reasons.push({ code: 'processPossible', count: possible.length, relations: proof(possible) });
  if (reasons.length === 0) reasons.push({ code: 'processNone', relations: [] });
  const strength =
    certain.length > 0 ? 'strong' : possible.length > 0 ? 'some' : processes.length > 0 ? 'none' : 'open';
  return { about: 'IND-3', strength, reasons };
}

/**
 * SC-2: an essential supplier of a vital provider or of a company in sensitive technology, not within the scope itself.
 */
function essentialSupplier(graph: CaseGraph, { target }: ChainStudy): Suggestion {
  const own = graph.nodes.find(({ record }) => record === target);
  const inScope = own?.vitalProvider === 'yes' || own?.vifoScope === 'yes';
  const { nodes: found, relations } = essentialWays(
    graph,
    target,
    ({ vitalProvider, sensitiveTechnology }) => vitalProvider === 'yes' || sensitiveTechnology === 'yes',
  );
  const reasons: Reason[] = [
    found.length > 0 ? { code: 'scopePath', nodes: found, relations } : { code: 'scopeNone', relations: [] },
  ];
  if (inScope) reasons.push({ code: 'scopeOwn', relations: [] });
  else if (own?.vifoScope === 'unknown') reasons.push({ code: 'scopeOwnOpen', relations: [] });
  const strength = inScope || found.length === 0 ? 'none' : own?.vifoScope === 'unknown' ? 'open' : 'strong';
  return { about: 'SC-2', strength, reasons };
}
