import fc from 'fast-check';

/** A random graph: `n` nodes and links between them, also parallel ones and links to oneself. */
export type Drawn = { readonly n: number; readonly from: Int32Array; readonly to: Int32Array };

/** Graphs small enough for answers by trying everything. */
export const drawnGraph = (most: number, links = 3): fc.Arbitrary<Drawn> =>
  fc.integer({ min: 1, max: most }).chain((n) =>
    fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1)), { maxLength: links * n }).map((all) => ({
      n,
      from: Int32Array.from(all, ([from]) => from),
      to: Int32Array.from(all, ([, to]) => to),
    })),
  );

/** The same graph without parallel links and links to oneself; without direction, a pair stands once. */
export function simple({ n, from, to }: Drawn, directed: boolean): Drawn {
  const seen = new Map<string, readonly [number, number]>();
  from.forEach((a, e) => {
    const b = to[e] ?? 0;
    if (a === b) return;
    const key = directed || a < b ? `${a} ${b}` : `${b} ${a}`;
    if (!seen.has(key)) seen.set(key, [a, b]);
  });
  const links = [...seen.values()];
  return { n, from: Int32Array.from(links, ([a]) => a), to: Int32Array.from(links, ([, b]) => b) };
}

/** Nodes in another numbering and links in another order; `number[old]` is the new number. */
export const shuffled = (drawn: Drawn): fc.Arbitrary<Drawn & { readonly number: readonly number[] }> =>
  fc
    .tuple(
      fc.shuffledSubarray([...Array(drawn.n).keys()], { minLength: drawn.n }),
      fc.shuffledSubarray([...drawn.from.keys()], { minLength: drawn.from.length }),
    )
    .map(([number, order]) => ({
      n: drawn.n,
      number,
      from: Int32Array.from(order, (e) => number[drawn.from[e] ?? 0] ?? 0),
      to: Int32Array.from(order, (e) => number[drawn.to[e] ?? 0] ?? 0),
    }));
