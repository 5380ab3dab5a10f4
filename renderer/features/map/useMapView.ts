import { select } from 'd3-selection';
import { type ZoomBehavior, zoom, zoomIdentity } from 'd3-zoom';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Rect } from '#shared/map/layout/model.ts';
import type { View } from './view.ts';

const LEAST = 0.02;
const MOST = 4;
const STEP = 1.25;
/** Smaller than this is hard to read: a map that does not fitAll opens round its middle. */
const READABLE = 0.6;
const MARGIN = 14;

export type MapView = {
  readonly view: RefObject<View>;
  /** In hundredths, for the face. */
  readonly percent: number;
  readonly zoomBy: (factor: number) => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly fitAll: (bounds: Rect) => void;
  /** Shows all when that is legible, else the surroundings of a place; with `legible` false all in any case. */
  readonly open: (bounds: Rect, middle: { readonly x: number; readonly y: number }, legible: boolean) => void;
  /** Brings a place into the middle, at a legible size unless the size is to be kept. */
  readonly goTo: (spot: { readonly x: number; readonly y: number }, keep?: boolean) => void;
  /** Moves no further than needed to bring a rectangle into sight. */
  readonly reveal: (rect: Rect) => void;
};

/**
 * Pan and zoom of an element. `taken` says of an event that it begins something else than panning; `onView` is told
 * every step. The wheel zooms with Ctrl held, or always when `whole`, so that a page can be scrolled past the map.
 */
export function useMapView(
  frame: RefObject<HTMLElement | null>,
  taken: (event: MouseEvent) => boolean,
  onView: (view: View) => void,
  whole: boolean,
): MapView {
  const view = useRef<View>({ k: 1, x: 0, y: 0 });
  const behaviour = useRef<ZoomBehavior<HTMLElement, unknown> | null>(null);
  const [percent, setPercent] = useState(100);
  const handlers = useRef({ taken, onView, whole });
  handlers.current = { taken, onView, whole };

  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const own = zoom<HTMLElement, unknown>()
      .scaleExtent([LEAST, MOST])
      .filter((event: MouseEvent | WheelEvent) => {
        if (event.type === 'wheel') return handlers.current.whole || event.ctrlKey || event.metaKey;
        if (event.type === 'dblclick') return false;
        return event.button === 0 && !event.ctrlKey && !handlers.current.taken(event);
      })
      .wheelDelta((event: WheelEvent) => -event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0022))
      .on('zoom', ({ transform }: { transform: View }) => {
        view.current = { k: transform.k, x: transform.x, y: transform.y };
        handlers.current.onView(view.current);
        setPercent(Math.round(transform.k * 100));
      });
    behaviour.current = own;
    select<HTMLElement, unknown>(element).call(own);
    return () => {
      select<HTMLElement, unknown>(element).on('.zoom', null);
      behaviour.current = null;
    };
  }, [frame]);

  const set = useCallback(
    (next: View) => {
      const element = frame.current;
      if (element === null || behaviour.current === null) return;
      const to = zoomIdentity.translate(next.x, next.y).scale(next.k);
      select<HTMLElement, unknown>(element).call(behaviour.current.transform, to);
    },
    [frame],
  );
  const size = useCallback(() => {
    const { width, height } = frame.current?.getBoundingClientRect() ?? { width: 0, height: 0 };
    return { width, height };
  }, [frame]);
  const zoomBy = useCallback(
    (factor: number) => {
      const { width, height } = size();
      const { k, x, y } = view.current;
      const next = Math.min(MOST, Math.max(LEAST, k * factor));
      const [cx, cy] = [width / 2, height / 2];
      set({ k: next, x: cx - ((cx - x) * next) / k, y: cy - ((cy - y) * next) / k });
    },
    [set, size],
  );
  const centre = useCallback(
    (k: number, { x, y }: { readonly x: number; readonly y: number }) => {
      const { width, height } = size();
      set({ k, x: width / 2 - k * x, y: height / 2 - k * y });
    },
    [set, size],
  );
  const scaleOf = useCallback(
    (bounds: Rect) => {
      const { width, height } = size();
      const fits = Math.min((width - 2 * MARGIN) / bounds.width, (height - 2 * MARGIN) / bounds.height);
      return Math.min(1.1, Math.max(LEAST, fits));
    },
    [size],
  );
  const fitAll = useCallback(
    (bounds: Rect) =>
      centre(scaleOf(bounds), { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 }),
    [centre, scaleOf],
  );
  const open = useCallback(
    (bounds: Rect, middle: { readonly x: number; readonly y: number }, legible: boolean) => {
      if (!legible || scaleOf(bounds) >= READABLE) fitAll(bounds);
      else {
        // As much of the map as there is, rather than empty ground beside it.
        const { width, height } = size();
        const inside = (at: number, from: number, long: number, seen: number): number =>
          long <= seen ? from + long / 2 : Math.min(from + long - seen / 2, Math.max(from + seen / 2, at));
        const room = 2 * MARGIN;
        centre(READABLE, {
          x: inside(middle.x, bounds.x, bounds.width, (width - room) / READABLE),
          y: inside(middle.y, bounds.y, bounds.height, (height - room) / READABLE),
        });
      }
    },
    [centre, fitAll, scaleOf, size],
  );
  const goTo = useCallback(
    (spot: { readonly x: number; readonly y: number }, keep = false) =>
      centre(keep ? view.current.k : Math.max(view.current.k, READABLE), spot),
    [centre],
  );
  const reveal = useCallback(
    (rect: Rect) => {
      const { width, height } = size();
      const { k, x, y } = view.current;
      const shift = (at: number, long: number, seen: number): number => {
        if (at < 40) return 40 - at;
        return at + long > seen - 24 ? seen - 24 - at - long : 0;
      };
      const dx = shift(rect.x * k + x, rect.width * k, width);
      const dy = shift(rect.y * k + y, rect.height * k, height);
      if (dx !== 0 || dy !== 0) set({ k, x: x + dx, y: y + dy });
    },
    [set, size],
  );
  return {
    view,
    percent,
    zoomBy,
    zoomIn: useCallback(() => zoomBy(STEP), [zoomBy]),
    zoomOut: useCallback(() => zoomBy(1 / STEP), [zoomBy]),
    fitAll,
    open,
    goTo,
    reveal,
  };
}
