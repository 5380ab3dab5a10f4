// AssemblyScript, built by scripts/kernels.mjs to out/kernels/cascade.wasm; main/kernels/cascade.ts starts it.
//
// The cascade of shared/cascade/engine.ts for eight scenarios at once, one lane each. A place has a record of eight
// numbers in each list of records: what it lost, and what its neighbours were told of that. A byte for each place says
// whether it is told of a change (1) and whether it lost anything in some lane (2), so that most places cost one load.

/** Bytes of a record: eight numbers of eight bytes. */
const RECORD: usize = 64;
const TOLD: u8 = 1;
const HIT: u8 = 2;

/** Lanes in which something moved in this sweep, a bit each. */
let moving: u32 = 0;

/** First byte that the caller may use. */
export function heapBase(): usize {
  return __heap_base;
}

/** Nothing is lost, and what is left of each sector is all it makes. */
export function clear(
  n: usize,
  losses: usize,
  told: usize,
  state: usize,
  sectors: usize,
  made: usize,
  left: usize,
): void {
  memory.fill(losses, 0, n * RECORD);
  memory.fill(told, 0, n * RECORD);
  memory.fill(state, 0, n);
  for (let s: usize = 0; s < sectors; s++) {
    const all = v128.load64_splat(made + (s << 3));
    const record = left + s * RECORD;
    v128.store(record, all);
    v128.store(record, all, 16);
    v128.store(record, all, 32);
    v128.store(record, all, 48);
  }
}

/** One place loses a part in one lane, for a reason of its own; `left` is 0 where sectors do not matter. */
export function lose(
  place: usize,
  lane: usize,
  part: f64,
  losses: usize,
  state: usize,
  left: usize,
  output: usize,
): void {
  const at = losses + place * RECORD + (lane << 3);
  const before = load<f64>(at);
  if (part <= before) return;
  store<f64>(at, part);
  store<u8>(state + place, load<u8>(state + place) | HIT);
  if (left === 0) return;
  const sector = <usize>load<u32>(output + (place << 4)) * RECORD + left + (lane << 3);
  store<f64>(sector, load<f64>(sector) - load<f64>(output + (place << 4), 8) * (part - before));
}

/**
 * To customers. `output`: by place the sector (u32), whether it feeds itself (u32) and what it makes (f64). `needs`: by
 * source its place times 64, plus 1 at the last of a constraint (u32), nothing (u32), the weight (f64). Returns the lanes
 * that were not at rest after `most` sweeps, a bit each.
 */
export function down(
  n: u32,
  output: usize,
  needOff: usize,
  needs: usize,
  serveOff: usize,
  serveTo: usize,
  losses: usize,
  felt: usize,
  state: usize,
  left: usize,
  stop: f64,
  most: u32,
): u32 {
  const still = f64x2.splat(stop);
  for (let sweep: u32 = 1; sweep <= most; sweep++) {
    moving = 0;
    for (let k: u32 = 0; k < n; k++) {
      const status = load<u8>(state + k);
      if (status === 0) continue;
      const about = output + ((<usize>k) << 4);
      const sector = left + <usize>load<u32>(about) * RECORD;
      const r = load<f64>(about, 8);
      if (status & TOLD) {
        const first = needs + ((<usize>load<u32>(needOff + ((<usize>k) << 2))) << 4);
        const end = needs + ((<usize>load<u32>(needOff + ((<usize>k) << 2), 4)) << 4);
        const own = load<u32>(about, 4);
        const more = own
          ? fedBySelf(k, first, end, losses, felt, sector, r)
          : shortage(k, first, end, losses, felt, sector, r);
        store<u8>(state + k, (status & HIT) | (more ? HIT : 0));
        if (!more && !(status & HIT)) continue;
      }
      if (passOn(k, losses, felt, sector, r, still)) {
        const end = serveTo + ((<usize>load<u32>(serveOff + ((<usize>k) << 2), 4)) << 2);
        for (let p = serveTo + ((<usize>load<u32>(serveOff + ((<usize>k) << 2))) << 2); p < end; p += 4) {
          const to = state + <usize>load<u32>(p);
          store<u8>(to, load<u8>(to) | TOLD);
        }
      }
    }
    if (!moving) return 0;
  }
  return moving;
}

