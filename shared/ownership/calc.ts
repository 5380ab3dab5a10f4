import { compile, type OwnershipGraph } from './compile.ts';
import { createControl, createPointControl, isPlain } from './control.ts';
import type { Finding } from './findings.ts';
import { createIntegrated } from './integrated.ts';
import type { Holding, Interval } from './interest.ts';
import { MAJORITY, type Threshold } from './ticks.ts';

/**
 * The share of an owner in a company, directly and through others, as fractions in full precision. `min` and `max`
 * bound `integrated`, and are equal to it where all is known exactly. Null: not known, or without limit because a
 * group holds itself completely (see the findings).
 */
export type OwnershipPair = {
  readonly owner: string;
  readonly held: string;
  readonly integrated: number | null;
  readonly corrected: number | null;
  readonly min: number | null;
  readonly max: number | null;
};

/** A company that is controlled, and the votes that the controller commands there, as a fraction. */
export type ControlPair = {
  readonly controller: string;
  readonly controlled: string;
  readonly votes: number;
};

/** A pair of which the ranges leave open whether it is control. */
export type OpenPair = {
  readonly controller: string;
  readonly controlled: string;
  readonly votes: Interval;
};

const finite = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) ? value : null;

/** Nodes that hold something, in the order in which the file names them. */
function* holdersOf({ owned, ids }: OwnershipGraph): Generator<number> {
  for (let node = 0; node < ids.length; node++) {
    if ((owned.off[node + 1] as number) > (owned.off[node] as number)) yield node;
  }
}

/** The pairs of `calcOwnership` one by one, for graphs of which the whole answer does not fit in memory. */
export function* ownershipPairs(graph: OwnershipGraph): Generator<OwnershipPair> {
  const rowOf = createIntegrated(graph);
  for (const owner of holdersOf(graph)) {
    for (const share of rowOf(owner).sort((a, b) => a.held - b.held)) {
      yield {
        owner: graph.ids[owner] as string,
        held: graph.ids[share.held] as string,
        integrated: finite(share.integrated),
        corrected: finite(share.corrected),
        min: finite(share.range.min),
        max: finite(share.range.max),
      };
    }
  }
}

/**
 * Integrated and corrected ownership of capital between all pairs where it is not certainly 0, an owner with itself
 * included (only in circles). Owners and companies in the order in which the interests name them. What is wrong with
 * the data is in `findings`; nothing is rescaled.
 */
export function calcOwnership(holdings: readonly Holding[]): {
  readonly pairs: readonly OwnershipPair[];
  readonly findings: readonly Finding[];
} {
  const graph = compile(holdings, 'capital');
  return { pairs: [...ownershipPairs(graph)], findings: graph.findings };
}

/**
 * All controlling pairs by recursive control over votes (by default more than a half); votes that are not recorded
 * follow capital. A share with a range counts for its best estimate, or else for its minimum, so without estimates
 * `pairs` are certain. `open`: pairs that the ranges neither prove nor exclude.
 */
export function calcControl(
  holdings: readonly Holding[],
  threshold: Threshold = MAJORITY,
): {
  readonly pairs: readonly ControlPair[];
  readonly open: readonly OpenPair[];
  readonly findings: readonly Finding[];
} {
  const graph = compile(holdings, 'votes');
  const controlled = createPointControl(graph, threshold);
  const ranged = isPlain(graph) ? undefined : createControl(graph, threshold);
  const pairs: ControlPair[] = [];
  const open: OpenPair[] = [];
  for (const holder of holdersOf(graph)) {
    const controller = graph.ids[holder] as string;
    for (const { node, votes } of [...controlled([holder])].sort((a, b) => a.node - b.node)) {
      pairs.push({ controller, controlled: graph.ids[node] as string, votes });
    }
    for (const { node, control, votes } of ranged?.([holder]) ?? []) {
      if (control !== 'possible') continue;
      open.push({ controller, controlled: graph.ids[node] as string, votes });
    }
  }
  return { pairs, open, findings: graph.findings };
}
