import { useEffect, useRef } from 'react';
import type { Spot } from '#shared/map/layout/model.ts';
import type { Drawn } from './useScene.ts';
import type { Stage } from './useStage.ts';

/** Looks at the whole, once for every arrangement, when it and the frame are there; a `legible` one round `middle`. */
export function useOpening(
  { scene, key, current }: Drawn,
  { open, size }: Stage,
  middle: () => Spot,
  legible: boolean,
): void {
  const opened = useRef('');
  useEffect(() => {
    if (scene === null || size.width === 0 || opened.current === key || !current) return;
    opened.current = key;
    open(scene.bounds, middle(), legible);
  }, [scene, size.width, key, open, middle, current, legible]);
}
