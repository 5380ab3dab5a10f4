import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Emphasis } from '#shared/map/paint/emphasis.ts';
import { Picker } from '#shared/map/pick.ts';
import type { Scene } from '#shared/map/scene/model.ts';
import type { Palette } from '#shared/map/scene/palette.ts';
import { Overlay, type Passing } from './overlay.ts';
import { Painter } from './painter.ts';
import { type MapView, useMapView } from './useMapView.ts';
import type { View } from './view.ts';

export type Stage = MapView & {
  readonly frame: RefObject<HTMLElement | null>;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly above: RefObject<HTMLCanvasElement | null>;
  readonly layer: RefObject<HTMLOListElement | null>;
  readonly picker: Picker | null;
  /** Shows what passes over the map. */
  readonly pass: (passing: Passing) => void;
  /** Says what begins something else than panning; set by who handles that. */
  readonly taken: RefObject<(event: MouseEvent) => boolean>;
  /** Calls with every step of the view, until what it gives is called. */
  readonly onView: (listener: (view: View) => void) => () => void;
  readonly size: { readonly width: number; readonly height: number };
};

const nothing = (): boolean => false;

/** The canvas of a map with what belongs to it: painting, view, picking, and the layer of buttons that follows. */
export function useStage(scene: Scene | null, palette: Palette, emphasis: Emphasis, whole: boolean): Stage {
  const frame = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const above = useRef<HTMLCanvasElement>(null);
  const layer = useRef<HTMLOListElement>(null);
  const painter = useRef<Painter | null>(null);
  const overlay = useRef<Overlay | null>(null);
  const passing = useRef<Passing>({});
  const taken = useRef<(event: MouseEvent) => boolean>(nothing);
  const listeners = useRef(new Set<(view: View) => void>());
  const shown = useRef<{ scene: Scene; palette: Palette } | null>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });

  const pass = useCallback((next: Passing, view: View) => {
    passing.current = next;
    const { scene: over, palette: colours } = shown.current ?? {};
    if (over !== undefined && colours !== undefined) overlay.current?.paint(over, colours, view, next);
  }, []);
  const follow = useCallback(
    (view: View) => {
      painter.current?.look(view);
      if (layer.current !== null)
        layer.current.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.k})`;
      pass(passing.current, view);
      for (const listener of listeners.current) listener(view);
    },
    [pass],
  );
  const mapView = useMapView(frame, (event) => taken.current(event), follow, whole);
  const { view } = mapView;

  useEffect(() => {
    const [box, ground, top] = [frame.current, canvas.current, above.current];
    if (box === null || ground === null || top === null) return;
    const own = new Painter(ground);
    const over = new Overlay(top);
    painter.current = own;
    overlay.current = over;
    let last = '';
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = box;
      // Asked once more by the observer when it begins.
      const now = `${width} ${height} ${window.devicePixelRatio}`;
      if (now === last) return;
      last = now;
      own.resize(width, height, window.devicePixelRatio);
      over.resize(width, height, window.devicePixelRatio);
      setSize({ width, height });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    measure();
    return () => {
      observer.disconnect();
      own.end();
      painter.current = null;
      overlay.current = null;
    };
  }, []);

  useEffect(() => {
    if (scene === null) return;
    shown.current = { scene, palette };
    const show = (): void => painter.current?.show({ scene, palette, emphasis });
    show();
    pass(passing.current, view.current);
    // Words are measured and painted in the app's own face, once that is there.
    let gone = false;
    if (document.fonts.status !== 'loaded') void document.fonts.ready.then(() => gone || show());
    return () => {
      gone = true;
    };
  }, [scene, palette, emphasis, pass, view]);

  const picker = useMemo(() => (scene === null ? null : new Picker(scene)), [scene]);
  return {
    ...mapView,
    frame,
    canvas,
    above,
    layer,
    picker,
    pass: useCallback((next: Passing) => pass(next, view.current), [pass, view]),
    taken,
    onView: useCallback((listener: (at: View) => void) => {
      listeners.current.add(listener);
      return () => listeners.current.delete(listener);
    }, []),
    size,
  };
}
