import { seeded } from '../graph/random.ts';
import { ok, type Result } from '../result.ts';
import { checkGame, type Game, type GameCode, type Power, partsOf } from './game.ts';

/**
 * Sampled power. With probability `confidence` every `swing` and every `shapley` is within `error` of the truth, and
 * every `banzhaf` within the interval of the same place in `banzhafRange`. `banzhaf` is NaN when no sample had anybody
 * decide.
 */
export type SampledPower = Power & {
  readonly error: number;
  readonly confidence: number;
  readonly banzhafRange: readonly { readonly min: number; readonly max: number }[];
};

const CONFIDENCE = 0.99;

/**
 * Estimates the Banzhaf and Shapley-Shubik indices of large boards from `samples` random coalitions and as many
 * random orders (Castro, Gomez and Tejada 2009). The error bound is Hoeffding's, over all players and both measures
 * together: `sqrt(ln(4 n / 0.01) / (2 samples))`. The same seed gives the same answer.
 */
export function samplePower(game: Game, samples: number, seed: number): Result<SampledPower, GameCode> {
  const checked = checkGame(game);
  if (!checked.ok) return checked;
  const { quota, weights } = game;
  const n = weights.length;
  const random = seeded(seed);
  const swings = new Float64Array(n);
  const pivots = new Float64Array(n);
  const inside = new Uint8Array(n);
  const order = Int32Array.from({ length: n }, (_, i) => i);
  for (let k = 0; k < samples; k++) {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      inside[i] = random() < 0.5 ? 0 : 1;
      if (inside[i]) sum += weights[i] as number;
    }
    for (let i = 0; i < n; i++) {
      const others = inside[i] ? sum - (weights[i] as number) : sum;
      if (others < quota && others + (weights[i] as number) >= quota) swings[i] = (swings[i] as number) + 1;
    }
    sum = 0;
    for (let i = 0; i < n && sum < quota; i++) {
      const j = i + Math.floor(random() * (n - i));
      const player = order[j] as number;
      order[j] = order[i] as number;
      order[i] = player;
      sum += weights[player] as number;
      if (sum >= quota) pivots[player] = (pivots[player] as number) + 1;
    }
  }
  const error = Math.min(1, Math.sqrt(Math.log((4 * n) / (1 - CONFIDENCE)) / (2 * samples)));
  const swing = Array.from(swings, (count) => count / samples);
  const low = swing.map((one) => Math.max(0, one - error));
  const high = swing.map((one) => Math.min(1, one + error));
  const lows = low.reduce((sum, one) => sum + one, 0);
  const highs = high.reduce((sum, one) => sum + one, 0);
  const part = (one: number, others: number): number => (one === 0 ? 0 : one / (one + others));
  return ok({
    swing,
    banzhaf: partsOf(swing),
    shapley: Array.from(pivots, (count) => count / samples),
    error,
    confidence: CONFIDENCE,
    banzhafRange: swing.map((_, i) => ({
      min: part(low[i] as number, highs - (high[i] as number)),
      max: part(high[i] as number, lows - (low[i] as number)),
    })),
  });
}
