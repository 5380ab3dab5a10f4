import { useEffect, useRef, useState } from 'react';
import type { Dots } from '#shared/map/density.ts';
import type { MapModel } from '#shared/map/model.ts';
import type { Palette } from '#shared/map/scene/palette.ts';
import { useT } from '../../app/language.ts';
import type { LayoutThread } from './layoutThread.ts';
import style from './map.module.css';
import { useDensityImage } from './useDensityImage.ts';
import { useMapView } from './useMapView.ts';
import { useRoomBelow } from './useRoomBelow.ts';

/** How near a pointer must be to a dot, in pixels. */
const REACH = 9;

/**
 * A very large network as an image of where its links run, with a dot for every card, which leads to the map of its
 * surroundings.
 */
export function DensityMap(props: {
  readonly thread: LayoutThread;
  readonly model: MapModel;
  readonly targets: readonly string[];
  readonly palette: Palette;
  readonly label: string;
  readonly onDot: (card: string) => void;
}) {
  const { thread, model, targets, palette } = props;
  const t = useT();
  const frame = useRef<HTMLElement>(null);
  useRoomBelow(frame);
  const canvas = useRef<HTMLCanvasElement>(null);
  const tip = useRef<HTMLParagraphElement>(null);
  const [dots, setDots] = useState<Dots | null>(null);

  useEffect(() => {
    let gone = false;
    setDots(null);
    void thread.dots(model, targets).then((found) => {
      if (!gone && found !== undefined) setDots(found);
    });
    return () => {
      gone = true;
    };
  }, [thread, model, targets]);

  const { look, reset } = useDensityImage(thread, canvas, dots, palette);
  const mapView = useMapView(frame, () => false, look, true);
  const { fitAll } = mapView;
  const again = useRef(reset);
  again.current = reset;

  useEffect(() => {
    const [box, own] = [frame.current, canvas.current];
    if (box === null || own === null || dots === null) return;
    const measure = (): void => {
      own.width = Math.max(1, box.clientWidth);
      own.height = Math.max(1, box.clientHeight);
      again.current();
      fitAll(boundsOf(dots));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [dots, fitAll]);

  const dotAt = (event: { readonly clientX: number; readonly clientY: number }): number => {
    const box = frame.current?.getBoundingClientRect();
    if (box === undefined || dots === null) return -1;
    const { k, x, y } = mapView.view.current;
    return nearest(dots, (event.clientX - box.left - x) / k, (event.clientY - box.top - y) / k, REACH / k);
  };
  return (
    <section
      ref={frame}
      className={style.frame}
      aria-label={props.label}
      aria-busy={dots === null}
      onPointerMove={(event) => {
        if (tip.current === null) return;
        const at = event.buttons === 0 ? dotAt(event) : -1;
        tip.current.textContent = model.cards[at]?.label ?? '';
        const box = event.currentTarget.getBoundingClientRect();
        tip.current.style.transform = `translate(${event.clientX - box.left + 14}px, ${event.clientY - box.top + 18}px)`;
      }}
      onDoubleClick={(event) => {
        const card = model.cards[dotAt(event)];
        if (card !== undefined) props.onDot(card.id);
      }}
    >
      <canvas ref={canvas} className={style.canvas} aria-hidden />
      <p ref={tip} className={style.tip} aria-hidden />
      <p className="wb-hidden">{t('map.groups.dotsHelp')}</p>
    </section>
  );
}

function boundsOf({ x, y }: Dots): { x: number; y: number; width: number; height: number } {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < x.length; i++) {
    left = Math.min(left, x[i] as number);
    right = Math.max(right, x[i] as number);
    top = Math.min(top, y[i] as number);
    bottom = Math.max(bottom, y[i] as number);
  }
  return { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

function nearest({ x, y }: Dots, px: number, py: number, reach: number): number {
  let [best, least] = [-1, reach * reach];
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [(x[i] as number) - px, (y[i] as number) - py];
    const away = dx * dx + dy * dy;
    if (away < least) [best, least] = [i, away];
  }
  return best;
}
