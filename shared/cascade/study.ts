import { type Bounds, createBounds } from './bounds.ts';
import { type Compiled, compile } from './compile.ts';
import { createCascade, type Run, STOP } from './engine.ts';
import {
  type Direction,
  isExact,
  type Network,
  type Range,
  SCOPE,
  type Scope,
  type Shock,
  ZERO,
} from './network.ts';
import { type Plan, planOf } from './plan.ts';

/** A loss as a fraction: for certain between `min` and `max`; `best` for the best estimates, where all have one. */
export type Loss = { readonly min: number; readonly max: number; readonly best: number | null };

/** What one node loses: the larger of what reaches it from suppliers (`down`) and from customers (`up`). */
export type NodeLoss = { readonly node: string; readonly loss: Loss; readonly down: Loss; readonly up: Loss };

/**
 * What a disruption costs, within the mapped network. `total` is the part of all output that is lost (for one closed
 * firm its ESRI), `down` and `up` that of each leg by itself. `rests` are the links that a loss travelled along, by id,
 * and `ruling` for each node that is hit from above the links of the input that hits it hardest.
 */
export type CascadeStudy = {
  readonly scope: Scope;
  readonly stop: number;
  readonly direction: Direction;
  /** False: it was given up before it came to rest; see `MOST_SWEEPS`. */
  readonly settled: boolean;
  readonly total: Loss;
  readonly down: Loss;
  readonly up: Loss;
  readonly nodes: readonly NodeLoss[];
  readonly rests: readonly string[];
  readonly ruling: readonly { readonly node: string; readonly links: readonly string[] }[];
};

export type CascadeOptions = { readonly direction?: Direction; readonly stop?: number };

/** Studies disruptions of one network one after another. Shocks of nodes that are not in it are passed over. */
export function createStudy(network: Network, { direction = 'both', stop = STOP }: CascadeOptions = {}) {
  const compiled = compile(network);
  const plan = planOf(compiled);
  const run = plan && createCascade(plan, stop);
  const bounds = createBounds(compiled, stop);
  return (shocks: readonly Shock[]): CascadeStudy => {
    const numbered = shocks.flatMap(({ node, capacity }) => {
      const at = compiled.index.get(node);
      return at === undefined ? [] : [{ node: at, capacity }];
    });
    const exactly = numbered.every(({ capacity }) => isExact(capacity) || capacity.best !== undefined);
    const placed = numbered.map(({ node, capacity }) => ({
      place: plan?.place[node] ?? 0,
      capacity: capacity.best ?? capacity.min,
    }));
    const point = exactly ? run?.(placed, direction) : undefined;
    const sure = compiled.exact && numbered.every(({ capacity }) => isExact(capacity));
    const ranged = sure && point && plan ? sameBounds(point, plan) : bounds(numbered, direction);
    return told(compiled, plan, point, ranged, { direction, stop });
  };
}

const studied = ({ min, max }: Range, best: number | undefined): Loss => ({ min, max, best: best ?? null });

/** The bounds of a cascade without ranges are the cascade. */
function sameBounds(run: Run, { place }: Plan): Bounds {
  const rangesOf = (of: (place: number) => number): Range[] =>
    Array.from(place, (k) => ({ min: of(k), max: of(k) }));
  const point = (value: number): Range => ({ min: value, max: value });
  return {
    down: rangesOf((k) => run.down[k] as number),
    up: rangesOf((k) => run.up[k] as number),
    both: rangesOf((k) => Math.max(run.down[k] as number, run.up[k] as number)),
    loss: point(run.loss),
    downLoss: point(run.downLoss),
    upLoss: point(run.upLoss),
    settled: run.settled,
  };
}

function told(
  compiled: Compiled,
  plan: Plan | undefined,
  point: Run | undefined,
  ranged: Bounds,
  options: { readonly direction: Direction; readonly stop: number },
): CascadeStudy {
  const { network } = compiled;
  const nodes = network.nodes.map(({ id }, i): NodeLoss => {
    const place = plan?.place[i] ?? 0;
    const down = studied(ranged.down[i] ?? ZERO, point?.down[place]);
    const up = studied(ranged.up[i] ?? ZERO, point?.up[place]);
    const both = point && Math.max(point.down[place] as number, point.up[place] as number);
    return { node: id, loss: studied(ranged.both[i] ?? ZERO, both), down, up };
  });
  return {
    scope: SCOPE,
    ...options,
    settled: ranged.settled && (point?.settled ?? true),
    total: studied(ranged.loss, point?.loss),
    down: studied(ranged.downLoss, point?.downLoss),
    up: studied(ranged.upLoss, point?.upLoss),
    nodes,
    ...carriers(compiled, ranged),
  };
}

/** The links that a loss may have travelled along, and the input that rules each node that is hit from above. */
function carriers({ network, from, to, group, importance, buyers, n }: Compiled, { down, up }: Bounds) {
  const { links } = network;
  const carriesDown = links.map(
    (_, e) =>
      importance[group[e] as number] !== 'none' &&
      (down[from[e] as number]?.max ?? 0) > 0 &&
      (down[to[e] as number]?.max ?? 0) > 0,
  );
  const rests = links.flatMap(({ id, volume }, e) => {
    const carriesUp =
      volume.max > 0 && (up[to[e] as number]?.max ?? 0) > 0 && (up[from[e] as number]?.max ?? 0) > 0;
    return carriesDown[e] || carriesUp ? [id] : [];
  });
  const ruling: { node: string; links: string[] }[] = [];
  for (let i = 0; i < n; i++) {
    const rows = Array.from(buyers.link.subarray(buyers.off[i], buyers.off[i + 1])).filter(
      (e) => carriesDown[e],
    );
    // The most essential input first, and of those the one whose sources lost most.
    const weight = new Map<number, number>();
    for (const e of rows) {
      const g = group[e] as number;
      const essential = importance[g] === 'essential' ? 1e6 : 1;
      const size = essential * (down[from[e] as number]?.max ?? 0);
      weight.set(g, Math.max(weight.get(g) ?? 0, size));
    }
    const [worst] = [...weight].sort((a, b) => b[1] - a[1]);
    if (worst === undefined) continue;
    const sources = rows.filter((e) => group[e] === worst[0]).map((e) => links[e]?.id ?? '');
    ruling.push({ node: network.nodes[i]?.id ?? '', links: sources });
  }
  return { rests, ruling };
}
