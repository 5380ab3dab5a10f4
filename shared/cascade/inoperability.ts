import { solveDense } from '../graph/dense.ts';
import type { Range } from './network.ts';

/** A square matrix, row by row. */
export type Square = { readonly n: number; readonly values: Float64Array };

export const squareOf = (rows: readonly (readonly number[])[]): Square => ({
  n: rows.length,
  values: Float64Array.from(rows.flat()),
});

/** Input per unit of output, A_ij = Z_ij / x_j, of flows from sector i to sector j; a sector without output needs nothing. */
export function coefficients({ n, values }: Square, output: ArrayLike<number>): Square {
  const made = values.map((flow, at) => {
    const x = output[at % n] as number;
    return x > 0 ? flow / x : 0;
  });
  return { n, values: made };
}

/**
 * The Leontief inverse (I - A)^-1: what each sector makes for one unit of final demand for each (field-practice 2.6.10).
 * Undefined when the economy cannot make more than it uses itself (Hawkins and Simon): then the numbers mean nothing.
 */
export function leontief({ n, values }: Square): Square | undefined {
  const inverse = new Float64Array(n * n);
  for (let column = 0; column < n; column++) {
    const matrix = values.map((value, at) => (Math.floor(at / n) === at % n ? 1 : 0) - value);
    const x = new Float64Array(n);
    x[column] = 1;
    if (!solveDense(matrix, x) || x.some((value) => value < -1e-9)) return undefined;
    for (let row = 0; row < n; row++) inverse[row * n + column] = x[row] as number;
  }
  return { n, values: inverse };
}

/** x = L f. */
export function times({ n, values }: Square, vector: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: n }, (_, row) => {
    let sum = 0;
    for (let column = 0; column < n; column++)
      sum += (values[row * n + column] as number) * (vector[column] as number);
    return sum;
  });
}

/** Inoperability by sector, and the output that goes with it; `beyond`: sectors where it would be more than all. */
export type Inoperability = {
  readonly inoperability: readonly Range[];
  readonly loss: readonly Range[];
  readonly total: Range;
  readonly beyond: readonly number[];
};

/**
 * The inoperability input-output model (Haimes and Santos): q = A* q + c*, A* = diag(x)^-1 A diag(x), so that
 * q = diag(x)^-1 L (c* x). c* is the part of each sector's demand that falls away, perhaps as a range. L is not
 * negative, so that q grows with every part of c*, and its two ends bound it. The model is linear and knows no
 * stocks, no substitutes and no shortage of one input: losses travel to suppliers only. Undefined: see `leontief`.
 */
export function inoperability(
  a: Square,
  output: ArrayLike<number>,
  perturbation: readonly Range[],
): Inoperability | undefined {
  const inverse = leontief(a);
  if (inverse === undefined) return undefined;
  const lost = (end: 'min' | 'max'): Float64Array =>
    times(
      inverse,
      perturbation.map((range, i) => range[end] * (output[i] as number)),
    );
  const [least, most] = [lost('min'), lost('max')];
  const loss = Array.from(least, (min, i) => ({ min, max: most[i] as number }));
  const part = (value: number, i: number): number =>
    (output[i] as number) > 0 ? value / (output[i] as number) : 0;
  const q = loss.map(({ min, max }, i) => ({ min: part(min, i), max: part(max, i) }));
  const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);
  return {
    inoperability: q,
    loss,
    total: { min: sum(least), max: sum(most) },
    beyond: q.flatMap(({ max }, i) => (max > 1 + 1e-9 ? [i] : [])),
  };
}
