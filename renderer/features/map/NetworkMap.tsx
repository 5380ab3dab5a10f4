import { Button, Loader, Text, useComputedColorScheme } from '@mantine/core';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CaseGraph } from '#shared/graph/model.ts';
import type { Arrangement, Grouping, LayoutKind } from '#shared/map/arrange.ts';
import { mapModel } from '#shared/map/from-graph.ts';
import type { Spot } from '#shared/map/layout/model.ts';
import { litAround } from '#shared/map/lit.ts';
import type { Overlay as Says } from '#shared/map/model.ts';
import type { Emphasis } from '#shared/map/paint/emphasis.ts';
import { sizeText } from '#shared/map/said.ts';
import { sceneOf } from '#shared/map/scene/build.ts';
import { CARD } from '#shared/map/scene/measures.ts';
import type { Scene } from '#shared/map/scene/model.ts';
import { DARK, LIGHT } from '#shared/map/scene/palette.ts';
import { around, filtered, foldable, folded, type MapFilter, pathBetween } from '#shared/map/visible.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Picture } from '#shared/model/records/layout.ts';
import { useLang, useT } from '../../app/language.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { useNotice } from '../dossier/useNotice.ts';
import { chainOnly, FilterMenu } from './FilterMenu.tsx';
import { MapLegend } from './MapLegend.tsx';
import { MapStage } from './MapStage.tsx';
import { MapTools } from './MapTools.tsx';
import { MiniMap } from './MiniMap.tsx';
import style from './map.module.css';
import { SelectionBar } from './SelectionBar.tsx';
import { useArranged } from './useArranged.ts';
import type { Mode } from './useGestures.ts';
import { useKeys } from './useKeys.ts';
import { usePlaces } from './usePlaces.ts';
import { useStage } from './useStage.ts';
import { useAlone } from './whole.ts';

export type NetworkMapProps = {
  readonly graph: CaseGraph;
  /** Whom the map is about; places that are chosen by hand belong to the first. */
  readonly targets: readonly RecordId[];
  /** What an analysis says of the cards. */
  readonly overlay?: Says;
  readonly selection: ReadonlySet<RecordId>;
  readonly onSelect: (selection: ReadonlySet<RecordId>) => void;
  readonly onOpenCard: (record: RecordId) => void;
  readonly onOpenLink: (relation: RecordId) => void;
  /** Actions on what is chosen. */
  readonly actions?: ReactNode;
};

/** Places that were chosen by hand belong to one arrangement. */
const PICTURE = { tiers: 'network', rings: 'rings', force: 'ecosystem' } as const satisfies Record<
  LayoutKind,
  Picture
>;

type Path = NonNullable<ReturnType<typeof pathBetween>>;

