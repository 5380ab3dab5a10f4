import { ActionIcon, SegmentedControl, Select, Text, Tooltip } from '@mantine/core';
import {
  IconArrowsMaximize,
  IconArrowsMinimize,
  IconFocusCentered,
  IconHandMove,
  IconLasso,
  IconMarquee2,
  IconMaximize,
  IconSearch,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { GROUPINGS, type Grouping, LAYOUTS, type LayoutKind } from '#shared/map/arrange.ts';
import type { MapModel } from '#shared/map/model.ts';
import { useT } from '../../app/language.ts';
import style from './map.module.css';
import { MODES, type Mode } from './useGestures.ts';

const MODE_ICONS = { drag: IconHandMove, box: IconMarquee2, lasso: IconLasso } as const;

/** Search, arrangement, mode and zoom of a map; what else a host or a menu offers comes between. */
export function MapTools(props: {
  readonly cards: MapModel['cards'];
  readonly kind: LayoutKind;
  readonly grouping: Grouping;
  readonly mode: Mode;
  readonly percent: number;
  readonly whole: boolean;
  readonly onFind: (card: string) => void;
  readonly onKind: (kind: LayoutKind) => void;
  readonly onGrouping: (grouping: Grouping) => void;
  readonly onMode: (mode: Mode) => void;
  readonly onZoom: (what: 'in' | 'out' | 'all' | 'middle') => void;
  readonly onWhole: () => void;
  readonly children?: ReactNode;
}) {
  const t = useT();
  const { mode, onZoom } = props;
  return (
    <div className={`${style.bar} wb-no-print`}>
      <Select
        className={style.search}
        size="xs"
        aria-label={t('map.tool.search')}
        placeholder={t('map.tool.search')}
        leftSection={<IconSearch size={15} aria-hidden />}
        searchable
        value={null}
        limit={40}
        nothingFoundMessage={t('map.tool.searchNone')}
        data={props.cards.map(({ id, label }) => ({ value: id, label }))}
        onChange={(id) => id !== null && props.onFind(id)}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('map.layout.label')}
        value={props.kind}
        data={LAYOUTS.map((one) => ({ value: one, label: t(`map.layout.${one}`) }))}
        onChange={(value) => props.onKind(LAYOUTS.find((one) => one === value) ?? 'tiers')}
      />
      {props.kind === 'tiers' && (
        <Select
          className={style.pick}
          size="xs"
          aria-label={t('map.grouping.label')}
          data={GROUPINGS.map((one) => ({
            value: one,
            label: `${t('map.grouping.label')} ${t(`map.grouping.${one}`)}`,
          }))}
          value={props.grouping}
          allowDeselect={false}
          onChange={(value) => props.onGrouping(GROUPINGS.find((one) => one === value) ?? 'none')}
        />
      )}
      {props.children}
      <span className={style.spring} />
      <ActionIcon.Group role="group" aria-label={t('map.tool.group')}>
        {MODES.map((one) => {
          const Icon = MODE_ICONS[one];
          return (
            <Tool
              key={one}
              label={t(`map.tool.${one}`)}
              pressed={one === mode}
              onClick={() => props.onMode(one)}
            >
              <Icon size={17} aria-hidden />
            </Tool>
          );
        })}
      </ActionIcon.Group>
      <ActionIcon.Group>
        <Tool label={t('map.tool.zoomOut')} onClick={() => onZoom('out')}>
          <IconZoomOut size={17} aria-hidden />
        </Tool>
        <Tool label={t('map.tool.zoomIn')} onClick={() => onZoom('in')}>
          <IconZoomIn size={17} aria-hidden />
        </Tool>
        <Tool label={t('map.tool.fit')} onClick={() => onZoom('all')}>
          <IconMaximize size={17} aria-hidden />
        </Tool>
        <Tool label={t('map.tool.middle')} onClick={() => onZoom('middle')}>
          <IconFocusCentered size={17} aria-hidden />
        </Tool>
      </ActionIcon.Group>
      <Text size="sm" c="dimmed" w={42} ta="right" role="status" aria-live="off">
        {props.percent} %
      </Text>
      <Tool label={t(props.whole ? 'map.tool.small' : 'map.tool.full')} onClick={props.onWhole}>
        {props.whole ? (
          <IconArrowsMinimize size={17} aria-hidden />
        ) : (
          <IconArrowsMaximize size={17} aria-hidden />
        )}
      </Tool>
    </div>
  );
}

function Tool(props: {
  readonly label: string;
  readonly pressed?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Tooltip label={props.label}>
      <ActionIcon
        variant={props.pressed ? 'filled' : 'default'}
        size={30}
        aria-label={props.label}
        {...(props.pressed === undefined ? {} : { 'aria-pressed': props.pressed })}
        onClick={props.onClick}
      >
        {props.children}
      </ActionIcon>
    </Tooltip>
  );
}
