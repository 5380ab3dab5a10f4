import { MOST_SWEEPS, STOP } from '#shared/cascade/engine.ts';
import type { Plan } from '#shared/cascade/plan.ts';
import type { Failure, FailureOptions } from '#shared/cascade/ranking.ts';
import { type KernelExports, layOut, startKernel } from './kernel.ts';

/** Scenarios that the kernel takes at once. */
export const LANES = 8;
/** Bytes of a record: a number for each lane. */
const RECORD = 8 * LANES;
/** A place and six bits share 32 bits in the lists of sources. */
const MAX_PLACES = 1 << 26;

type Exports = KernelExports & {
  readonly clear: (...places: readonly number[]) => void;
  readonly lose: (place: number, lane: number, part: number, ...places: readonly number[]) => void;
  readonly down: (...places: readonly number[]) => number;
  readonly up: (...places: readonly number[]) => number;
  readonly total: (...places: readonly number[]) => void;
};

/**
 * Lets places of a plan fail, each by itself, eight at a time: as `createFailures`, to the stop rule. Undefined where the
 * kernel does not run or the network is too large for it.
 */
export function createKernelFailures(plan: Plan, options: FailureOptions = {}) {
  const { direction = 'both', stop = STOP, capacity = 0 } = options;
  const { n, sectorOutput } = plan;
  if (n >= MAX_PLACES) return undefined;
  const kernel = startKernel<Exports>('cascade');
  if (kernel === undefined) return undefined;
  const at = layOut(kernel, {
    output: ['u8', n * 16],
    needOff: ['i32', n + 1],
    needs: ['u8', plan.needFrom.length * 16],
    serveOff: ['i32', n + 1],
    serveTo: ['i32', plan.serveTo.length],
    sellOff: ['i32', n + 1],
    sells: ['u8', plan.sellTo.length * 16],
    buyOff: ['i32', n + 1],
    buyFrom: ['i32', plan.buyFrom.length],
    made: ['f64', sectorOutput.length],
    left: ['u8', sectorOutput.length * RECORD],
    downs: ['u8', n * RECORD],
    ups: ['u8', n * RECORD],
    told: ['u8', n * RECORD],
    state: ['u8', n],
    sums: ['f64', 3 * LANES],
  });
  at.needOff.set(plan.needOff);
  at.serveOff.set(plan.serveOff);
  at.serveTo.set(plan.serveTo);
  at.buyOff.set(plan.buyOff);
  at.buyFrom.set(plan.buyFrom);
  at.made.set(sectorOutput);
  writePairs(at.output, plan.sector, plan.selfFed, plan.output);
  writePairs(
    at.needs,
    plan.needFrom.map((from, p) => from * RECORD + (plan.needLast[p] ?? 0)),
    undefined,
    plan.needWeight,
  );
  at.sellOff.set(writeSales(at.sells, plan));
  const place = Object.fromEntries(Object.entries(at).map(([name, array]) => [name, array.byteOffset])) as {
    readonly [Name in keyof typeof at]: number;
  };

  const part = 1 - capacity;
  const followDown = (places: readonly number[]): number => {
    kernel.clear(n, place.downs, place.told, place.state, sectorOutput.length, place.made, place.left);
    if (direction === 'up') return 0;
    for (let lane = 0; lane < places.length; lane++)
      kernel.lose(places[lane] as number, lane, part, place.downs, place.state, place.left, place.output);
    return kernel.down(
      n,
      ...[place.output, place.needOff, place.needs, place.serveOff, place.serveTo],
      ...[place.downs, place.told, place.state, place.left],
      ...[stop, MOST_SWEEPS],
    );
  };
  const followUp = (places: readonly number[]): number => {
    kernel.clear(n, place.ups, place.told, place.state, 0, 0, 0);
    if (direction === 'down') return 0;
    for (let lane = 0; lane < places.length; lane++)
      kernel.lose(places[lane] as number, lane, part, place.ups, place.state, 0, place.output);
    return kernel.up(
      n,
      ...[place.sellOff, place.sells, place.buyOff, place.buyFrom],
      ...[place.ups, place.told, place.state],
      ...[stop, MOST_SWEEPS],
    );
  };

  const whole = plan.total > 0 ? plan.total : 1;
  const batch = (places: readonly number[]): Failure[] => {
    const open = followDown(places) | followUp(places);
    kernel.total(n, place.output, place.downs, place.ups, place.sums);
    return places.map((_, lane) => ({
      loss: (at.sums[lane] as number) / whole,
      down: (at.sums[LANES + lane] as number) / whole,
      up: (at.sums[2 * LANES + lane] as number) / whole,
      settled: ((open >> lane) & 1) === 0,
    }));
  };

  /** Any number of places, eight neighbours in the list at a time; the failures in their order. */
  return (places: ArrayLike<number>): Failure[] => {
    const found: Failure[] = [];
    for (let first = 0; first < places.length; first += LANES)
      found.push(...batch(Array.from(places).slice(first, first + LANES)));
    return found;
  };
}

/** Entries of 16 bytes: two numbers of 32 bits and one of 64. */
function writePairs(
  bytes: Uint8Array,
  first: ArrayLike<number>,
  second: ArrayLike<number> | undefined,
  value: ArrayLike<number>,
): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let p = 0; p < value.length; p++) {
    view.setUint32(p * 16, first[p] as number, true);
    view.setUint32(p * 16 + 4, second?.[p] ?? 0, true);
    view.setFloat64(p * 16 + 8, value[p] as number, true);
  }
}

/** The sales without those to itself, which are solved: x = sum + self x. Answers where the sales of each place begin. */
function writeSales(bytes: Uint8Array, { n, sellOff, sellTo, sellWeight }: Plan): Int32Array {
  const off = new Int32Array(n + 1);
  const to: number[] = [];
  const weight: number[] = [];
  for (let k = 0; k < n; k++) {
    let self = 0;
    for (let p = sellOff[k] as number; p < (sellOff[k + 1] as number); p++)
      if (sellTo[p] === k) self += sellWeight[p] as number;
    for (let p = sellOff[k] as number; p < (sellOff[k + 1] as number); p++) {
      if (sellTo[p] === k || self >= 1) continue;
      to.push((sellTo[p] as number) * RECORD);
      weight.push((sellWeight[p] as number) / (1 - self));
    }
    off[k + 1] = to.length;
  }
  writePairs(bytes, to, undefined, weight);
  return off;
}
