import type { Translate } from '../../i18n/index.ts';
import type { Band, MapLayout, PlacedCard, Rect } from '../layout/model.ts';
import type { MapCard, MapLink, MapModel, Overlay } from '../model.ts';
import { fitted, wrapped } from '../text.ts';
import { dashOf, HEADS, TWIN, thickness } from './looks.ts';
import { type CardSize, FACES, ROOM } from './measures.ts';
import type { Scene, SceneBand, SceneCard, SceneLink } from './model.ts';

export type SceneInput = {
  readonly model: MapModel;
  readonly layout: MapLayout;
  readonly size: CardSize;
  readonly targets: readonly string[];
  readonly overlay?: Overlay;
  /** Cards that can be folded, with how many are folded away behind each. */
  readonly behind?: ReadonlyMap<string, number>;
  readonly closed?: ReadonlySet<string>;
  /** The tier of the vital processes. */
  readonly processes?: number;
  readonly t: Translate;
};

/** The scene of a map that has been laid out. */
export function sceneOf(input: SceneInput): Scene {
  const { model, layout } = input;
  const placed = new Map(layout.cards.map((card) => [card.id, card]));
  const cards = model.cards.flatMap((card): SceneCard[] => {
    const place = placed.get(card.id);
    return place === undefined ? [] : [cardOf(card, place, input)];
  });
  const routes = new Map(layout.routes.map(({ id, points }) => [id, points]));
  const links = model.links.flatMap((link): SceneLink[] => {
    const points = routes.get(link.id);
    return points === undefined ? [] : [linkOf(link, points)];
  });
  const bands = layout.bands.map((band) => titled(band, input));
  return {
    cards,
    links,
    bands,
    groups: layout.groups,
    rings: layout.rings,
    bend: layout.bend,
    bounds: boundsOf(layout.bounds, bands),
  };
}

function cardOf(card: MapCard, place: PlacedCard, input: SceneInput): SceneCard {
  const { size } = input;
  const said = input.overlay?.get(card.id);
  const behind = input.behind?.get(card.id);
  const left = ROOM.icon;
  const signs = card.flags.length + (place.pinned ? 1 : 0);
  const room = place.width - left - ROOM.right - (said === undefined ? 0 : ROOM.level);
  const group = card.members !== undefined;
  const words = group ? input.t('map.groups.members', { count: card.members ?? 0 }) : card.meta;
  const label = group && card.label === '' ? input.t('map.groups.noSector') : card.label;
  const meta = fitted(words, FACES.meta, room - signs * ROOM.sign);
  const lines = wrapped(label, FACES.name, room, meta === '' ? size.lines + 1 : size.lines);
  return {
    id: card.id,
    tier: place.tier,
    type: card.type,
    label,
    lines,
    meta,
    x: place.x - place.width / 2,
    y: place.y - place.height / 2,
    width: place.width,
    height: place.height,
    target: input.targets.includes(card.id),
    vital: card.vital,
    government: card.government,
    opaque: card.opaque,
    pinned: place.pinned,
    flags: card.flags,
    closed: input.closed?.has(card.id) ?? false,
    ...(said === undefined ? {} : { level: said.level, said: said.text }),
    ...(card.change === undefined ? {} : { change: card.change }),
    ...(card.members === undefined ? {} : { members: card.members }),
    ...(behind === undefined ? {} : { behind }),
  };
}

const linkOf = (link: MapLink, points: SceneLink['points']): SceneLink => ({
  id: link.id,
  from: link.from,
  to: link.to,
  kind: link.kind,
  points,
  width: thickness(link),
  dash: dashOf(link),
  head: link.directed ? HEADS[link.kind] : 'none',
  twin: TWIN.has(link.kind),
  denied: link.denied,
  label: link.label,
  flags: link.flags,
  ...(link.change === undefined ? {} : { change: link.change }),
});

/** What stands over a band: who it is about, so many steps before or behind, or the vital processes. */
export function tierTitle(
  tier: number,
  { processes, targets, model, t }: Pick<SceneInput, 'processes' | 'targets' | 'model' | 't'>,
): string {
  if (tier === processes) return t('map.tier.processes');
  if (tier === 0) {
    const [only, ...more] = model.cards.filter(({ id }) => targets.includes(id));
    return only === undefined || more.length > 0 ? t('map.tier.middle') : only.label;
  }
  return t(tier < 0 ? 'chain.network.tier.up' : 'chain.network.tier.down', { step: Math.abs(tier) });
}

const shortTitle = (tier: number, { processes, t }: SceneInput, title: string): string =>
  tier === 0 || tier === processes
    ? title
    : t('map.tier.short', { step: tier < 0 ? `−${-tier}` : `+${tier}` });

function titled(band: Band, input: SceneInput): SceneBand {
  const title = tierTitle(band.tier, input);
  const upright = input.layout.bend !== 'down';
  const head = upright ? ROOM.bandHead : ROOM.bandHead - 6;
  return {
    tier: band.tier,
    title,
    short: shortTitle(band.tier, input, title),
    own: band.tier === 0,
    x: band.x,
    y: band.y - head,
    width: band.width,
    height: band.height + head,
  };
}

function boundsOf(bounds: Rect, bands: readonly Rect[]): Rect {
  const top = Math.min(bounds.y, ...bands.map(({ y }) => y));
  return { ...bounds, y: top, height: bounds.y + bounds.height - top };
}
