import { Button, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Day } from '#shared/model/dates.ts';
import { useT } from '../../app/language.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { FilterMenu } from './FilterMenu.tsx';
import { MapTools } from './MapTools.tsx';
import { middleOf } from './useMapActions.ts';
import type { NetworkState } from './useNetworkMap.ts';

/** The row of tools above the map: find, arrange, filter, names and export, and that it is being arranged. */
export function MapHead(props: {
  readonly map: NetworkState;
  readonly day: Day;
  /** The day that the map is compared with. */
  readonly against: Day | undefined;
  readonly children: ReactNode;
}) {
  const { map, day } = props;
  const { kind, grouping, mode, whole, names, shown, stage, emphasis, name } = map;
  const { laid, scene, busy } = map.drawn;
  const t = useT();
  return (
    <MapTools
      cards={(laid?.model ?? shown.shown).cards}
      kind={kind}
      grouping={grouping}
      mode={mode}
      percent={stage.percent}
      whole={whole}
      onFind={(card) => {
        map.setActive(card);
        const found = map.cardOf(card);
        if (found !== undefined) stage.goTo(middleOf(found));
      }}
      onKind={map.setKind}
      onGrouping={map.setGrouping}
      onMode={map.setMode}
      onZoom={map.zoom}
      onWhole={() => map.setWhole(!whole)}
    >
      <FilterMenu model={shown.model} filter={shown.filter} onFilter={shown.setFilter} />
      <Button
        size="xs"
        variant={names ? 'light' : 'default'}
        aria-pressed={names}
        onClick={() => map.setNames(!names)}
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
          against={props.against}
        />
      )}
      {props.children}
      {busy && <Loader size="xs" role="status" aria-label={t('map.arranging')} />}
    </MapTools>
  );
}
