import { type PointerEvent, useEffect, useRef } from 'react';
import type { Rect } from '#shared/map/layout/model.ts';
import type { Scene } from '#shared/map/scene/model.ts';
import type { Palette } from '#shared/map/scene/palette.ts';
import { useT } from '../../app/language.ts';
import style from './map.module.css';
import { windowOf } from './painter.ts';
import type { Stage } from './useStage.ts';

const LARGEST = { width: 190, height: 120 };

const holds = (a: Rect, b: Rect): boolean =>
  a.x <= b.x && a.y <= b.y && a.x + a.width >= b.x + b.width && a.y + a.height >= b.y + b.height;

/** The whole map small, with what is in sight of it; a click or a drag goes there. */
export function MiniMap(props: { readonly stage: Stage; readonly scene: Scene; readonly palette: Palette }) {
  const { stage, scene, palette } = props;
  const t = useT();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { bounds } = scene;
  const scale = Math.min(LARGEST.width / bounds.width, LARGEST.height / bounds.height);
  const [width, height] = [Math.ceil(bounds.width * scale), Math.ceil(bounds.height * scale)];
  const { onView, size, view } = stage;

  useEffect(() => {
    const own = canvas.current;
    const context = own?.getContext('2d');
    if (!own || !context) return;
    const ratio = window.devicePixelRatio;
    own.width = width * ratio;
    own.height = height * ratio;
    const ground = document.createElement('canvas');
    ground.width = own.width;
    ground.height = own.height;
    const still = ground.getContext('2d');
    if (!still) return;
    still.setTransform(
      ratio * scale,
      0,
      0,
      ratio * scale,
      -bounds.x * ratio * scale,
      -bounds.y * ratio * scale,
    );
    still.fillStyle = palette.band;
    for (const band of scene.bands) still.fillRect(band.x, band.y, band.width, band.height);
    for (const card of scene.cards) {
      still.fillStyle = card.target ? palette.accent : palette.type[card.type];
      still.fillRect(card.x, card.y, card.width, card.height);
    }
    const paint = (at: { k: number; x: number; y: number }): void => {
      const seen = windowOf(at, size.width, size.height);
      own.style.visibility = holds(seen, bounds) ? 'hidden' : 'visible';
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, own.width, own.height);
      context.drawImage(ground, 0, 0);
      context.setTransform(
        ratio * scale,
        0,
        0,
        ratio * scale,
        -bounds.x * ratio * scale,
        -bounds.y * ratio * scale,
      );
      context.strokeStyle = palette.accent;
      context.lineWidth = 1.6 / scale;
      context.strokeRect(seen.x, seen.y, seen.width, seen.height);
    };
    paint(view.current);
    return onView(paint);
  }, [scene, palette, bounds, scale, width, height, onView, size, view]);

  const go = (event: PointerEvent): void => {
    if (event.buttons !== 1) return;
    const box = canvas.current?.getBoundingClientRect();
    if (box === undefined) return;
    stage.goTo(
      {
        x: bounds.x + (event.clientX - box.left) / scale,
        y: bounds.y + (event.clientY - box.top) / scale,
      },
      true,
    );
  };
  return (
    <canvas
      ref={canvas}
      className={style.mini}
      style={{ width, height }}
      title={t('map.minimap')}
      aria-hidden
      data-map-control
      onPointerDown={go}
      onPointerMove={go}
    />
  );
}
