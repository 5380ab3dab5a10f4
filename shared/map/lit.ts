import type { Scene } from './scene/model.ts';

/** What stays bright when some cards are looked at: they, their links, and whom these join. */
export function litAround(
  { links }: Scene,
  cards: ReadonlySet<string>,
): { readonly cards: ReadonlySet<string>; readonly links: ReadonlySet<string> } {
  const own = links.filter(({ from, to }) => cards.has(from) || cards.has(to));
  return {
    cards: new Set([...cards, ...own.flatMap(({ from, to }) => [from, to])]),
    links: new Set(own.map(({ id }) => id)),
  };
}
