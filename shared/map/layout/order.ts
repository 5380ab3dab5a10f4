import { seeded } from '../../graph/random.ts';
import type { Knots } from './knots.ts';

/** The knots of every column from top to bottom. */
export type Order = readonly Int32Array[];

const SWEEPS = 14;
const STALE = 4;
/** Work for all beginnings together, in knots: small maps are tried often, large ones once. */
const TRIES = { most: 16, knots: 2400 };
/** Knots up to which single ones are moved over a whole column; above only neighbours change places. */
const SIFTED = 320;
const ROUNDS = 4;
/** Keys are told apart to this part of a place; a column has fewer knots than `PLACES`. */
const FINE = 64;
const PLACES = 2 ** 20;

/**
 * Few crossings (Sugiyama, Tagawa and Toda 1981): every knot at the mean or the median place of its neighbours, column by
 * column to and fro, then single knots to where they cross least; the best order of all is kept. Knots of a group stay
 * together. The same knots give the same order.
 */
export function orderKnots(knots: Knots): Order {
  const work = new Sorter(knots);
  const tries = Math.max(1, Math.min(TRIES.most, Math.floor(TRIES.knots / Math.max(1, knots.count))));
  const random = seeded(tries);
  let best: Order = [];
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < tries && least > 0; i++) {
    work.begin(walked(knots, i === 0 ? undefined : random));
    work.improve();
    if (work.least < least) [best, least] = [work.best, work.least];
  }
  return best;
}

/** A quick order, for decisions that need no more than that. */
export function roughOrder(knots: Knots): Order {
  const work = new Sorter(knots);
  work.begin(walked(knots, undefined));
  work.sweep(4);
  return work.best;
}

/**
 * An order that keeps what stood in its place: knots by the height they had, new ones at the mean of their neighbours.
 * `height` is NaN for what is new. Only new knots change places with others to save crossings.
 */
export function orderAround(knots: Knots, height: Float64Array): Order {
  const known = Uint8Array.from(height, (y) => (Number.isNaN(y) ? 0 : 1));
  const value = height.slice();
  for (let round = 0; round < 6; round++) {
    for (let u = 0; u < knots.count; u++) {
      if (known[u]) continue;
      let [sum, count] = [0, 0];
      for (const rows of [knots.up, knots.down])
        for (let p = rows.off[u] as number; p < (rows.off[u + 1] as number); p++) {
          const y = value[rows.adj[p] as number] as number;
          if (!Number.isNaN(y)) [sum, count] = [sum + y, count + 1];
        }
      if (count > 0) value[u] = sum / count;
    }
  }
  const work = new Sorter(knots, known);
  const rows = byColumn(knots).map((row) =>
    Int32Array.from(row.toSorted((a, b) => (value[a] || 0) - (value[b] || 0) || a - b)),
  );
  work.begin(rows);
  work.exchange();
  return work.best;
}

const byColumn = ({ count, column, columns }: Knots): number[][] => {
  const rows: number[][] = Array.from({ length: columns }, () => []);
  for (let u = 0; u < count; u++) rows[column[u] as number]?.push(u);
  return rows;
};

/** Connected parts after each other, each from its first knot; with `random` from another one. */
function walked(knots: Knots, random: (() => number) | undefined): Int32Array[] {
  const { count, column, columns, up, down } = knots;
  const rows: number[][] = Array.from({ length: columns }, () => []);
  const seen = new Uint8Array(count);
  const first = random === undefined ? 0 : Math.floor(random() * count);
  const stack: number[] = [];
  for (let i = 0; i < count; i++) {
    const root = (first + i) % count;
    if (seen[root]) continue;
    stack.push(root);
    seen[root] = 1;
    for (let u = stack.pop(); u !== undefined; u = stack.pop()) {
      rows[column[u] as number]?.push(u);
      for (const { off, adj } of random !== undefined && random() < 0.5 ? [up, down] : [down, up])
        for (let p = off[u] as number; p < (off[u + 1] as number); p++) {
          const v = adj[p] as number;
          if (seen[v]) continue;
          seen[v] = 1;
          stack.push(v);
        }
    }
  }
  return rows.map((row) => Int32Array.from(row));
}

