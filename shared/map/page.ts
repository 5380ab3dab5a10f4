import type { Translate } from '../i18n/index.ts';
import { arrange } from './arrange.ts';
import type { MapCard, MapLink, MapModel } from './model.ts';
import { sceneText } from './said.ts';
import { sceneOf } from './scene/build.ts';
import type { CardSize } from './scene/measures.ts';
import { LIGHT } from './scene/palette.ts';
import { sheetSvg } from './sheet.ts';
import { tiersOf } from './tiers.ts';

/** Cards on a page that stands upright. */
const PAGE_CARD: CardSize = { width: 142, height: 50, lines: 2 };
/** Cards beside each other, and rows of them that fit on a page at a size at which they can be read. */
const ACROSS = 4;
const ROWS = 12;
/** Width of a page in the lengths of a scene at that size. */
export const PAGE_WIDTH = 860;
/** Cards of one picture; what matters less is left out and counted. */
const MOST = 44;

export type PagePicture = {
  readonly part: 'whole' | 'before' | 'behind';
  readonly svg: string;
  readonly description: string;
  readonly cards: readonly MapCard[];
  readonly links: readonly MapLink[];
  readonly leftOut: number;
  /** Width of the drawing in the lengths of the scene. */
  readonly width: number;
};

/**
 * The chain of a target as one or two pictures for an upright page, tiers from top to bottom: the whole when it fits,
 * else what leads to the target and what follows from it apart. None when nothing is linked to it.
 */
export function pagePictures(model: MapModel, target: string, t: Translate): readonly PagePicture[] {
  const { of } = tiersOf(model.cards, model.links, { targets: [target], processesLast: true });
  const within = (test: (tier: number) => boolean): MapModel => {
    const kept = new Set(
      model.cards.filter(({ id }) => id === target || test(of.get(id) ?? 0)).map(({ id }) => id),
    );
    const links = model.links.filter(({ from, to }) => kept.has(from) && kept.has(to));
    const linked = new Set([target, ...links.flatMap(({ from, to }) => [from, to])]);
    return { cards: model.cards.filter(({ id }) => linked.has(id)), links };
  };
  const rows = [...Map.groupBy(model.cards, ({ id }) => of.get(id) ?? 0).values()].reduce(
    (sum, cards) => sum + Math.ceil(cards.length / ACROSS),
    0,
  );
  const parts =
    rows <= ROWS
      ? [{ part: 'whole' as const, shown: within(() => true) }]
      : [
          { part: 'before' as const, shown: within((tier) => tier <= 0) },
          { part: 'behind' as const, shown: within((tier) => tier >= 0) },
        ];
  return parts.flatMap(({ part, shown }) =>
    shown.links.length === 0 ? [] : [picture(part, shown, target, t)],
  );
}

function picture(part: PagePicture['part'], whole: MapModel, target: string, t: Translate): PagePicture {
  const model = foremost(whole, target);
  const { layout, processes } = arrange(model, {
    layout: 'tiers',
    targets: [target],
    size: PAGE_CARD,
    direction: 'down',
    grouping: 'none',
    aspect: 1,
    most: ACROSS,
    pinned: new Map(),
    before: new Map(),
  });
  const scene = sceneOf({
    model,
    layout,
    size: PAGE_CARD,
    targets: [target],
    t,
    ...(processes === undefined ? {} : { processes }),
  });
  const name = model.cards.find(({ id }) => id === target)?.label ?? '';
  const description = sceneText(scene, name, t);
  return {
    part,
    svg: sheetSvg({
      scene,
      palette: { ...LIGHT, canvas: '#ffffff' },
      parts: ['legend'],
      title: name,
      notes: [],
      marking: '',
      description,
      t,
    }),
    description,
    cards: model.cards,
    links: model.links,
    leftOut: whole.cards.length - model.cards.length,
    width: scene.bounds.width,
  };
}

/** What matters most, when there is too much for a page: the ways to vital processes, what is essential, the best linked. */
function foremost({ cards, links }: MapModel, target: string): MapModel {
  if (cards.length <= MOST) return { cards, links };
  const worth = new Map(cards.map(({ id, vital }) => [id, vital ? 40 : id === target ? 1000 : 0]));
  const add = (id: string, by: number): void => void worth.set(id, (worth.get(id) ?? 0) + by);
  for (const { from, to, essential, flow } of links)
    for (const id of [from, to]) add(id, (essential ? 3 : 1) + (flow ? 1 : 0));
  for (const id of leadsToVital(cards, links)) add(id, 20);
  const kept = new Set(
    cards
      .toSorted((a, b) => (worth.get(b.id) ?? 0) - (worth.get(a.id) ?? 0))
      .slice(0, MOST)
      .map(({ id }) => id),
  );
  return {
    cards: cards.filter(({ id }) => kept.has(id)),
    links: links.filter(({ from, to }) => kept.has(from) && kept.has(to)),
  };
}

function leadsToVital(cards: readonly MapCard[], links: readonly MapLink[]): ReadonlySet<string> {
  const into = Map.groupBy(
    links.filter(({ flow }) => flow),
    ({ to }) => to,
  );
  const found = new Set(cards.filter(({ vital }) => vital).map(({ id }) => id));
  for (const id of found) for (const { from } of into.get(id) ?? []) found.add(from);
  return found;
}
