import fc from 'fast-check';
import { between, exactly, type Holding, type Share, UNKNOWN_SHARE } from '#shared/ownership/interest.ts';

/** `A>B 0.6` for exact shares, `0.2..0.5` for a range, `?` for unknown. */
export const world = (...lines: readonly string[]): Holding[] =>
  lines.map((line) => {
    const [link = '', text = ''] = line.split(' ');
    const [holder = '', held = ''] = link.split('>');
    const [min = '', max] = text.split('..');
    const capital: Share =
      text === '?'
        ? UNKNOWN_SHARE
        : max === undefined
          ? exactly(Number(min))
          : between(Number(min), Number(max));
    return { holder, held, capital };
  });

/** The cross-holding of field practice, oracle C2. */
export const CROSS = world('X>B 0.5', 'Z>B 0.2', 'C>B 0.3', 'Y>C 0.6', 'B>C 0.4');
/** The pyramid with two arms, oracle C4. */
export const ARMS = world('P>A 0.6', 'P>B 0.6', 'A>C 0.3', 'B>C 0.25', 'Q>C 0.45', 'C>D 0.4', 'P>D 0.15');

export type Link = { readonly from: number; readonly to: number; readonly weight: number };

/** Inverse of a small matrix by Gauss-Jordan, written apart from the code under test. */
export function inverse(matrix: readonly (readonly number[])[]): number[][] {
  const n = matrix.length;
  const a = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let c = 0; c < n; c++) {
    const pivot = a.reduce(
      (best, row, r) => (r >= c && Math.abs(row[c] ?? 0) > Math.abs(a[best]?.[c] ?? 0) ? r : best),
      c,
    );
    [a[c], a[pivot]] = [a[pivot] as number[], a[c] as number[]];
    const top = a[c] as number[];
    const scale = top[c] as number;
    a[c] = top.map((value) => value / scale);
    for (let r = 0; r < n; r++) {
      if (r === c) continue;
      const row = a[r] as number[];
      const factor = row[c] as number;
      a[r] = row.map((value, j) => value - factor * ((a[c] as number[])[j] as number));
    }
  }
  return a.map((row) => row.slice(n));
}

/** `(I - W)^-1` by the book, for `n` nodes. */
export function leontief(n: number, links: readonly Link[]): number[][] {
  const matrix = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
  for (const { from, to, weight } of links)
    (matrix[from] as number[])[to] = ((matrix[from] as number[])[to] as number) - weight;
  return inverse(matrix);
}

/**
 * Random worlds of up to 8 nodes with cycles, parallel interests and self-holdings, in which at most 95 per cent of
 * every company is held, so that every sum over paths has a limit.
 */
export const links: fc.Arbitrary<Link[]> = fc
  .array(fc.record({ from: fc.nat(7), to: fc.nat(7), part: fc.integer({ min: 1, max: 100 }) }), {
    minLength: 1,
    maxLength: 20,
  })
  .chain((raw) =>
    fc.array(fc.integer({ min: 1, max: 95 }), { minLength: 8, maxLength: 8 }).map((sums) => {
      const totals = Array.from({ length: 8 }, () => 0);
      for (const { to, part } of raw) totals[to] = (totals[to] ?? 0) + part;
      return raw.map(({ from, to, part }) => ({
        from,
        to,
        weight: (part / (totals[to] ?? 1)) * ((sums[to] ?? 1) / 100),
      }));
    }),
  );

export const nameOf = (node: number): string => `n${node}`;
export const holdingsOf = (all: readonly Link[]): Holding[] =>
  all.map(({ from, to, weight }) => ({ holder: nameOf(from), held: nameOf(to), capital: exactly(weight) }));

/**
 * Random interests of which some are ranges or unknown, together with values drawn from them in which no company is
 * held for more than the whole: what the world may look like behind the ranges.
 */
export const rangedLinks: fc.Arbitrary<{ readonly holdings: Holding[]; readonly drawn: Link[] }> =
  links.chain((drawn) =>
    fc
      .array(
        fc.tuple(
          fc.constantFrom('exact', 'range', 'unknown'),
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.double({ min: 0, max: 1, noNaN: true }),
        ),
        {
          minLength: drawn.length,
          maxLength: drawn.length,
        },
      )
      .map((shapes) => ({
        drawn,
        holdings: drawn.map(({ from, to, weight }, i): Holding => {
          const [kind, down, up] = shapes[i] ?? ['exact', 0, 0];
          const capital: Share =
            kind === 'exact'
              ? exactly(weight)
              : kind === 'unknown'
                ? UNKNOWN_SHARE
                : between(weight * down, weight + (1 - weight) * up);
          return { holder: nameOf(from), held: nameOf(to), capital };
        }),
      })),
  );
