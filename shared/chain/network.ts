import { type Importance, type Network, type Range, UNKNOWN } from '../cascade/network.ts';
import { type Amount, boundsOf } from '../graph/amount.ts';
import type { CaseGraph, GraphEdge } from '../graph/model.ts';
import { isNeeded, isStorable } from './readings.ts';

const rangeOf = (amount: Amount, ceiling = Number.POSITIVE_INFINITY): Range | undefined => {
  if (amount.kind === 'unknown') return undefined;
  const [min, max] = boundsOf(amount, 0, ceiling);
  return { min, max };
};

function importanceOf(edge: GraphEdge): Importance {
  if (isNeeded(edge, 'best')) return 'essential';
  return edge.essential === 'no' ? 'linear' : 'unknown';
}

/**
 * What is recorded is the output that goes without this supply; the cascade asks for what goes without the whole input,
 * of which this source has a share.
 */
function lossOf(loss: Range | undefined, share: Range | undefined): Range | undefined {
  if (loss === undefined || share === undefined) return loss;
  const of = (part: number, whole: number): number => (whole > 0 ? Math.min(1, part / whole) : 1);
  return { min: of(loss.min, share.max), max: of(loss.max, share.min) };
}

/**
 * The chain of a case as a network for the cascade (field-practice 2.6.12). Firms stand alone: a hand-drawn chain says
 * nothing of whole markets, so that no competitor takes over by itself. What they sell and buy outside is not known.
 * A supply of several inputs stands in the list once for each, with its value as the most that each can have.
 */
export function networkOf(graph: CaseGraph): Network {
  const known = new Set(graph.nodes.map(({ record }) => record));
  return {
    nodes: graph.nodes.map(({ record }) => ({ id: record })),
    links: graph.edges
      .filter(({ flow, from, to }) => flow && known.has(from) && known.has(to) && from !== to)
      .flatMap((edge) => {
        const value = rangeOf(edge.value) ?? UNKNOWN;
        const share = rangeOf(edge.share, 1);
        const outputLoss = lossOf(rangeOf(edge.outputLoss, 1), share);
        const cover = rangeOf(edge.canCover, 1);
        const replaceDays = rangeOf(edge.timeToReplace);
        const stockDays = rangeOf(edge.stockCover) ?? (isStorable(edge) ? undefined : { min: 0, max: 0 });
        return edge.inputs.map(({ key }) => ({
          id: edge.record,
          from: edge.from,
          to: edge.to,
          input: key,
          importance: importanceOf(edge),
          volume: edge.inputs.length === 1 ? value : { min: 0, max: value.max },
          ...(share === undefined ? {} : { share }),
          ...(outputLoss === undefined ? {} : { outputLoss }),
          ...(cover === undefined ? {} : { cover }),
          ...(stockDays === undefined ? {} : { stockDays }),
          ...(replaceDays === undefined ? {} : { replaceDays }),
        }));
      }),
  };
}
