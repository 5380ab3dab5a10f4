import fc from 'fast-check';
import type { Ternary } from '#shared/graph/model.ts';
import { type Supplies, UNKNOWN_INPUT } from '#shared/graph/supply/net.ts';

/** One supply in words: from, to, input ('' is not known), essential, whether it is there. */
export type Row = readonly [from: string, to: string, input: string, essential?: Ternary, exists?: Ternary];

function numberedNames(rows: readonly Row[]): string[] {
  const names = new Set<string>();
  for (const [from, to] of rows) names.add(from).add(to);
  return [...names];
}

/** Supplies between names, numbered in the order in which they come. */
export function supplied(...rows: readonly Row[]): Supplies & { readonly names: readonly string[] } {
  const names = numberedNames(rows);
  const inputs = [...new Set(rows.map(([, , input]) => input))];
  return {
    names,
    n: names.length,
    from: Int32Array.from(rows, ([from]) => names.indexOf(from)),
    to: Int32Array.from(rows, ([, to]) => names.indexOf(to)),
    input: Int32Array.from(rows, ([, , input]) => (input === '' ? UNKNOWN_INPUT : inputs.indexOf(input))),
    essential: rows.map(([, , , essential]) => essential ?? 'yes'),
    exists: rows.map(([, , , , exists]) => exists ?? 'yes'),
  };
}

/** Needs drawn at random: for every node its inputs, each with sources. */
export const drawnNeeds = (most: number): fc.Arbitrary<readonly (readonly (readonly number[])[])[]> =>
  fc.integer({ min: 2, max: most }).chain((n) =>
    fc.array(fc.array(fc.array(fc.nat(n - 1), { minLength: 1, maxLength: 3 }), { maxLength: 2 }), {
      minLength: n,
      maxLength: n,
    }),
  );

/** Who fails when these are shut, by the definition: the greatest set of nodes that keeps itself going is what is left. */
export function failing(
  needs: readonly (readonly (readonly number[])[])[],
  shut: readonly number[],
): boolean[] {
  const works = needs.map((_, v) => !shut.includes(v));
  for (let changed = true; changed; ) {
    changed = false;
    needs.forEach((inputs, v) => {
      if (!works[v] || inputs.every((sources) => sources.some((source) => works[source]))) return;
      works[v] = false;
      changed = true;
    });
  }
  return works.map((one) => !one);
}

/** Every reading of supplies in which something is open: all choices of inputs, essentials and existence. */
export function readings({ n, from, to, input, essential, exists }: Supplies) {
  const known = [...new Set(input)].filter((key) => key !== UNKNOWN_INPUT);
  let all: { input: number; essential: Ternary; exists: Ternary }[][] = [[]];
  for (let e = 0; e < from.length; e++) {
    const own = known.filter((key) => input.some((other, f) => other === key && to[f] === to[e]));
    // An unknown input is one of the customer's, one that it shares with another unknown one, or one of its own.
    const fresh = [...from.keys()].map((f) => -2 - f);
    const inputs = input[e] === UNKNOWN_INPUT ? [...own, ...fresh] : [input[e] ?? 0];
    const essentials: Ternary[] = essential[e] === 'unknown' ? ['yes', 'no'] : [essential[e] ?? 'yes'];
    const there: Ternary[] = exists?.[e] === 'unknown' ? ['yes', 'no'] : [exists?.[e] ?? 'yes'];
    all = all.flatMap((before) =>
      inputs.flatMap((key) =>
        essentials.flatMap((need) =>
          there.map((is) => [...before, { input: key, essential: need, exists: is }]),
        ),
      ),
    );
  }
  return all.map((links) =>
    Array.from({ length: n }, (_, v) => {
      const inputs = Map.groupBy(
        links
          .map((link, e) => ({ ...link, from: from[e] ?? 0, to: to[e] ?? 0 }))
          .filter((link) => link.exists === 'yes' && link.to === v && link.from !== v),
        (link) => link.input,
      );
      return [...inputs.values()]
        .filter((sources) => sources.some((link) => link.essential === 'yes'))
        .map((sources) => sources.map((link) => link.from));
    }),
  );
}
