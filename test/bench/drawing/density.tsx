import { MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { DensityMap } from '#renderer/features/map/DensityMap.tsx';
import { LayoutThread } from '#renderer/features/map/layoutThread.ts';
import { i18nInstance } from '#shared/i18n/index.ts';
import type { MapModel } from '#shared/map/model.ts';
import { LIGHT } from '#shared/map/scene/palette.ts';
import { type Draw, type Drawn, frame, type View } from './model.ts';
import { byHand } from './own.tsx';

/** Images of the density that came from the thread, and frames that were painted with the newest of them. */
export const counts = { images: 0, frames: 0 };

/** The product's density map, moved by a mouse: it takes no other calls. The layout of the dots is not in the time. */
export const density =
  (model: MapModel): Draw =>
  async (element) => {
    const canvas = CanvasRenderingContext2D.prototype;
    const { putImageData, drawImage } = canvas;
    canvas.putImageData = function put(this: CanvasRenderingContext2D, ...given: unknown[]) {
      counts.images++;
      return Reflect.apply(putImageData, this, given);
    };
    canvas.drawImage = function draw(this: CanvasRenderingContext2D, ...given: unknown[]) {
      counts.frames++;
      return Reflect.apply(drawImage, this, given);
    };
    createRoot(element).render(
      <I18nextProvider i18n={i18nInstance('nl')}>
        <MantineProvider>
          <DensityMap
            thread={new LayoutThread()}
            model={model}
            targets={['0']}
            palette={LIGHT}
            label="dots"
            onDot={() => {}}
          />
        </MantineProvider>
      </I18nextProvider>,
    );
    while (counts.images === 0) await frame();
    const box = element.querySelector('section') as HTMLElement;
    const { width, height } = box.getBoundingClientRect();
    // It moves by the same steps as it is told to, from wherever it opened.
    let view: View = { k: 1, x: 0, y: 0 };
    const move = byHand(box, () => view, { clientX: width / 2, clientY: height / 2 });
    return {
      look: (next): void => {
        move(next);
        view = next;
      },
      view: () => view,
      cards: model.cards.length,
      links: model.links.length,
    } satisfies Drawn;
  };
