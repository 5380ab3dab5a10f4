import type { Knots } from './knots.ts';

/** Crossings of the edges between columns whose knots stand in an order: `rows`, the knots of every column. */
export class Crossings {
  /** Places of the neighbours after and before a knot, in order, in the rows of `down` and `up`. */
  private readonly after: Int32Array;
  private readonly before: Int32Array;
  private readonly next: Int32Array;
  private readonly tree: Int32Array;
  private readonly knots: Knots;

  constructor(knots: Knots) {
    this.knots = knots;
    this.after = new Int32Array(knots.down.adj.length);
    this.before = new Int32Array(knots.up.adj.length);
    this.next = new Int32Array(knots.count);
    this.tree = new Int32Array(knots.count + 2);
  }

  /** Places of the neighbours in the next column, in order, without sorting: that column is walked in its order. */
  gather(rows: readonly Int32Array[], r: number, side: 'down' | 'up'): void {
    const { off } = this.knots[side];
    const back = this.knots[side === 'down' ? 'up' : 'down'];
    const into = side === 'down' ? this.after : this.before;
    const row = rows[r] as Int32Array;
    const other = rows[r + (side === 'down' ? 1 : -1)];
    if (other === undefined) return;
    for (const u of row) this.next[u] = off[u] as number;
    for (let i = 0; i < other.length; i++) {
      const v = other[i] as number;
      for (let p = back.off[v] as number; p < (back.off[v + 1] as number); p++) {
        const u = back.adj[p] as number;
        const slot = this.next[u] as number;
        into[slot] = i;
        this.next[u] = slot + 1;
      }
    }
  }

  /** Crossings between a column and the next, by counting inversions in a binary indexed tree. */
  between(rows: readonly Int32Array[], r: number): number {
    this.gather(rows, r, 'down');
    const { off } = this.knots.down;
    const row = rows[r] as Int32Array;
    const width = (rows[r + 1] as Int32Array).length;
    const { tree, after } = this;
    tree.fill(0, 0, width + 2);
    let [total, seen] = [0, 0];
    for (const u of row) {
      const [start, end] = [off[u] as number, off[u + 1] as number];
      for (let p = start; p < end; p++) {
        let below = 0;
        for (let j = (after[p] as number) + 1; j > 0; j -= j & -j) below += tree[j] as number;
        total += seen - below;
      }
      for (let p = start; p < end; p++) {
        for (let j = (after[p] as number) + 1; j <= width; j += j & -j) tree[j] = (tree[j] as number) + 1;
        seen++;
      }
    }
    return total;
  }

  /** How many crossings more there are with `a` above `b` than with `b` above `a`; both sides of their column gathered. */
  excess(a: number, b: number): number {
    const { up, down } = this.knots;
    return excessOf(this.after, down.off, a, b) + excessOf(this.before, up.off, a, b);
  }
}

/** Of two lists of places in order: pairs with the first larger, less pairs with the second larger. */
function excessOf(places: Int32Array, off: Int32Array, a: number, b: number): number {
  const [endA, endB] = [off[a + 1] as number, off[b + 1] as number];
  const [startA, startB] = [off[a] as number, off[b] as number];
  if (startA === endA || startB === endB) return 0;
  let excess = 0;
  let less = startB;
  let notMore = startB;
  for (let p = startA; p < endA; p++) {
    const at = places[p] as number;
    while (less < endB && (places[less] as number) < at) less++;
    while (notMore < endB && (places[notMore] as number) <= at) notMore++;
    excess += less - startB - (endB - notMore);
  }
  return excess;
}
