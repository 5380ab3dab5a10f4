import { fail, ok, type Result } from '../result.ts';

/** A weighted voting game `[quota; weights]`: players win together when their weights add up to the quota or more. */
export type Game = { readonly quota: number; readonly weights: readonly number[] };

/**
 * Power of every player, in the order of the weights. `banzhaf` and `shapley` add up to 1. `swing` is the raw Banzhaf
 * measure: the probability that the player decides when all others vote by the toss of a coin.
 */
export type Power = {
  readonly banzhaf: readonly number[];
  readonly shapley: readonly number[];
  readonly swing: readonly number[];
};

export const GAME_CODES = ['gameWeights', 'gameQuota'] as const;
export type GameCode = (typeof GAME_CODES)[number];

/**
 * Checks a game: at least one player, weights whole numbers from 0 (votes, shares or thousandths of a per cent, as
 * long as nothing is rounded), and a quota that is a whole number above 0 and within reach of all players together.
 */
export function checkGame(game: Game): Result<Game, GameCode> {
  const total = game.weights.reduce((sum, weight) => sum + weight, 0);
  const whole = game.weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0);
  if (!whole || game.weights.length === 0 || !Number.isSafeInteger(total)) return fail('gameWeights');
  if (!Number.isSafeInteger(game.quota) || game.quota < 1 || game.quota > total) {
    return fail('gameQuota', { limit: total });
  }
  return ok(game);
}

/** The quota of a simple majority, more than half of all weights. */
export const majorityQuota = (weights: readonly number[]): number =>
  Math.floor(weights.reduce((sum, weight) => sum + weight, 0) / 2) + 1;

/** The same game in the smallest whole numbers, and with no weight above the quota; the power does not change. */
export function reduceGame({ quota, weights }: Game): Game {
  const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
  const unit = weights.reduce(gcd, 0) || 1;
  const reduced = Math.ceil(quota / unit);
  return { quota: reduced, weights: weights.map((weight) => Math.min(weight / unit, reduced)) };
}

/** Shares of a whole that is not 0. */
export const partsOf = (amounts: readonly number[]): number[] => {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  return amounts.map((amount) => amount / total);
};
