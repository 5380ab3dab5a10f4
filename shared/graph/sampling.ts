import { seeded } from './random.ts';

/** With how much certainty the bound of a sample holds for all nodes at once. */
export const SAMPLE_CERTAINTY = 0.95;

/** `count` different sources of `n`, drawn evenly, in rising order; all of them when `count` is not below `n`. */
export function drawSources(n: number, count: number, seed: number): Int32Array {
  const all = Int32Array.from({ length: n }, (_, i) => i);
  if (count >= n) return all;
  const random = seeded(seed);
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(random() * (n - i));
    const drawn = all[j] as number;
    all[j] = all[i] as number;
    all[i] = drawn;
  }
  return all.slice(0, count).sort();
}

/**
 * How far the normalised betweenness of any node, estimated from `count` of `n` sources drawn without putting back, is
 * off at most, with the certainty given for all nodes at once. Hoeffding's inequality (1963) as sharpened for such
 * draws by Serfling (1974), over n nodes: what one source adds to a normalised value lies between 0 and n / (n - 1), so
 * `e = n / (n - 1) sqrt((1 - (count - 1) / n) ln(2n / (1 - certainty)) / (2 count))`. 0 when all sources were taken.
 */
export function sampleError(n: number, count: number, certainty: number = SAMPLE_CERTAINTY): number {
  if (count >= n || n < 2) return 0;
  const drawn = 1 - (count - 1) / n;
  return (n / (n - 1)) * Math.sqrt((drawn * Math.log((2 * n) / (1 - certainty))) / (2 * count));
}
