import type { Change, MapCard, MapLink, MapModel } from './model.ts';

/**
 * Two states of a map as one: everything of both, each thing marked as added, removed or changed from the earlier to the
 * later. What is in both is shown as it is in the later one.
 */
export function compared(earlier: MapModel, later: MapModel): MapModel {
  return {
    cards: joined(earlier.cards, later.cards, sameCard),
    links: joined(earlier.links, later.links, sameLink),
  };
}

function joined<T extends { readonly id: string; readonly change?: Change }>(
  earlier: readonly T[],
  later: readonly T[],
  same: (a: T, b: T) => boolean,
): T[] {
  const before = new Map(earlier.map((one) => [one.id, one]));
  const after = new Set(later.map(({ id }) => id));
  return [
    ...later.map((one): T => {
      const old = before.get(one.id);
      if (old === undefined) return { ...one, change: 'added' };
      return same(old, one) ? one : { ...one, change: 'changed' };
    }),
    ...earlier.filter(({ id }) => !after.has(id)).map((one): T => ({ ...one, change: 'removed' })),
  ];
}

const sameCard = (a: MapCard, b: MapCard): boolean =>
  a.label === b.label &&
  a.meta === b.meta &&
  a.country === b.country &&
  a.sector === b.sector &&
  a.vital === b.vital &&
  a.flags.join() === b.flags.join();

const sameLink = (a: MapLink, b: MapLink): boolean =>
  a.from === b.from &&
  a.to === b.to &&
  a.kind === b.kind &&
  a.label === b.label &&
  a.essential === b.essential &&
  a.singleSource === b.singleSource &&
  a.known === b.known &&
  a.standby === b.standby &&
  a.denied === b.denied &&
  a.flags.join() === b.flags.join();

/** How many cards and links were added, removed and changed. */
export function countChanges({ cards, links }: MapModel): Readonly<Record<Change, number>> {
  const count = (change: Change): number =>
    [...cards, ...links].filter((one) => one.change === change).length;
  return { added: count('added'), removed: count('removed'), changed: count('changed') };
}
