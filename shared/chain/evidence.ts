import type { GraphEdge, Support } from '../graph/model.ts';
import { CREDIBILITIES, RELIABILITIES } from '../model/grade.ts';
import type { RecordId } from '../model/ids.ts';

/** How weak the evidence of an edge is: nothing said of it, then the grade, letter before figure; no source counts. */
const weakness = ({ grade, unsourced, assumed }: Support): number => {
  if (grade === undefined) return 100;
  return (
    10 * RELIABILITIES.indexOf(grade.reliability) +
    CREDIBILITIES.indexOf(grade.credibility) +
    (unsourced ? 50 : 0) +
    (assumed ? 50 : 0)
  );
};

/** An order of relations, the weakest evidence first. */
export function weakestFirst(edges: readonly GraphEdge[]): (a: RecordId, b: RecordId) => number {
  const by = new Map(edges.map(({ record, support }) => [record, weakness(support)]));
  return (a, b) => (by.get(b) ?? 0) - (by.get(a) ?? 0) || (a < b ? -1 : 1);
}
