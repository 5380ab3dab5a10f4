import type { Direction } from './network.ts';
import type { Plan } from './plan.ts';

/**
 * When the iteration stops: a firm passes on what it lost only when that grew by more than this since it last did. It
 * bounds the last step, not the error: where losses feed back almost in full the error is larger. Coarser rules are
 * common and wrong: 1e-2 leaves up to 86 per cent on middling firms.
 */
export const STOP = 1e-9;
/** Sweeps after which a scenario is given up as not settled. */
export const MOST_SWEEPS = 100_000;

/** What capacity is left at a place of the plan. */
export type PlacedShock = { readonly place: number; readonly capacity: number };

/**
 * Losses by place as fractions of what each made before; valid until the next run of the same engine. `loss` is that
 * of the whole as a fraction of all output, by the larger of the two legs at each place, and of each leg alone.
 */
export type Run = {
  readonly down: Float64Array;
  readonly up: Float64Array;
  readonly loss: number;
  readonly downLoss: number;
  readonly upLoss: number;
  readonly sweeps: number;
  readonly settled: boolean;
};

/**
 * The cascade of Diem et al. (2022), Sci. Rep. 12:7719, as in field-practice 2.6.12, with losses (1 - d, 1 - u) as the
 * state. Both legs are monotone, so that any order of updates climbs to the same least fixed point; suppliers first
 * (Gauss-Seidel) takes a few sweeps where updating all at once takes tens. Only who is told of a change is computed.
 * `run` costs O(sweeps x (n + links touched)).
 */
export function createCascade(plan: Plan, stop = STOP) {
  const down = createDown(plan, stop);
  const up = createUp(plan, stop);
  return (shocks: readonly PlacedShock[], direction: Direction = 'both'): Run => {
    const { n, output, total } = plan;
    const first = direction === 'up' ? down.none() : down.run(shocks);
    const second = direction === 'down' ? up.none() : up.run(shocks);
    let loss = 0;
    let downLoss = 0;
    let upLoss = 0;
    for (let k = 0; k < n; k++) {
      const r = output[k] as number;
      const d = down.loss[k] as number;
      const u = up.loss[k] as number;
      loss += r * Math.max(d, u);
      downLoss += r * d;
      upLoss += r * u;
    }
    const whole = total > 0 ? total : 1;
    return {
      down: down.loss,
      up: up.loss,
      loss: loss / whole,
      downLoss: downLoss / whole,
      upLoss: upLoss / whole,
      sweeps: first.sweeps + second.sweeps,
      settled: first.settled && second.settled,
    };
  };
}

/** Sigma: what a firm had of what its sector still makes; the larger, the less the others can make good its loss. */
export const marketShare = (output: number, left: number): number => (left <= output ? 1 : output / left);

type Leg = { readonly sweeps: number; readonly settled: boolean };

function createDown(plan: Plan, stop: number) {
  const { n, output, sector, sectorOutput, needOff, needFrom, needWeight, needLast, serveOff, serveTo } =
    plan;
  const loss = new Float64Array(n);
  /** What customers feel: the loss times the market share of the firm among what is left of its sector (sigma). */
  const felt = new Float64Array(n);
  const left = new Float64Array(sectorOutput.length);
  const told = new Uint8Array(n);

  /** The shortage of the worst input of k; `self` is what k feels of itself. */
  const shortage = (k: number): number => {
    let worst = 0;
    let sum = 0;
    for (let p = needOff[k] as number; p < (needOff[k + 1] as number); p++) {
      sum += (needWeight[p] as number) * (felt[needFrom[p] as number] as number);
      if (needLast[p] === 0) continue;
      if (sum > worst) worst = sum;
      sum = 0;
    }
    return Math.min(worst, 1);
  };

  const none = (): Leg => {
    loss.fill(0);
    return { sweeps: 0, settled: true };
  };
  const run = (shocks: readonly PlacedShock[]): Leg => {
    loss.fill(0);
    felt.fill(0);
    told.fill(0);
    left.set(sectorOutput);
    const raise = (k: number, value: number): void => {
      const before = loss[k] as number;
      if (!(value > before)) return;
      loss[k] = value;
      left[sector[k] as number] =
        (left[sector[k] as number] as number) - (output[k] as number) * (value - before);
    };
    for (const { place, capacity } of shocks) raise(place, 1 - capacity);
    let sweeps = 0;
    for (let moving = shocks.length > 0; moving; ) {
      if (++sweeps > MOST_SWEEPS) return { sweeps, settled: false };
      moving = false;
      for (let k = 0; k < n; k++) {
        if (told[k] === 1) {
          told[k] = 0;
          raise(k, plan.selfFed[k] === 1 ? selfFedShortage(plan, k, loss, felt, left) : shortage(k));
        }
        const lost = loss[k] as number;
        if (lost === 0) continue;
        const now = lost * marketShare(output[k] as number, left[sector[k] as number] as number);
        if (!(now - (felt[k] as number) > stop)) continue;
        felt[k] = now;
        moving = true;
        for (let p = serveOff[k] as number; p < (serveOff[k + 1] as number); p++)
          told[serveTo[p] as number] = 1;
      }
    }
    return { sweeps, settled: true };
  };
  return { loss, run, none };
}

