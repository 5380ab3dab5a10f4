import type { InterestView, OwnershipNode } from '../ipc/ownership.ts';

type Id = string;

/** Holders or subsidiaries that have nobody behind them, drawn as one list; `at` is what they hold or who holds them. */
export type Bundle = {
  readonly id: Id;
  readonly at: Id;
  readonly side: 'holders' | 'directors' | 'children';
  readonly interests: readonly InterestView[];
};

export type ChartView = {
  readonly nodes: readonly OwnershipNode[];
  readonly bundles: readonly Bundle[];
  /** Interests that are drawn as lines of their own. */
  readonly interests: readonly InterestView[];
  /** How many owners or subsidiaries of a node are hidden because it is collapsed. */
  readonly hidden: ReadonlyMap<Id, number>;
  /** Nodes that could be collapsed: somebody is behind them. */
  readonly branches: ReadonlySet<Id>;
  /** Interests on a way from one of the parties down to the target. */
  readonly onPath: ReadonlySet<Id>;
};

export type ViewOptions = {
  readonly collapsed: ReadonlySet<Id>;
  readonly bundle: boolean;
  /** Cards that were put in a place by hand: no list takes them in. */
  readonly apart?: ReadonlySet<Id>;
  /** Fewest entries for which a list is worth it. */
  readonly least?: number;
};

const isShare = ({ kind }: InterestView): boolean => kind === 'owns' || kind === 'controls';

/**
 * What of a picture is drawn: everything above and below the target that is not behind a collapsed node, with holders
 * and subsidiaries that lead nowhere else gathered in lists. Parties and unknown owners always have a card of their
 * own, so that no list hides them.
 */
export function chartView(
  target: Id,
  nodes: readonly OwnershipNode[],
  interests: readonly InterestView[],
  { collapsed, bundle, apart, least = 3 }: ViewOptions,
): ChartView {
  const into = Map.groupBy(interests, ({ to }) => to as Id);
  const outOf = Map.groupBy(interests, ({ from }) => from as Id);
  const above = reach(target, (id) =>
    collapsed.has(id) ? [] : (into.get(id) ?? []).map(({ from }) => from),
  );
  const below = reach(target, (id) => (collapsed.has(id) ? [] : (outOf.get(id) ?? []).map(({ to }) => to)));
  const seen = new Set([...above, ...below]);
  const shown = interests.filter(
    ({ from, to }) =>
      (above.has(from) && above.has(to) && !collapsed.has(to)) ||
      (below.has(from) && below.has(to) && !collapsed.has(from)) ||
      (above.has(from) && below.has(to) && !above.has(to) && !below.has(from)),
  );
  const behind = (id: Id): readonly Id[] =>
    above.has(id) ? (into.get(id) ?? []).map(({ from }) => from) : (outOf.get(id) ?? []).map(({ to }) => to);
  const cards = nodes.filter(({ record }) => seen.has(record));
  const hidden = new Map<Id, number>();
  for (const { record } of cards) {
    const count = new Set(behind(record).filter((id) => !seen.has(id))).size;
    if (count > 0) hidden.set(record, count);
  }
  const bundles = bundle ? bundlesOf(target, cards, shown, behind, above, least, apart) : [];
  const inBundle = new Set(bundles.flatMap(({ interests: own }) => own.map(({ relation }) => relation)));
  const listed = new Set(
    bundles.flatMap(({ side, interests: own }) =>
      own.map(({ from, to }) => (side === 'children' ? to : from)),
    ),
  );
  return {
    nodes: cards.filter(({ record }) => !listed.has(record)),
    bundles,
    interests: shown.filter(({ relation }) => !inBundle.has(relation)),
    hidden,
    branches: new Set(
      cards.flatMap(({ record }) => (record !== target && behind(record).length > 0 ? [record as Id] : [])),
    ),
    onPath: pathsDown(target, nodes, interests),
  };
}

function bundlesOf(
  target: Id,
  cards: readonly OwnershipNode[],
  shown: readonly InterestView[],
  behind: (id: Id) => readonly Id[],
  above: ReadonlySet<Id>,
  least: number,
  apart: ReadonlySet<Id> | undefined,
): readonly Bundle[] {
  const lines = Map.groupBy(
    shown.flatMap((one) => [
      { id: one.from as Id, one },
      { id: one.to as Id, one },
    ]),
    ({ id }) => id,
  );
  const groups = new Map<Id, Bundle>();
  for (const { record, party, opaque } of cards) {
    const own = lines.get(record) ?? [];
    const [first] = own;
    const single = own.length === 1 && record !== target && behind(record).length === 0;
    if (!first || !single || party || opaque || apart?.has(record)) continue;
    const { one } = first;
    const up = above.has(record);
    const side = up ? (isShare(one) ? 'holders' : 'directors') : 'children';
    const at: Id = up ? one.to : one.from;
    const id = `bundle ${side} ${at}`;
    const before = groups.get(id);
    groups.set(id, { id, at, side, interests: [...(before?.interests ?? []), one] });
  }
  return [...groups.values()].filter(({ interests }) => interests.length >= least);
}

function reach(start: Id, next: (id: Id) => readonly Id[]): Set<Id> {
  const seen = new Set([start]);
  for (const id of seen) for (const other of next(id)) seen.add(other);
  return seen;
}

function pathsDown(
  target: Id,
  nodes: readonly OwnershipNode[],
  interests: readonly InterestView[],
): ReadonlySet<Id> {
  const outOf = Map.groupBy(interests, ({ from }) => from as Id);
  const into = Map.groupBy(interests, ({ to }) => to as Id);
  const above = reach(target, (id) => (into.get(id) ?? []).map(({ from }) => from));
  const touched = new Set<Id>();
  for (const { record, party } of nodes) {
    if (party)
      for (const id of reach(record, (at) => (outOf.get(at) ?? []).map(({ to }) => to))) touched.add(id);
  }
  // The target's own interests lead away from it.
  return new Set(
    interests
      .filter(({ from, to }) => from !== target && touched.has(from) && above.has(to))
      .map(({ relation }) => relation as Id),
  );
}

/**
 * Nodes to collapse at first, so that a large picture opens readable: those furthest from the target at which the
 * picture would grow beyond `most` cards. None when everything fits.
 */
export function collapsedAtFirst(nodes: readonly OwnershipNode[], most: number): ReadonlySet<Id> {
  const counts = new Map<number, number>();
  for (const { layer } of nodes) counts.set(Math.abs(layer), (counts.get(Math.abs(layer)) ?? 0) + 1);
  let total = 0;
  for (const depth of [...counts.keys()].sort((a, b) => a - b)) {
    total += counts.get(depth) ?? 0;
    if (total > most && depth > 1) {
      return new Set(nodes.filter(({ layer }) => Math.abs(layer) === depth - 1).map(({ record }) => record));
    }
  }
  return new Set();
}

/** What a list of interests comes to on the capital, as an interval; null when one of them has no size. */
export function togetherOf(
  interests: readonly InterestView[],
): { readonly min: number; readonly max: number } | null {
  let [min, max] = [0, 0];
  for (const { capital } of interests) {
    if (capital === undefined || capital.kind === 'unknown') return null;
    min += capital.kind === 'exact' ? capital.value : capital.min;
    max += capital.kind === 'exact' ? capital.value : capital.max;
  }
  return { min, max };
}
