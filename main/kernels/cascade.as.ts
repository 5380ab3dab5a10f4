// AssemblyScript, built by scripts/kernels.mjs to out/kernels/cascade.wasm; main/kernels/cascade.ts starts it.
//
// The cascade of shared/cascade/engine.ts for eight scenarios at once, one lane each. A place has a record of eight
// numbers in each list of records. A byte for each place says whether it is told of a change (1) and whether it lost
// anything in some lane (2), so that most places cost a bit. The tables are made by cascade-tables.ts.

/** Bytes of a record: eight numbers of eight bytes. */
const RECORD: usize = 64;
/** What the byte of a place says. */
const TOLD: u8 = 1;
const HIT: u8 = 2;
/** A bit of all of eight bytes. */
const EVERY: u64 = ((<u64>0x01010101) << 32) | 0x01010101;

/** Lanes in which something moved in this sweep, a bit each. */
let moving: u32 = 0;

/** First byte that the caller may use. */
export function heapBase(): usize {
  return __heap_base;
}

/** Nothing is lost: all that a leg writes to is nought. */
export function clear(first: usize, bytes: usize): void {
  memory.fill(first, 0, bytes);
}

/** What is left of each sector is all it makes. */
export function fillSectors(sectors: usize, made: usize, left: usize): void {
  for (let s: usize = 0; s < sectors; s++) {
    const all = v128.load64_splat(made + (s << 3));
    const record = left + s * RECORD;
    v128.store(record, all);
    v128.store(record, all, 16);
    v128.store(record, all, 32);
    v128.store(record, all, 48);
  }
}

/** One place fails in one lane: it loses a part for a reason of its own, and its sector with it. */
export function failDown(
  place: usize,
  lane: usize,
  part: f64,
  losses: usize,
  state: usize,
  left: usize,
  output: usize,
): void {
  store<f64>(losses + place * RECORD + (lane << 3), part);
  store<u8>(state + place, HIT);
  const sector = left + <usize>load<u32>(output + (place << 4)) + (lane << 3);
  store<f64>(sector, load<f64>(sector) - load<f64>(output + (place << 4), 8) * part);
}

/** The same for the other leg: its suppliers are told. */
export function failUp(
  place: usize,
  lane: usize,
  part: f64,
  losses: usize,
  state: usize,
  buyOff: usize,
  buyFrom: usize,
): void {
  store<f64>(losses + place * RECORD + (lane << 3), part);
  tell(place, state, buyOff, buyFrom);
}

/** Suppliers are to look again. */
function tell(place: usize, state: usize, buyOff: usize, buyFrom: usize): void {
  const end = buyFrom + ((<usize>load<u32>(buyOff + (place << 2), 4)) << 2);
  for (let p = buyFrom + ((<usize>load<u32>(buyOff + (place << 2))) << 2); p < end; p += 4)
    store<u8>(state + <usize>load<u32>(p), TOLD);
}

/**
 * To customers. A loss is handed on as what grew since last time, and only in the pairs of lanes where it did. Large
 * growths go first (1e-3, then 1e-6, then the stop rule), so that fewer small ones follow; for the same reason only those
 * who are told are visited until nobody is, and then all that lost something, as less may be left of their sector.
 *
 * `output`: by place its sector times 64 (u32), whether it feeds itself (u32) and what it makes (f64). `handOff`: by
 * place where its links begin, in `hands`: first those that are a constraint by themselves, then those that are a part of
 * one, then those to places that feed themselves, and the end. `hands`: the place of the customer and the constraint,
 * times 64 (u32 each), the weight (f64). `needs`, for places that feed themselves: the place of the source times 64, plus
 * 1 at the last of a constraint (u32), nothing (u32), the weight (f64). `short`: by place the shortage of its worst
 * constraint; `sums`: of each constraint that has parts. Returns the lanes that were not at rest after `most` sweeps.
 */
