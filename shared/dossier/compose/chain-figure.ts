import { caseGraph } from '../../graph/from-records.ts';
import { FLOW_KINDS } from '../../graph/model.ts';
import { mapModel } from '../../map/from-graph.ts';
import { PAGE_WIDTH, pagePictures } from '../../map/page.ts';
import { ALL, filtered } from '../../map/visible.ts';
import type { Block } from '../blocks.ts';
import type { Book } from './book.ts';
import { dayOf } from './wording.ts';

/**
 * The chain of the company as it stands on the map, on the day of the dossier: what leads to it and what follows from
 * it, down to the vital processes. Drawn by what draws the map on the screen, so that both tell the same.
 */
export function chainFigures(book: Book): Block[] {
  const { t, lang, company, input } = book;
  if (company === undefined) return [];
  const target = company[0].record;
  const views = [...book.entities, ...book.relations, ...book.claims].flat();
  const graph = caseGraph(views, input.validAt ?? dayOf(input.lastChange));
  const model = filtered(mapModel(graph, { t, lang }), { ...ALL, kinds: [...FLOW_KINDS] }, [target]);
  const name = book.nameOf(target);
  return pagePictures(model, target, t).map(
    ({ part, svg, description, cards, links, leftOut, width }): Block => {
      const caption = t(`map.dossier.${part}`, { company: name });
      return {
        kind: 'figure',
        id: `chain-map-${part}`,
        svg,
        alt: description.slice(0, 7900),
        caption: leftOut === 0 ? caption : `${caption} ${t('map.dossier.leftOut', { count: leftOut })}`,
        width: Math.min(1, Math.max(0.4, width / PAGE_WIDTH)),
        ...book.mark(...cards.map(({ marking }) => marking), ...links.map(({ marking }) => marking)),
      };
    },
  );
}
