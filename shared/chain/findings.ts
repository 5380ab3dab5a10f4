import type { CaseGraph } from '../graph/model.ts';
import type { RecordId } from '../model/ids.ts';
import type { Gap } from './gaps.ts';
import type { Verdict } from './impact.ts';
import type { Points } from './points.ts';
import type { ChainStudy } from './study.ts';

/**
 * Something worth reading, with what it rests on. `relations` are its proof in the order of the loss, `gaps` what is
 * missing to be sure, `falls` the relations without which it would not hold. The words are in `wording.ts`.
 */
export type Finding = {
  readonly verdict: Verdict;
  readonly relations: readonly RecordId[];
  readonly gaps: readonly Gap[];
  readonly falls: readonly RecordId[];
} & (
  | {
      /** When the target stops, a vital process is hit. */
      readonly code: 'processHit';
      readonly node: RecordId;
      readonly process: RecordId;
      readonly from: number;
      readonly to: number | null;
      readonly via: readonly RecordId[];
      readonly noSecond: readonly RecordId[];
    }
  | {
      /** Sources that look like alternatives rest on one node. */
      readonly code: 'sharedRoot';
      readonly node: RecordId;
      readonly customer: RecordId;
      readonly input: string;
      readonly sources: readonly RecordId[];
      /** Vital processes that its stop reaches, and from which day. */
      readonly processes: readonly RecordId[];
      readonly from: number | null;
      /** These are reached for certain; else all that may be. */
      readonly sure: boolean;
    }
  | {
      /** A single point that counting lines would not bring to the fore. */
      readonly code: 'hiddenPoint';
      readonly node: RecordId;
      readonly processes: readonly RecordId[];
      readonly from: number;
      readonly to: number | null;
      readonly degree: number;
      readonly degreeRank: number;
      readonly of: number;
    }
  | {
      /** The target runs out of an essential input before it can be replaced. */
      readonly code: 'stockGap';
      readonly node: RecordId;
      readonly input: string;
      readonly sources: readonly RecordId[];
      readonly survive: { readonly min: number; readonly max: number | null };
      readonly replace: { readonly min: number; readonly max: number | null };
    }
);
export type FindingCode = Finding['code'];

/** A place by number of lines that nobody would look at first. */
const FEW_LINES_RANK = 5;

/** All findings about a company, the certain first; `points` of the whole case where they have been computed. */
export function findingsOf(graph: CaseGraph, study: ChainStudy, points: Points | null): Finding[] {
  const byRecord = new Map(graph.edges.map((edge) => [edge.record, edge]));
  const viaOf = (proof: readonly RecordId[], process: RecordId): RecordId[] => {
    const nodes = proof.flatMap((record) => {
      const edge = byRecord.get(record);
      return edge === undefined ? [] : [edge.from, edge.to];
    });
    return [...new Set(nodes)].filter((node) => node !== study.target && node !== process);
  };
  const hits = study.processes.flatMap(({ process, hit, gaps, falls, noSecond }): Finding[] =>
    hit === null
      ? []
      : [
          {
            code: 'processHit',
            node: study.target,
            process,
            verdict: hit.verdict,
            from: hit.from,
            to: hit.to,
            via: viaOf(hit.proof, process),
            noSecond,
            relations: hit.proof,
            gaps,
            falls,
          },
        ],
  );
  const found = [...hits, ...pointFindings(points, study.target), ...stockFindings(study)];
  const order: readonly FindingCode[] = ['processHit', 'sharedRoot', 'hiddenPoint', 'stockGap'];
  return found.sort(
    (a, b) =>
      Number(a.verdict === 'possible') - Number(b.verdict === 'possible') ||
      order.indexOf(a.code) - order.indexOf(b.code) ||
      startOf(a) - startOf(b),
  );
}

const startOf = (finding: Finding): number =>
  finding.code === 'stockGap' ? finding.survive.min : (finding.from ?? Number.POSITIVE_INFINITY);

function pointFindings(points: Points | null, target: RecordId): Finding[] {
  if (points === null) return [];
  const of = new Map(points.points.map((point) => [point.node, point]));
  const shared = points.shared.map(({ root, customer, input, sources, verdict, relations }): Finding => {
    const all = of.get(root)?.hits ?? [];
    const certain = all.filter((hit) => hit.verdict === 'certain');
    const hits = certain.length > 0 ? certain : all;
    return {
      code: 'sharedRoot',
      node: root,
      customer,
      input,
      sources,
      verdict,
      processes: hits.map(({ node }) => node),
      from: hits[0]?.from ?? null,
      sure: certain.length > 0,
      relations,
      gaps: [],
      falls: relations,
    };
  });
  const told = new Set(points.shared.map(({ root }) => root));
  const hidden = points.points
    .filter(
      ({ node, verdict, direct, degreeRank }) =>
        verdict === 'certain' && !direct && degreeRank > FEW_LINES_RANK && node !== target && !told.has(node),
    )
    .map((point): Finding => {
      const [soonest] = point.hits.filter((hit) => hit.verdict === 'certain');
      return {
        code: 'hiddenPoint',
        node: point.node,
        processes: point.hits.filter(({ verdict }) => verdict === 'certain').map(({ node }) => node),
        verdict: 'certain',
        from: soonest?.from ?? 0,
        to: soonest?.to ?? null,
        degree: point.degree,
        degreeRank: point.degreeRank,
        of: points.of,
        relations: soonest?.proof ?? [],
        gaps: [],
        falls: [],
      };
    });
  return [...shared, ...hidden];
}

const stockFindings = ({ survival, target }: ChainStudy): Finding[] =>
  survival
    .filter(({ essential, gap }) => essential === 'yes' && gap !== 'none')
    .map(
      ({ input, sources, relations, survive, replace, gap, known }): Finding => ({
        code: 'stockGap',
        node: target,
        input,
        sources,
        survive,
        replace,
        verdict: gap === 'certain' ? 'certain' : 'possible',
        relations,
        gaps: relations.flatMap((relation): Gap[] => [
          ...(known.survive ? [] : [{ relation, kind: 'stockCover' as const }]),
          ...(known.replace ? [] : [{ relation, kind: 'timeToReplace' as const }]),
        ]),
        falls: relations,
      }),
    );