/** One order under way. `kept` knots never change places with each other. */
class Sorter {
  best: Order = [];
  least = Number.POSITIVE_INFINITY;
  private rows: Int32Array[] = [];
  private readonly place: Int32Array;
  private readonly key: Float64Array;
  /** Places of the neighbours after and before a knot, in order, in the rows of `down` and `up`. */
  private readonly after: Int32Array;
  private readonly before: Int32Array;
  private readonly next: Int32Array;
  private readonly tree: Int32Array;
  private readonly packed: Float64Array;
  private readonly knots: Knots;
  private readonly kept: Uint8Array | undefined;

  constructor(knots: Knots, kept?: Uint8Array) {
    this.knots = knots;
    this.kept = kept;
    this.place = new Int32Array(knots.count);
    this.key = new Float64Array(knots.count);
    this.packed = new Float64Array(knots.count);
    this.after = new Int32Array(knots.down.adj.length);
    this.before = new Int32Array(knots.up.adj.length);
    this.next = new Int32Array(knots.count);
    this.tree = new Int32Array(knots.count + 2);
  }

  begin(rows: readonly Int32Array[]): void {
    this.rows = rows.map((row) => row.slice());
    for (const row of this.rows) this.together(row);
    for (let r = 0; r < this.rows.length; r++) this.number(r);
    this.least = Number.POSITIVE_INFINITY;
    this.weigh();
  }

  improve(): void {
    this.sweep(SWEEPS);
    this.exchange();
  }

  sweep(most: number): void {
    const { rows } = this;
    for (let sweep = 0, stale = 0; sweep < most && stale < STALE && this.least > 0; sweep++) {
      const forth = sweep % 2 === 0;
      for (let i = 1; i < rows.length; i++)
        this.sortBy(forth ? i : rows.length - 1 - i, forth, sweep % 4 > 1);
      stale = this.weigh() ? 0 : stale + 1;
    }
  }

  /** Single knots to better places, while that helps. */
  exchange(): void {
    this.rows = this.best.map((row) => row.slice());
    for (let r = 0; r < this.rows.length; r++) this.number(r);
    const sifting = this.knots.count <= SIFTED && this.kept === undefined;
    for (let round = 0, better = true; better && round < ROUNDS; round++) {
      better = false;
      for (let r = 0; r < this.rows.length; r++) if (sifting ? this.sift(r) : this.swap(r)) better = true;
    }
    this.weigh();
  }

  private number(r: number): void {
    const row = this.rows[r] as Int32Array;
    for (let i = 0; i < row.length; i++) this.place[row[i] as number] = i;
  }

  /** Knots of a group stand together, where the first of them stands. */
  private together(row: Int32Array): void {
    const { group } = this.knots;
    const first = new Map<number, number>();
    row.forEach((u, i) => {
      const g = group[u] as number;
      if (g >= 0 && !first.has(g)) first.set(g, i);
    });
    if (first.size === 0) return;
    const at = (u: number, i: number): number => first.get(group[u] as number) ?? i;
    const list = Array.from(row, (u, i) => ({ u, i, at: at(u, i) }));
    list.sort((a, b) => a.at - b.at || a.i - b.i);
    list.forEach(({ u }, i) => {
      row[i] = u;
    });
  }

  private sortBy(r: number, forth: boolean, median: boolean): void {
    const { knots, key, place } = this;
    const row = this.rows[r] as Int32Array;
    const beside = this.rows[r + (forth ? -1 : 1)] as Int32Array;
    const { off, adj } = forth ? knots.up : knots.down;
    const scale = beside.length / Math.max(1, row.length);
    const found: number[] = [];
    for (const u of row) {
      const [start, end] = [off[u] as number, off[u + 1] as number];
      if (start === end) {
        key[u] = (place[u] as number) * scale;
        continue;
      }
      if (median) {
        found.length = 0;
        for (let p = start; p < end; p++) found.push(place[adj[p] as number] as number);
        found.sort((a, b) => a - b);
        const half = found.length >> 1;
        key[u] =
          found.length % 2 === 1
            ? (found[half] as number)
            : ((found[half - 1] as number) + (found[half] as number)) / 2;
      } else {
        let sum = 0;
        for (let p = start; p < end; p++) sum += place[adj[p] as number] as number;
        key[u] = sum / (end - start);
      }
    }
    this.arrange(row);
    this.number(r);
  }

