import { useComputedColorScheme } from '@mantine/core';
import { type ReactNode, useCallback, useState } from 'react';
import type { CaseGraph } from '#shared/graph/model.ts';
import type { LayoutKind } from '#shared/map/arrange.ts';
import type { Spot } from '#shared/map/layout/model.ts';
import type { Overlay } from '#shared/map/model.ts';
import { DARK, LIGHT } from '#shared/map/scene/palette.ts';
import type { Day } from '#shared/model/dates.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Picture } from '#shared/model/records/layout.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import type { MapTime } from './TimeSlider.tsx';
import { useLayoutThread } from './useArranged.ts';
import { useEmphasis } from './useEmphasis.ts';
import { useFocusFollows } from './useFocusFollows.ts';
import { useKeys } from './useKeys.ts';
import { middleOf, useMapActions } from './useMapActions.ts';
import { useMapChoices } from './useMapChoices.ts';
import { useOpening } from './useOpening.ts';
import { usePlaces } from './usePlaces.ts';
import { useScene } from './useScene.ts';
import { useShown } from './useShown.ts';
import { useStage } from './useStage.ts';
import { useAlone } from './whole.ts';

export type NetworkMapProps = {
  readonly graph: CaseGraph;
  /** An earlier state to compare with: what came, went and changed is marked. */
  readonly earlier?: CaseGraph;
  /** Whom the map is about; places that are chosen by hand belong to the first. */
  readonly targets: readonly RecordId[];
  /** What an analysis says of the cards. */
  readonly overlay?: Overlay;
  /** The day that the graph holds on. */
  readonly day: Day;
  /** Other days that the map can be looked at on. */
  readonly time?: MapTime;
  /** The day of the case, where `day` may be another. */
  readonly now: Day;
  readonly selection: ReadonlySet<RecordId>;
  readonly onSelect: (selection: ReadonlySet<RecordId>) => void;
  readonly onOpenCard: (record: RecordId) => void;
  readonly onOpenLink: (relation: RecordId) => void;
  /** Further tools. */
  readonly tools?: ReactNode;
  /** Actions on what is chosen. */
  readonly actions?: ReactNode;
};

/** Places that were chosen by hand belong to one arrangement. */
const PICTURE = { tiers: 'network', rings: 'rings', force: 'ecosystem' } as const satisfies Record<
  LayoutKind,
  Picture
>;

/** How the network is looked at: what is chosen of the map's tools, what is drawn, and what a person can do with it. */
export function useNetworkMap(props: NetworkMapProps) {
  const { targets, onSelect } = props;
  const selection = props.selection as ReadonlySet<string>;
  const { readOnly } = useCase();
  const palette = useComputedColorScheme('light') === 'dark' ? DARK : LIGHT;
  const [root, setRoot] = useState<HTMLDivElement | null>(null);
  const choices = useMapChoices();
  const { kind, grouping, path, setPath, names, whole, setWhole, active, setActive } = choices;
  const [fresh, setFresh] = useState(0);
  useAlone(root, whole);

  const thread = useLayoutThread();
  const shown = useShown(props.graph, props.earlier, targets);
  const { about, centre } = shown;
  const places = usePlaces(PICTURE[kind], targets[0]);
  const { pinned } = places;
  const movable = !readOnly && centre === null && !shown.large;
  const drawn = useScene(thread, shown, { kind, grouping, targets, pinned, overlay: props.overlay, fresh });
  const { scene } = drawn;
  const emphasis = useEmphasis(scene, selection, active, path, names);
  const stage = useStage(scene, palette, emphasis, whole);

  const cardOf = useCallback(
    (id: string | undefined) => scene?.cards.find((card) => card.id === id),
    [scene],
  );
  const nameOf = (id: string | undefined): string =>
    shown.model.cards.find((card) => card.id === id)?.label ?? '';
  const middle = useCallback((): Spot => {
    const card = cardOf(about);
    return card === undefined ? { x: 0, y: 0 } : middleOf(card);
  }, [cardOf, about]);
  useOpening(drawn, stage, middle, kind === 'tiers');

  const { select, toggle, open, placeAll, zoom, showPath } = useMapActions({
    shown,
    stage,
    scene,
    selection,
    places,
    middle,
    cardOf,
    nameOf,
    onSelect,
    onOpenCard: props.onOpenCard,
    onPath: setPath,
  });
  const focusNext = useFocusFollows(stage, active, cardOf);

  const onKey = useKeys({
    scene,
    active,
    selection,
    movable,
    pass: stage.pass,
    onActive: (card) => {
      focusNext.current = true;
      setActive(card);
    },
    onToggle: toggle,
    onMove: placeAll,
    onPin: (cards) =>
      [...cards].every((id) => pinned.has(id)) ? places.release([...cards]) : placeAll(cards),
    onFold: shown.fold,
    onZoom: zoom,
    onEscape: () => {
      if (path !== null) setPath(null);
      else if (selection.size > 0) select([]);
      else setWhole(false);
    },
  });

  return {
    ...choices,
    selection,
    setRoot,
    select,
    toggle,
    open,
    placeAll,
    zoom,
    showPath,
    onKey,
    shown,
    places,
    movable,
    drawn,
    emphasis,
    stage,
    palette,
    thread,
    cardOf,
    /** Whom the map is about, by name. */
    name: nameOf(targets[0]),
    /** Arranges from scratch. */
    arrangeAnew: () => setFresh(fresh + 1),
  };
}
export type NetworkState = ReturnType<typeof useNetworkMap>;
