import type { LayoutInput, Ring, Spot } from './model.ts';

/** Rings are as much wider than high as cards are: then neighbours stand equally close all round. */
const FLAT = 2.2;
/** Distance between two rings at least, down, and between neighbours on one, in pixels. */
const APART = 70;
const BESIDE = 20;

/**
 * Cards on rings round the target, by their number of steps from it. Everybody gets a sector as large as what is
 * behind him needs, inside the sector of the one through whom he is reached, so that these lines do not cross (after
 * Eades 1992). What the target does not reach stands on a ring of its own outside.
 */
export function ringsOf(
  { cards, edges }: LayoutInput,
  target: string | undefined,
): { readonly spots: readonly Spot[]; readonly rings: readonly Ring[] } {
  if (cards.length === 0) return { spots: [], rings: [] };
  const index = new Map(cards.map(({ id }, i) => [id, i]));
  const beside: number[][] = cards.map(() => []);
  for (const { from, to } of edges) {
    const [a, b] = [index.get(from), index.get(to)];
    if (a === undefined || b === undefined || a === b) continue;
    beside[a]?.push(b);
    beside[b]?.push(a);
  }
  const root = (target === undefined ? undefined : index.get(target)) ?? bestLinked(beside);
  const depth = new Int32Array(cards.length).fill(-1);
  const children: number[][] = cards.map(() => []);
  const order = [root];
  depth[root] = 0;
  for (const at of order)
    for (const next of beside[at] ?? []) {
      if (depth[next] !== -1) continue;
      depth[next] = (depth[at] as number) + 1;
      children[at]?.push(next);
      order.push(next);
    }
  const outside = cards.flatMap((_, i) => (depth[i] === -1 ? [i] : []));
  const deepest = depth.reduce((most, d) => Math.max(most, d), 0);
  for (const i of outside) depth[i] = deepest + 1;
  // How much of a circle a card and what is behind it need.
  const need = new Float64Array(cards.length).fill(1);
  for (const at of order.toReversed()) {
    const sum = (children[at] ?? []).reduce((total, child) => total + (need[child] as number), 0);
    need[at] = Math.max(1, sum);
  }
  const angle = new Float64Array(cards.length);
  const spread = (at: number, from: number, to: number): void => {
    angle[at] = (from + to) / 2;
    const own = children[at] ?? [];
    const total = own.reduce((sum, child) => sum + (need[child] as number), 0);
    let start = from;
    for (const child of own) {
      const end = start + ((to - from) * (need[child] as number)) / total;
      spread(child, start, end);
      start = end;
    }
  };
  spread(root, -Math.PI, Math.PI);
  outside.forEach((i, k) => {
    angle[i] = -Math.PI + (2 * Math.PI * (k + 0.5)) / outside.length;
  });
  const radii = radiiOf(cards, depth, angle);
  return {
    spots: cards.map((_, i) => {
      const radius = depth[i] === 0 ? 0 : (radii[(depth[i] as number) - 1] as number);
      const at = angle[i] as number;
      return { x: FLAT * radius * Math.cos(at), y: radius * Math.sin(at) };
    }),
    rings: radii.map((down) => ({ across: FLAT * down, down })),
  };
}

const bestLinked = (beside: readonly (readonly number[])[]): number =>
  beside.reduce((best, own, i) => (own.length > (beside[best]?.length ?? 0) ? i : best), 0);

/** As small as lets cards on a ring stand clear of each other and of those on the ring inside. */
function radiiOf(cards: LayoutInput['cards'], depth: Int32Array, angle: Float64Array): readonly number[] {
  const radii: number[] = [];
  const byRing = Map.groupBy([...cards.keys()], (i) => depth[i] as number);
  const rings = Math.max(...byRing.keys());
  let inner = placedOn(cards, byRing.get(0) ?? [], angle, 0);
  let before = 0;
  for (let ring = 1; ring <= rings; ring++) {
    const own = byRing.get(ring) ?? [];
    own.sort((a, b) => (angle[a] as number) - (angle[b] as number));
    let radius = before + APART;
    let outer = placedOn(cards, own, angle, radius);
    for (let tries = 0; tries < 80 && touching(outer, inner); tries++) {
      radius *= 1.06;
      outer = placedOn(cards, own, angle, radius);
    }
    radii.push(radius);
    [before, inner] = [radius, outer];
  }
  return radii;
}

type Standing = Spot & { readonly width: number; readonly height: number };

const placedOn = (
  cards: LayoutInput['cards'],
  ring: readonly number[],
  angle: Float64Array,
  radius: number,
): readonly Standing[] =>
  ring.map((i) => {
    const { width, height } = cards[i] ?? { width: 0, height: 0 };
    const at = angle[i] as number;
    return { x: FLAT * radius * Math.cos(at), y: radius * Math.sin(at), width, height };
  });

const near = (a: Standing, b: Standing): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 + BESIDE &&
  Math.abs(a.y - b.y) < (a.height + b.height) / 2 + BESIDE;

const touching = (outer: readonly Standing[], inner: readonly Standing[]): boolean =>
  outer.some(
    (one, k) =>
      (outer.length > 1 && near(one, outer[(k + 1) % outer.length] as Standing)) ||
      inner.some((other) => near(one, other)),
  );
