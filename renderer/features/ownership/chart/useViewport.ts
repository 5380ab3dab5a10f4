import {
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';

const STEP = 1.2;
const LEAST = 0.2;
const MOST = 2.5;
/** Smaller than this is hard to read: then the picture opens wider than its frame. */
const READABLE = 0.78;

const clamp = (zoom: number): number => Math.min(MOST, Math.max(LEAST, zoom));

/**
 * A frame to look at a picture through: zoom by button, key or Ctrl with the wheel, move by dragging, scrolling or
 * arrow keys (the frame scrolls, so that what gets the focus comes into sight by itself). `room` is the height that a
 * picture takes when it is made to fit, `middle` what should stand in the middle at first, from the left.
 */
export function useViewport(
  size: { readonly width: number; readonly height: number },
  room: number,
  middle: number,
) {
  const frame = useRef<HTMLDivElement>(null);
  const [inner, setInner] = useState(0);
  const [chosen, setChosen] = useState<number | null>(null);
  const whole = inner === 0 ? 1 : Math.min(1, inner / size.width, room / size.height);
  const wide = inner === 0 ? 1 : Math.min(1, inner / size.width);
  const zoom = chosen ?? Math.max(READABLE, wide);
  /** The point of the picture that should stay where it is, as parts of its size, and where that is in the frame. */
  const keep = useRef<{ x: number; y: number; left: number; top: number } | null>(null);

  const zoomTo = useCallback(
    (next: number, at?: { readonly left: number; readonly top: number }) => {
      const box = frame.current;
      if (box) {
        const { left, top } = at ?? { left: box.clientWidth / 2, top: box.clientHeight / 2 };
        keep.current = {
          x: (box.scrollLeft + left) / (size.width * zoom),
          y: (box.scrollTop + top) / (size.height * zoom),
          left,
          top,
        };
      }
      setChosen(clamp(next));
    },
    [size.width, size.height, zoom],
  );

  useLayoutEffect(() => {
    const box = frame.current;
    const point = keep.current;
    if (!box || !point) return;
    box.scrollLeft = point.x * size.width * zoom - point.left;
    box.scrollTop = point.y * size.height * zoom - point.top;
    keep.current = null;
  }, [zoom, size.width, size.height]);

  useEffect(() => {
    const box = frame.current;
    if (!box) return;
    const observer = new ResizeObserver(() => setInner(box.clientWidth));
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  const opened = useRef(false);
  useLayoutEffect(() => {
    const box = frame.current;
    if (!box || inner === 0 || opened.current) return;
    opened.current = true;
    box.scrollLeft = middle * zoom - inner / 2;
  }, [inner, middle, zoom]);

  // React listens passively to the wheel, so that its handler could not keep the page from zooming.
  useEffect(() => {
    const box = frame.current;
    if (!box) return;
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { left, top } = box.getBoundingClientRect();
      const at = { left: event.clientX - left, top: event.clientY - top };
      zoomTo(zoom * (event.deltaY < 0 ? STEP : 1 / STEP), at);
    };
    box.addEventListener('wheel', wheel, { passive: false });
    return () => box.removeEventListener('wheel', wheel);
  }, [zoom, zoomTo]);

  const drag = useRef<{ x: number; y: number; left: number; top: number } | null>(null);
  const onPointerDown = (event: PointerEvent) => {
    const box = frame.current;
    const onThing = event.target instanceof Element && event.target.closest('a, [role="button"], button');
    if (!box || event.button !== 0 || onThing) return;
    drag.current = { x: event.clientX, y: event.clientY, left: box.scrollLeft, top: box.scrollTop };
    box.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent) => {
    const box = frame.current;
    const start = drag.current;
    if (!box || !start) return;
    box.scrollLeft = start.left - (event.clientX - start.x);
    box.scrollTop = start.top - (event.clientY - start.y);
  };
  const onPointerUp = () => {
    drag.current = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') zoomTo(zoom * STEP);
    else if (event.key === '-') zoomTo(zoom / STEP);
    else if (event.key === '0') setChosen(whole);
    else return;
    event.preventDefault();
  };
  return {
    frame,
    zoom,
    zoomIn: () => zoomTo(zoom * STEP),
    zoomOut: () => zoomTo(zoom / STEP),
    fit: () => setChosen(whole),
    canZoomIn: zoom < MOST,
    canZoomOut: zoom > LEAST,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp, onKeyDown },
  };
}
