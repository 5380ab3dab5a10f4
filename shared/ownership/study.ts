import { reachable } from '../graph/csr.ts';
import type { RecordId } from '../model/ids.ts';
import { compile, type OwnershipGraph } from './compile.ts';
import { createControl } from './control.ts';
import { capTable, evaluateRule } from './evaluate-rule.ts';
import { explain, verdictFor } from './explain.ts';
import { type Finding, overlapFindings } from './findings.ts';
import { createIntegrated } from './integrated.ts';
import { type Holding, holdingsOn } from './interest.ts';
import { opacityOf } from './opacity.ts';
import { rulesOn, THRESHOLD_RULES } from './rules.ts';
import { circles, longestChain, ultimateOwners } from './structure.ts';
import { MAJORITY } from './ticks.ts';

export type StudyInput = {
  readonly holdings: readonly Holding[];
  readonly target: RecordId;
  readonly parties: readonly RecordId[];
  readonly opaque: readonly RecordId[];
  readonly day: string;
  /** Order of the evidence of two interests by their id: below 0 when the first is weaker. */
  readonly weaker: (a: string, b: string) => number;
};

const CONTROL_RULE = 'vifo.control';

/**
 * Everything that the engine can say of one company on one day (CON-2): look-through shares, control, threshold rules,
 * the reason for the parties' control with its weakest link, what nobody sees, circles and data findings. Interests are
 * named by their record ids. Pure; cost grows with the part of the graph around the target.
 */
export function studyOwnership({ holdings, target, parties, opaque, day, weaker }: StudyInput) {
  const current = holdingsOn(holdings, day);
  const idAt = (places: readonly number[]): RecordId[] => places.map((i) => current[i]?.id as RecordId);
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
  const why = explain({
    holdings: current,
    parties,
    target,
    verdictOf: verdictFor(controlRule, controlRule.levels[0] as number, parties, target),
    compare: (a, b) => weaker(current[a]?.id as string, current[b]?.id as string),
  });
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
    why: {
      verdict: why.verdict,
      paths: why.paths.map(idAt),
      support: idAt(why.support),
      weakest: idAt(why.weakest),
      falls: why.falls.map(idAt),
      cut: why.cut.support || why.cut.paths || why.cut.falls,
    },
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
