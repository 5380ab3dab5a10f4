import type { Knots } from './knots.ts';

/** Keys are told apart to this part of a place; a column has fewer knots than `PLACES`. */
const FINE = 64;
const PLACES = 2 ** 20;

/** Sorts columns by the mean or the median place of the neighbours of their knots; `place` is the place of every knot. */
export class ColumnSort {
  private readonly key: Float64Array;
  private readonly packed: Float64Array;
  private readonly knots: Knots;
  private readonly place: Int32Array;

  constructor(knots: Knots, place: Int32Array) {
    this.knots = knots;
    this.place = place;
    this.key = new Float64Array(knots.count);
    this.packed = new Float64Array(knots.count);
  }

  /** Sorts a column by the places in the one beside it: before it (`forth`) or after it. */
  sort(row: Int32Array, beside: Int32Array, forth: boolean, median: boolean): void {
    const { knots, key, place } = this;
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
}

/** Knots of a group stand together, where the first of them stands. */
export function together({ group }: Knots, row: Int32Array): void {
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