/** The shortage of the worst input of a place, taken over where it is more than what was lost; whether it was. */
function shortage(k: u32, first: usize, end: usize, losses: usize, felt: usize, sector: usize, r: f64): bool {
  const zero = f64x2.splat(0);
  let a = zero;
  let b = zero;
  let c = zero;
  let d = zero;
  let wa = zero;
  let wb = zero;
  let wc = zero;
  let wd = zero;
  for (let p = first; p < end; p += 16) {
    const source = load<u32>(p);
    const weight = v128.load64_splat(p, 8);
    const from = felt + <usize>(source & ~1);
    a = f64x2.add(a, f64x2.mul(weight, v128.load(from)));
    b = f64x2.add(b, f64x2.mul(weight, v128.load(from, 16)));
    c = f64x2.add(c, f64x2.mul(weight, v128.load(from, 32)));
    d = f64x2.add(d, f64x2.mul(weight, v128.load(from, 48)));
    // A part of a sum is never more than the whole: the largest needs no branch, and a mask empties the sum at the last.
    const keep = i64x2.splat(<i64>(source & 1) - 1);
    wa = f64x2.pmax(a, wa);
    wb = f64x2.pmax(b, wb);
    wc = f64x2.pmax(c, wc);
    wd = f64x2.pmax(d, wd);
    a = v128.and(a, keep);
    b = v128.and(b, keep);
    c = v128.and(c, keep);
    d = v128.and(d, keep);
  }
  const one = f64x2.splat(1);
  const own = losses + <usize>k * RECORD;
  const la = v128.load(own);
  const lb = v128.load(own, 16);
  const lc = v128.load(own, 32);
  const ld = v128.load(own, 48);
  const na = f64x2.pmax(la, f64x2.pmin(wa, one));
  const nb = f64x2.pmax(lb, f64x2.pmin(wb, one));
  const nc = f64x2.pmax(lc, f64x2.pmin(wc, one));
  const nd = f64x2.pmax(ld, f64x2.pmin(wd, one));
  const more = v128.or(
    v128.or(f64x2.gt(na, la), f64x2.gt(nb, lb)),
    v128.or(f64x2.gt(nc, lc), f64x2.gt(nd, ld)),
  );
  if (!v128.any_true(more)) return false;
  v128.store(own, na);
  v128.store(own, nb, 16);
  v128.store(own, nc, 32);
  v128.store(own, nd, 48);
  const makes = f64x2.splat(r);
  v128.store(sector, f64x2.sub(v128.load(sector), f64x2.mul(makes, f64x2.sub(na, la))));
  v128.store(sector, f64x2.sub(v128.load(sector, 16), f64x2.mul(makes, f64x2.sub(nb, lb))), 16);
  v128.store(sector, f64x2.sub(v128.load(sector, 32), f64x2.mul(makes, f64x2.sub(nc, lc))), 32);
  v128.store(sector, f64x2.sub(v128.load(sector, 48), f64x2.mul(makes, f64x2.sub(nd, ld))), 48);
  return true;
}

/** Loss times market share, where it is more than what neighbours were told by more than the stop rule; whether it was. */
function passOn(k: u32, losses: usize, felt: usize, sector: usize, r: f64, still: v128): bool {
  // Output of nought: a share of 1 when nothing is left, of 0 otherwise, and never 0 / 0.
  const makes = f64x2.splat(r > 0 ? r : 1e-300);
  const own = losses + <usize>k * RECORD;
  const na = shared(own, sector, makes);
  const nb = shared(own + 16, sector + 16, makes);
  const nc = shared(own + 32, sector + 32, makes);
  const nd = shared(own + 48, sector + 48, makes);
  return raise(felt + <usize>k * RECORD, na, nb, nc, nd, still);
}

/** Losses of two lanes times the market share. */
function shared(own: usize, sector: usize, makes: v128): v128 {
  return f64x2.mul(v128.load(own), f64x2.div(makes, f64x2.pmax(makes, v128.load(sector))));
}

/** Takes over the lanes in which a record grows by more than the stop rule, and notes them as moving; whether any did. */
function raise(to: usize, na: v128, nb: v128, nc: v128, nd: v128, still: v128): bool {
  const a = v128.load(to);
  const b = v128.load(to, 16);
  const c = v128.load(to, 32);
  const d = v128.load(to, 48);
  const ma = f64x2.gt(f64x2.sub(na, a), still);
  const mb = f64x2.gt(f64x2.sub(nb, b), still);
  const mc = f64x2.gt(f64x2.sub(nc, c), still);
  const md = f64x2.gt(f64x2.sub(nd, d), still);
  if (!v128.any_true(v128.or(v128.or(ma, mb), v128.or(mc, md)))) return false;
  v128.store(to, v128.bitselect(na, a, ma));
  v128.store(to, v128.bitselect(nb, b, mb), 16);
  v128.store(to, v128.bitselect(nc, c, mc), 32);
  v128.store(to, v128.bitselect(nd, d, md), 48);
  moving |=
    i64x2.bitmask(ma) | (i64x2.bitmask(mb) << 2) | (i64x2.bitmask(mc) << 4) | (i64x2.bitmask(md) << 6);
  return true;
}