/** The network as a map that can be panned, searched, filtered, folded and arranged, by pointer and by keyboard. */
export function NetworkMap(props: NetworkMapProps) {
  const { graph, targets, overlay } = props;
  const selection = props.selection as ReadonlySet<string>;
  const t = useT();
  const lang = useLang();
  const notice = useNotice();
  const { readOnly } = useCase();
  const palette = useComputedColorScheme('light') === 'dark' ? DARK : LIGHT;
  const [target] = targets;
  const root = useRef<HTMLDivElement>(null);
  const [kind, setKind] = useState<LayoutKind>('tiers');
  const places = usePlaces(PICTURE[kind], target);
  const movable = !readOnly;

  const model = useMemo(() => mapModel(graph, { t, lang }), [graph, t, lang]);
  const [filter, setFilter] = useState<MapFilter>(() => chainOnly(model));
  const [grouping, setGrouping] = useState<Grouping>('none');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [centre, setCentre] = useState<{ readonly card: string; readonly steps: number } | null>(null);
  const [path, setPath] = useState<Path | null>(null);
  const [names, setNames] = useState(false);
  const [mode, setMode] = useState<Mode>('drag');
  const [whole, setWhole] = useState(false);
  const [active, setActive] = useState<string | undefined>(undefined);
  const [fresh, setFresh] = useState(0);
  useAlone(root.current, whole);

  const open = useMemo(() => {
    const left = filtered(model, filter, targets);
    return centre === null ? left : around(left, centre.card, centre.steps);
  }, [model, filter, targets, centre]);
  const about = centre?.card ?? target;
  const { model: shown, hidden } = useMemo(() => folded(open, about, closed), [open, about, closed]);

  // What stays where it stood when cards come or go; forgotten when another arrangement is asked for.
  const key = JSON.stringify([kind, grouping, filter, centre, fresh, target]);
  const stood = useRef<{ key: string; spots: ReadonlyMap<string, Spot>; most: number } | null>(null);
  const { pinned } = places;
  const how = useMemo((): Arrangement => {
    const before = stood.current?.key === key ? stood.current : null;
    return {
      layout: kind,
      targets: centre === null ? targets : [centre.card],
      size: CARD,
      direction: 'right',
      grouping,
      aspect: 1.7,
      pinned: centre === null ? pinned : new Map(),
      before: before?.spots ?? new Map(),
      ...(before === null ? {} : { most: before.most }),
    };
  }, [key, kind, targets, grouping, pinned, centre]);
  const { laid, busy } = useArranged(shown, how);
  useEffect(() => {
    if (laid === null || laid.model !== shown) return;
    const { cards } = laid.arranged.layout;
    stood.current = {
      key,
      spots: new Map(cards.map(({ id, x, y }) => [id, { x, y }])),
      most: laid.arranged.most,
    };
  }, [laid, shown, key]);

  const behind = useMemo(() => {
    const all = new Map([...foldable(shown, about)].map((id) => [id, 0]));
    for (const [id, count] of hidden) all.set(id, count);
    return all;
  }, [shown, about, hidden]);
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

  const emphasis = useMemo((): Emphasis => {
    const looked = new Set([...selection, ...(active === undefined ? [] : [active])]);
    const lit =
      path !== null
        ? { cards: new Set(path.cards), links: new Set(path.links) }
        : selection.size > 0 && scene !== null
          ? litAround(scene, selection)
          : undefined;
    const labelled = new Set(
      (scene?.links ?? [])
        .filter(({ id, from, to }) => names || lit?.links.has(id) || looked.has(from) || looked.has(to))
        .map(({ id }) => id),
    );
    return {
      selected: selection,
      labelled,
      ...(lit === undefined ? {} : { lit }),
      ...(active === undefined ? {} : { focus: active }),
    };
  }, [selection, active, path, names, scene]);

  const stage = useStage(scene, palette, emphasis, whole);
  const spotOf = useCallback(
    (id: string | undefined) => scene?.cards.find((card) => card.id === id),
    [scene],
  );
  const middle = useCallback((): Spot => {
    const card = spotOf(about);
    return card === undefined ? { x: 0, y: 0 } : { x: card.x + card.width / 2, y: card.y + card.height / 2 };
  }, [spotOf, about]);

  // Opens once for every arrangement, when it and the frame are there.
  const opened = useRef('');
  const { open: openView, size } = stage;
  useEffect(() => {
    if (scene === null || size.width === 0 || opened.current === key || laid?.model !== shown) return;
    opened.current = key;
    openView(scene.bounds, middle());
  }, [scene, size.width, key, openView, middle, laid, shown]);

  const select = useCallback(
    (cards: readonly string[]) => props.onSelect(new Set(cards as RecordId[])),
    [props.onSelect],
  );
  const toggle = (card: string): void => {
    const next = new Set(selection);
    if (!next.delete(card)) next.add(card);
    select([...next]);
  };
  const goTo = (card: string): void => {
    setActive(card);
    const place = spotOf(card);
    if (place !== undefined) stage.goTo({ x: place.x + place.width / 2, y: place.y + place.height / 2 });
  };
  const fold = (card: string): void => {
    if (!behind.has(card)) return;
    const next = new Set(closed);
    if (!next.delete(card)) next.add(card);
    setClosed(next);
  };
  const move = (cards: ReadonlySet<string>, dx: number, dy: number): void => {
    if (scene === null || (dx === 0 && dy === 0)) return;
    const spots = new Map<string, Spot>();
    for (const card of scene.cards)
      if (cards.has(card.id))
        spots.set(card.id, { x: card.x + card.width / 2 + dx, y: card.y + card.height / 2 + dy });
    places.place(spots);
  };
  const pin = (cards: ReadonlySet<string>): void => {
    if ([...cards].every((id) => pinned.has(id))) places.release([...cards]);
    else pinHere([...cards].filter((id) => !pinned.has(id)));
  };
  const pinHere = (cards: readonly string[]): void => {
    const wanted = new Set(cards);
    const spots = new Map<string, Spot>();
    for (const card of scene?.cards ?? [])
      if (wanted.has(card.id))
        spots.set(card.id, { x: card.x + card.width / 2, y: card.y + card.height / 2 });
    places.place(spots);
  };
  const zoom = (what: 'in' | 'out' | 'all' | 'middle'): void => {
    if (what === 'in') stage.zoomIn();
    else if (what === 'out') stage.zoomOut();
    else if (what === 'middle') stage.goTo(middle());
    else if (scene !== null) stage.fitAll(scene.bounds);
  };
  const showPath = (): void => {
    const [from, to] = [...selection];
    if (from === undefined || to === undefined) return;
    const found = pathBetween(shown, from, to) ?? pathBetween(shown, to, from);
    const nameOf = (id: string): string => model.cards.find((card) => card.id === id)?.label ?? '…';
    if (found === undefined) notice(t('map.path.none', { from: nameOf(from), to: nameOf(to) }), 'warn');
    setPath(found ?? null);
  };

  // Keyboard and screen reader follow the card that is active.
  const focusNext = useRef(false);
  useEffect(() => {
    if (!focusNext.current || active === undefined) return;
    focusNext.current = false;
    const button = [...(stage.layer.current?.querySelectorAll('button') ?? [])].find(
      ({ dataset }) => dataset.card === active,
    );
    button?.focus({ preventScroll: true });
    const card = spotOf(active);
    if (card !== undefined) stage.reveal(card);
  }, [active, stage, spotOf]);

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
    onMove: move,
    onPin: pin,
    onFold: fold,
    onZoom: zoom,
    onEscape: () => {
      if (path !== null) setPath(null);
      else if (selection.size > 0) select([]);
      else setWhole(false);
    },
  });
  const nameOf = (id: string | undefined): string => model.cards.find((card) => card.id === id)?.label ?? '';
  const [only] = selection;
  const here = [...selection].filter((id) => pinned.has(id)).length;
  const lost = model.cards.length - shown.cards.length;

  return (
    <div ref={root} className={style.map} data-whole={whole || undefined}>
      <MapTools
        cards={shown.cards}
        kind={kind}
        grouping={grouping}
        mode={mode}
        percent={stage.percent}
        whole={whole}
        onFind={goTo}
        onKind={setKind}
        onGrouping={setGrouping}
        onMode={setMode}
        onZoom={zoom}
        onWhole={() => setWhole(!whole)}
      >
        <FilterMenu model={model} filter={filter} onFilter={setFilter} />
        <Button
          size="xs"
          variant={names ? 'light' : 'default'}
          aria-pressed={names}
          onClick={() => setNames(!names)}
        >
          {t('map.tool.names')}
        </Button>
        {busy && <Loader size="xs" role="status" aria-label={t('map.arranging')} />}
      </MapTools>
      {centre !== null && (
        <div className={`${style.bar} ${style.note}`}>
          <Text size="sm">{t('map.around.title', { name: nameOf(centre.card) })}</Text>
          <Button
            size="compact-sm"
            variant="default"
            disabled={centre.steps <= 1}
            onClick={() => setCentre({ ...centre, steps: centre.steps - 1 })}
          >
            {t('map.around.less')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => setCentre({ ...centre, steps: centre.steps + 1 })}
          >
            {t('map.around.more')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => setCentre(null)}>
            {t('map.around.all')}
          </Button>
        </div>
      )}
      {path !== null && (
        <div className={`${style.bar} ${style.note}`} role="status">
          <Text size="sm">
            {t('map.path.title', { from: nameOf(path.cards[0]), to: nameOf(path.cards.at(-1)) })}:{' '}
            {t(path.directed ? 'map.path.directed' : 'map.path.either', { count: path.links.length })}.{' '}
            {path.cards.map(nameOf).join(' → ')}
          </Text>
          <Button size="compact-sm" variant="subtle" onClick={() => setPath(null)}>
            {t('map.path.clear')}
          </Button>
        </div>
      )}
      {selection.size > 0 && (
        <SelectionBar
          count={selection.size}
          movable={movable}
          pinned={here}
          fold={only !== undefined && behind.has(only) ? (closed.has(only) ? 'closed' : 'open') : undefined}
          onOpen={() => only !== undefined && props.onOpenCard(only as RecordId)}
          onPath={showPath}
          onAround={() => only !== undefined && setCentre({ card: only, steps: 1 })}
          onFold={() => only !== undefined && fold(only)}
          onPin={() => pinHere([...selection].filter((id) => !pinned.has(id)))}
          onRelease={() => places.release([...selection])}
          onClear={() => select([])}
        >
          {props.actions}
        </SelectionBar>
      )}
      <MapStage
        stage={stage}
        scene={scene}
        label={t('map.labelOf', { name: nameOf(target) })}
        mode={mode}
        movable={movable}
        busy={busy}
        active={active}
        selection={selection}
        onActive={setActive}
        onKey={onKey}
        onPick={(hit, adding) => {
          if (hit?.kind === 'link') return props.onOpenLink(hit.id as RecordId);
          setPath(null);
          if (hit === undefined) return adding ? undefined : select([]);
          setActive(hit.id);
          if (adding) toggle(hit.id);
          else select([hit.id]);
        }}
        onOpen={(hit) =>
          hit.kind === 'card' ? props.onOpenCard(hit.id as RecordId) : props.onOpenLink(hit.id as RecordId)
        }
        onMove={move}
        onCatch={(cards, adding) => select(adding ? [...new Set([...selection, ...cards])] : cards)}
      >
        {scene !== null && scene.cards.length === 0 && (
          <div className={style.empty}>
            <Text>{t('map.nothing')}</Text>
          </div>
        )}
        {scene !== null && <MiniMap stage={stage} scene={scene} palette={palette} />}
      </MapStage>
      <div className={style.bar}>
        <Text size="sm" c="dimmed">
          {scene === null ? '' : sizeText(scene, t)}
          {lost > 0 ? `. ${t('map.hidden', { count: lost })}` : ''}
        </Text>
        {closed.size > 0 && (
          <Button size="compact-sm" variant="subtle" onClick={() => setClosed(new Set())}>
            {t('map.unfoldAll')}
          </Button>
        )}
        {movable && pinned.size > 0 && (
          <Button size="compact-sm" variant="subtle" onClick={() => places.release()}>
            {t('map.tool.releaseAll')}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" onClick={() => setFresh(fresh + 1)}>
          {t('map.tool.rearrange')}
        </Button>
      </div>
      {scene !== null && <MapLegend scene={scene} palette={palette} />}
    </div>
  );
}
