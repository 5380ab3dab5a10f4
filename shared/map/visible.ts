import type { EdgeKind } from '../graph/model.ts';
import { type Day, holdsOn } from '../model/dates.ts';
import type { CardType, MapCard, MapLink, MapModel } from './model.ts';

/** What of a map is shown. An empty list of types, kinds, countries or sectors leaves all. */
export type MapFilter = {
  readonly types: readonly CardType[];
  readonly kinds: readonly EdgeKind[];
  readonly countries: readonly string[];
  readonly sectors: readonly string[];
  /** Only what rests on nothing, on an assumption, or on claims that contradict each other, and whom it joins. */
  readonly unsureOnly: boolean;
  /** Whether cards without any link that is shown are left out. */
  readonly linkedOnly: boolean;
  /** Only links that hold on this day. */
  readonly day?: Day;
};

export const ALL: MapFilter = {
  types: [],
  kinds: [],
  countries: [],
  sectors: [],
  unsureOnly: false,
  linkedOnly: true,
};

const passes = <T>(wanted: readonly T[], value: T | undefined): boolean =>
  wanted.length === 0 || (value !== undefined && wanted.includes(value));

export const isUnsure = ({ flags, known }: MapLink): boolean => flags.length > 0 || !known;

/** The part of a map that a filter leaves. `kept` cards stay whatever the filter says. */
export function filtered(model: MapModel, filter: MapFilter, kept: readonly string[] = []): MapModel {
  const always = new Set(kept);
  const wanted = (card: MapCard): boolean =>
    always.has(card.id) ||
    (passes(filter.types, card.type) &&
      passes(filter.countries, card.country) &&
      passes(filter.sectors, card.sector));
  const cards = model.cards.filter(wanted);
  const known = new Set(cards.map(({ id }) => id));
  const links = model.links.filter(
    (link) =>
      known.has(link.from) &&
      known.has(link.to) &&
      passes(filter.kinds, link.kind) &&
      (!filter.unsureOnly || isUnsure(link)) &&
      (filter.day === undefined || holdsOn(link, filter.day)),
  );
  if (!filter.linkedOnly && !filter.unsureOnly) return { cards, links };
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  const unsure = ({ flags }: MapCard): boolean => filter.unsureOnly && flags.length > 0;
  return {
    cards: cards.filter((card) => linked.has(card.id) || always.has(card.id) || unsure(card)),
    links,
  };
}

/** Only what is within so many steps of a card, whichever way the links run. */
export function around(model: MapModel, centre: string, steps: number): MapModel {
  const beside = neighbours(model.links);
  const far = new Map([[centre, 0]]);
  for (const [id, step] of far)
    if (step < steps) for (const other of beside.get(id) ?? []) if (!far.has(other)) far.set(other, step + 1);
  return within(model, new Set(far.keys()));
}

/**
 * The map without what is folded away: cards that can be reached from the root only through a folded one. `hidden`
 * counts them by that card. What the root does not reach at all stays.
 */
export function folded(
  model: MapModel,
  root: string | undefined,
  closed: ReadonlySet<string>,
): { readonly model: MapModel; readonly hidden: ReadonlyMap<string, number> } {
  if (root === undefined || closed.size === 0) return { model, hidden: new Map() };
  const beside = neighbours(model.links);
  const reach = (stop: ReadonlySet<string>): Set<string> => {
    const seen = new Set([root]);
    for (const id of seen)
      if (!stop.has(id) || id === root) for (const other of beside.get(id) ?? []) seen.add(other);
    return seen;
  };
  const all = reach(new Set());
  const open = reach(closed);
  const hidden = new Map<string, number>();
  for (const id of closed) {
    if (!open.has(id) || id === root) continue;
    const rest = new Set([...closed].filter((other) => other !== id));
    const count = [...reach(rest)].filter((other) => !open.has(other)).length;
    if (count > 0) hidden.set(id, count);
  }
  const gone = new Set([...all].filter((id) => !open.has(id)));
  return {
    model: within(model, new Set(model.cards.map(({ id }) => id).filter((id) => !gone.has(id)))),
    hidden,
  };
}

