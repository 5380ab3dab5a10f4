import type { Ternary } from '../model.ts';

/**
 * Supplies as they are known. Link `e` runs from supplier `from[e]` to customer `to[e]` and serves the input `input[e]`
 * of the customer (any number that is the same for alternatives), or an input that is not known: `UNKNOWN_INPUT`.
 * `essential[e]`: whether the customer fails without that input. `exists[e]`: whether the supply is there at all;
 * without the array all are.
 */
export type Supplies = {
  readonly n: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly input: Int32Array;
  readonly essential: readonly Ternary[];
  readonly exists?: readonly Ternary[];
};

export const UNKNOWN_INPUT = -1;

/**
 * One reading of the supplies, with nothing left open: who fails without what. Node `v` needs every input `g` from
 * `inputs[v]` to `inputs[v + 1] - 1` (AND); input `g` is there while one of `members[sources[g]]` to
 * `members[sources[g + 1] - 1]` works (OR). `uses` turns it round: the inputs that node `v` is a source of are
 * `usedAt[uses[v]]` to `usedAt[uses[v + 1] - 1]`, and `owner[g]` is the customer of an input.
 *
 * **What works** is the greatest set of nodes none of which lacks an input (greatest fixed point): nodes that only
 * supply each other keep each other going, and nothing fails by itself. Who has no essential input fails only when shut.
 */
export type Net = {
  readonly n: number;
  readonly inputs: Int32Array;
  readonly sources: Int32Array;
  readonly members: Int32Array;
  readonly owner: Int32Array;
  readonly uses: Int32Array;
  readonly usedAt: Int32Array;
};

/**
 * The two ends of what is known. In `least` everything open is read in favour of going on: inputs that may be essential
 * are not, a source of an unknown input can stand in for any input of its customer, a supply that may not be there is
 * there as an alternative but makes no need. In `most` everything is read the other way. Failing is monotone in all of
 * this, so what fails in `least` fails in every reading (certain), and what does not fail in `most` fails in none
 * (excluded); between them it is possible. `open`: the two differ.
 */
export type Nets = { readonly least: Net; readonly most: Net; readonly open: boolean };

/** `needed`: a supply that is certainly there is recorded as essential; `essential`: what all rows come to. */
type Input = { certain: number[]; doubtful: number[]; needed: boolean; essential: Ternary };
type Loose = { readonly source: number; readonly essential: Ternary; readonly sure: boolean };

/** The inputs of every node, and apart from them its links without a known input. */
function gathered({ n, from, to, input, essential, exists }: Supplies) {
  const known: Map<number, Input>[] = Array.from({ length: n }, () => new Map());
  const loose: Loose[][] = Array.from({ length: n }, () => []);
  for (let e = 0; e < from.length; e++) {
    const there = exists?.[e] ?? 'yes';
    const source = from[e] as number;
    const customer = to[e] as number;
    // Who supplies himself goes on as long as he goes on.
    if (there === 'no' || source === customer) continue;
    const sure = there === 'yes';
    const said = essential[e] as Ternary;
    const key = input[e] as number;
    if (key === UNKNOWN_INPUT) {
      loose[customer]?.push({ source, essential: said, sure });
      continue;
    }
    const inputs = known[customer] as Map<number, Input>;
    const own = inputs.get(key) ?? { certain: [], doubtful: [], needed: false, essential: said };
    inputs.set(key, own);
    (sure ? own.certain : own.doubtful).push(source);
    own.needed ||= sure && said === 'yes';
    own.essential = joint(own.essential, said);
  }
  return { known, loose };
}

/** Of one input: needed when one row says so, not needed when all say not. */
const joint = (a: Ternary, b: Ternary): Ternary => {
  if (a === 'yes' || b === 'yes') return 'yes';
  return a === b ? a : 'unknown';
};

/** The needs of one node in the reading that lets it go on where it can. */
function fewest(inputs: readonly Input[], loose: readonly Loose[]): number[][] {
  const extra = loose.map(({ source }) => source);
  // Without any other input the sources of unknown ones have at least one between them.
  if (inputs.length === 0)
    return loose.some(({ essential, sure }) => sure && essential === 'yes') ? [extra] : [];
  return inputs
    .filter(({ needed }) => needed)
    .map(({ certain, doubtful }) => [...certain, ...doubtful, ...extra]);
}

/** The needs of one node in the reading that stops it where it can. */
function greatest(inputs: readonly Input[], loose: readonly Loose[]): number[][] {
  return [
    ...inputs
      .filter(({ essential }) => essential !== 'no')
      .flatMap(({ certain, doubtful }) => (certain.length > 0 ? [certain] : doubtful.map((one) => [one]))),
    ...loose.filter(({ essential }) => essential !== 'no').map(({ source }) => [source]),
  ];
}

const same = (a: Int32Array, b: Int32Array): boolean =>
  a.length === b.length && a.every((x, i) => x === b[i]);

/** Both readings of what is known. O(n + m), and a source of an unknown input once for each input of its customer. */
export function readSupplies(supplies: Supplies): Nets {
  const { known, loose } = gathered(supplies);
  const needs = known.map((inputs, v) => [[...inputs.values()], loose[v] ?? []] as const);
  const least = netOf(needs.map(([inputs, rest]) => fewest(inputs, rest)));
  const most = netOf(needs.map(([inputs, rest]) => greatest(inputs, rest)));
  const open = !(
    same(least.inputs, most.inputs) &&
    same(least.sources, most.sources) &&
    same(least.members, most.members)
  );
  return { least, most: open ? most : least, open };
}

/** Typed arrays from lists: for every node its inputs, for every input its sources. */
export function netOf(needs: readonly (readonly (readonly number[])[])[]): Net {
  const n = needs.length;
  const inputs = new Int32Array(n + 1);
  const sizes: number[] = [];
  const members: number[] = [];
  const owner: number[] = [];
  for (let v = 0; v < n; v++) {
    for (const sources of needs[v] ?? []) {
      const once = [...new Set(sources)].sort((a, b) => a - b);
      sizes.push(once.length);
      for (const member of once) members.push(member);
      owner.push(v);
    }
    inputs[v + 1] = owner.length;
  }
  const sources = new Int32Array(owner.length + 1);
  for (let g = 0; g < owner.length; g++) sources[g + 1] = (sources[g] as number) + (sizes[g] as number);
  const uses = new Int32Array(n + 1);
  for (const member of members) uses[member + 1] = (uses[member + 1] as number) + 1;
  for (let v = 0; v < n; v++) uses[v + 1] = (uses[v + 1] as number) + (uses[v] as number);
  const next = uses.slice();
  const usedAt = new Int32Array(members.length);
  for (let g = 0; g < owner.length; g++) {
    for (let k = sources[g] as number; k < (sources[g + 1] as number); k++) {
      const member = members[k] as number;
      usedAt[next[member] as number] = g;
      next[member] = (next[member] as number) + 1;
    }
  }
  return {
    n,
    inputs,
    sources,
    members: Int32Array.from(members),
    owner: Int32Array.from(owner),
    uses,
    usedAt,
  };
}