export function down(
  n: u32,
  output: usize,
  handOff: usize,
  hands: usize,
  needOff: usize,
  needs: usize,
  losses: usize,
  short: usize,
  felt: usize,
  sums: usize,
  state: usize,
  left: usize,
  stop: f64,
  most: u32,
): u32 {
  const one = f64x2.splat(1);
  let step = Math.max(stop, 1e-3);
  let wanted: u64 = EVERY * HIT;
  for (let sweep: u32 = 1; sweep <= most; sweep++) {
    const still = f64x2.splat(step);
    moving = 0;
    for (let eight: u32 = 0; eight < n; eight += 8) {
      // Who of eight is to be visited: bit by bit, as no branch can foresee it.
      let asked = load<u64>(state + eight) & wanted;
      while (asked) {
        const k = eight + (<u32>ctz(asked) >> 3);
        asked &= asked - 1;
        const told = load<u8>(state + k) & TOLD;
        const about = output + ((<usize>k) << 4);
        const sector = left + <usize>load<u32>(about);
        const r = load<f64>(about, 8);
        const own = losses + ((<usize>k) << 6);
        const fed = load<u32>(about, 4);
        if (fed && told) {
          const first = needs + ((<usize>load<u32>(needOff + ((<usize>k) << 2))) << 4);
          const end = needs + ((<usize>load<u32>(needOff + ((<usize>k) << 2), 4)) << 4);
          fedBySelf(k, first, end, losses, felt, sector, r);
        }
        let la = v128.load(own);
        let lb = v128.load(own, 16);
        let lc = v128.load(own, 32);
        let ld = v128.load(own, 48);
        let sa = v128.load(sector);
        let sb = v128.load(sector, 16);
        let sc = v128.load(sector, 32);
        let sd = v128.load(sector, 48);
        if (told && !fed) {
          const worst = short + ((<usize>k) << 6);
          const all = f64x2.splat(r);
          const na = f64x2.pmax(la, f64x2.pmin(v128.load(worst), one));
          const nb = f64x2.pmax(lb, f64x2.pmin(v128.load(worst, 16), one));
          const nc = f64x2.pmax(lc, f64x2.pmin(v128.load(worst, 32), one));
          const nd = f64x2.pmax(ld, f64x2.pmin(v128.load(worst, 48), one));
          sa = f64x2.sub(sa, f64x2.mul(all, f64x2.sub(na, la)));
          sb = f64x2.sub(sb, f64x2.mul(all, f64x2.sub(nb, lb)));
          sc = f64x2.sub(sc, f64x2.mul(all, f64x2.sub(nc, lc)));
          sd = f64x2.sub(sd, f64x2.mul(all, f64x2.sub(nd, ld)));
          la = na;
          lb = nb;
          lc = nc;
          ld = nd;
          v128.store(own, la);
          v128.store(own, lb, 16);
          v128.store(own, lc, 32);
          v128.store(own, ld, 48);
          v128.store(sector, sa);
          v128.store(sector, sb, 16);
          v128.store(sector, sc, 32);
          v128.store(sector, sd, 48);
        }
        const row = handOff + ((<usize>k) << 4);
        const alone = hands + ((<usize>load<u32>(row)) << 4);
        const end = hands + ((<usize>load<u32>(row, 12)) << 4);
        // Nobody feels it: looked at again only when told.
        store<u8>(state + k, alone === end ? 0 : HIT);
        if (alone === end) continue;
        // Output of nought: a share of 1 when nothing is left, of 0 otherwise, and never 0 / 0.
        const makes = f64x2.splat(r > 0 ? r : 1e-300);
        const from = felt + ((<usize>k) << 6);
        sa = f64x2.pmax(makes, sa);
        sb = f64x2.pmax(makes, sb);
        sc = f64x2.pmax(makes, sc);
        sd = f64x2.pmax(makes, sd);
        la = f64x2.mul(la, makes);
        lb = f64x2.mul(lb, makes);
        lc = f64x2.mul(lc, makes);
        ld = f64x2.mul(ld, makes);
        // Multiplied instead of divided: most places have nothing to tell, and a division takes longest.
        const ga = f64x2.gt(la, f64x2.mul(f64x2.add(v128.load(from), still), sa));
        const gb = f64x2.gt(lb, f64x2.mul(f64x2.add(v128.load(from, 16), still), sb));
        const gc = f64x2.gt(lc, f64x2.mul(f64x2.add(v128.load(from, 32), still), sc));
        const gd = f64x2.gt(ld, f64x2.mul(f64x2.add(v128.load(from, 48), still), sd));
        if (!v128.any_true(v128.or(v128.or(ga, gb), v128.or(gc, gd)))) continue;
        moving |=
          i64x2.bitmask(ga) | (i64x2.bitmask(gb) << 2) | (i64x2.bitmask(gc) << 4) | (i64x2.bitmask(gd) << 6);
        const parts = hands + ((<usize>load<u32>(row, 4)) << 4);
        const circles = hands + ((<usize>load<u32>(row, 8)) << 4);
        if (v128.any_true(ga))
          handOn(0, ga, f64x2.div(la, sa), from, alone, parts, circles, short, sums, state);
        if (v128.any_true(gb))
          handOn(16, gb, f64x2.div(lb, sb), from, alone, parts, circles, short, sums, state);
        if (v128.any_true(gc))
          handOn(32, gc, f64x2.div(lc, sc), from, alone, parts, circles, short, sums, state);
        if (v128.any_true(gd))
          handOn(48, gd, f64x2.div(ld, sd), from, alone, parts, circles, short, sums, state);
        for (let p = circles; p < end; p += 16) store<u8>(state + (<usize>load<u32>(p) >> 6), TOLD | HIT);
      }
    }
    // Nobody is told of anything any more: all that lost something look how their sector stands.
    if (moving) {
      wanted = EVERY * TOLD;
    } else if (wanted === EVERY * TOLD) {
      wanted = EVERY * HIT;
    } else {
      if (step <= stop) return 0;
      step = Math.max(stop, step * 1e-3);
    }
  }
  return moving;
}

