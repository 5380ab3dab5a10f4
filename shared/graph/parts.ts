/** `of[v]` is the part of a node, numbered from 0 in the order of the first node of each; `count` is how many. */
export type Parts = { readonly of: Int32Array; readonly count: number };

/** Connected parts, direction ignored, by union-find (Tarjan 1975). As good as O(n + m). */
export function partsOf(n: number, from: Int32Array, to: Int32Array): Parts {
  const parent = Int32Array.from({ length: n }, (_, i) => i);
  const top = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  for (let e = 0; e < from.length; e++) {
    const a = top(from[e] as number);
    const b = top(to[e] as number);
    if (a < b) parent[b] = a;
    else parent[a] = b;
  }
  const of = new Int32Array(n);
  let count = 0;
  // The top of a part is its lowest node, so that it has its number before the others ask for it.
  for (let i = 0; i < n; i++) of[i] = top(i) === i ? count++ : (of[top(i)] as number);
  return { of, count };
}
