import { fail, ok, type Result } from '../result.ts';
import { checkGame, type Game, type GameCode, type Power, partsOf, reduceGame } from './game.ts';

/** Counts of coalitions are whole numbers and stay exact in a double up to so many players. */
const MOST_PLAYERS = 50;
/** Most additions that counting by weight may take, about a second of work. */
const MOST_STEPS = 200_000_000;
/** Most players whose coalitions are looked at one by one when the weights are too large to count by. */
const MOST_ENUMERATED = 20;

export type PowerCode = GameCode | 'gameTooLarge';

/**
 * Exact Banzhaf and Shapley-Shubik indices (Banzhaf 1965; Shapley and Shubik 1954), by counting coalitions of every
 * size and weight (generating functions; Mann and Shapley 1962) in n^2 x quota steps, or one by one where that is less
 * work. Counts are whole numbers, so ties are ties. A player that never decides has power 0.
 * Fails with `gameTooLarge` beyond 50 players, or beyond 20 with large weights: sample then.
 */
export function exactPower(game: Game): Result<Power, PowerCode> {
  const checked = checkGame(game);
  if (!checked.ok) return checked;
  const reduced = reduceGame(game);
  const n = reduced.weights.length;
  const steps = n * n * reduced.quota;
  const few = n <= MOST_ENUMERATED;
  const countable = n <= MOST_PLAYERS && steps <= MOST_STEPS && !(few && n * 2 ** n <= steps);
  if (!countable && !few) return fail('gameTooLarge', { limit: MOST_ENUMERATED });
  const { swings, pivots } = countable ? countSwings(reduced) : enumerateSwings(reduced);
  return ok({
    banzhaf: partsOf(swings),
    shapley: partsOf(pivots),
    swing: swings.map((count) => count / 2 ** (n - 1)),
  });
}

/** Coalitions that a player turns from losing to winning, and its share of the orders in which it is the pivot. */
type Swings = { readonly swings: number[]; readonly pivots: number[] };

function enumerateSwings({ quota, weights }: Game): Swings {
  const n = weights.length;
  const orders = pivotShares(n);
  const swings = weights.map(() => 0);
  const pivots = weights.map(() => 0);
  for (let coalition = 0; coalition < 2 ** n; coalition++) {
    let sum = 0;
    let size = 0;
    for (let i = 0; i < n; i++) {
      if (!((coalition >> i) & 1)) continue;
      sum += weights[i] as number;
      size++;
    }
    if (sum >= quota) continue;
    for (let i = 0; i < n; i++) {
      if ((coalition >> i) & 1 || sum + (weights[i] as number) < quota) continue;
      swings[i] = (swings[i] as number) + 1;
      pivots[i] = (pivots[i] as number) + (orders[size] as number);
    }
  }
  return { swings, pivots };
}

function countSwings({ quota, weights }: Game): Swings {
  const all = countAll(weights, quota);
  const orders = pivotShares(weights.length);
  const known = new Map<number, readonly [number, number]>();
  const found = weights.map((weight) => {
    const one = known.get(weight) ?? decisive(all, weight, quota, orders);
    known.set(weight, one);
    return one;
  });
  return { swings: found.map(([swings]) => swings), pivots: found.map(([, pivots]) => pivots) };
}

/** `counts[size][sum]`: coalitions of that size and weight, below the quota. */
function countAll(weights: readonly number[], quota: number): Float64Array[] {
  const counts = Array.from({ length: weights.length + 1 }, () => new Float64Array(quota));
  (counts[0] as Float64Array)[0] = 1;
  weights.forEach((weight, i) => {
    for (let size = i; size >= 0; size--) {
      const from = counts[size] as Float64Array;
      const to = counts[size + 1] as Float64Array;
      for (let sum = 0; sum + weight < quota; sum++) {
        to[sum + weight] = (to[sum + weight] as number) + (from[sum] as number);
      }
    }
  });
  return counts;
}

/** Number of swings of a player of that weight, and its share of the orders in which it is the pivot. */
function decisive(
  all: readonly Float64Array[],
  weight: number,
  quota: number,
  orders: readonly number[],
): readonly [number, number] {
  let swings = 0;
  let pivots = 0;
  /** Coalitions without the player, of the size at hand: all of them less those that the player is in. */
  let without = new Float64Array(quota);
  for (let size = 0; size < orders.length; size++) {
    const smaller = without;
    without = (all[size] as Float64Array).slice();
    if (size > 0) {
      for (let sum = weight; sum < quota; sum++) {
        without[sum] = (without[sum] as number) - (smaller[sum - weight] as number);
      }
    }
    let count = 0;
    for (let sum = Math.max(0, quota - weight); sum < quota; sum++) count += without[sum] as number;
    swings += count;
    pivots += count * (orders[size] as number);
  }
  return [swings, pivots];
}

/** `size! (n - size - 1)! / n!` for every size of the coalition that comes before the pivot. */
function pivotShares(n: number): number[] {
  const shares: number[] = [1 / n];
  for (let size = 1; size < n; size++) shares.push(((shares[size - 1] as number) * size) / (n - size));
  return shares;
}
