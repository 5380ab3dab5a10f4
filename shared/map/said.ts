import type { Translate } from '../i18n/index.ts';
import type { Level } from './model.ts';
import type { Scene, SceneCard, SceneLink } from './scene/model.ts';
import { readingOrder } from './walk.ts';

export const LEVEL_NAMES = { 1: 'low', 2: 'middle', 3: 'high' } as const satisfies Record<Level, string>;

/** Says of every card what it shows: who, what, where, its links, and what is wrong with its ground. */
export function cardText({ links }: Scene, t: Translate): (card: SceneCard) => string {
  const into = Map.groupBy(links, ({ to }) => to);
  const out = Map.groupBy(links, ({ from }) => from);
  return (card) => {
    const [suppliers, customers] = [into.get(card.id)?.length ?? 0, out.get(card.id)?.length ?? 0];
    return [
      t('map.said.card', { name: card.label, type: t(`map.type.${card.type}`) }),
      ...(card.target ? [t('map.said.target')] : []),
      ...(card.vital ? [t('map.said.vital')] : []),
      ...(card.opaque ? [t('map.said.opaque')] : []),
      ...(card.meta === '' ? [] : [card.meta]),
      ...(card.change === undefined ? [] : [t(`map.change.${card.change}`)]),
      ...(card.level === undefined ? [] : [t(`map.level.${LEVEL_NAMES[card.level]}`)]),
      ...(card.said === undefined || card.said === '' ? [] : [card.said]),
      t('map.said.suppliers', { count: suppliers }),
      t('map.said.customers', { count: customers }),
      ...(card.behind ? [t('map.said.closed', { count: card.behind })] : []),
      ...card.flags.map((flag) => t(`map.flag.${flag}`)),
      ...(card.pinned ? [t('map.said.pinned')] : []),
    ].join(', ');
  };
}

/** Says of a link between whom it runs and what it is. */
export function linkText({ cards }: Scene, link: SceneLink, t: Translate): string {
  const nameOf = (id: string): string => cards.find((card) => card.id === id)?.label ?? '…';
  return [
    t('map.said.link', {
      from: nameOf(link.from),
      to: nameOf(link.to),
      kind: t(`chain.edgeKind.${link.kind}`),
    }),
    ...(link.label === '' ? [] : [link.label]),
    ...(link.dash === 'none' ? [] : [t(`map.dash.${link.dash}`)]),
    ...link.flags.map((flag) => t(`map.flag.${flag}`)),
    ...(link.change === undefined ? [] : [t(`map.change.${link.change}`)]),
  ].join('. ');
}

export const sizeText = ({ cards, links }: Pick<Scene, 'cards' | 'links'>, t: Translate): string =>
  t('map.size', { cards: cards.length, links: links.length });

const NAMED = 12;

/** The whole map in words, band by band: what stands in for the picture where it cannot be seen. */
export function sceneText(scene: Scene, name: string, t: Translate): string {
  const titles = new Map(scene.bands.map(({ tier, title }) => [tier, title]));
  const tiers = [...Map.groupBy(readingOrder(scene), ({ tier }) => tier)].map(([tier, cards]) => {
    const names = cards.slice(0, NAMED).map(({ label }) => label);
    const more = cards.length - names.length;
    return t('map.export.tierLine', {
      tier: titles.get(tier) ?? t('map.tier.ring', { step: tier }),
      names: [...names, ...(more > 0 ? [t('map.groups.members', { count: more })] : [])].join(', '),
    });
  });
  return t('map.export.description', { name, size: sizeText(scene, t), tiers: tiers.join(' ') });
}
