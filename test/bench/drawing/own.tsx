import { MantineProvider } from '@mantine/core';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { MapStage } from '#renderer/features/map/MapStage.tsx';
import { MiniMap } from '#renderer/features/map/MiniMap.tsx';
import { type Stage, useStage } from '#renderer/features/map/useStage.ts';
import { i18nInstance } from '#shared/i18n/index.ts';
import type { Arranged } from '#shared/map/arrange.ts';
import type { MapModel } from '#shared/map/model.ts';
import { PLAIN } from '#shared/map/paint/emphasis.ts';
import { sceneOf } from '#shared/map/scene/build.ts';
import { CARD } from '#shared/map/scene/measures.ts';
import type { Scene } from '#shared/map/scene/model.ts';
import { LIGHT } from '#shared/map/scene/palette.ts';
import { type Draw, type Drawn, frame, type View } from './model.ts';

const nothing = (): void => {};
const NOBODY: ReadonlySet<string> = new Set();

/** The product's own stage: canvas, overlay, buttons, small map, picking and gestures. */
function OwnMap({ scene, onStage }: { readonly scene: Scene; readonly onStage: (stage: Stage) => void }) {
  const stage = useStage(scene, LIGHT, PLAIN, true);
  const [active, setActive] = useState<string | undefined>();
  const { size, fitAll } = stage;
  useEffect(() => {
    if (size.width > 0) fitAll(scene.bounds);
  }, [size, fitAll, scene]);
  useEffect(() => {
    if (size.width > 0 && stage.picker !== null) onStage(stage);
  });
  return (
    <MapStage
      stage={stage}
      scene={scene}
      label="map"
      mode="drag"
      movable={false}
      busy={false}
      active={active}
      selection={NOBODY}
      onActive={setActive}
      onKey={nothing}
      onPick={nothing}
      onOpen={nothing}
      onMove={nothing}
      onCatch={nothing}
    >
      <MiniMap stage={stage} scene={scene} palette={LIGHT} />
    </MapStage>
  );
}

/** By its own calls, which paint anew at every step, or by the mouse as a hand moves it. */
export type Driver = 'calls' | 'hand';

export const own =
  (model: MapModel, { layout }: Arranged, driver: Driver): Draw =>
  async (element) => {
    const i18n = i18nInstance('nl');
    const scene = sceneOf({ model, layout, size: CARD, targets: ['0'], t: i18n.t as never });
    const stage = await new Promise<() => Stage>((resolve) => {
      let last: Stage | undefined;
      createRoot(element).render(
        <I18nextProvider i18n={i18n}>
          <MantineProvider>
            <OwnMap
              scene={scene}
              onStage={(now) => {
                last = now;
                resolve(() => last as Stage);
              }}
            />
          </MantineProvider>
        </I18nextProvider>,
      );
    });
    await frame();
    const box = element.querySelector('section') as HTMLElement;
    const { width, height } = box.getBoundingClientRect();
    const middle = { clientX: width / 2, clientY: height / 2 };
    const common = { bubbles: true, cancelable: true, view: window };
    const view = (): View => stage().view.current;
    const called = calls(stage, width, height);
    return {
      view,
      cards: scene.cards.length,
      links: scene.links.length,
      look:
        driver === 'hand'
          ? byHand(box, view, middle)
          : (next): void => {
              called(next);
              // What lies under the pointer is asked, and shown, at every step.
              box.dispatchEvent(new PointerEvent('pointermove', { ...common, ...middle }));
            },
    } satisfies Drawn;
  };

const calls =
  (stage: () => Stage, width: number, height: number) =>
  (next: View): void => {
    const { view, zoomBy, goTo } = stage();
    if (Math.abs(next.k / view.current.k - 1) > 1e-9) zoomBy(next.k / view.current.k);
    else goTo({ x: (width / 2 - next.x) / next.k, y: (height / 2 - next.y) / next.k }, true);
  };

/** Moves of a mouse whose button is held, and turns of its wheel over the middle. */
export function byHand(
  box: HTMLElement,
  view: () => View,
  middle: { readonly clientX: number; readonly clientY: number },
): (next: View) => void {
  const common = { bubbles: true, cancelable: true, view: window, button: 0 };
  const send = (name: 'down' | 'move' | 'up', at: object, to: EventTarget = box): void => {
    box.dispatchEvent(new PointerEvent(`pointer${name}`, { ...common, ...at, pointerId: 1 }));
    to.dispatchEvent(new MouseEvent(`mouse${name}`, { ...common, ...at }));
  };
  let held: View | undefined;
  return (next) => {
    const now = view();
    if (Math.abs(next.k / now.k - 1) > 1e-9) {
      if (held !== undefined) send('up', middle, window);
      held = undefined;
      const deltaY = -Math.log2(next.k / now.k) / 0.0022;
      box.dispatchEvent(new WheelEvent('wheel', { ...common, ...middle, deltaY }));
      return;
    }
    if (held === undefined) {
      held = now;
      send('down', { ...middle, buttons: 1 });
    }
    const at = { clientX: middle.clientX + next.x - held.x, clientY: middle.clientY + next.y - held.y };
    send('move', { ...at, buttons: 1 }, window);
  };
}
