import { Text } from '@mantine/core';
import { isGroup } from '#shared/map/summary.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { useT } from '../../app/language.ts';
import { DensityMap } from './DensityMap.tsx';
import { MapStage } from './MapStage.tsx';
import { MiniMap } from './MiniMap.tsx';
import style from './map.module.css';
import type { NetworkState } from './useNetworkMap.ts';

/** The drawing: cards and links on a stage, or all of a large network as dots when that is asked for. */
export function MapDrawing(props: {
  readonly map: NetworkState;
  readonly targets: readonly RecordId[];
  readonly onOpenLink: (relation: RecordId) => void;
}) {
  const { map, targets } = props;
  const { shown, stage, thread, palette, movable, selection, select, setActive } = map;
  const { scene, busy } = map.drawn;
  const t = useT();
  const label = t('map.labelOf', { name: map.name });
  if (map.dots && shown.large && thread !== null)
    return (
      <DensityMap
        thread={thread}
        model={shown.shown}
        targets={targets}
        palette={palette}
        label={label}
        onDot={(card) => {
          map.setDots(false);
          shown.setCentre({ card, steps: 1 });
        }}
      />
    );
  return (
    <MapStage
      stage={stage}
      scene={scene}
      label={label}
      mode={map.mode}
      movable={movable}
      busy={busy}
      active={map.active}
      selection={selection}
      onActive={setActive}
      onKey={map.onKey}
      onPick={(hit, adding) => {
        if (hit?.kind === 'link') return isGroup(hit.id) ? undefined : props.onOpenLink(hit.id as RecordId);
        map.setPath(null);
        if (hit === undefined) return adding ? undefined : select([]);
        setActive(hit.id);
        if (adding) map.toggle(hit.id);
        else select([hit.id]);
      }}
      onOpen={(hit) => {
        if (hit.kind === 'card') map.open(hit.id);
      }}
      onMove={map.placeAll}
      onCatch={(cards, adding) => select(adding ? [...new Set([...selection, ...cards])] : cards)}
    >
      {scene !== null && scene.cards.length === 0 && (
        <div className={style.empty}>
          <Text>{t('map.nothing')}</Text>
        </div>
      )}
      {scene !== null && <MiniMap stage={stage} scene={scene} palette={palette} />}
    </MapStage>
  );
}
