import type { EdgeKind } from '../../graph/model.ts';
import type { MapLink } from '../model.ts';

/** Heads of arrows. Each family of kinds has one of its own, so that kinds differ without their colour. */
export type Head = 'full' | 'open' | 'disc' | 'square' | 'bar' | 'double' | 'diamond' | 'ring' | 'none';

export const HEADS: Readonly<Record<EdgeKind, Head>> = {
  supply: 'full',
  depends: 'open',
  data: 'disc',
  infrastructure: 'square',
  licence: 'bar',
  operates: 'open',
  partOf: 'ring',
  develops: 'double',
  people: 'ring',
  collaborates: 'none',
  contract: 'none',
  location: 'none',
  owns: 'diamond',
  controls: 'diamond',
  influence: 'open',
  finance: 'bar',
};

/** Kinds that are drawn as two thin lines: what two do together. */
export const TWIN: ReadonlySet<EdgeKind> = new Set(['collaborates', 'contract']);

/** Dashes say what is not sure, never what kind it is: unknown or assumed, on standby, denied. */
export type Dash = 'none' | 'unsure' | 'standby' | 'denied';
export const DASHES: Readonly<Record<Dash, readonly number[]>> = {
  none: [],
  unsure: [6, 4],
  standby: [1.5, 4],
  denied: [12, 3, 2, 3],
};

export const dashOf = ({ denied, standby, known }: MapLink): Dash =>
  denied ? 'denied' : standby ? 'standby' : known ? 'none' : 'unsure';

/** How thick an edge is: what is essential stands out. */
export const thickness = ({ essential, members }: MapLink): number =>
  members === undefined ? (essential ? 2.4 : 1.4) : Math.min(9, 1.2 + Math.log2(1 + members) * 0.8);
