import { type Components, componentsOf } from '../graph/components.ts';
import { type Csr, csrOf } from '../graph/csr.ts';
import type { Finding } from './findings.ts';
import { graphFindings } from './graph-findings.ts';
import type { Basis, Holding, Share } from './interest.ts';
import { sumsByCompany } from './ticks.ts';

/**
 * A list of interests on one basis, as typed arrays. Link `e` runs from `holder[e]` to `held[e]`, was made from
 * `holdings[source[e]]` and lies within `min[e] .. max[e]`; `point[e]` is its value or best estimate, NaN when there
 * is none. `right[e]`: 0 no right, 1 possibly, 2 certainly control by a right. `owned` are the rows by holder,
 * `owners` those by company. `exact`: every link is known exactly, and then the three arrays are one.
 */
export type OwnershipGraph = {
  readonly basis: Basis;
  readonly ids: readonly string[];
  readonly index: ReadonlyMap<string, number>;
  readonly holder: Int32Array;
  readonly held: Int32Array;
  readonly min: Float64Array;
  readonly max: Float64Array;
  readonly point: Float64Array;
  readonly right: Uint8Array;
  readonly source: Int32Array;
  readonly owned: Csr;
  readonly owners: Csr;
  readonly components: Components;
  readonly least: Float64Array;
  readonly exact: boolean;
  readonly findings: readonly Finding[];
};

/** What an interest without recorded votes means: as many votes as capital, votes we do not know, or no votes. */
export type VotesAbsent = 'asCapital' | 'unknown' | 'none';

type Read = {
  readonly min: number;
  readonly max: number;
  readonly point: number;
  readonly code?: Finding['code'];
};
const UNKNOWN: Read = { min: 0, max: 1, point: Number.NaN };

function read(share: Share): Read {
  if (share.kind === 'unknown') return UNKNOWN;
  if (share.kind === 'exact') {
    const { value } = share;
    return value >= 0 && value <= 1
      ? { min: value, max: value, point: value }
      : { ...UNKNOWN, code: 'shareOutOfRange' };
  }
  const { min, max, best = min === max ? min : Number.NaN } = share;
  if (!(min >= 0 && max <= 1 && max >= 0 && min <= 1)) return { ...UNKNOWN, code: 'shareOutOfRange' };
  if (min > max || best < min || best > max) return { ...UNKNOWN, code: 'rangeContradictory' };
  return { min, max, point: best };
}

/**
 * Compiles interests for calculation. Interests without a share on the basis (and without a right, for votes) give no
 * link. What is wrong with the data comes back as findings; nothing is rescaled. O(n + m).
 */
export function compile(
  holdings: readonly Holding[],
  basis: Basis,
  votesAbsent: VotesAbsent = 'asCapital',
): OwnershipGraph {
  const ids: string[] = [];
  const index = new Map<string, number>();
  const nodeOf = (id: string): number => {
    const known = index.get(id);
    if (known !== undefined) return known;
    index.set(id, ids.length);
    return ids.push(id) - 1;
  };
  const room = holdings.length;
  const holder = new Int32Array(room);
  const held = new Int32Array(room);
  const min = new Float64Array(room);
  const right = new Uint8Array(room);
  const source = new Int32Array(room);
  let max = min;
  let point = min;
  const assumed: number[] = [];
  const findings: Finding[] = [];
  let m = 0;
  for (let i = 0; i < room; i++) {
    const holding = holdings[i] as Holding;
    if (holding.holder === '' || holding.held === '') {
      findings.push({ code: 'nameMissing', entities: [], holdings: [i] });
      continue;
    }
    const from = nodeOf(holding.holder);
    const to = nodeOf(holding.held);
    let share = basis === 'capital' ? holding.capital : holding.votes;
    if (share === undefined && basis === 'votes' && holding.capital !== undefined && votesAbsent !== 'none') {
      if (votesAbsent === 'asCapital') assumed.push(i);
      share = votesAbsent === 'asCapital' ? holding.capital : { kind: 'unknown' };
    }
    const grip = basis === 'votes' && holding.right !== undefined;
    if (share === undefined && !grip) continue;
    const value = share === undefined ? { min: 0, max: 0, point: 0 } : read(share);
    if ('code' in value && value.code !== undefined) {
      findings.push({ code: value.code, basis, entities: [holding.holder, holding.held], holdings: [i] });
    }
    if (max === min && value.max !== value.min) {
      max = min.slice();
      point = min.slice();
    }
    holder[m] = from;
    held[m] = to;
    min[m] = value.min;
    max[m] = value.max;
    point[m] = value.point;
    right[m] = grip ? (holding.right === 'certain' ? 2 : 1) : 0;
    source[m] = i;
    m++;
  }
  const exact = max === min;
  const trimmed = {
    holder: holder.subarray(0, m),
    held: held.subarray(0, m),
    min: min.subarray(0, m),
    right: right.subarray(0, m),
    source: source.subarray(0, m),
  };
  const owned = csrOf(ids.length, trimmed.holder, trimmed.held);
  const owners = csrOf(ids.length, trimmed.held, trimmed.holder);
  const graph = {
    basis,
    ids,
    index,
    ...trimmed,
    max: exact ? trimmed.min : max.subarray(0, m),
    point: exact ? trimmed.min : point.subarray(0, m),
    owned,
    owners,
    components: componentsOf(owned),
    least: sumsByCompany(ids.length, trimmed.held, trimmed.min),
    exact,
  };
  if (assumed.length > 0) findings.push({ code: 'votesAssumed', basis, entities: [], holdings: assumed });
  return { ...graph, findings: [...findings, ...graphFindings(graph)] };
}

/** The node of a name. @throws RangeError when nobody in the list has that name. */
export function nodeOf(graph: OwnershipGraph, id: string): number {
  const node = graph.index.get(id);
  if (node === undefined) throw new RangeError('no interest names this node');
  return node;
}
