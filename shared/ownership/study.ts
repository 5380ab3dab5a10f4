import { reachable } from '../graph/csr.ts';
import { holdsOn } from '../model/dates.ts';
import type { RecordId } from '../model/ids.ts';
import { carriersOf } from './carriers.ts';
import { compile, type OwnershipGraph } from './compile.ts';
import { createControl } from './control.ts';
import { capTable, evaluateRule } from './evaluate-rule.ts';
import { explain, verdictFor } from './explain.ts';
import { type Finding, overlapFindings } from './findings.ts';
import { type InfluenceEdge, influenceOver, withControl, withInfluence } from './influence.ts';
import { createIntegrated } from './integrated.ts';
import { type Holding, holdingsOn } from './interest.ts';
import { opacityOf } from './opacity.ts';
import { rulesOn, THRESHOLD_RULES } from './rules.ts';
import { circles, longestChain, ultimateOwners } from './structure.ts';
import type { VerdictOf } from './support.ts';
import { MAJORITY } from './ticks.ts';

export type StudyInput = {
  readonly holdings: readonly Holding[];
  /** Ways of influence without a share. */
  readonly edges?: readonly InfluenceEdge[];
  readonly target: RecordId;
  readonly parties: readonly RecordId[];
  readonly opaque: readonly RecordId[];
  readonly day: string;
  /** Order of the evidence of two interests by their id: below 0 when the first is weaker. */
  readonly weaker: (a: string, b: string) => number;
  /** The sources that an interest rests on, by its id. */
  readonly sourcesOf?: (id: string) => readonly string[];
};

/** Other explanations that are told; there may be very many. */
const MOST_ALTERNATIVES = 5;
const CONTROL_RULE = 'vifo.control';

/**
 * Everything that the engine can say of one company on one day (CON-2): look-through shares, control, threshold rules,
 * the reason for the parties' control with its weakest link, what nobody sees, circles and data findings. Interests are
 * named by their record ids. Pure; cost grows with the part of the graph around the target.
 */
export function studyOwnership(input: StudyInput) {
  const { holdings: recorded, edges = [], target, parties, opaque, day } = input;
  const live = edges.filter((edge) => holdsOn(edge, day));
  const holdings = withControl(recorded, live);
  const current = holdingsOn(holdings, day);
  const capital = compile(current, 'capital');
  const votes = compile(current, 'votes');
  const nameAll = (nodes: readonly number[], graph = capital): RecordId[] =>
    nodes.map((node) => graph.ids[node] as RecordId);
  const held = capital.index.get(target);
  const tops = new Set(held === undefined ? [] : nameAll(ultimateOwners(capital, held)));
  const owners = held === undefined ? [] : ownersOf(capital, held, tops);
  const table = capTable(current);
  const rules = rulesOn(day);
  const controlRule = THRESHOLD_RULES.find(({ id }) => id === CONTROL_RULE) ?? THRESHOLD_RULES[0];
  if (!controlRule) throw new Error('there are no threshold rules');
  return {
    owners,
    controllers: controllersOf(votes, target),
    rules: rules.flatMap((rule) =>
      evaluateRule(rule, table, parties, target).map(({ parties: group, stakes, ...verdict }) => ({
        ...verdict,
        stakes: [...stakes],
        regime: rule.regime,
        operator: rule.operator,
        source: rule.source,
        confidence: rule.confidence,
        parties: [...group] as RecordId[],
      })),
    ),
    why: whyOf(current, verdictFor(controlRule, controlRule.levels[0] as number, parties, target), input),
    influence: whyOf(withInfluence(holdingsOn(recorded, day), live), influenceOver(parties, target), input),
    opacity: opacityOf(current, 'capital', target, opaque),
    circles: circles(capital).map(({ example }) => nameAll(example)),
    longestChain: held === undefined ? [target] : nameAll(longestChain(capital, held)),
    findings: [...capital.findings, ...votes.findings, ...overlapFindings(holdings)].map((finding) => ({
      ...finding,
      entities: [...finding.entities] as RecordId[],
      relations: placesOf(finding, holdings, current),
    })),
  };
}

/** A verdict for the parties, and why, named by records. */
function whyOf(holdings: readonly Holding[], verdictOf: VerdictOf, input: StudyInput) {
  const { parties, target, weaker, sourcesOf = () => [] } = input;
  const idAt = (places: readonly number[]): RecordId[] => places.map((i) => holdings[i]?.id as RecordId);
  const why = explain({
    holdings,
    parties,
    target,
    verdictOf,
    compare: (a, b) => weaker(holdings[a]?.id as string, holdings[b]?.id as string),
  });
  return {
    verdict: why.verdict,
    paths: why.paths.map(idAt),
    support: idAt(why.support),
    weakest: idAt(why.weakest),
    falls: why.falls.map(idAt),
    alternatives: why.alternatives.slice(0, MOST_ALTERNATIVES).map(idAt),
    carriers: carriersOf(holdings, why.support, verdictOf, sourcesOf) as RecordId[],
    cut: why.cut.support || why.cut.paths || why.cut.falls,
  };
}

const finite = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) ? value : null;

/** Look-through shares of everybody above a company, the largest first; costs what lies below its owners. */
function ownersOf(graph: OwnershipGraph, held: number, tops: ReadonlySet<RecordId>) {
  const rowOf = createIntegrated(graph);
  const above = reachable(graph.owners, [held]);
  return graph.ids
    .flatMap((id, node) => {
      const share = node !== held && above[node] ? rowOf(node).find((one) => one.held === held) : undefined;
      if (!share) return [];
      return [
        {
          owner: id as RecordId,
          ultimate: tops.has(id as RecordId),
          integrated: finite(share.integrated),
          corrected: finite(share.corrected),
          min: finite(share.range.min),
          max: finite(share.range.max),
        },
      ];
    })
    .sort((a, b) => (b.integrated ?? b.max ?? 1) - (a.integrated ?? a.max ?? 1));
}

/** Who commands a majority of the votes of the target by themselves, certain ones first. */
export function controllersOf(graph: ReturnType<typeof compile>, target: string) {
  const node = graph.index.get(target);
  if (node === undefined) return [];
  const commands = createControl(graph, MAJORITY);
  const above = reachable(graph.owners, [node]);
  return graph.ids
    .flatMap((id, seed) => {
      const found =
        id === target || !above[seed] ? undefined : commands([seed]).find((one) => one.node === node);
      return found && found.control !== 'excluded'
        ? [{ controller: id as RecordId, control: found.control, votes: found.votes }]
        : [];
    })
    .sort((a, b) => b.votes.min - a.votes.min || b.votes.max - a.votes.max);
}

/** Overlaps are found in the whole list, everything else in the interests of the day. */
const placesOf = (finding: Finding, all: readonly Holding[], current: readonly Holding[]): RecordId[] =>
  finding.holdings.map((i) => (finding.code === 'overlap' ? all : current)[i]?.id as RecordId);
