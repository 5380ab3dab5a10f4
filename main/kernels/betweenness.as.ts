// AssemblyScript, built by scripts/kernels.mjs to out/kernels/betweenness.wasm; main/kernels/betweenness.ts starts it.
//
// Brandes' betweenness (2001) from eight sources at once, one lane each. A node has one record of eight numbers: first
// the shortest paths from each source, later what the node passes back, (1 + dependency) / paths. Which lanes a value
// belongs to is a byte for each node, so that most links are settled in the first-level cache. The lists hold, level by
// level, node << 8 | lanes; a node stands in one list for each distance at which some source sees it.

/** Bytes of a record: eight numbers of eight bytes. */
const RECORD: usize = 64;

/** First byte that the caller may use. */
export function heapBase(): usize {
  return __heap_base;
}

/** Fills `table` (256 records): record `b` has all bits on in the lanes that byte `b` names. */
export function prepare(table: usize): void {
  for (let bits: usize = 0; bits < 256; bits++) {
    for (let lane: usize = 0; lane < 8; lane++) {
      store<i64>(table + bits * RECORD + (lane << 3), (bits >> lane) & 1 ? -1 : 0);
    }
  }
}

/** Adds to `sums` (a number for each node) the dependencies of at most eight sources. Scratch is zero before and after. */
export function batch(
  off: usize,
  adj: usize,
  sources: usize,
  count: u32,
  records: usize,
  seen: usize,
  now: usize,
  list: usize,
  levels: usize,
  table: usize,
  sums: usize,
): void {
  const started = start(sources, count, records, seen, list);
  const level = outwards(off, adj, records, seen, now, list, levels, table, started);
  for (let at = level - 1; at > 0; at--) {
    const first = load<u32>(levels + (at << 2));
    const last = load<u32>(levels + (at << 2), 4);
    for (let i = first; i < last; i++) back(off, adj, records, now, load<u32>(list + (i << 2)), table, sums);
    if (at + 1 < level) {
      const next = load<u32>(levels + (at << 2), 8);
      for (let i = last; i < next; i++) store<u8>(now + (load<u32>(list + (i << 2)) >> 8), 0);
    }
    for (let i = first; i < last; i++) {
      const entry = load<u32>(list + (i << 2));
      store<u8>(now + (entry >> 8), entry & 255);
    }
  }
  const tail = load<u32>(levels + (level << 2));
  const zero = f64x2.splat(0);
  for (let i: u32 = 0; i < tail; i++) {
    const u = <usize>(load<u32>(list + (i << 2)) >> 8);
    store<u8>(seen + u, 0);
    store<u8>(now + u, 0);
    const record = records + u * RECORD;
    v128.store(record, zero);
    v128.store(record, zero, 16);
    v128.store(record, zero, 32);
    v128.store(record, zero, 48);
  }
}

/** Writes the first list: the sources, each once, with their lanes. Returns its length. */
function start(sources: usize, count: u32, records: usize, seen: usize, list: usize): u32 {
  let tail: u32 = 0;
  for (let lane: u32 = 0; lane < count; lane++) {
    const s = <usize>load<u32>(sources + (lane << 2));
    const before = <u32>load<u8>(seen + s);
    if (before === 0) store<u32>(list + (tail++ << 2), (<u32>s) << 8);
    store<u8>(seen + s, before | (1 << lane));
    store<f64>(records + s * RECORD + ((<usize>lane) << 3), 1);
  }
  for (let i: u32 = 0; i < tail; i++) {
    const entry = load<u32>(list + (i << 2));
    store<u32>(list + (i << 2), entry | <u32>load<u8>(seen + (entry >> 8)));
  }
  return tail;
}

