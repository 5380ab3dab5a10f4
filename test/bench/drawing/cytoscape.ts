import cytoscape from 'cytoscape';
import type { Arranged } from '#shared/map/arrange.ts';
import type { MapModel } from '#shared/map/model.ts';
import { type Draw, type Drawn, fitting } from './model.ts';

/**
 * Cytoscape on its canvas: cards with a name, straight lines with an arrow, which are the cheapest that have one.
 * `swift` takes what it offers for moving large networks: the last painting as a texture, and no lines meanwhile.
 */
export const withCytoscape =
  (model: MapModel, { layout }: Arranged, swift: boolean): Draw =>
  async (element) => {
    const label = new Map(model.cards.map((card) => [card.id, card.label]));
    const { width, height } = element.getBoundingClientRect();
    const view = fitting(layout.bounds, { width, height });
    const cy = cytoscape({
      container: element,
      elements: {
        nodes: layout.cards.map(({ id, x, y, ...size }) => ({
          data: { id, label: label.get(id), width: size.width, height: size.height },
          position: { x, y },
        })),
        edges: model.links.map(({ id, from, to }) => ({ data: { id, source: from, target: to } })),
      },
      layout: { name: 'preset', fit: false },
      zoom: view.k,
      pan: { x: view.x, y: view.y },
      textureOnViewport: swift,
      hideEdgesOnViewport: swift,
      style: [
        {
          selector: 'node',
          style: {
            shape: 'round-rectangle',
            width: 'data(width)',
            height: 'data(height)',
            label: 'data(label)',
            'text-valign': 'center',
            'font-size': 12.5,
            'background-color': '#ffffff',
            'border-width': 1,
            'border-color': '#7a8594',
          },
        },
        {
          selector: 'edge',
          style: {
            'curve-style': 'straight',
            'target-arrow-shape': 'triangle',
            width: 1.4,
            'line-color': '#3a72ae',
            'target-arrow-color': '#3a72ae',
          },
        },
      ],
    });
    await new Promise<void>((resolve) => cy.one('render', () => resolve()));
    return {
      look: ({ k, x, y }): void => void cy.viewport({ zoom: k, pan: { x, y } }),
      view: () => ({ k: cy.zoom(), ...cy.pan() }),
      cards: cy.nodes().length,
      links: cy.edges().length,
    } satisfies Drawn;
  };
