import type { MapCard, MapLink } from './model.ts';

/** The band of the vital processes stands behind all others, however few steps lead there. */
export type Tiers = {
  readonly of: ReadonlyMap<string, number>;
  /** The tier of the vital processes; undefined when there are none or they stand among the others. */
  readonly processes?: number;
};

type Options = {
  /** Whom the map is about. Without any, everything that leads nowhere further. */
  readonly targets: readonly string[];
  /** Whether vital processes get the last band to themselves. */
  readonly processesLast: boolean;
  /** Tiers that were found elsewhere; they count before those that are found here. */
  readonly given?: ReadonlyMap<string, number>;
};

/**
 * The tier of every card: how many steps it stands before a target (negative: it supplies) or behind one (positive: it
 * is supplied), along the shortest way. Where both lead to a target the shorter counts, and supplying before being
 * supplied. What is linked to these only sideways, such as another supplier of a customer, stands a step before or
 * behind its neighbour; a part of the network that no target reaches is laid out round its best linked card.
 */
export function tiersOf(cards: readonly MapCard[], links: readonly MapLink[], options: Options): Tiers {
  const processes = new Set(
    options.processesLast ? cards.filter(({ vital }) => vital).map(({ id }) => id) : [],
  );
  const known = new Set(cards.map(({ id }) => id));
  const own = links.filter(({ from, to }) => known.has(from) && known.has(to));
  const out = Map.groupBy(own, ({ from }) => from);
  const into = Map.groupBy(own, ({ to }) => to);
  const targets = startsOf(cards, own, options.targets);
  const of = new Map<string, number>(
    [...(options.given ?? [])].filter(([id]) => known.has(id) && !processes.has(id)),
  );
  const walk = (next: (id: string) => readonly string[], step: number): Map<string, number> => {
    const found = new Map(targets.map((id) => [id, 0]));
    for (const [id, tier] of found)
      for (const other of next(id)) if (!found.has(other)) found.set(other, tier + step);
    return found;
  };
  const flowing = (list: readonly MapLink[] | undefined): readonly MapLink[] =>
    (list ?? []).filter(({ directed, flow }) => directed && flow);
  const up = walk((id) => flowing(into.get(id)).map(({ from }) => from), -1);
  const down = walk((id) => flowing(out.get(id)).map(({ to }) => to), 1);
  for (const { id } of cards) {
    if (of.has(id) || processes.has(id)) continue;
    const [a, b] = [up.get(id), down.get(id)];
    const tier = a === undefined ? b : b === undefined || -a <= b ? a : b;
    if (tier !== undefined) of.set(id, tier);
  }
  spread(
    cards.map(({ id }) => id).filter((id) => of.has(id)),
    of,
    into,
    out,
    processes,
  );
  for (const { id } of byDegree(cards, into, out)) {
    if (of.has(id) || processes.has(id)) continue;
    of.set(id, 0);
    spread([id], of, into, out, processes);
  }
  if (processes.size === 0) return { of };
  const last = 1 + [...of.values()].reduce((a, b) => Math.max(a, b), 0);
  for (const id of processes) of.set(id, last);
  return { of, processes: last };
}

/** The targets; without any those that nothing further depends on, or the best linked card. */
function startsOf(
  cards: readonly MapCard[],
  links: readonly MapLink[],
  targets: readonly string[],
): string[] {
  const known = new Set(cards.map(({ id }) => id));
  const given = targets.filter((id) => known.has(id));
  if (given.length > 0) return given;
  const needed = new Set(links.filter(({ flow }) => flow).map(({ from }) => from));
  const supplied = new Set(links.filter(({ flow }) => flow).map(({ to }) => to));
  return [...supplied].filter((id) => !needed.has(id));
}

type Links = ReadonlyMap<string, readonly MapLink[]>;

/** Gives a tier to everything that is linked in any way to the cards of a queue, which have one. */
function spread(
  queue: string[],
  of: Map<string, number>,
  into: Links,
  out: Links,
  processes: ReadonlySet<string>,
): void {
  for (const id of queue) {
    const tier = of.get(id) as number;
    const give = (other: string, directed: boolean, step: number): void => {
      if (of.has(other) || processes.has(other)) return;
      of.set(other, directed ? tier + step : tier);
      queue.push(other);
    };
    for (const { from, directed } of into.get(id) ?? []) give(from, directed, -1);
    for (const { to, directed } of out.get(id) ?? []) give(to, directed, 1);
  }
}

const byDegree = (cards: readonly MapCard[], into: Links, out: Links): MapCard[] => {
  const degree = ({ id }: MapCard): number => (into.get(id)?.length ?? 0) + (out.get(id)?.length ?? 0);
  return cards.toSorted((a, b) => degree(b) - degree(a));
};