/** Two lanes of a place tell its customers what grew. */
function handOn(
  at: usize,
  lanes: v128,
  share: v128,
  from: usize,
  alone: usize,
  parts: usize,
  circles: usize,
  short: usize,
  sums: usize,
  state: usize,
): void {
  const before = v128.load(from + at);
  const now = v128.bitselect(share, before, lanes);
  const growth = f64x2.sub(now, before);
  v128.store(from + at, now);
  for (let p = alone; p < parts; p += 16) {
    const to = <usize>load<u32>(p);
    const worst = short + to + at;
    v128.store(worst, f64x2.pmax(v128.load(worst), f64x2.mul(v128.load64_splat(p, 8), now)));
    store<u8>(state + (to >> 6), TOLD | HIT);
  }
  for (let p = parts; p < circles; p += 16) {
    const to = <usize>load<u32>(p);
    const sum = sums + <usize>load<u32>(p, 4) + at;
    const worst = short + to + at;
    const whole = f64x2.add(v128.load(sum), f64x2.mul(v128.load64_splat(p, 8), growth));
    v128.store(sum, whole);
    v128.store(worst, f64x2.pmax(v128.load(worst), whole));
    store<u8>(state + (to >> 6), TOLD | HIT);
  }
}

/** The loss of a place that is among its own sources, lane by lane: see `selfFedShortage` in engine.ts. */
function fedBySelf(
  k: u32,
  first: usize,
  end: usize,
  losses: usize,
  felt: usize,
  sector: usize,
  r: f64,
): void {
  for (let lane: usize = 0; lane < RECORD; lane += 8) {
    const own = losses + <usize>k * RECORD + lane;
    const lost = load<f64>(own);
    const market = load<f64>(sector + lane);
    const others = Math.max(0, market - r * (1 - lost));
    const edge = r > 0 ? others / r : 0;
    let x = lost;
    let before: f64 = -1;
    while (x > before && x < 1) {
      before = x;
      let a: f64 = 0;
      let w: f64 = 0;
      for (let p = first; p < end; p += 16) {
        const source = load<u32>(p);
        const weight = load<f64>(p, 8);
        if (source >> 6 === k) w += weight;
        else a += weight * load<f64>(felt + <usize>(source & ~1) + lane);
        if (source & 1) {
          x = leastLoss(x, a, w, edge);
          a = 0;
          w = 0;
        }
      }
    }
    if (x > 1) x = 1;
    if (!(x > lost)) continue;
    store<f64>(own, x);
    store<f64>(sector + lane, market - r * (x - lost));
  }
}

function leastLoss(x: f64, a: f64, w: f64, edge: f64): f64 {
  const sigma = x < edge ? 1 / (edge + 1 - x) : 1;
  if (x >= a + w * sigma * x) return x;
  const b = edge + 1 + a - w;
  const root = b * b - 4 * a * (edge + 1);
  if (x < edge && root >= 0) {
    const y = (2 * a * (edge + 1)) / (b + Math.sqrt(root));
    if (y >= x && y <= edge) return y;
  }
  const z = w < 1 ? a / (1 - w) : 1;
  return Math.max(x, Math.max(edge, z));
}

/**
 * To suppliers, block by block: nothing in a block depends on a later one, so that what lies upstream of a circle is
 * computed once, when the circle is at rest. `blocks`: the first place of each, from the last block to the first (u32).
 * `sells`: by customer its place times 64 (u32), nothing (u32), the part of output (f64).
 */
