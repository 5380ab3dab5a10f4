import { useMemo } from 'react';
import { litAround } from '#shared/map/lit.ts';
import type { Emphasis } from '#shared/map/paint/emphasis.ts';
import type { Scene } from '#shared/map/scene/model.ts';
import type { Path } from '#shared/map/visible.ts';

/** What stands out: a path, or else what is chosen with whom it is linked. Words stand on the links of both. */
export function useEmphasis(
  scene: Scene | null,
  selection: ReadonlySet<string>,
  active: string | undefined,
  path: Path | null,
  names: boolean,
): Emphasis {
  return useMemo(() => {
    const looked = new Set([...selection, ...(active === undefined ? [] : [active])]);
    const lit =
      path !== null
        ? { cards: new Set(path.cards), links: new Set(path.links) }
        : selection.size > 0 && scene !== null
          ? litAround(scene, selection)
          : undefined;
    const labelled = (scene?.links ?? []).filter(
      ({ id, from, to }) => names || lit?.links.has(id) || looked.has(from) || looked.has(to),
    );
    return {
      selected: selection,
      labelled: new Set(labelled.map(({ id }) => id)),
      ...(lit === undefined ? {} : { lit }),
      ...(active === undefined ? {} : { focus: active }),
    };
  }, [selection, active, path, names, scene]);
}
