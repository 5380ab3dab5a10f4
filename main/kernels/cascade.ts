import { MOST_SWEEPS, STOP } from '#shared/cascade/engine.ts';
import type { Plan } from '#shared/cascade/plan.ts';
import type { Failure, FailureOptions } from '#shared/cascade/ranking.ts';
import { handsOf, salesOf } from './cascade-tables.ts';
import { type KernelExports, layOut, startKernel } from './kernel.ts';

/** Scenarios that the kernel takes at once. */
export const LANES = 8;
/** Bytes of a record: a number for each lane. */
const RECORD = 8 * LANES;
/** A place and six bits share 32 bits in the lists of sources. */
const MAX_PLACES = 1 << 26;

type Exports = KernelExports & {
  readonly clear: (first: number, bytes: number) => void;
  readonly fillSectors: (sectors: number, made: number, left: number) => void;
  readonly failDown: (place: number, lane: number, part: number, ...arrays: readonly number[]) => void;
  readonly failUp: (place: number, lane: number, part: number, ...arrays: readonly number[]) => void;
  readonly down: (...arrays: readonly number[]) => number;
  readonly up: (...arrays: readonly number[]) => number;
  readonly total: (...arrays: readonly number[]) => void;
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
  const hands = handsOf(plan);
  const sales = salesOf(plan);
  const at = layOut(kernel, {
    output: ['u8', n * 16],
    handOff: ['i32', 4 * n],
    hands: ['u8', hands.to.length * 16],
    needOff: ['i32', n + 1],
    needs: ['u8', plan.needFrom.length * 16],
    sellOff: ['i32', n + 1],
    sells: ['u8', sales.to.length * 16],
    blocks: ['i32', sales.blocks.length],
    buyOff: ['i32', n + 1],
    buyFrom: ['i32', plan.buyFrom.length],
    made: ['f64', sectorOutput.length],
    left: ['u8', sectorOutput.length * RECORD],
    // What a leg writes to, from here to the end: emptied as a whole.
    downs: ['u8', n * RECORD],
    short: ['u8', n * RECORD],
    felt: ['u8', n * RECORD],
    parts: ['u8', hands.constraints * RECORD],
    downState: ['u8', n],
    ups: ['u8', n * RECORD],
    upState: ['u8', n],
    sums: ['f64', 3 * LANES],
  });
  at.handOff.set(hands.off);
  at.needOff.set(plan.needOff);
  at.sellOff.set(sales.off);
  at.blocks.set(sales.blocks);
  at.buyOff.set(plan.buyOff);
  at.buyFrom.set(plan.buyFrom);
  at.made.set(sectorOutput);
  const byRecord = (numbers: ArrayLike<number>) => Array.from(numbers, (number) => number * RECORD);
  writePairs(at.output, byRecord(plan.sector), plan.selfFed, plan.output);
  writePairs(at.hands, byRecord(hands.to), byRecord(hands.constraint), hands.weight);
  writePairs(
    at.needs,
    plan.needFrom.map((from, p) => from * RECORD + (plan.needLast[p] ?? 0)),
    undefined,
    plan.needWeight,
  );
  writePairs(at.sells, byRecord(sales.to), undefined, sales.weight);
  const place = Object.fromEntries(Object.entries(at).map(([name, array]) => [name, array.byteOffset])) as {
    readonly [Name in keyof typeof at]: number;
  };

  const part = 1 - capacity;
  const followDown = (places: readonly number[]): number => {
    kernel.fillSectors(sectorOutput.length, place.made, place.left);
    if (direction === 'up' || part <= 0) return 0;
    for (let lane = 0; lane < places.length; lane++)
      kernel.failDown(
        ...[places[lane] as number, lane, part],
        ...[place.downs, place.downState, place.left, place.output],
      );
    return kernel.down(
      n,
      ...[place.output, place.handOff, place.hands, place.needOff, place.needs],
      ...[place.downs, place.short, place.felt, place.parts, place.downState, place.left],
      ...[stop, MOST_SWEEPS],
    );
  };
  const followUp = (places: readonly number[]): number => {
    if (direction === 'down' || part <= 0) return 0;
    for (let lane = 0; lane < places.length; lane++)
      kernel.failUp(
        ...[places[lane] as number, lane, part],
        ...[place.ups, place.upState, place.buyOff, place.buyFrom],
      );
    return kernel.up(
      ...[n, place.blocks, sales.blocks.length],
      ...[place.sellOff, place.sells, place.buyOff, place.buyFrom],
      ...[place.ups, place.upState],
      ...[stop, MOST_SWEEPS],
    );
  };

  const whole = plan.total > 0 ? plan.total : 1;
  const batch = (places: readonly number[]): Failure[] => {
    kernel.clear(place.downs, place.sums - place.downs);
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
    const all = Array.from(places);
    const found: Failure[] = [];
    for (let first = 0; first < places.length; first += LANES)
      found.push(...batch(all.slice(first, first + LANES)));
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
