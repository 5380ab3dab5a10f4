import { ActionIcon, Button, Checkbox, Group, Text, Tooltip } from '@mantine/core';
import { useViewportSize } from '@mantine/hooks';
import { IconArrowsMaximize, IconPinnedOff, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { Fragment, type ReactNode, useId, useMemo, useState } from 'react';
import { holdsOn } from '#shared/model/dates.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { chartView, collapsedAtFirst } from '#shared/ownership/chart-view.ts';
import { useStudy } from '../OwnershipContext.ts';
import { ChartButton } from './ChartButton.tsx';
import { ChartCard } from './ChartCard.tsx';
import { ChartLegend } from './ChartLegend.tsx';
import { ChartLines } from './ChartLines.tsx';
import { ChartList } from './ChartList.tsx';
import { ChartPatterns } from './ChartPatterns.tsx';
import { ChartToggle } from './ChartToggle.tsx';
import style from './chart.module.css';
import { drawingOf } from './drawing.ts';
import { FONT, widthOf } from './text.ts';
import { usePins } from './usePins.ts';
import { useViewport } from './useViewport.ts';

/** More cards than this do not fit on a screen: the picture then opens with its far ends collapsed. */
const MOST_CARDS = 60;
/** Part of the window that a picture takes when it is made to fit; the frame may be higher, but not above a limit. */
const SHARE = 0.84;
const MOST_HEIGHT = 1300;

/** The layered chart: owners above, the company, subsidiaries below. */
export function OwnershipChart() {
  const { picture, words, nodes, day } = useStudy();
  const { t } = words;
  const target = picture.target.record;
  const [collapsed, setCollapsed] = useState(() => collapsedAtFirst(picture.nodes, MOST_CARDS));
  const [bundle, setBundle] = useState(true);
  const pins = usePins(target);
  const view = useMemo(
    () =>
      chartView(
        target,
        picture.nodes,
        picture.interests.filter((interest) => holdsOn(interest, day)),
        { collapsed, bundle, apart: new Set(pins.places.keys()) },
      ),
    [target, picture, day, collapsed, bundle, pins.places],
  );
  const { chart, lines } = useMemo(
    () => drawingOf(view, target, words, pins.places),
    [view, target, words, pins.places],
  );
  const { height } = useViewportSize();
  const own = chart.boxes.find((box) => box.id === target);
  const middle = own === undefined ? 0 : own.x + own.width / 2;
  const viewport = useViewport(chart, Math.max(420, height * SHARE), middle);
  const { zoom } = viewport;
  const id = useId().replaceAll(':', '');
  const end = `${id}-end`;
  const bundles = new Map(view.bundles.map((one) => [one.id, one]));
  const toggle = (record: string) => {
    const next = new Set(collapsed);
    if (!next.delete(record)) next.add(record);
    setCollapsed(next);
  };
  return (
    <div className={style.chart}>
      <Group justify="space-between" gap="xs" className="wb-no-print">
        <Text size="sm" c="dimmed" flex="1 1 320px">
          {t('ownership.chart.help', { target: picture.target.label })}
          {!pins.readOnly && ` ${t('ownership.chart.moveHelp')}`}
        </Text>
        <Group gap={8} role="group" aria-label={t('ownership.chart.tools')}>
          <Checkbox
            size="xs"
            label={t('ownership.chart.bundles')}
            checked={bundle}
            onChange={(event) => setBundle(event.currentTarget.checked)}
          />
          {pins.places.size > 0 && !pins.readOnly && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconPinnedOff size={15} aria-hidden />}
              onClick={() => void pins.release()}
            >
              {t('ownership.chart.resetPlaces')}
            </Button>
          )}
          {collapsed.size > 0 && (
            <Button size="compact-sm" variant="default" onClick={() => setCollapsed(new Set())}>
              {t('ownership.chart.expandAll')}
            </Button>
          )}
          <ActionIcon.Group>
            <Tool label={t('ownership.chart.zoomOut')} off={!viewport.canZoomOut} onClick={viewport.zoomOut}>
              <IconZoomOut size={17} aria-hidden />
            </Tool>
            <Tool label={t('ownership.chart.zoomIn')} off={!viewport.canZoomIn} onClick={viewport.zoomIn}>
              <IconZoomIn size={17} aria-hidden />
            </Tool>
            <Tool label={t('ownership.chart.fit')} onClick={viewport.fit}>
              <IconArrowsMaximize size={17} aria-hidden />
            </Tool>
          </ActionIcon.Group>
          <Text size="sm" c="dimmed" w={44} ta="right" role="status" aria-live="off">
            {words.percent(Math.round(zoom * 100) / 100, 0)}
          </Text>
        </Group>
      </Group>
      <button type="button" className={style.skip} onClick={() => document.getElementById(end)?.focus()}>
        {t('ownership.chart.skip')}
      </button>
      <section
        ref={viewport.frame}
        className={style.viewport}
        style={{ maxHeight: MOST_HEIGHT }}
        aria-label={t('ownership.chart.label', { target: picture.target.label })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
        tabIndex={0}
        {...viewport.handlers}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: a picture of links and buttons is a group of them. */}
        <svg
          role="group"
          aria-label={t('ownership.chart.label', { target: picture.target.label })}
          width={chart.width * zoom}
          height={chart.height * zoom}
          viewBox={`0 0 ${chart.width} ${chart.height}`}
          className={style.picture}
        >
          <ChartPatterns stripes={`${id}-stripes`} hatch={`${id}-hatch`} />
          <ChartLines placed={chart.lines} lines={lines} />
          {chart.boxes.map((box) => {
            const node = nodes.get(box.id as never);
            const list = bundles.get(box.id);
            return (
              <Fragment key={box.id}>
                {list !== undefined && <ChartList bundle={list} box={box} />}
                {node !== undefined && (
                  <ChartCard
                    node={node}
                    box={box}
                    stripes={`${id}-stripes`}
                    hatch={`${id}-hatch`}
                    pinned={pins.places.has(box.id)}
                    move={pins.mover(box.id as RecordId, chart.boxes, zoom)}
                  />
                )}
                {node !== undefined && view.branches.has(box.id) && (
                  <ChartToggle
                    name={node.label}
                    box={box}
                    hidden={view.hidden.get(box.id) ?? 0}
                    collapsed={collapsed.has(box.id)}
                    onToggle={() => toggle(box.id)}
                  />
                )}
                {chart.lines
                  .filter(({ from }) => from === box.id)
                  .map(({ id: line, label, back }) => {
                    const drawn = lines.get(line);
                    if (drawn === undefined || drawn.label === '') return null;
                    const width = widthOf(drawn.label, FONT.label) + 12;
                    return drawn.interest === undefined ? (
                      <g
                        key={line}
                        transform={`translate(${label.x} ${label.y})`}
                        className={style.plainLabel}
                      >
                        <rect
                          x={-width / 2}
                          y={-10}
                          width={width}
                          height={20}
                          rx={10}
                          className={style.halo}
                        />
                        <text y={4.5} textAnchor="middle" className={style.labelText}>
                          {drawn.label}
                        </text>
                      </g>
                    ) : (
                      <ChartButton
                        key={line}
                        interest={drawn.interest}
                        x={label.x}
                        y={label.y}
                        width={drawn.width}
                        label={drawn.label}
                        onPath={drawn.onPath}
                        back={back}
                      />
                    );
                  })}
              </Fragment>
            );
          })}
        </svg>
      </section>
      <p id={end} tabIndex={-1} className="wb-hidden">
        {t('ownership.chart.afterChart')}
      </p>
      <ChartLegend />
    </div>
  );
}

function Tool(props: {
  readonly label: string;
  readonly off?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Tooltip label={props.label}>
      <ActionIcon
        variant="default"
        size={32}
        aria-label={props.label}
        disabled={props.off ?? false}
        onClick={props.onClick}
      >
        {props.children}
      </ActionIcon>
    </Tooltip>
  );
}
