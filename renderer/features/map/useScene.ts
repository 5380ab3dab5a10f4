import { useEffect, useMemo, useRef } from 'react';
import type { Arrangement, Grouping, LayoutKind } from '#shared/map/arrange.ts';
import type { Spot } from '#shared/map/layout/model.ts';
import type { Overlay } from '#shared/map/model.ts';
import { sceneOf } from '#shared/map/scene/build.ts';
import { CARD } from '#shared/map/scene/measures.ts';
import type { Scene } from '#shared/map/scene/model.ts';
import { useT } from '../../app/language.ts';
import type { LayoutThread } from './layoutThread.ts';
import { type Laid, useArranged } from './useArranged.ts';
import type { Shown } from './useShown.ts';

/** Width of a map on the screen for one of its height, roughly. */
const ASPECT = 1.7;

export type Wanted = {
  readonly kind: LayoutKind;
  readonly grouping: Grouping;
  readonly targets: readonly string[];
  readonly pinned: ReadonlyMap<string, Spot>;
  readonly overlay: Overlay | undefined;
  /** Counts how often an arrangement from scratch was asked for. */
  readonly fresh: number;
};

export type Drawn = {
  readonly scene: Scene | null;
  readonly laid: Laid | null;
  readonly busy: boolean;
  /** Another one for every arrangement from scratch; what stands stays as long as it is the same. */
  readonly key: string;
  /** Whether the scene is of what is asked for now. */
  readonly current: boolean;
};

/**
 * The scene of what is shown. Cards stay where they stood when others come or go, are folded or pinned; they are laid
 * out from scratch when another arrangement, filter or centre is chosen.
 */
export function useScene(thread: LayoutThread | null, shown: Shown, wanted: Wanted): Drawn {
  const t = useT();
  const { kind, grouping, targets, pinned, overlay, fresh } = wanted;
  const { centre, filter, behind, closed, opened } = shown;
  const key = JSON.stringify([kind, grouping, filter, centre, fresh, targets[0]]);
  const stood = useRef<{ key: string; spots: ReadonlyMap<string, Spot>; most: number } | null>(null);
  const how = useMemo((): Arrangement => {
    const before = stood.current?.key === key ? stood.current : null;
    return {
      layout: kind,
      targets: centre === null ? targets : [centre.card],
      size: CARD,
      direction: 'right',
      grouping,
      aspect: ASPECT,
      pinned: centre === null ? pinned : new Map(),
      before: before?.spots ?? new Map(),
      ...(before === null ? {} : { most: before.most }),
    };
  }, [key, kind, targets, grouping, pinned, centre]);
  const { laid, busy } = useArranged(thread, shown.shown, how, opened);
  const current = laid !== null && laid.asked === shown.shown && laid.how === how;
  useEffect(() => {
    if (laid === null || !current) return;
    stood.current = {
      key,
      spots: new Map(laid.arranged.layout.cards.map(({ id, x, y }) => [id, { x, y }])),
      most: laid.arranged.most,
    };
  }, [laid, current, key]);
  const scene = useMemo((): Scene | null => {
    if (laid === null) return null;
    const { layout, processes } = laid.arranged;
    return sceneOf({
      model: laid.model,
      layout,
      size: CARD,
      targets: laid.how.targets,
      behind,
      closed,
      t,
      ...(overlay === undefined ? {} : { overlay }),
      ...(processes === undefined ? {} : { processes }),
    });
  }, [laid, overlay, behind, closed, t]);
  return { scene, laid, busy, key, current };
}
