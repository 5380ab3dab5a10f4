import { type Compiled, compile } from './compile.ts';
import { type Network, type Range, SCOPE, type Scope } from './network.ts';
import { type Arrivals, createArrivals, type TimedInput, timedInputs } from './timeline-inputs.ts';
import {
  clocks,
  type Have,
  type Held,
  keepStocks,
  leastMade,
  mostMade,
  openInput,
  short,
} from './timeline-stock.ts';

/** A disruption for a time: what capacity is left, and how many days it lasts; absent is without end. */
export type TimedShock = {
  readonly node: string;
  readonly capacity: Range;
  readonly days?: Range | undefined;
};

/** Whole weeks after which something happens: at the earliest, and at the latest; null is not within the horizon. */
export type After = { readonly from: number; readonly to: number | null };

/**
 * What becomes of one node: from when it makes less than before (`hit`), from when it makes nothing (`stop`), and the
 * loss in each week, at least and at most. Undefined: it cannot happen within the horizon.
 */
export type NodeTimeline = {
  readonly node: string;
  readonly hit: After | undefined;
  readonly stop: After | undefined;
  readonly least: readonly number[];
  readonly most: readonly number[];
};

export type Timeline = {
  readonly scope: Scope;
  readonly weeks: number;
  /** Losses below this are nothing, and above one minus this all. */
  readonly stop: number;
  readonly nodes: readonly NodeTimeline[];
  /** Links that a loss may have come through, by id. */
  readonly rests: readonly string[];
};

export type TimelineOptions = { readonly weeks?: number; readonly stop?: number };

/** Two years. */
const HORIZON = 104;
const NOTHING = 1e-6;
const MOST_SWEEPS = 10_000;

/**
 * A disruption week by week, after the inventory models of Hallegatte (2008, 2014) and Henriet et al. (2012)
 * (field-practice 2.6.11), supply side only. A node makes what its scarcest essential input allows, from what arrives
 * and what lies in stock, less its linear inputs' part of the loss. Stock that cannot be kept is nought weeks. What arrives
 * within a week is used within it. From the first week in which a source delivers less, the time to replace it runs; when it
 * is over, another source delivers in full. Firms use what they have and do not save it up; demand stays as it was.
 *
 * Ranges in, ranges out: what is made, what arrives and what lies in stock are intervals that hold the run for every
 * value within the ranges. Losses are not monotone in time: who made more before has less in stock now. So the least
 * stock of an input is reckoned with the most that all others allow, and the most with the least: what is left of an input
 * grows with what there was and falls with what others allow. With exact numbers both are the same run.
 */
export function createTimeline(
  network: Network | Compiled,
  { weeks = HORIZON, stop = NOTHING }: TimelineOptions = {},
) {
  const compiled = 'n' in network ? network : compile(network);
  const { n, order, index } = compiled;
  const timed = timedInputs(compiled);
  const arrivals = timed.map((all) => all.map(createArrivals));

  return (shocks: readonly TimedShock[]): Timeline => {
    const state = timed.map((all) => all.map(openInput));
    const least = Array.from({ length: n }, () => new Array<number>(weeks).fill(0));
    const most = Array.from({ length: n }, () => new Array<number>(weeks).fill(0));
    const low = new Float64Array(n);
    const high = new Float64Array(n);

    /** What an input allows, by what arrived and lies in stock; and what that was. */
    const allows = (i: number, k: number, week: number): Have => {
      const input = timed[i]?.[k] as TimedInput;
      const arrives = arrivals[i]?.[k] as Arrivals;
      const held = state[i]?.[k] as Held;
      const surely = input.sources.map(({ from, replace }, s) =>
        week >= (held.latest[s] as number) + replace.max ? 0 : (high[from] as number),
      );
      const perhaps = input.sources.map(({ from, replace }, s) =>
        week >= Math.min(week, held.earliest[s] as number) + replace.min ? 0 : (low[from] as number),
      );
      return { min: held.min + arrives(surely, false), max: held.max + arrives(perhaps, true) };
    };

    for (let week = 0; week < weeks; week++) {
      const own = ownLosses(shocks, index, week, n);
      low.set(own.low);
      high.set(own.high);
      for (let sweep = 0, moved = true; moved && sweep < MOST_SWEEPS; sweep++) {
        moved = false;
        for (const i of order) {
          if ((timed[i]?.length ?? 0) === 0) continue;
          const missing = (timed[i] ?? []).map((_, k) => short(allows(i, k, week)));
          const a =
            1 -
            mostMade(
              timed[i] ?? [],
              missing.map(({ min }) => min),
            );
          const b =
            1 -
            leastMade(
              timed[i] ?? [],
              missing.map(({ max }) => max),
            );
          if (a > (low[i] as number) + stop / 1000) moved = true;
          if (b > (high[i] as number) + stop / 1000) moved = true;
          low[i] = Math.max(low[i] as number, a);
          high[i] = Math.max(high[i] as number, b);
        }
      }
      for (let i = 0; i < n; i++) {
        (least[i] as number[])[week] = low[i] as number;
        (most[i] as number[])[week] = high[i] as number;
        keepStocks(
          timed[i] ?? [],
          state[i] ?? [],
          (timed[i] ?? []).map((_, k) => allows(i, k, week)),
          { min: 1 - (own.high[i] as number), max: 1 - (own.low[i] as number) },
        );
      }
      for (let i = 0; i < n; i++)
        for (const [k, input] of (timed[i] ?? []).entries())
          clocks(state[i]?.[k] as Held, input, { week, stop, low, high });
    }
    return told(compiled, { weeks, stop, least, most });
  };
}

/** What the shocks themselves take from each node in a week. */
function ownLosses(
  shocks: readonly TimedShock[],
  index: ReadonlyMap<string, number>,
  week: number,
  n: number,
) {
  const low = new Float64Array(n);
  const high = new Float64Array(n);
  for (const { node, capacity, days } of shocks) {
    const i = index.get(node);
    if (i === undefined) continue;
    const lasts = {
      min: (days?.min ?? Number.POSITIVE_INFINITY) / 7,
      max: (days?.max ?? Number.POSITIVE_INFINITY) / 7,
    };
    if (week < lasts.min) low[i] = Math.max(low[i] as number, 1 - capacity.max);
    if (week < lasts.max) high[i] = Math.max(high[i] as number, 1 - capacity.min);
  }
  return { low, high };
}

/** First weeks in which something is so for the most and for the least loss. */
function after(
  most: readonly number[],
  least: readonly number[],
  holds: (loss: number) => boolean,
): After | undefined {
  const from = most.findIndex(holds);
  const to = least.findIndex(holds);
  return from < 0 ? undefined : { from, to: to < 0 ? null : to };
}

function told(
  { network, from, to }: Compiled,
  {
    weeks,
    stop,
    least,
    most,
  }: { weeks: number; stop: number; least: readonly number[][]; most: readonly number[][] },
): Timeline {
  const nodes = network.nodes.map(({ id }, i): NodeTimeline => {
    const [low, high] = [least[i] ?? [], most[i] ?? []];
    return {
      node: id,
      hit: after(high, low, (loss) => loss > stop),
      stop: after(high, low, (loss) => loss >= 1 - stop),
      least: low,
      most: high,
    };
  });
  const rests = network.links.flatMap(({ id, importance }, e) =>
    importance !== 'none' && nodes[from[e] as number]?.hit && nodes[to[e] as number]?.hit ? [id] : [],
  );
  return { scope: SCOPE, weeks, stop, nodes, rests };
}
