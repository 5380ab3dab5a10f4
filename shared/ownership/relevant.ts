import type { Holding } from './interest.ts';

/**
 * The interests that can matter to what the parties have in a target, as places in the list. `candidates` lie on some
 * way from a party to the target; `context` are interests of others in the companies on the way, which bound what is
 * left for the parties. All others can be left out without changing any verdict.
 */
export type Relevant = { readonly candidates: readonly number[]; readonly context: readonly number[] };

export function relevantHoldings(
  holdings: readonly Holding[],
  parties: readonly string[],
  target: string,
): Relevant {
  const byHolder = new Map<string, number[]>();
  const byHeld = new Map<string, number[]>();
  const add = (map: Map<string, number[]>, key: string, i: number): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [i]);
    else list.push(i);
  };
  holdings.forEach(({ holder, held }, i) => {
    add(byHolder, holder, i);
    add(byHeld, held, i);
  });
  const below = closure(parties, (name) =>
    (byHolder.get(name) ?? []).map((i) => (holdings[i] as Holding).held),
  );
  const above = closure([target], (name) =>
    (byHeld.get(name) ?? []).map((i) => (holdings[i] as Holding).holder),
  );
  const candidates: number[] = [];
  const context: number[] = [];
  holdings.forEach(({ holder, held }, i) => {
    if (!above.has(held) || !below.has(held)) return;
    (below.has(holder) ? candidates : context).push(i);
  });
  return { candidates, context };
}

function closure(start: readonly string[], next: (name: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set(start);
  for (const name of found) for (const other of next(name)) found.add(other);
  return found;
}

/**
 * Simple paths from a party to the target along the given interests, each a list of places, first interest first;
 * no more than `limit`, and then `cut` is true.
 */
export function simplePaths(
  holdings: readonly Holding[],
  among: readonly number[],
  parties: readonly string[],
  target: string,
  limit: number,
): { readonly paths: readonly (readonly number[])[]; readonly cut: boolean } {
  const paths: number[][] = [];
  let cut = false;
  const visited = new Set<string>(parties);
  const path: number[] = [];
  const from = (name: string): void => {
    for (const i of among) {
      const { holder, held } = holdings[i] as Holding;
      if (holder !== name || cut) continue;
      if (held === target) {
        if (paths.length === limit) cut = true;
        else paths.push([...path, i]);
      } else if (!visited.has(held)) {
        visited.add(held);
        path.push(i);
        from(held);
        path.pop();
        visited.delete(held);
      }
    }
  };
  for (const party of parties) from(party);
  return { paths, cut };
}
