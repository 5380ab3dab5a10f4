import type { Ends, Index } from '../concentration/hhi.ts';
import type { Source } from '../concentration/inputs.ts';
import { type Concentration, studyInput } from '../concentration/study.ts';
import { boundsOf } from '../graph/amount.ts';
import { inputsByNode } from '../graph/inputs.ts';
import type { CaseGraph, GraphEdge } from '../graph/model.ts';
import type { RecordId } from '../model/ids.ts';
import { compile } from '../ownership/compile.ts';
import type { Holding } from '../ownership/interest.ts';
import { controllersOf } from '../ownership/study.ts';

/** How concentrated one input of a customer is: by supplier, country, ultimate owner and site. */
export type InputConcentration = {
  readonly customer: RecordId;
  readonly input: string;
  readonly relations: readonly RecordId[];
  readonly sources: readonly RecordId[];
  readonly supplier: Index | null;
  readonly country: Index | null;
  readonly owner: Index | null;
  readonly site: Index | null;
  readonly outsideEu: Ends | null;
  readonly open: Ends;
  readonly contradictory: boolean;
  readonly verdicts: Concentration['verdicts'];
  /** The ultimate owner of each source of whom one is certain. */
  readonly owners: readonly { readonly source: RecordId; readonly owner: RecordId }[];
};

/** Kinds of which several sources can each have a share. */
const SHARED: ReadonlySet<GraphEdge['kind']> = new Set(['supply', 'data', 'infrastructure', 'licence']);

/**
 * Concentration of the inputs of a graph; `of` leaves out other customers. An owner counts only when control is certain
 * (by shared/ownership); of the others it is not known whose they are.
 */
export function concentrationOf(
  graph: CaseGraph,
  holdings: readonly Holding[],
  of?: RecordId,
): InputConcentration[] {
  const nodes = new Map(graph.nodes.map((node) => [node.record, node]));
  const ownerOf = createOwners(holdings);
  const inputs = [...inputsByNode(graph).values()].flat();
  return inputs
    .filter(
      ({ to, sources }) => (of === undefined || to === of) && sources.every(({ kind }) => SHARED.has(kind)),
    )
    .map(({ to, label, sources }): InputConcentration => {
      const listed = sources.map((edge): Source => {
        const node = nodes.get(edge.from);
        const [min, max] = boundsOf(edge.share, 0, 1);
        const [site, ...others] = node?.sites ?? [];
        return {
          id: edge.from,
          share: { min, max: Math.min(1, max) },
          country: node?.country,
          owner: ownerOf(edge.from),
          site: others.length === 0 ? site : undefined,
        };
      });
      const found = studyInput(label, listed);
      return {
        customer: to,
        input: label,
        relations: sources.map(({ record }) => record),
        sources: sources.map(({ from }) => from),
        supplier: found.supplier ?? null,
        country: found.groups.country ?? null,
        owner: found.groups.owner ?? null,
        site: found.groups.site ?? null,
        outsideEu: found.outsideEu ?? null,
        open: found.open,
        contradictory: found.contradictory,
        verdicts: found.verdicts,
        owners: listed.flatMap(({ id, owner }) =>
          owner === undefined ? [] : [{ source: id as RecordId, owner: owner as RecordId }],
        ),
      };
    })
    .sort((a, b) => (b.supplier?.min ?? 0) - (a.supplier?.min ?? 0) || a.input.localeCompare(b.input));
}

/** Who controls a company for certain and is controlled by nobody else; undefined when nobody can be shown to. */
function createOwners(holdings: readonly Holding[]): (company: RecordId) => RecordId | undefined {
  const votes = compile(holdings, 'votes');
  return (company) => {
    const certain = controllersOf(votes, company)
      .filter(({ control }) => control === 'certain')
      .map(({ controller }) => controller);
    const tops = certain.filter(
      (one) => !controllersOf(votes, one).some(({ control }) => control === 'certain'),
    );
    return tops.length === 1 ? tops[0] : undefined;
  };
}