/** Cards that would take others with them when folded: somebody is behind them as seen from the root. */
export function foldable(model: MapModel, root: string | undefined): ReadonlySet<string> {
  if (root === undefined) return new Set();
  const beside = neighbours(model.links);
  const found = new Set<string>();
  const order = new Map<string, number>([[root, 0]]);
  const low = new Map<string, number>([[root, 0]]);
  // Cut vertices (Hopcroft and Tarjan 1973) without recursion: a card is one when a part behind it has no other way.
  type Step = { readonly id: string; readonly parent: string; readonly rest: Iterator<string> };
  const stack: Step[] = [{ id: root, parent: '', rest: (beside.get(root) ?? new Set()).values() }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const next = top.rest.next();
    if (!next.done) {
      const other = next.value;
      const seen = order.get(other);
      if (seen === undefined) {
        order.set(other, order.size);
        low.set(other, order.size - 1);
        stack.push({ id: other, parent: top.id, rest: (beside.get(other) ?? new Set()).values() });
      } else if (other !== top.parent) low.set(top.id, Math.min(low.get(top.id) ?? 0, seen));
      continue;
    }
    stack.pop();
    const above = top.parent;
    if (above === '') continue;
    low.set(above, Math.min(low.get(above) ?? 0, low.get(top.id) ?? 0));
    if (above !== root && (low.get(top.id) ?? 0) >= (order.get(above) ?? 0)) found.add(above);
  }
  return found;
}

const within = ({ cards, links }: MapModel, known: ReadonlySet<string>): MapModel => ({
  cards: cards.filter(({ id }) => known.has(id)),
  links: links.filter(({ from, to }) => known.has(from) && known.has(to)),
});

/** Who is linked to whom, whichever way. */
export function neighbours(links: readonly MapLink[]): ReadonlyMap<string, ReadonlySet<string>> {
  const beside = new Map<string, Set<string>>();
  const add = (a: string, b: string): void => {
    const known = beside.get(a);
    if (known === undefined) beside.set(a, new Set([b]));
    else known.add(b);
  };
  for (const { from, to } of links) {
    add(from, to);
    add(to, from);
  }
  return beside;
}

export type Path = { readonly cards: readonly string[]; readonly links: readonly string[] };

/**
 * The shortest way from one card to another: along the direction of the links where there is one, else whichever way
 * they run (`directed` tells). Undefined when nothing joins them.
 */
export function pathBetween(
  model: MapModel,
  from: string,
  to: string,
): (Path & { readonly directed: boolean }) | undefined {
  const steps = (turned: boolean): Map<string, { link: MapLink; next: string }[]> => {
    const out = new Map<string, { link: MapLink; next: string }[]>();
    const add = (a: string, link: MapLink, next: string): void => {
      out.set(a, [...(out.get(a) ?? []), { link, next }]);
    };
    for (const link of model.links) {
      add(link.from, link, link.to);
      if (turned || !link.directed) add(link.to, link, link.from);
    }
    return out;
  };
  const search = (out: ReadonlyMap<string, { link: MapLink; next: string }[]>): Path | undefined => {
    const came = new Map<string, { link: string; before: string } | undefined>([[from, undefined]]);
    for (const [id] of came) {
      if (id === to) break;
      for (const { link, next } of out.get(id) ?? [])
        if (!came.has(next)) came.set(next, { link: link.id, before: id });
    }
    if (!came.has(to)) return undefined;
    const [cards, links] = [[to], [] as string[]];
    for (let step = came.get(to); step !== undefined; step = came.get(step.before)) {
      links.unshift(step.link);
      cards.unshift(step.before);
    }
    return { cards, links };
  };
  const along = search(steps(false));
  if (along !== undefined) return { ...along, directed: true };
  const either = search(steps(true));
  return either === undefined ? undefined : { ...either, directed: false };
}
