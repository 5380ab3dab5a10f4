import { type RefObject, useEffect, useRef } from 'react';
import type { SceneCard } from '#shared/map/scene/model.ts';
import type { Stage } from './useStage.ts';

/** Lets the focus follow the card that keys lead to, once each time that what is given is set to true. */
export function useFocusFollows(
  { layer, reveal }: Stage,
  active: string | undefined,
  cardOf: (id: string) => SceneCard | undefined,
): RefObject<boolean> {
  const next = useRef(false);
  useEffect(() => {
    if (!next.current || active === undefined) return;
    next.current = false;
    const buttons = [...(layer.current?.querySelectorAll('button') ?? [])];
    buttons.find(({ dataset }) => dataset.card === active)?.focus({ preventScroll: true });
    const card = cardOf(active);
    if (card !== undefined) reveal(card);
  }, [active, layer, reveal, cardOf]);
  return next;
}