export function up(
  n: u32,
  blocks: usize,
  blockCount: u32,
  sellOff: usize,
  sells: usize,
  buyOff: usize,
  buyFrom: usize,
  losses: usize,
  state: usize,
  stop: f64,
  most: u32,
): u32 {
  const still = f64x2.splat(stop);
  const one = f64x2.splat(1);
  let open: u32 = 0;
  let end = n;
  for (let block: u32 = 0; block < blockCount; block++) {
    const first = load<u32>(blocks + ((<usize>block) << 2));
    const last = end - 1;
    for (let sweep: u32 = 1; sweep <= most; sweep++) {
      moving = 0;
      for (let i = end; i > first; i--) {
        const k = <usize>(i - 1);
        if (load<u8>(state + k) === 0) continue;
        const own = losses + (k << 6);
        store<u8>(state + k, 0);
        let a = f64x2.splat(0);
        let b = a;
        let c = a;
        let d = a;
        const until = sells + ((<usize>load<u32>(sellOff + (k << 2), 4)) << 4);
        for (let p = sells + ((<usize>load<u32>(sellOff + (k << 2))) << 4); p < until; p += 16) {
          const weight = v128.load64_splat(p, 8);
          const from = losses + <usize>load<u32>(p);
          a = f64x2.add(a, f64x2.mul(weight, v128.load(from)));
          b = f64x2.add(b, f64x2.mul(weight, v128.load(from, 16)));
          c = f64x2.add(c, f64x2.mul(weight, v128.load(from, 32)));
          d = f64x2.add(d, f64x2.mul(weight, v128.load(from, 48)));
        }
        const oa = v128.load(own);
        const ob = v128.load(own, 16);
        const oc = v128.load(own, 32);
        const od = v128.load(own, 48);
        a = f64x2.pmax(oa, f64x2.pmin(a, one));
        b = f64x2.pmax(ob, f64x2.pmin(b, one));
        c = f64x2.pmax(oc, f64x2.pmin(c, one));
        d = f64x2.pmax(od, f64x2.pmin(d, one));
        v128.store(own, a);
        v128.store(own, b, 16);
        v128.store(own, c, 32);
        v128.store(own, d, 48);
        const ma = f64x2.gt(f64x2.sub(a, oa), still);
        const mb = f64x2.gt(f64x2.sub(b, ob), still);
        const mc = f64x2.gt(f64x2.sub(c, oc), still);
        const md = f64x2.gt(f64x2.sub(d, od), still);
        if (!v128.any_true(v128.or(v128.or(ma, mb), v128.or(mc, md)))) continue;
        moving |=
          i64x2.bitmask(ma) | (i64x2.bitmask(mb) << 2) | (i64x2.bitmask(mc) << 4) | (i64x2.bitmask(md) << 6);
        tell(k, state, buyOff, buyFrom);
      }
      if (moving === 0 || first === last) break;
    }
    if (first !== last) open |= moving;
    end = first;
  }
  return open;
}

/** Adds up what is lost, weighed by output: both legs together, then each, eight lanes of each into `sums`. */
export function total(n: u32, output: usize, downs: usize, ups: usize, sums: usize): void {
  for (let at: usize = 0; at < RECORD; at += 32) {
    let both = f64x2.splat(0);
    let first = both;
    let second = both;
    let both2 = both;
    let first2 = both;
    let second2 = both;
    for (let k: usize = 0; k < <usize>n; k++) {
      const r = v128.load64_splat(output + (k << 4), 8);
      const d = v128.load(downs + k * RECORD + at);
      const u = v128.load(ups + k * RECORD + at);
      const d2 = v128.load(downs + k * RECORD + at, 16);
      const u2 = v128.load(ups + k * RECORD + at, 16);
      both = f64x2.add(both, f64x2.mul(r, f64x2.pmax(d, u)));
      first = f64x2.add(first, f64x2.mul(r, d));
      second = f64x2.add(second, f64x2.mul(r, u));
      both2 = f64x2.add(both2, f64x2.mul(r, f64x2.pmax(d2, u2)));
      first2 = f64x2.add(first2, f64x2.mul(r, d2));
      second2 = f64x2.add(second2, f64x2.mul(r, u2));
    }
    v128.store(sums + at, both);
    v128.store(sums + at, both2, 16);
    v128.store(sums + at, first, 64);
    v128.store(sums + at, first2, 80);
    v128.store(sums + at, second, 128);
    v128.store(sums + at, second2, 144);
  }
}