  /** Sorts a column by key, what is equal by its place before. */
  private arrange(row: Int32Array): void {
    const { knots, key, place, packed } = this;
    const groups = this.groupKeys(row);
    if (groups === undefined) {
      // Key and place in one number, so that the engine sorts plain numbers.
      const sorting = packed.subarray(0, row.length);
      for (let i = 0; i < row.length; i++)
        sorting[i] = Math.round((key[row[i] as number] as number) * FINE) * PLACES + i;
      sorting.sort();
      const before = row.slice();
      for (let i = 0; i < row.length; i++) row[i] = before[(sorting[i] as number) % PLACES] as number;
      return;
    }
    const at = (u: number): number => groups.get(knots.group[u] as number) ?? (key[u] as number);
    row.set(
      Array.from(row).sort(
        (a, b) =>
          at(a) - at(b) ||
          (knots.group[a] as number) - (knots.group[b] as number) ||
          (key[a] as number) - (key[b] as number) ||
          (place[a] as number) - (place[b] as number),
      ),
    );
  }

  /** The mean key of every group of a column; undefined without groups. */
  private groupKeys(row: Int32Array): Map<number, number> | undefined {
    const sums = new Map<number, { sum: number; count: number }>();
    for (const u of row) {
      const g = this.knots.group[u] as number;
      if (g < 0) continue;
      const one = sums.get(g) ?? { sum: 0, count: 0 };
      one.sum += this.key[u] as number;
      one.count += 1;
      sums.set(g, one);
    }
    if (sums.size === 0) return undefined;
    return new Map([...sums].map(([g, { sum, count }]) => [g, sum / count]));
  }

  /** Counts all crossings; keeps the order when there are fewer than ever. */
  private weigh(): boolean {
    let total = 0;
    for (let r = 0; r + 1 < this.rows.length && total < this.least; r++) total += this.crossings(r);
    if (total >= this.least) return false;
    this.least = total;
    this.best = this.rows.map((row) => row.slice());
    return true;
  }

  /** Places of the neighbours in the next column, in order, without sorting: that column is walked in its order. */
  private gather(r: number, side: 'down' | 'up'): void {
    const { off } = this.knots[side];
    const back = this.knots[side === 'down' ? 'up' : 'down'];
    const into = side === 'down' ? this.after : this.before;
    const row = this.rows[r] as Int32Array;
    const other = this.rows[r + (side === 'down' ? 1 : -1)];
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
  private crossings(r: number): number {
    this.gather(r, 'down');
    const { off } = this.knots.down;
    const row = this.rows[r] as Int32Array;
    const width = (this.rows[r + 1] as Int32Array).length;
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

  /** How many crossings more there are with `a` above `b` than with `b` above `a`. */
  private excess(a: number, b: number): number {
    const { up, down } = this.knots;
    return excessOf(this.after, down.off, a, b) + excessOf(this.before, up.off, a, b);
  }

  private mayPass(a: number, b: number): boolean {
    if (this.kept?.[a] && this.kept[b]) return false;
    const [ga, gb] = [this.knots.group[a] as number, this.knots.group[b] as number];
    return ga === gb || (ga < 0 && gb < 0);
  }

  /** Neighbours in a column change places where that saves crossings. */
  private swap(r: number): boolean {
    this.gather(r, 'down');
    this.gather(r, 'up');
    const row = this.rows[r] as Int32Array;
    let better = false;
    for (let i = 0; i + 1 < row.length; i++) {
      const [a, b] = [row[i] as number, row[i + 1] as number];
      if (!this.mayPass(a, b) || this.excess(a, b) <= 0) continue;
      row[i] = b;
      row[i + 1] = a;
      better = true;
    }
    if (better) this.number(r);
    return better;
  }

  /** Every knot of a column to the place in it where it crosses least. */
  private sift(r: number): boolean {
    this.gather(r, 'down');
    this.gather(r, 'up');
    const row = this.rows[r] as Int32Array;
    let better = false;
    for (const u of Array.from(row)) {
      const from = row.indexOf(u);
      let [to, gain] = [from, 0];
      for (const step of [-1, 1]) {
        let saved = 0;
        for (let at = from + step; at >= 0 && at < row.length; at += step) {
          const other = row[at] as number;
          if (!this.mayPass(u, other)) break;
          saved += step < 0 ? this.excess(other, u) : this.excess(u, other);
          if (saved > gain) [to, gain] = [at, saved];
        }
      }
      if (gain === 0) continue;
      if (to < from) row.copyWithin(to + 1, to, from);
      else row.copyWithin(from, from + 1, to + 1);
      row[to] = u;
      better = true;
    }
    if (better) this.number(r);
    return better;
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
