import type { OpenGraph } from '../export/graph/open-graph.ts';
import type { MapLayout } from './layout/model.ts';
import type { MapCard, MapLink, MapModel } from './model.ts';

const optional = <T>(name: string, value: T | undefined): Record<string, T> =>
  value === undefined ? {} : { [name]: value };

/** What a map shows as a graph for other tools, with the places of the cards. */
export function openGraphOf({ cards, links }: MapModel, layout: MapLayout): OpenGraph {
  const placed = new Map(layout.cards.map((card) => [card.id, card]));
  const names = new Map(cards.map(({ id, label }) => [id, label]));
  const round = (value: number): number => Math.round(value * 10) / 10;
  return {
    nodes: cards.map((card: MapCard) => {
      const place = placed.get(card.id);
      return {
        id: card.id,
        attributes: {
          label: card.label,
          type: card.type,
          marking: card.marking,
          vital: card.vital,
          ...optional('country', card.country),
          ...optional('sector', card.sector),
          ...optional('change', card.change),
          ...optional('members', card.members),
          ...(place === undefined
            ? {}
            : { x: round(place.x), y: round(place.y), tier: place.tier, pinned: place.pinned }),
        },
      };
    }),
    edges: links.map((link: MapLink) => ({
      id: link.id,
      source: link.from,
      target: link.to,
      directed: link.directed,
      attributes: {
        ...optional('source_name', names.get(link.from)),
        ...optional('target_name', names.get(link.to)),
        kind: link.kind,
        label: link.label,
        essential: link.essential,
        single_source: link.singleSource,
        certain: link.known,
        standby: link.standby,
        denied: link.denied,
        marking: link.marking,
        flags: link.flags.join(' '),
        ...optional('valid_from', link.validFrom as string | undefined),
        ...optional('valid_to', link.validTo as string | undefined),
        ...optional('change', link.change),
        ...optional('members', link.members),
      },
    })),
  };
}
