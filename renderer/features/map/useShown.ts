import { useCallback, useMemo, useState } from 'react';
import type { CaseGraph } from '#shared/graph/model.ts';
import { compared } from '#shared/map/compare.ts';
import { mapModel } from '#shared/map/from-graph.ts';
import type { MapModel } from '#shared/map/model.ts';
import { MOST_CARDS } from '#shared/map/summary.ts';
import { around, filtered, foldable, folded, type MapFilter } from '#shared/map/visible.ts';
import { useLang, useT } from '../../app/language.ts';
import { chainOnly } from './FilterMenu.tsx';

export type Centre = { readonly card: string; readonly steps: number };

/** What of a network the map shows: filtered, round one card, folded, and summarised where it is very large. */
export type Shown = {
  /** All of it, with what changed when two states are compared. */
  readonly model: MapModel;
  readonly shown: MapModel;
  readonly filter: MapFilter;
  readonly setFilter: (filter: MapFilter) => void;
  readonly centre: Centre | null;
  readonly setCentre: (centre: Centre | null) => void;
  /** The card from which is reckoned what is behind others. */
  readonly about: string | undefined;
  readonly closed: ReadonlySet<string>;
  /** Cards that can be folded, with how many are folded away behind each. */
  readonly behind: ReadonlyMap<string, number>;
  readonly fold: (card: string) => void;
  readonly unfoldAll: () => void;
  readonly large: boolean;
  /** Groups of a summary that are opened; undefined when the map is not summarised. */
  readonly opened: readonly string[] | undefined;
  readonly openGroup: (group: string) => void;
  readonly closeGroups: () => void;
};

export function useShown(
  graph: CaseGraph,
  earlier: CaseGraph | undefined,
  targets: readonly string[],
): Shown {
  const t = useT();
  const lang = useLang();
  const model = useMemo(() => {
    const now = mapModel(graph, { t, lang });
    return earlier === undefined ? now : compared(mapModel(earlier, { t, lang }), now);
  }, [graph, earlier, t, lang]);
  const [filter, setFilter] = useState<MapFilter>(() => chainOnly(model));
  const [centre, setCentre] = useState<Centre | null>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [groups, setGroups] = useState<readonly string[]>([]);
  const open = useMemo(() => {
    const left = filtered(model, filter, targets);
    return centre === null ? left : around(left, centre.card, centre.steps);
  }, [model, filter, targets, centre]);
  const about = centre?.card ?? targets[0];
  const { model: shown, hidden } = useMemo(() => folded(open, about, closed), [open, about, closed]);
  const large = shown.cards.length > MOST_CARDS;
  const behind = useMemo(() => {
    if (large) return new Map<string, number>();
    const all = new Map([...foldable(shown, about)].map((id) => [id, 0]));
    for (const [id, count] of hidden) all.set(id, count);
    return all;
  }, [shown, about, hidden, large]);
  const fold = useCallback(
    (card: string) => {
      if (!behind.has(card)) return;
      setClosed((before) => {
        const next = new Set(before);
        if (!next.delete(card)) next.add(card);
        return next;
      });
    },
    [behind],
  );
  return {
    model,
    shown,
    filter,
    setFilter,
    centre,
    setCentre,
    about,
    closed,
    behind,
    fold,
    unfoldAll: useCallback(() => setClosed(new Set()), []),
    large,
    opened: large ? groups : undefined,
    openGroup: useCallback((group: string) => setGroups((before) => [...new Set([...before, group])]), []),
    closeGroups: useCallback(() => setGroups([]), []),
  };
}