/**
 * The least loss of a firm that is among its own sources, solved and not iterated: a firm that feeds itself converges
 * as slowly as 1/k otherwise. With loss x, a constraint reads `x = a + w sigma(x) x`, sigma(x) = min(r / (M + r (1 - x)), 1),
 * M the output that is left of the others of the sector: a quadratic below x = M / r, a line above it.
 */
function selfFedShortage(
  { output, sector, needOff, needFrom, needWeight, needLast }: Plan,
  k: number,
  loss: Float64Array,
  felt: Float64Array,
  left: Float64Array,
): number {
  const r = output[k] as number;
  const others = Math.max(0, (left[sector[k] as number] as number) - r * (1 - (loss[k] as number)));
  const edge = r > 0 ? others / r : 0;
  let x = loss[k] as number;
  for (let before = -1; x > before && x < 1; ) {
    before = x;
    let a = 0;
    let w = 0;
    for (let p = needOff[k] as number; p < (needOff[k + 1] as number); p++) {
      const source = needFrom[p] as number;
      if (source === k) w += needWeight[p] as number;
      else a += (needWeight[p] as number) * (felt[source] as number);
      if (needLast[p] === 0) continue;
      x = leastLoss(x, a, w, edge);
      a = 0;
      w = 0;
    }
  }
  return Math.min(x, 1);
}

/** The least y >= x with y >= a + w sigma(y) y, where sigma(y) = 1 / (edge + 1 - y) below `edge` and 1 above it. */
function leastLoss(x: number, a: number, w: number, edge: number): number {
  const sigma = x < edge ? 1 / (edge + 1 - x) : 1;
  if (x >= a + w * sigma * x) return x;
  const b = edge + 1 + a - w;
  const root = b * b - 4 * a * (edge + 1);
  if (x < edge && root >= 0) {
    const y = (2 * a * (edge + 1)) / (b + Math.sqrt(root));
    if (y >= x && y <= edge) return y;
  }
  return Math.max(x, edge, w < 1 ? a / (1 - w) : 1);
}

function createUp({ n, sellOff, sellTo, sellWeight, buyOff, buyFrom }: Plan, stop: number) {
  const loss = new Float64Array(n);
  const passed = new Float64Array(n);
  const told = new Uint8Array(n);
  const none = (): Leg => {
    loss.fill(0);
    return { sweeps: 0, settled: true };
  };
  const run = (shocks: readonly PlacedShock[]): Leg => {
    loss.fill(0);
    passed.fill(0);
    told.fill(0);
    for (const { place, capacity } of shocks)
      if (1 - capacity > (loss[place] as number)) loss[place] = 1 - capacity;
    let sweeps = 0;
    for (let moving = shocks.length > 0; moving; ) {
      if (++sweeps > MOST_SWEEPS) return { sweeps, settled: false };
      moving = false;
      for (let k = n - 1; k >= 0; k--) {
        if (told[k] === 1) {
          told[k] = 0;
          let sum = 0;
          let self = 0;
          for (let p = sellOff[k] as number; p < (sellOff[k + 1] as number); p++) {
            if (sellTo[p] === k) self += sellWeight[p] as number;
            else sum += (sellWeight[p] as number) * (passed[sellTo[p] as number] as number);
          }
          // A firm that sells to itself: x = sum + self x, solved.
          if (self > 0 && sum > 0) sum = self < 1 ? sum / (1 - self) : 1;
          if (sum > (loss[k] as number)) loss[k] = Math.min(sum, 1);
        }
        if (!((loss[k] as number) - (passed[k] as number) > stop)) continue;
        passed[k] = loss[k] as number;
        moving = true;
        for (let p = buyOff[k] as number; p < (buyOff[k + 1] as number); p++) told[buyFrom[p] as number] = 1;
      }
    }
    return { sweeps, settled: true };
  };
  return { loss, run, none };
}
