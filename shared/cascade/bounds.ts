import { type Compiled, outsidePurchases, outsideRevenue } from './compile.ts';
import { MOST_SWEEPS, STOP } from './engine.ts';
import { highestMean, lowestMean, shareBounds, type Weighted } from './mean.ts';
import { type Direction, type Importance, ONE, type Range, UNKNOWN_SHARE, ZERO } from './network.ts';

/** What capacity is left of a node, by number. */
export type NumberedShock = { readonly node: number; readonly capacity: Range };

/** Bounds by node, and of the whole; see `createBounds`. */
export type Bounds = {
  readonly down: readonly Range[];
  readonly up: readonly Range[];
  /** The larger of the two legs at each node. */
  readonly both: readonly Range[];
  readonly loss: Range;
  readonly downLoss: Range;
  readonly upLoss: Range;
  readonly settled: boolean;
};

type Side = 'lowest' | 'highest';

/**
 * The cascade with ranges: two runs, of which the results hold the loss for every value within the ranges, to the
 * stop rule. Why they do:
 *
 * The step x -> F(x; S) of the cascade (field-practice 2.6.12) grows with the losses x for any fixed volumes S, so that
 * its least fixed point exists. It does **not** grow or fall with a volume: a larger supply from a firm that failed
 * makes the shortage larger, from one that did not smaller, and a larger firm is harder to replace but leaves more for
 * others. So no single choice of volumes gives a bound. Instead each mean in F gets its own largest (smallest) value over
 * the box of volumes, `highestMean` (`lowestMean`), and so does each market share: output as large as may be for
 * the firm itself and as small as may be for the rest of its sector, or the reverse. These steps H and L grow with x
 * too and L <= F(.; S) <= H for every S, so the least fixed points are ordered in the same way. Capacity and output
 * loss are monotone by themselves and enter with one end. An importance that is not known enters H both as an
 * essential and as a linear input, since either can be the worse, and L with the shortage that both have at least.
 *
 * The bounds are safe and not always tight: one volume may be taken large for its customer and small for its seller.
 */
export function createBounds(compiled: Compiled, stop = STOP) {
  const output = outputsOf(compiled);
  const legsOf = (side: Side) => ({
    down: createDown(compiled, output, side, stop),
    up: createUp(compiled, side, stop),
  });
  const low = legsOf('lowest');
  const high = legsOf('highest');
  return (shocks: readonly NumberedShock[], direction: Direction = 'both'): Bounds => {
    const none: Leg = { loss: new Float64Array(compiled.n), settled: true };
    const least = shocks.map(({ node, capacity }) => ({ node, lost: 1 - capacity.max }));
    const most = shocks.map(({ node, capacity }) => ({ node, lost: 1 - capacity.min }));
    const downs = direction === 'up' ? [none, none] : [low.down(least), high.down(most)];
    const ups = direction === 'down' ? [none, none] : [low.up(least), high.up(most)];
    const legs = [...downs, ...ups];
    const [down, up] = [rangesOf(downs), rangesOf(ups)];
    const both = down.map((range, i) => ({
      min: Math.max(range.min, up[i]?.min ?? 0),
      max: Math.max(range.max, up[i]?.max ?? 0),
    }));
    return {
      down,
      up,
      both,
      loss: whole(both, output),
      downLoss: whole(down, output),
      upLoss: whole(up, output),
      settled: legs.every(({ settled }) => settled),
    };
  };
}

type Leg = { readonly loss: Float64Array; readonly settled: boolean };
type Lost = readonly { readonly node: number; readonly lost: number }[];

const rangesOf = ([low, high]: readonly Leg[]): Range[] =>
  Array.from(low?.loss ?? [], (min, i) => ({ min, max: Math.max(min, high?.loss[i] ?? 0) }));

function whole(losses: readonly Range[], output: readonly Range[]): Range {
  const weigh = (of: (range: Range) => number): Weighted[] =>
    losses.map((range, i) => ({ value: of(range), ...(output[i] ?? ZERO) }));
  const min = lowestMean(weigh((range) => range.min));
  return { min, max: Math.max(min, highestMean(weigh((range) => range.max))) };
}

/** What each node makes: what it sells in the network and outside. */
function outputsOf({ n, network, sellers }: Compiled): Range[] {
  return Array.from({ length: n }, (_, i) => {
    let { min, max } = outsideRevenue(network.nodes[i]);
    for (const e of sellers.link.subarray(sellers.off[i], sellers.off[i + 1])) {
      min += network.links[e]?.volume.min ?? 0;
      max += network.links[e]?.volume.max ?? 0;
    }
    return { min, max };
  });
}

/** Sweeps in supply order (or against it) until no node's loss grows by more than `stop`. */
function settle(
  order: Int32Array,
  stop: number,
  step: (node: number) => number,
  loss: Float64Array,
  raise: (node: number, to: number) => void,
): boolean {
  for (let sweeps = 0; sweeps < MOST_SWEEPS; sweeps++) {
    let moved = false;
    for (const i of order) {
      const before = loss[i] as number;
      const now = Math.min(1, step(i));
      if (!(now > before)) continue;
      raise(i, now);
      if (now - before > stop) moved = true;
    }
    if (!moved) return true;
  }
  return false;
}

/** The inputs of a customer, each with its sources. */
type Inputs = readonly { readonly importance: Importance; readonly links: readonly number[] }[];

