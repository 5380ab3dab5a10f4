import { ColumnSort, together } from './column-sort.ts';
import { Crossings } from './crossings.ts';
import type { Knots, Order } from './knots.ts';

const SWEEPS = 14;
const STALE = 4;
/** Knots up to which single ones are moved over a whole column; above only neighbours change places. */
const SIFTED = 320;
const ROUNDS = 4;

/** One order under way. `kept` knots never change places with each other. */
export class Sorter {
  best: Order = [];
  least = Number.POSITIVE_INFINITY;
  private rows: Int32Array[] = [];
  private readonly place: Int32Array;
  private readonly crossings: Crossings;
  private readonly columnSort: ColumnSort;
  private readonly knots: Knots;
  private readonly kept: Uint8Array | undefined;

  constructor(knots: Knots, kept?: Uint8Array) {
    this.knots = knots;
    this.kept = kept;
    this.place = new Int32Array(knots.count);
    this.crossings = new Crossings(knots);
    this.columnSort = new ColumnSort(knots, this.place);
  }

  begin(rows: readonly Int32Array[]): void {
    this.rows = rows.map((row) => row.slice());
    for (const row of this.rows) together(this.knots, row);
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
      for (let i = 1; i < rows.length; i++) {
        const r = forth ? i : rows.length - 1 - i;
        const beside = rows[r + (forth ? -1 : 1)] as Int32Array;
        this.columnSort.sort(rows[r] as Int32Array, beside, forth, sweep % 4 > 1);
        this.number(r);
      }
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

  /** Counts all crossings; keeps the order when there are fewer than ever. */
  private weigh(): boolean {
    let total = 0;
    for (let r = 0; r + 1 < this.rows.length && total < this.least; r++)
      total += this.crossings.between(this.rows, r);
    if (total >= this.least) return false;
    this.least = total;
    this.best = this.rows.map((row) => row.slice());
    return true;
  }

  private mayPass(a: number, b: number): boolean {
    if (this.kept?.[a] && this.kept[b]) return false;
    const [ga, gb] = [this.knots.group[a] as number, this.knots.group[b] as number];
    return ga === gb || (ga < 0 && gb < 0);
  }

  /** Neighbours in a column change places where that saves crossings. */
  private swap(r: number): boolean {
    const { rows, crossings } = this;
    crossings.gather(rows, r, 'down');
    crossings.gather(rows, r, 'up');
    const row = rows[r] as Int32Array;
    let better = false;
    for (let i = 0; i + 1 < row.length; i++) {
      const [a, b] = [row[i] as number, row[i + 1] as number];
      if (!this.mayPass(a, b) || crossings.excess(a, b) <= 0) continue;
      row[i] = b;
      row[i + 1] = a;
      better = true;
    }
    if (better) this.number(r);
    return better;
  }

  /** Every knot of a column to the place in it where it crosses least. */
  private sift(r: number): boolean {
    const { rows, crossings } = this;
    crossings.gather(rows, r, 'down');
    crossings.gather(rows, r, 'up');
    const row = rows[r] as Int32Array;
    let better = false;
    for (const u of Array.from(row)) {
      const from = row.indexOf(u);
      let [to, gain] = [from, 0];
      for (const step of [-1, 1]) {
        let saved = 0;
        for (let at = from + step; at >= 0 && at < row.length; at += step) {
          const other = row[at] as number;
          if (!this.mayPass(u, other)) break;
          saved += step < 0 ? crossings.excess(other, u) : crossings.excess(u, other);
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