/** As `shortage` for a place that is among its own sources, lane by lane: see `selfFedShortage` in engine.ts. */
function fedBySelf(
  k: u32,
  first: usize,
  end: usize,
  losses: usize,
  felt: usize,
  sector: usize,
  r: f64,
): bool {
  let any = false;
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
    any = true;
  }
  return any;
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

/** To suppliers. `sells`: by customer its place times 64 (u32), nothing (u32), the part of output (f64). */
export function up(
  n: u32,
  sellOff: usize,
  sells: usize,
  buyOff: usize,
  buyFrom: usize,
  losses: usize,
  passed: usize,
  state: usize,
  stop: f64,
  most: u32,
): u32 {
  const still = f64x2.splat(stop);
  const one = f64x2.splat(1);
  for (let sweep: u32 = 1; sweep <= most; sweep++) {
    moving = 0;
    for (let i: u32 = n; i > 0; i--) {
      const k = <usize>(i - 1);
      const status = load<u8>(state + k);
      if (status === 0) continue;
      const own = losses + k * RECORD;
      if (status & TOLD) {
        let a = f64x2.splat(0);
        let b = a;
        let c = a;
        let d = a;
        const end = sells + ((<usize>load<u32>(sellOff + (k << 2), 4)) << 4);
        for (let p = sells + ((<usize>load<u32>(sellOff + (k << 2))) << 4); p < end; p += 16) {
          const weight = v128.load64_splat(p, 8);
          const from = passed + <usize>load<u32>(p);
          a = f64x2.add(a, f64x2.mul(weight, v128.load(from)));
          b = f64x2.add(b, f64x2.mul(weight, v128.load(from, 16)));
          c = f64x2.add(c, f64x2.mul(weight, v128.load(from, 32)));
          d = f64x2.add(d, f64x2.mul(weight, v128.load(from, 48)));
        }
        v128.store(own, f64x2.pmax(v128.load(own), f64x2.pmin(a, one)));
        v128.store(own, f64x2.pmax(v128.load(own, 16), f64x2.pmin(b, one)), 16);
        v128.store(own, f64x2.pmax(v128.load(own, 32), f64x2.pmin(c, one)), 32);
        v128.store(own, f64x2.pmax(v128.load(own, 48), f64x2.pmin(d, one)), 48);
      }
      store<u8>(state + k, 0);
      const to = passed + k * RECORD;
      if (!raise(to, v128.load(own), v128.load(own, 16), v128.load(own, 32), v128.load(own, 48), still))
        continue;
      const end = buyFrom + ((<usize>load<u32>(buyOff + (k << 2), 4)) << 2);
      for (let p = buyFrom + ((<usize>load<u32>(buyOff + (k << 2))) << 2); p < end; p += 4) {
        const supplier = state + <usize>load<u32>(p);
        store<u8>(supplier, load<u8>(supplier) | TOLD);
      }
    }
    if (!moving) return 0;
  }
  return moving;
}

/** Adds up what is lost, weighed by output: both legs together, then each, eight lanes of each into `sums`. */
export function total(n: u32, output: usize, downs: usize, ups: usize, sums: usize): void {
  for (let at: usize = 0; at < RECORD; at += 16) {
    let both = f64x2.splat(0);
    let first = both;
    let second = both;
    for (let k: usize = 0; k < <usize>n; k++) {
      const r = v128.load64_splat(output + (k << 4), 8);
      const d = v128.load(downs + k * RECORD + at);
      const u = v128.load(ups + k * RECORD + at);
      both = f64x2.add(both, f64x2.mul(r, f64x2.pmax(d, u)));
      first = f64x2.add(first, f64x2.mul(r, d));
      second = f64x2.add(second, f64x2.mul(r, u));
    }
    v128.store(sums + at, both);
    v128.store(sums + at, first, 64);
    v128.store(sums + at, second, 128);
  }
}