function inputsOf({ n, buyers, group, importance }: Compiled): Inputs[] {
  return Array.from({ length: n }, (_, i) => {
    const byGroup = new Map<number, number[]>();
    for (const e of buyers.link.subarray(buyers.off[i], buyers.off[i + 1])) {
      const g = group[e] as number;
      byGroup.set(g, [...(byGroup.get(g) ?? []), e]);
    }
    return [...byGroup].map(([g, links]) => ({ importance: importance[g] ?? 'unknown', links }));
  });
}

function createDown(compiled: Compiled, output: readonly Range[], side: Side, stop: number) {
  const { n, network, from, sector, order } = compiled;
  const { links, nodes } = network;
  const highest = side === 'highest';
  const mean = highest ? highestMean : lowestMean;
  const inputs = inputsOf(compiled);
  const own = Float64Array.from(output, ({ min, max }) => (highest ? max : min));
  const other = Float64Array.from(output, ({ min, max }) => (highest ? min : max));
  /** What is left of each sector, counted for others than the firm itself; infinite outputs are counted apart. */
  const left = new Float64Array(compiled.sectors);
  const endless = new Int32Array(compiled.sectors);
  const count = (i: number, from: number, to: number): void => {
    const s = sector[i] as number;
    if (other[i] !== Number.POSITIVE_INFINITY)
      left[s] = (left[s] as number) + (other[i] as number) * (to - from);
    else endless[s] = (endless[s] as number) + (to > 0 ? 1 : 0) - (from > 0 ? 1 : 0);
  };

  /** What a customer feels of the loss of i: the loss times the market share. */
  const feltOf = (i: number, lost: number): number => {
    const s = sector[i] as number;
    const r = own[i] as number;
    const self = other[i] as number;
    if (lost === 0 || r === Number.POSITIVE_INFINITY) return lost;
    if ((endless[s] as number) > (self === Number.POSITIVE_INFINITY && lost < 1 ? 1 : 0)) return 0;
    const rest = Math.max(
      0,
      (left[s] as number) - (self === Number.POSITIVE_INFINITY ? 0 : self * (1 - lost)),
    );
    const market = rest + r * (1 - lost);
    return market <= r ? lost : (lost * r) / market;
  };

  const sourceOf = (e: number, loss: Float64Array): number => {
    const effect = links[e]?.outputLoss ?? ONE;
    const i = from[e] as number;
    return feltOf(i, loss[i] as number) * (highest ? effect.max : effect.min);
  };
  const weigh = (e: number, value: number): Weighted => ({ value, ...(links[e]?.volume ?? ZERO) });

  /** The part of an input that is missing, of its own sources alone. */
  const missing = (sources: readonly number[], values: readonly number[]): number => {
    if (sources.some((e) => links[e]?.share !== undefined)) {
      const shares = sources.map((e, at) => ({
        value: values[at] ?? 0,
        ...(links[e]?.share ?? UNKNOWN_SHARE),
      }));
      const bounded = shareBounds(shares);
      return bounded ? (highest ? bounded.max : bounded.min) : mean(shares);
    }
    return mean(sources.map((e, at) => weigh(e, values[at] ?? 0)));
  };

  const shortage = (i: number, loss: Float64Array): number => {
    let worst = 0;
    const linear: Weighted[] = [];
    const idle: Weighted[] = [{ value: 0, ...outsidePurchases(nodes[i]) }];
    const open: Weighted[][] = [];
    for (const { importance, links: sources } of inputs[i] ?? []) {
      const values = sources.map((e) => sourceOf(e, loss));
      const items = sources.map((e, at) => weigh(e, values[at] ?? 0));
      const either = importance === 'unknown';
      if (importance === 'essential' || (either && highest))
        worst = Math.max(worst, missing(sources, values));
      if (importance === 'linear' || (either && highest)) linear.push(...items);
      else idle.push(...items.map((item) => ({ ...item, value: 0 })));
      if (either && !highest) open.push(items);
    }
    worst = Math.max(worst, mean([...linear, ...idle]));
    // Essential or linear, such an input costs at least its part of all purchases.
    for (const items of open) {
      const rest = [...linear, ...idle].map((item) => ({ ...item, value: 0 }));
      worst = Math.max(worst, mean([...items, ...rest]));
    }
    return worst;
  };

  return (shocks: Lost): Leg => {
    const loss = new Float64Array(n);
    left.fill(0);
    endless.fill(0);
    for (let i = 0; i < n; i++) count(i, 0, 1);
    const raise = (i: number, to: number): void => {
      count(i, 1 - (loss[i] as number), 1 - to);
      loss[i] = to;
    };
    for (const { node, lost } of shocks) if (lost > (loss[node] as number)) raise(node, lost);
    return { loss, settled: settle(order, stop, (i) => shortage(i, loss), loss, raise) };
  };
}

function createUp({ n, network, to, sellers, order }: Compiled, side: Side, stop: number) {
  const { nodes, links } = network;
  const mean = side === 'highest' ? highestMean : lowestMean;
  const customersFirst = order.slice().reverse();
  return (shocks: Lost): Leg => {
    const loss = new Float64Array(n);
    for (const { node, lost } of shocks) loss[node] = Math.max(loss[node] as number, lost);
    const step = (i: number): number => {
      const sales = Array.from(sellers.link.subarray(sellers.off[i], sellers.off[i + 1]), (e) => ({
        value: loss[to[e] as number] as number,
        ...(links[e]?.volume ?? ZERO),
      }));
      return mean(sales, outsideRevenue(nodes[i]));
    };
    const raise = (i: number, value: number): void => {
      loss[i] = value;
    };
    return { loss, settled: settle(customersFirst, stop, step, loss, raise) };
  };
}
