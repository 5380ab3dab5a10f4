import { type PointerEvent as ReactPointerEvent, type RefObject, useRef } from 'react';
import type { Spot } from '#shared/map/layout/model.ts';
import type { Hit, Picker } from '#shared/map/pick.ts';
import type { Passing } from './overlay.ts';
import type { View } from './view.ts';

export const MODES = ['drag', 'box', 'lasso'] as const;
/** What dragging on the map does: pan and move cards, or select with a rectangle or a loop. */
export type Mode = (typeof MODES)[number];

/** How far a pointer moves before it drags, and how near it must be to a link, in pixels. */
const SLACK = 4;
const REACH = 6;
const FINEST = 3;

type Doing =
  | { readonly kind: 'move'; readonly cards: ReadonlySet<string>; readonly from: Spot; readonly hit: string }
  | { readonly kind: 'box' | 'lasso'; readonly loop: readonly Spot[]; readonly adding: boolean };

export type GestureOptions = {
  readonly frame: RefObject<HTMLElement | null>;
  readonly view: RefObject<View>;
  readonly picker: Picker | null;
  readonly mode: Mode;
  readonly movable: boolean;
  readonly selection: ReadonlySet<string>;
  readonly onPass: (passing: Passing, at?: { readonly x: number; readonly y: number }) => void;
  readonly onPick: (hit: Hit | undefined, adding: boolean) => void;
  readonly onOpen: (hit: Hit) => void;
  readonly onMove: (cards: ReadonlySet<string>, dx: number, dy: number) => void;
  readonly onCatch: (cards: readonly string[], adding: boolean) => void;
};

/** What a pointer does on the map: point, pick, open, move cards, catch cards in a shape. Panning is d3's. */
export function useGestures(options: GestureOptions) {
  const { frame, view, picker, mode, movable, selection } = options;
  const doing = useRef<Doing | null>(null);
  const pressed = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const dragged = useRef(false);

  const onScreen = (event: { readonly clientX: number; readonly clientY: number }) => {
    const { left, top } = frame.current?.getBoundingClientRect() ?? { left: 0, top: 0 };
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const inScene = (event: { readonly clientX: number; readonly clientY: number }): Spot => {
    const { x, y } = onScreen(event);
    const at = view.current;
    return { x: (x - at.x) / at.k, y: (y - at.y) / at.k };
  };
  const hitAt = (event: { readonly clientX: number; readonly clientY: number }): Hit | undefined =>
    picker?.at(inScene(event), REACH / view.current.k);
  const catching = (event: { readonly shiftKey: boolean }): boolean => mode !== 'drag' || event.shiftKey;
  const onControl = (target: EventTarget | null): boolean =>
    target instanceof Element && target.closest('[data-map-control]') !== null;

  return {
    /** Whether an event begins something of ours, so that it does not pan. */
    taken: (event: MouseEvent): boolean =>
      onControl(event.target) || catching(event) || (movable && hitAt(event)?.kind === 'card'),
    handlers: {
      onPointerDown: (event: ReactPointerEvent) => {
        if (event.button !== 0 || onControl(event.target)) return;
        pressed.current = onScreen(event);
        dragged.current = false;
        if (catching(event)) {
          const kind = mode === 'lasso' ? 'lasso' : 'box';
          const adding = event.ctrlKey || event.metaKey;
          doing.current = { kind, loop: [inScene(event)], adding };
        } else {
          const hit = hitAt(event);
          if (!movable || hit?.kind !== 'card') return;
          const cards = selection.has(hit.id) ? selection : new Set([hit.id]);
          doing.current = { kind: 'move', cards, from: inScene(event), hit: hit.id };
        }
        frame.current?.setPointerCapture(event.pointerId);
      },
      onPointerMove: (event: ReactPointerEvent) => {
        const start = pressed.current;
        const now = onScreen(event);
        if (start !== null && Math.hypot(now.x - start.x, now.y - start.y) > SLACK) dragged.current = true;
        const what = doing.current;
        if (what === null) {
          if (start === null && !onControl(event.target)) options.onPass({ hover: hitAt(event) }, now);
          return;
        }
        if (!dragged.current) return;
        const at = inScene(event);
        if (what.kind === 'move') {
          options.onPass({ moved: { cards: what.cards, dx: at.x - what.from.x, dy: at.y - what.from.y } });
          return;
        }
        const [first] = what.loop as readonly [Spot, ...Spot[]];
        const last = what.loop.at(-1) as Spot;
        const loop =
          what.kind === 'box'
            ? [first, { x: at.x, y: first.y }, at, { x: first.x, y: at.y }]
            : Math.hypot(at.x - last.x, at.y - last.y) * view.current.k < FINEST
              ? what.loop
              : [...what.loop, at];
        doing.current = { ...what, loop };
        options.onPass({ loop });
      },
      onPointerUp: (event: ReactPointerEvent) => {
        const what = doing.current;
        const was = pressed.current;
        doing.current = null;
        pressed.current = null;
        if (was === null) return;
        options.onPass({});
        if (dragged.current && what?.kind === 'move') {
          const at = inScene(event);
          options.onMove(what.cards, at.x - what.from.x, at.y - what.from.y);
        } else if (dragged.current && what !== null && what.kind !== 'move') {
          options.onCatch(picker?.within(what.loop) ?? [], what.adding);
        } else if (!dragged.current) {
          options.onPick(hitAt(event), event.shiftKey || event.ctrlKey || event.metaKey);
        }
      },
      onPointerCancel: () => {
        doing.current = null;
        pressed.current = null;
        options.onPass({});
      },
      onPointerLeave: () => {
        if (doing.current === null) options.onPass({});
      },
      onDoubleClick: (event: React.MouseEvent) => {
        if (onControl(event.target)) return;
        const hit = hitAt(event);
        if (hit !== undefined) options.onOpen(hit);
      },
    },
  };
}
