import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import type { PlacedBox } from '#shared/ownership/chart-layout.ts';
import { useCommand, useQueryCall } from '../../../api/index.ts';
import { useCase } from '../../caseFrame/CaseContext.ts';

type Spot = { readonly x: number; readonly y: number };

/** What a card needs to be moved by pointer and keyboard. */
export type Mover = {
  readonly onPointerDown?: (event: PointerEvent<Element>) => void;
  readonly onPointerMove?: (event: PointerEvent<Element>) => void;
  readonly onPointerUp?: (event: PointerEvent<Element>) => void;
  readonly onPointerCancel?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent<Element>) => void;
  readonly onKeyUp?: (event: KeyboardEvent<Element>) => void;
  readonly onBlur?: () => void;
  readonly onClick?: (event: MouseEvent<Element>) => void;
};

/** Pixels that a pointer goes before it drags, so that a click stays a click. */
const SLACK = 4;
const STEP = 16;
const ARROWS: Readonly<Record<string, Spot>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

/**
 * Places of cards that people chose around one company. While a card is moved its place is the face's own; letting go
 * writes it as one change, which undo takes back.
 */
export function usePins(target: RecordId) {
  const { logId, at, readOnly } = useCase();
  const { data } = useQueryCall(
    'layout.get',
    { logId, view: 'ownership', frame: target, at },
    { keep: true },
  );
  const place = useCommand('layout.place');
  const releaseCall = useCommand('layout.release');
  const [moving, setMoving] = useState<{ readonly node: RecordId; readonly spot: Spot } | null>(null);
  const drag = useRef<{ readonly from: Spot; readonly start: Spot; moved: boolean } | null>(null);
  // What was let go of is shown until the stored places have it.
  useEffect(() => {
    if (data !== undefined && drag.current === null) setMoving(null);
  }, [data]);
  const places = useMemo(() => {
    const all = new Map<string, Spot>((data ?? []).map(({ node, x, y }) => [node, { x, y }]));
    if (moving) all.set(moving.node, moving.spot);
    return all;
  }, [data, moving]);

  const save = async (node: RecordId, spot: Spot): Promise<void> => {
    const stored = await place.run({
      logId,
      view: 'ownership',
      frame: target,
      places: [{ node, x: Math.round(spot.x), y: Math.round(spot.y) }],
    });
    if (stored === undefined) setMoving(null);
  };
  const release = (nodes?: readonly RecordId[]) =>
    releaseCall.run({
      logId,
      view: 'ownership',
      frame: target,
      ...(nodes === undefined ? {} : { nodes: [...nodes] }),
    });

  const mover = (node: RecordId, boxes: readonly PlacedBox[], zoom: number): Mover => {
    // The company itself is where all places count from.
    if (readOnly || node === target) return {};
    const now = (): Spot => {
      const [own, origin] = [node, target].map((id) => boxes.find((box) => box.id === id));
      return { x: (own?.x ?? 0) - (origin?.x ?? 0), y: (own?.y ?? 0) - (origin?.y ?? 0) };
    };
    const mine = moving?.node === node ? moving.spot : undefined;
    const settle = (): void => {
      if (mine !== undefined && drag.current === null) void save(node, mine);
    };
    return {
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        drag.current = { from: { x: event.clientX, y: event.clientY }, start: now(), moved: false };
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove: (event) => {
        const held = drag.current;
        if (held === null) return;
        const [dx, dy] = [event.clientX - held.from.x, event.clientY - held.from.y];
        if (!held.moved && Math.hypot(dx, dy) < SLACK) return;
        held.moved = true;
        setMoving({ node, spot: { x: held.start.x + dx / zoom, y: held.start.y + dy / zoom } });
      },
      onPointerUp: () => {
        const held = drag.current;
        if (held?.moved && mine !== undefined) void save(node, mine);
        // The click that follows asks whether this was a drag.
        setTimeout(() => {
          drag.current = null;
        });
      },
      onPointerCancel: () => {
        drag.current = null;
        setMoving(null);
      },
      onClick: (event) => {
        if (drag.current?.moved) event.preventDefault();
      },
      onKeyDown: (event) => {
        if (!event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
        const step = ARROWS[event.key];
        if (step !== undefined) {
          const from = mine ?? now();
          setMoving({ node, spot: { x: from.x + step.x, y: from.y + step.y } });
        } else if (event.key === 'Home') {
          setMoving(null);
          void release([node]);
        } else return;
        event.preventDefault();
        event.stopPropagation();
      },
      onKeyUp: (event) => {
        if (event.key === 'Shift') settle();
      },
      onBlur: settle,
    };
  };
  return { places, readOnly, release, mover };
}
