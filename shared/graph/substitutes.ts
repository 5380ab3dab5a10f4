import type { Names } from './edge-of.ts';
import type { GraphEdge, Substitute } from './model.ts';

const serveOneInput = (a: GraphEdge, b: GraphEdge): boolean =>
  a.to === b.to && a.inputs.some(({ key }) => b.inputs.some((other) => other.key === key));

/**
 * Adds to every supply the sources that are recorded as supplies on standby (qualified, or still to be qualified) for
 * the same input of the same customer. One that is named in a claim as well is listed once, with its own time.
 */
export function withStandby(edges: readonly GraphEdge[], names: Names): GraphEdge[] {
  const standby = Map.groupBy(
    edges.filter(({ state, exists }) => state !== 'current' && exists !== 'no'),
    ({ to }) => to,
  );
  return edges.map((edge) => {
    if (!edge.flow) return edge;
    const found = (standby.get(edge.to) ?? [])
      .filter((other) => other.from !== edge.from && serveOneInput(edge, other))
      .map(
        (other): Substitute => ({
          name: names.get(other.from) ?? '…',
          record: other.from,
          edge: other.record,
          timeToQualify: other.state === 'qualified' ? { kind: 'exact', value: 0 } : other.timeToQualify,
          claims: other.support.claims,
        }),
      );
    if (found.length === 0) return edge;
    const named = new Set(found.map(({ record }) => record));
    return {
      ...edge,
      substitutes: [
        ...edge.substitutes.filter(({ record }) => record === undefined || !named.has(record)),
        ...found,
      ],
    };
  });
}
