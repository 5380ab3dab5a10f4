import { componentsOf } from '../graph/components.ts';
import { csrOf, gather } from '../graph/csr.ts';
import type { OwnershipGraph } from './compile.ts';
import { relativeControl, sharesIn } from './relative.ts';
import { type System, settle } from './settle.ts';
import { ticksNeeded, toTicks } from './ticks.ts';

/**
 * How a share becomes direct control: `linear` as it is; `relative` by its square among the holders; `threshold` all
 * to the holder of more than a half and nothing to the others, and as `linear` where nobody has so much.
 */
export type ControlModel = 'linear' | 'threshold' | 'relative';

/** Control over value, in the unit of the values, by node; NaN where a share is unknown or a group is closed. */
export type NetworkControl = { readonly naive: Float64Array; readonly corrected: Float64Array };

/**
 * Value that every node controls through others: `c = C v + C c`, with `C` the direct control by the model, and
 * corrected for what passes through the node again, `diag((I - C)^-1)^-1 c` (Vitali, Glattfelder and Battiston 2011,
 * PLoS ONE 6(10) e25995, appendix S1). `values[node]` is what the node itself is worth (say revenue), not below 0. The
 * bow-tie pass of that paper, for nodes outside a core, is not made.
 */
export function networkControl(
  graph: OwnershipGraph,
  values: Float64Array,
  model: ControlModel,
): NetworkControl {
  const n = graph.ids.length;
  const { from, to, weight } = directControl(graph, model);
  const rows = csrOf(n, from, to);
  const placed = gather(rows, weight);
  const { of, size, cyclic, order } = componentsOf(rows);
  const naive = new Float64Array(n);
  const system: System = {
    rows,
    weight: placed,
    x: naive,
    b: new Float64Array(n),
    fixed: new Uint8Array(n),
  };
  for (let node = 0; node < n; node++) {
    let sum = 0;
    for (let p = rows.off[node] as number; p < (rows.off[node + 1] as number); p++) {
      sum += (placed[p] as number) * (values[rows.adj[p] as number] as number);
    }
    system.b[node] = sum;
  }
  const corrected = new Float64Array(n);
  const unit: System = { ...system, x: new Float64Array(n), b: new Float64Array(n) };
  for (let end = n; end > 0; ) {
    const component = of[order[end - 1] as number] as number;
    const members = order.subarray(end - (size[component] as number), end);
    end -= members.length;
    settle(system, members);
    for (const node of members) {
      const paths = cyclic[component] ? pathsToItself(unit, node, members) : 1;
      corrected[node] = (naive[node] as number) / paths;
    }
  }
  return { naive, corrected };
}

/** `((I - C)^-1)_ii`: how often the paths that start at a node come by it, the start included. */
function pathsToItself(unit: System, node: number, members: Int32Array): number {
  for (const member of members) unit.x[member] = 0;
  unit.b[node] = 1;
  settle(unit, members);
  const paths = unit.x[node] as number;
  unit.b[node] = 0;
  for (const member of members) unit.x[member] = 0;
  return paths;
}

type Links = { readonly from: Int32Array; readonly to: Int32Array; readonly weight: Float64Array };

function directControl(graph: OwnershipGraph, model: ControlModel): Links {
  const from: number[] = [];
  const to: number[] = [];
  const weight: number[] = [];
  const majority = ticksNeeded({ level: 0.5, operator: '>' });
  for (let held = 0; held < graph.ids.length; held++) {
    const shares = model === 'relative' ? relativeControl(graph, held) : sharesIn(graph, held);
    const ruler =
      model === 'threshold' ? [...shares].find(([, share]) => toTicks(share) >= majority)?.[0] : undefined;
    for (const [holder, share] of shares) {
      if (share === 0 || (ruler !== undefined && holder !== ruler)) continue;
      from.push(holder);
      to.push(held);
      weight.push(ruler === undefined ? share : 1);
    }
  }
  return { from: Int32Array.from(from), to: Int32Array.from(to), weight: Float64Array.from(weight) };
}
