import { useCallback } from 'react';
import type { Rect, Spot } from '#shared/map/layout/model.ts';
import type { Scene, SceneCard } from '#shared/map/scene/model.ts';
import { isGroup } from '#shared/map/summary.ts';
import { pathBetween } from '#shared/map/visible.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { useT } from '../../app/language.ts';
import { useNotice } from '../dossier/useNotice.ts';
import type { ShownPath } from './MapNotes.tsx';
import type { Places } from './usePlaces.ts';
import type { Shown } from './useShown.ts';
import type { Stage } from './useStage.ts';

export const middleOf = ({ x, y, width, height }: Rect): Spot => ({ x: x + width / 2, y: y + height / 2 });

/** What a person does with the cards of a map, whether by pointer, by key or by button. */
export function useMapActions(about: {
  readonly shown: Shown;
  readonly stage: Stage;
  readonly scene: Scene | null;
  readonly selection: ReadonlySet<string>;
  readonly places: Places;
  /** The card that the map is about. */
  readonly middle: () => Spot;
  readonly cardOf: (id: string) => SceneCard | undefined;
  readonly nameOf: (id: string) => string;
  readonly onSelect: (selection: ReadonlySet<RecordId>) => void;
  readonly onOpenCard: (record: RecordId) => void;
  readonly onPath: (path: ShownPath | null) => void;
}) {
  const { shown, stage, scene, selection, places, middle, cardOf, nameOf, onSelect, onPath } = about;
  const t = useT();
  const notice = useNotice();
  /** Groups of a summary are no records, so that they cannot be chosen. */
  const select = useCallback(
    (cards: readonly string[]) => onSelect(new Set(cards.filter((id) => !isGroup(id)) as RecordId[])),
    [onSelect],
  );
  return {
    select,
    toggle: (card: string): void => {
      const next = new Set(selection);
      if (!next.delete(card)) next.add(card);
      select([...next]);
    },
    open: (card: string): void =>
      isGroup(card) ? shown.openGroup(card) : about.onOpenCard(card as RecordId),
    /** Fixes cards where they stand, or so far from there. */
    placeAll: (cards: Iterable<string>, dx = 0, dy = 0): void => {
      const spots = new Map<string, Spot>();
      for (const id of cards) {
        const card = cardOf(id);
        if (card === undefined) continue;
        const { x, y } = middleOf(card);
        spots.set(id, { x: x + dx, y: y + dy });
      }
      places.place(spots);
    },
    zoom: (what: 'in' | 'out' | 'all' | 'middle'): void => {
      if (what === 'in') stage.zoomIn();
      else if (what === 'out') stage.zoomOut();
      else if (what === 'middle') stage.goTo(middle());
      else if (scene !== null) stage.fitAll(scene.bounds);
    },
    /** Between the two that are chosen: along the arrows where there is such a way, else whichever way links run. */
    showPath: (): void => {
      const [from, to] = [...selection];
      if (from === undefined || to === undefined) return;
      const found = pathBetween(shown.shown, from, to);
      const back = found?.directed ? found : pathBetween(shown.shown, to, from);
      const best = back?.directed ? back : found;
      if (best === undefined) notice(t('map.path.none', { from: nameOf(from), to: nameOf(to) }), 'warn');
      onPath(best ?? null);
    },
  };
}
