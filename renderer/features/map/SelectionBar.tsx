import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '../../app/language.ts';
import style from './map.module.css';

/** What can be done with the cards that are chosen; `children` are the host's own actions. */
export function SelectionBar(props: {
  readonly count: number;
  readonly movable: boolean;
  readonly pinned: number;
  /** Whether the one card that is chosen can be folded, and whether it is. */
  readonly fold: 'open' | 'closed' | undefined;
  readonly onOpen: () => void;
  readonly onPath: () => void;
  readonly onAround: () => void;
  readonly onFold: () => void;
  readonly onPin: () => void;
  readonly onRelease: () => void;
  readonly onClear: () => void;
  readonly children?: ReactNode;
}) {
  const t = useT();
  const { count } = props;
  return (
    <div className={`${style.bar} ${style.selection} wb-no-print`}>
      <Text size="sm" fw={600} role="status">
        {t('map.selection.count', { count })}
      </Text>
      {count === 1 && <Act label={t('map.selection.open')} onClick={props.onOpen} />}
      {count === 2 && <Act label={t('map.selection.path')} onClick={props.onPath} />}
      {count === 1 && <Act label={t('map.selection.around')} onClick={props.onAround} />}
      {count === 1 && props.fold !== undefined && (
        <Act
          label={t(props.fold === 'open' ? 'map.selection.fold' : 'map.selection.unfold')}
          onClick={props.onFold}
        />
      )}
      {props.movable && props.pinned < count && <Act label={t('map.selection.pin')} onClick={props.onPin} />}
      {props.movable && props.pinned > 0 && (
        <Act label={t('map.selection.release')} onClick={props.onRelease} />
      )}
      {props.children}
      <Button size="compact-sm" variant="subtle" onClick={props.onClear}>
        {t('map.selection.clear')}
      </Button>
    </div>
  );
}

const Act = ({ label, onClick }: { readonly label: string; readonly onClick: () => void }) => (
  <Button size="compact-sm" variant="default" onClick={onClick}>
    {label}
  </Button>
);
