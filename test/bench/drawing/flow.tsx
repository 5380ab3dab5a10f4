import { MarkerType, ReactFlow, type ReactFlowInstance } from '@xyflow/react';
import { createRoot } from 'react-dom/client';
import type { Arranged } from '#shared/map/arrange.ts';
import type { MapModel } from '#shared/map/model.ts';
import { type Draw, type Drawn, fitting, frame } from './model.ts';

const nothing = (): void => {};

/** React Flow with its own cards and straight lines with an arrow; sizes are given, so that nothing has to be measured. */
export const withFlow =
  (model: MapModel, { layout }: Arranged, visibleOnly: boolean): Draw =>
  async (element) => {
    const label = new Map(model.cards.map((card) => [card.id, card.label]));
    const { width, height } = element.getBoundingClientRect();
    const view = fitting(layout.bounds, { width, height });
    const nodes = layout.cards.map(({ id, x, y, width: wide, height: high }) => ({
      id,
      position: { x: x - wide / 2, y: y - high / 2 },
      data: { label: label.get(id) },
      width: wide,
      height: high,
    }));
    const edges = model.links.map(({ id, from, to }) => ({
      id,
      source: from,
      target: to,
      type: 'straight',
      markerEnd: { type: MarkerType.ArrowClosed },
    }));
    const flow = await new Promise<ReactFlowInstance>((resolve) =>
      createRoot(element).render(
        <ReactFlow
          nodes={nodes}
          edges={edges}
          defaultViewport={{ x: view.x, y: view.y, zoom: view.k }}
          minZoom={0.01}
          maxZoom={8}
          nodesDraggable={false}
          onNodesChange={nothing}
          onlyRenderVisibleElements={visibleOnly}
          onInit={(instance) => resolve(instance as unknown as ReactFlowInstance)}
        />,
      ),
    );
    const drawnLinks = element.getElementsByClassName('react-flow__edge');
    while (drawnLinks.length < edges.length) await frame();
    return {
      look: ({ k, x, y }): void => void flow.setViewport({ x, y, zoom: k }),
      view: () => {
        const { x, y, zoom } = flow.getViewport();
        return { k: zoom, x, y };
      },
      cards: element.getElementsByClassName('react-flow__node').length,
      links: drawnLinks.length,
    } satisfies Drawn;
  };
