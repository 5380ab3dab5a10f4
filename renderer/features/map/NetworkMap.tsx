import { Button, Loader, Text, useComputedColorScheme } from '@mantine/core';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { CaseGraph } from '#shared/graph/model.ts';
import type { Grouping, LayoutKind } from '#shared/map/arrange.ts';
import type { Spot } from '#shared/map/layout/model.ts';
import type { Overlay } from '#shared/map/model.ts';
import { DARK, LIGHT } from '#shared/map/scene/palette.ts';
import { isGroup } from '#shared/map/summary.ts';
import type { Day } from '#shared/model/dates.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Picture } from '#shared/model/records/layout.ts';
import { useT } from '../../app/language.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { DensityMap } from './DensityMap.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { FilterMenu } from './FilterMenu.tsx';
import { MapFoot } from './MapFoot.tsx';
import { MapLegend } from './MapLegend.tsx';
import { MapNotes, type ShownPath } from './MapNotes.tsx';
import { MapStage } from './MapStage.tsx';
import { MapTools } from './MapTools.tsx';
import { MiniMap } from './MiniMap.tsx';
import style from './map.module.css';
import { SelectionBar } from './SelectionBar.tsx';
import { type MapTime, TimeSlider } from './TimeSlider.tsx';
import { useLayoutThread } from './useArranged.ts';
import { useEmphasis } from './useEmphasis.ts';
import { useFocusFollows } from './useFocusFollows.ts';
import type { Mode } from './useGestures.ts';
import { useKeys } from './useKeys.ts';
import { middleOf, useMapActions } from './useMapActions.ts';
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

/** The network as a map that can be panned, searched, filtered, folded and arranged, by pointer and by keyboard. */
export function NetworkMap(props: NetworkMapProps) {
  const { targets, day, onSelect } = props;
  const selection = props.selection as ReadonlySet<string>;
  const t = useT();
  const { readOnly } = useCase();
  const palette = useComputedColorScheme('light') === 'dark' ? DARK : LIGHT;
  const [root, setRoot] = useState<HTMLDivElement | null>(null);
  const [kind, setKind] = useState<LayoutKind>('tiers');
  const [grouping, setGrouping] = useState<Grouping>('none');
  const [path, setPath] = useState<ShownPath | null>(null);
  const [names, setNames] = useState(false);
  const [dots, setDots] = useState(false);
  const [mode, setMode] = useState<Mode>('drag');
  const [whole, setWhole] = useState(false);
  const [active, setActive] = useState<string | undefined>(undefined);
  const [fresh, setFresh] = useState(0);
  useAlone(root, whole);

  const thread = useLayoutThread();
  const shown = useShown(props.graph, props.earlier, targets);
  const { about, behind, closed, centre } = shown;
  const places = usePlaces(PICTURE[kind], targets[0]);
  const { pinned } = places;
  const movable = !readOnly && centre === null && !shown.large;
  const drawn = useScene(thread, shown, { kind, grouping, targets, pinned, overlay: props.overlay, fresh });
  const { scene, laid, busy, key, current } = drawn;
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

  // Looks at the whole, once for every arrangement, when it and the frame are there.
  const opened = useRef('');
  const { open: openView, size } = stage;
  useEffect(() => {
    if (scene === null || size.width === 0 || opened.current === key || !current) return;
    opened.current = key;
    openView(scene.bounds, middle(), kind === 'tiers');
  }, [scene, size.width, key, openView, middle, current, kind]);

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
  const [only] = selection;
  const foldState =
    only !== undefined && behind.has(only) ? (closed.has(only) ? 'closed' : 'open') : undefined;
  const name = nameOf(targets[0]);

  return (
    <div ref={setRoot} className={style.map} data-whole={whole || undefined}>
      <MapTools
        cards={(laid?.model ?? shown.shown).cards}
        kind={kind}
        grouping={grouping}
        mode={mode}
        percent={stage.percent}
        whole={whole}
        onFind={(card) => {
          setActive(card);
          const found = cardOf(card);
          if (found !== undefined) stage.goTo(middleOf(found));
        }}
        onKind={setKind}
        onGrouping={setGrouping}
        onMode={setMode}
        onZoom={zoom}
        onWhole={() => setWhole(!whole)}
      >
        <FilterMenu model={shown.model} filter={shown.filter} onFilter={shown.setFilter} />
        <Button
          size="xs"
          variant={names ? 'light' : 'default'}
          aria-pressed={names}
          onClick={() => setNames(!names)}
        >
          {t('map.tool.names')}
        </Button>
        {laid !== null && scene !== null && (
          <ExportMenu
            laid={laid}
            scene={scene}
            emphasis={emphasis}
            filtered={shown.shown.cards.length < shown.model.cards.length}
            name={name}
            day={day}
            against={props.earlier === undefined ? undefined : props.time?.against}
          />
        )}
        {props.tools}
        {busy && <Loader size="xs" role="status" aria-label={t('map.arranging')} />}
      </MapTools>
      {props.time !== undefined && <TimeSlider time={props.time} now={props.now} />}
      <MapNotes shown={shown} path={path} dots={dots} onDots={setDots} onPath={setPath} />
      {selection.size > 0 && (
        <SelectionBar
          count={selection.size}
          movable={movable}
          pinned={[...selection].filter((id) => pinned.has(id)).length}
          fold={foldState}
          onOpen={() => only !== undefined && open(only)}
          onPath={showPath}
          onAround={() => only !== undefined && shown.setCentre({ card: only, steps: 1 })}
          onFold={() => only !== undefined && shown.fold(only)}
          onPin={() => placeAll([...selection].filter((id) => !pinned.has(id)))}
          onRelease={() => places.release([...selection])}
          onClear={() => select([])}
        >
          {props.actions}
        </SelectionBar>
      )}
      {dots && shown.large && thread !== null ? (
        <DensityMap
          thread={thread}
          model={shown.shown}
          targets={targets}
          palette={palette}
          label={t('map.labelOf', { name })}
          onDot={(card) => {
            setDots(false);
            shown.setCentre({ card, steps: 1 });
          }}
        />
      ) : (
        <MapStage
          stage={stage}
          scene={scene}
          label={t('map.labelOf', { name })}
          mode={mode}
          movable={movable}
          busy={busy}
          active={active}
          selection={selection}
          onActive={setActive}
          onKey={onKey}
          onPick={(hit, adding) => {
            if (hit?.kind === 'link')
              return isGroup(hit.id) ? undefined : props.onOpenLink(hit.id as RecordId);
            setPath(null);
            if (hit === undefined) return adding ? undefined : select([]);
            setActive(hit.id);
            if (adding) toggle(hit.id);
            else select([hit.id]);
          }}
          onOpen={(hit) => {
            if (hit.kind === 'card') open(hit.id);
          }}
          onMove={placeAll}
          onCatch={(cards, adding) => select(adding ? [...new Set([...selection, ...cards])] : cards)}
        >
          {scene !== null && scene.cards.length === 0 && (
            <div className={style.empty}>
              <Text>{t('map.nothing')}</Text>
            </div>
          )}
          {scene !== null && <MiniMap stage={stage} scene={scene} palette={palette} />}
        </MapStage>
      )}
      {scene !== null && (
        <>
          <MapFoot
            scene={scene}
            shown={shown}
            places={places}
            movable={movable}
            onPinAll={() => placeAll(scene.cards.map(({ id }) => id).filter((id) => !pinned.has(id)))}
            onFresh={() => setFresh(fresh + 1)}
          />
          <MapLegend scene={scene} palette={palette} />
        </>
      )}
    </div>
  );
}
