import { highestMarking } from '../model/marking.ts';
import type { MapCard, MapLink, MapModel } from './model.ts';
import { tiersOf } from './tiers.ts';

/** Cards up to which a map is shown as it is; larger ones open summarised. */
export const MOST_CARDS = 1500;
/** Cards of one group that are shown when it is opened; of larger ones the best linked, the rest as a group again. */
const MOST_OPEN = 300;

export type Summary = {
  readonly model: MapModel;
  /** Tier of everything in it. */
  readonly tiers: ReadonlyMap<string, number>;
};

export const isGroup = (id: string): boolean => id.startsWith('group ');
const groupId = (tier: number, sector: string, rest: boolean): string =>
  `group ${tier} ${rest ? 'rest ' : ''}${sector}`;

/**
 * A map in which cards of the same tier and sector stand as one, with the links between groups as one each; groups that
 * are `opened` are shown card by card. Targets always stand alone. Nothing is lost: every card is in one group or shown,
 * and a group says how many it holds.
 */
export function summaryOf(
  { cards, links }: MapModel,
  targets: readonly string[],
  opened: ReadonlySet<string>,
): Summary {
  const { of } = tiersOf(cards, links, { targets, processesLast: true });
  const tierOf = (id: string): number => of.get(id) ?? 0;
  const kept = new Set(targets);
  const groups = Map.groupBy(
    cards.filter(({ id }) => !kept.has(id)),
    ({ id, sector }) => groupId(tierOf(id), sector ?? '', false),
  );
  const degree = degreesOf(links);
  const home = new Map<string, string>();
  const shown: MapCard[] = cards.filter(({ id }) => kept.has(id));
  const tierBy = new Map(shown.map(({ id }) => [id, tierOf(id)]));
  for (const [id, members] of groups) {
    const [first] = members;
    if (first === undefined) continue;
    const tier = tierOf(first.id);
    const show = (card: MapCard): void => {
      shown.push(card);
      tierBy.set(card.id, tier);
    };
    const gather = (own: string, some: readonly MapCard[]): void => {
      show(groupCard(own, some));
      for (const member of some) home.set(member.id, own);
    };
    if (members.length === 1) show(first);
    else if (!opened.has(id)) gather(id, members);
    else {
      const sorted = members.toSorted((a, b) => (degree.get(b.id) ?? 0) - (degree.get(a.id) ?? 0));
      for (const card of sorted.slice(0, MOST_OPEN)) show(card);
      const rest = sorted.slice(MOST_OPEN);
      if (rest.length > 0) gather(groupId(tier, first.sector ?? '', true), rest);
    }
  }
  return { model: { cards: shown, links: between(links, home) }, tiers: tierBy };
}

/** A group has no words but the name of its sector; what draws it says how many it holds. */
const groupCard = (id: string, members: readonly MapCard[]): MapCard => ({
  id,
  type: 'group',
  label: members[0]?.sector ?? '',
  meta: '',
  ...(members[0]?.sector === undefined ? {} : { sector: members[0].sector }),
  marking: highestMarking(members.map(({ marking }) => marking)),
  vital: false,
  government: false,
  opaque: false,
  flags: [],
  members: members.length,
});

/** Links between what is shown; many between the same two are one that counts them. */
function between(links: readonly MapLink[], home: ReadonlyMap<string, string>): MapLink[] {
  const plain: MapLink[] = [];
  const bundles = new Map<
    string,
    { first: MapLink; count: number; essential: boolean; from: string; to: string }
  >();
  for (const link of links) {
    const [from, to] = [home.get(link.from) ?? link.from, home.get(link.to) ?? link.to];
    if (from === to) continue;
    if (from === link.from && to === link.to) {
      plain.push(link);
      continue;
    }
    const key = `${from} > ${to}`;
    const bundle = bundles.get(key);
    if (bundle === undefined)
      bundles.set(key, { first: link, count: 1, essential: link.essential, from, to });
    else {
      bundle.count += 1;
      bundle.essential ||= link.essential;
    }
  }
  const joined = [...bundles].map(
    ([id, { first, count, essential, from, to }]): MapLink => ({
      id,
      from,
      to,
      kind: first.kind,
      flow: first.flow,
      directed: true,
      essential,
      singleSource: false,
      known: true,
      standby: false,
      denied: false,
      label: String(count),
      marking: first.marking,
      flags: [],
      members: count,
    }),
  );
  return [...plain, ...joined];
}

function degreesOf(links: readonly MapLink[]): ReadonlyMap<string, number> {
  const degree = new Map<string, number>();
  for (const { from, to } of links) for (const id of [from, to]) degree.set(id, (degree.get(id) ?? 0) + 1);
  return degree;
}