/** Counts the shortest paths, level by level; list `k` is from levels[k] to levels[k + 1]. Returns how many lists. */
function outwards(
  off: usize,
  adj: usize,
  records: usize,
  seen: usize,
  now: usize,
  list: usize,
  levels: usize,
  table: usize,
  started: u32,
): u32 {
  let level: u32 = 0;
  let first: u32 = 0;
  let tail = started;
  store<u32>(levels, 0);
  while (first < tail) {
    const last = tail;
    store<u32>(levels + (++level << 2), last);
    for (let i = first; i < last; i++) {
      const entry = load<u32>(list + (i << 2));
      const lanes = entry & 255;
      const u = <usize>(entry >> 8);
      const from = records + u * RECORD;
      const a = v128.load(from);
      const b = v128.load(from, 16);
      const c = v128.load(from, 32);
      const d = v128.load(from, 48);
      const end = adj + (load<u32>(off + (u << 2), 4) << 2);
      for (let p = adj + (load<u32>(off + (u << 2)) << 2); p < end; p += 4) {
        const v = <usize>load<u32>(p);
        const fresh = lanes & ~(<u32>load<u8>(seen + v));
        if (fresh === 0) continue;
        const before = <u32>load<u8>(now + v);
        if (before === 0) store<u32>(list + (tail++ << 2), (<u32>v) << 8);
        store<u8>(now + v, before | fresh);
        const to = records + v * RECORD;
        const on = table + <usize>fresh * RECORD;
        v128.store(to, f64x2.add(v128.load(to), v128.and(a, v128.load(on))));
        v128.store(to, f64x2.add(v128.load(to, 16), v128.and(b, v128.load(on, 16))), 16);
        v128.store(to, f64x2.add(v128.load(to, 32), v128.and(c, v128.load(on, 32))), 32);
        v128.store(to, f64x2.add(v128.load(to, 48), v128.and(d, v128.load(on, 48))), 48);
      }
    }
    for (let i = last; i < tail; i++) {
      const v = <usize>(load<u32>(list + (i << 2)) >> 8);
      const lanes = <u32>load<u8>(now + v);
      store<u32>(list + (i << 2), ((<u32>v) << 8) | lanes);
      store<u8>(seen + v, <u32>load<u8>(seen + v) | lanes);
      store<u8>(now + v, 0);
    }
    first = last;
  }
  return level;
}

/** Dependencies of one entry of a list, while `now` holds the lanes in which a node stands one level further out. */
function back(
  off: usize,
  adj: usize,
  records: usize,
  now: usize,
  entry: u32,
  table: usize,
  sums: usize,
): void {
  const lanes = entry & 255;
  const u = <usize>(entry >> 8);
  let a = f64x2.splat(0);
  let b = f64x2.splat(0);
  let c = f64x2.splat(0);
  let d = f64x2.splat(0);
  const end = adj + (load<u32>(off + (u << 2), 4) << 2);
  for (let p = adj + (load<u32>(off + (u << 2)) << 2); p < end; p += 4) {
    const v = <usize>load<u32>(p);
    const further = lanes & <u32>load<u8>(now + v);
    if (further === 0) continue;
    const from = records + v * RECORD;
    const on = table + <usize>further * RECORD;
    a = f64x2.add(a, v128.and(v128.load(from), v128.load(on)));
    b = f64x2.add(b, v128.and(v128.load(from, 16), v128.load(on, 16)));
    c = f64x2.add(c, v128.and(v128.load(from, 32), v128.load(on, 32)));
    d = f64x2.add(d, v128.and(v128.load(from, 48), v128.load(on, 48)));
  }
  const own = records + u * RECORD;
  const on = table + <usize>lanes * RECORD;
  const sum = passBack(own, a, on) + passBack(own + 16, b, on + 16);
  const more = passBack(own + 32, c, on + 32) + passBack(own + 48, d, on + 48);
  store<f64>(sums + (u << 3), load<f64>(sums + (u << 3)) + (sum + more));
}

/** Dependency of two lanes where `on` has them; the record then keeps what the node passes back in those. */
function passBack(record: usize, further: v128, on: usize): f64 {
  const mask = v128.load(on);
  const paths = v128.load(record);
  const dependency = v128.and(f64x2.mul(paths, further), mask);
  const passed = f64x2.div(f64x2.add(f64x2.splat(1), dependency), paths);
  v128.store(record, v128.bitselect(passed, paths, mask));
  return f64x2.extract_lane(dependency, 0) + f64x2.extract_lane(dependency, 1);
}
