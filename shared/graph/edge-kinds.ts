import type { RelationKind } from '../model/properties.ts';
import type { EdgeKind } from './model.ts';

/**
 * How a kind of relation stands in the graph: its kind of edge, and whether it runs against the relation. An edge runs
 * from what is needed to who needs it, so "A depends on B" becomes an edge from B to A.
 */
export const EDGE_OF: Readonly<
  Record<RelationKind, { readonly kind: EdgeKind; readonly turned: boolean; readonly directed: boolean }>
> = {
  supplies: { kind: 'supply', turned: false, directed: true },
  dependsOn: { kind: 'depends', turned: true, directed: true },
  licenses: { kind: 'licence', turned: false, directed: true },
  operates: { kind: 'operates', turned: false, directed: true },
  partOf: { kind: 'partOf', turned: false, directed: true },
  develops: { kind: 'develops', turned: false, directed: true },
  employs: { kind: 'people', turned: true, directed: true },
  directs: { kind: 'people', turned: false, directed: true },
  collaborates: { kind: 'collaborates', turned: false, directed: false },
  contracts: { kind: 'contract', turned: false, directed: false },
  locatedAt: { kind: 'location', turned: true, directed: true },
  owns: { kind: 'owns', turned: false, directed: true },
  controls: { kind: 'controls', turned: false, directed: true },
  influences: { kind: 'influence', turned: false, directed: true },
  finances: { kind: 'finance', turned: false, directed: true },
};

/** The kind of a flow that is recorded as data or infrastructure. */
export function kindOfNature(natures: readonly string[], kind: EdgeKind): EdgeKind {
  if (natures.includes('data')) return 'data';
  return natures.includes('infrastructure') || natures.includes('energy') ? 'infrastructure' : kind;
}
