import { MapDrawing } from './MapDrawing.tsx';
import { MapFoot } from './MapFoot.tsx';
import { MapHead } from './MapHead.tsx';
import { MapLegend } from './MapLegend.tsx';
import { MapNotes } from './MapNotes.tsx';
import style from './map.module.css';
import { SelectionBar } from './SelectionBar.tsx';
import { TimeSlider } from './TimeSlider.tsx';
import { type NetworkMapProps, useNetworkMap } from './useNetworkMap.ts';

/** The network as a map that can be panned, searched, filtered, folded and arranged, by pointer and by keyboard. */
export function NetworkMap(props: NetworkMapProps) {
  const map = useNetworkMap(props);
  const { shown, places, movable, palette, selection, whole, path, dots, placeAll } = map;
  const { behind, closed } = shown;
  const { pinned } = places;
  const { scene } = map.drawn;
  const [only] = selection;
  const foldState =
    only !== undefined && behind.has(only) ? (closed.has(only) ? 'closed' : 'open') : undefined;
  return (
    <div ref={map.setRoot} className={style.map} data-whole={whole || undefined}>
      <MapHead
        map={map}
        day={props.day}
        against={props.earlier === undefined ? undefined : props.time?.against}
      >
        {props.tools}
      </MapHead>
      {props.time !== undefined && <TimeSlider time={props.time} now={props.now} />}
      <MapNotes shown={shown} path={path} dots={dots} onDots={map.setDots} onPath={map.setPath} />
      {selection.size > 0 && (
        <SelectionBar
          count={selection.size}
          movable={movable}
          pinned={[...selection].filter((id) => pinned.has(id)).length}
          fold={foldState}
          onOpen={() => only !== undefined && map.open(only)}
          onPath={map.showPath}
          onAround={() => only !== undefined && shown.setCentre({ card: only, steps: 1 })}
          onFold={() => only !== undefined && shown.fold(only)}
          onPin={() => placeAll([...selection].filter((id) => !pinned.has(id)))}
          onRelease={() => places.release([...selection])}
          onClear={() => map.select([])}
        >
          {props.actions}
        </SelectionBar>
      )}
      <MapDrawing map={map} targets={props.targets} onOpenLink={props.onOpenLink} />
      {scene !== null && (
        <>
          <MapFoot
            scene={scene}
            shown={shown}
            places={places}
            movable={movable}
            onPinAll={() => placeAll(scene.cards.map(({ id }) => id).filter((id) => !pinned.has(id)))}
            onFresh={map.arrangeAnew}
          />
          <MapLegend scene={scene} palette={palette} />
        </>
      )}
    </div>
  );
}
