import { type PointerEvent, useEffect, useRef } from 'react';
import type { Rect } from '#shared/map/layout/model.ts';
import type { Scene } from '#shared/map/scene/model.ts';
import type { Palette } from '#shared/map/scene/palette.ts';
import { useT } from '../../app/language.ts';
import style from './map.module.css';
import type { Stage } from './useStage.ts';
import { type View, windowOf } from './view.ts';

type Size = { readonly width: number; readonly height: number };

const LARGEST: Size = { width: 190, height: 120 };

const holds = (a: Rect, b: Rect): boolean =>
  a.x <= b.x && a.y <= b.y && a.x + a.width >= b.x + b.width && a.y + a.height >= b.y + b.height;

/** Milliseconds without a step after which it looks for a corner. */
const SETTLED = 200;
const EDGE = 8;

/**
 * The corner in which it covers the fewest cards, the one below at the right where others are no better. Corners are
 * named by the sides they are at.
 */
function freest(scene: Scene, { k, x, y }: View, size: Size, own: Size): { corner: string; covers: boolean } {
  const corners = (['bottom right', 'bottom left', 'top right', 'top left'] as const).map((corner) => {
    const left = corner.endsWith('left') ? EDGE : size.width - own.width - EDGE;
    const top = corner.startsWith('top') ? EDGE : size.height - own.height - EDGE;
    const [sx, sy] = [(left - x) / k, (top - y) / k];
    const [right, bottom] = [sx + own.width / k, sy + own.height / k];
    const under = scene.cards.filter(
      (card) => card.x < right && card.x + card.width > sx && card.y < bottom && card.y + card.height > sy,
    );
    // Above stand the titles of the bands.
    return { corner, count: under.length + (corner.startsWith('top') ? 1 : 0) };
  });
  const least = Math.min(...corners.map(({ count }) => count));
  return { corner: corners.find(({ count }) => count === least)?.corner ?? '', covers: least > 0 };
}

/**
 * The whole map small, with what is in sight of it; a click or a drag goes there. It goes to a corner where it covers
 * no card, and lets them through where there is none.
 */
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
    const settle = (): void => {
      const { corner, covers } = freest(scene, view.current, size, { width, height });
      own.dataset.corner = corner;
      own.toggleAttribute('data-over', covers);
    };
    paint(view.current);
    settle();
    let settling: ReturnType<typeof setTimeout> | undefined;
    const leave = onView((at) => {
      paint(at);
      clearTimeout(settling);
      settling = setTimeout(settle, SETTLED);
    });
    return () => {
      clearTimeout(settling);
      leave();
    };
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
