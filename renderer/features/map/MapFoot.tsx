import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { sizeText } from '#shared/map/said.ts';
import type { Scene } from '#shared/map/scene/model.ts';
import { useT } from '../../app/language.ts';
import { ConfirmDialog } from '../../ui/index.ts';
import style from './map.module.css';
import type { Places } from './usePlaces.ts';
import type { Shown } from './useShown.ts';

/** How much is on the map and how much is not, and what changes all of it. */
export function MapFoot(props: {
  readonly scene: Scene;
  readonly shown: Shown;
  readonly places: Places;
  readonly movable: boolean;
  readonly onPinAll: () => void;
  readonly onFresh: () => void;
}) {
  const { scene, shown, places, movable } = props;
  const t = useT();
  const [asking, setAsking] = useState(false);
  const missing = shown.model.cards.length - shown.shown.cards.length;
  return (
    <div className={style.bar}>
      <Text size="sm" c="dimmed">
        {sizeText(scene, t)}
        {missing > 0 ? `. ${t('map.hidden', { count: missing })}` : ''}
      </Text>
      {shown.closed.size > 0 && (
        <Button size="compact-sm" variant="subtle" onClick={shown.unfoldAll}>
          {t('map.unfoldAll')}
        </Button>
      )}
      <Button size="compact-sm" variant="subtle" onClick={props.onFresh}>
        {t('map.tool.rearrange')}
      </Button>
      {movable && !shown.large && (
        <Button size="compact-sm" variant="subtle" onClick={props.onPinAll}>
          {t('map.tool.pinAll')}
        </Button>
      )}
      {movable && places.pinned.size > 0 && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAsking(true)}>
          {t('map.tool.releaseAll')}
        </Button>
      )}
      <ConfirmDialog
        opened={asking}
        title={t('map.tool.releaseTitle')}
        confirm={t('map.tool.releaseAll')}
        onConfirm={() => {
          setAsking(false);
          places.release();
        }}
        onClose={() => setAsking(false)}
      >
        {t('map.tool.releaseText', { count: places.pinned.size })}
      </ConfirmDialog>
    </div>
  );
}
