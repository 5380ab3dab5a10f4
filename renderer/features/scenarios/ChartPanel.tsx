import { Group, SegmentedControl, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { Bar, BarChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { ScenarioComparison } from '#shared/ipc/scenarios.ts';
import type { SpeechOf } from '#shared/scenario/sentences.ts';
import { useT } from '../../app/language.ts';
import { Panel } from '../../ui/index.ts';
import { type ChartBasis, type ChartData, chartData, lengthOf, OTHERS, UNRECORDED } from './chart.ts';
import { bodyOfColumn } from './scenario.ts';
import style from './scenarios.module.css';
import { useSpeech } from './words.ts';

const BASES = ['capital', 'votes', 'diluted'] as const satisfies readonly ChartBasis[];
const ROW_HEIGHT = 56;
const LABEL_WIDTH = 250;
const LINE_LENGTH = 32;
/** Parts narrower than this have no room for their number. */
const NARROW = 18;

/** How the whole is divided in each column, as bars or as the table that says the same. */
export function ChartPanel({ comparison }: { readonly comparison: ScenarioComparison }) {
  const t = useT();
  const words = useSpeech(comparison);
  const [view, setView] = useState('chart');
  const [basis, setBasis] = useState<ChartBasis>('votes');
  const data = chartData(comparison, basis);
  const titles = comparison.columns.map((column) => bodyOfColumn(column)?.title ?? t('scenarios.facts'));
  const nameOf = (series: string): string =>
    series === OTHERS
      ? t('scenarios.chart.others', { count: data.others })
      : series === UNRECORDED
        ? t('scenarios.unrecorded')
        : words.nameOf(series);
  return (
    <Panel
      title={t('scenarios.chart.title')}
      actions={
        <Group gap="xs">
          <SegmentedControl
            size="xs"
            aria-label={t('scenarios.chart.basis')}
            value={basis}
            onChange={(value) => setBasis(BASES.find((one) => one === value) ?? 'votes')}
            data={BASES.map((value) => ({ value, label: t(`scenarios.section.${value}`) }))}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('scenarios.chart.as')}
            value={view}
            onChange={setView}
            data={[
              { value: 'chart', label: t('scenarios.chart.chart') },
              { value: 'table', label: t('scenarios.chart.table') },
            ]}
          />
        </Group>
      }
    >
      {view === 'chart' ? (
        <Bars data={data} titles={titles} nameOf={nameOf} basis={basis} />
      ) : (
        <Twin data={data} titles={titles} nameOf={nameOf} span={words.span} basis={basis} />
      )}
      {data.ranged && view === 'chart' && (
        <Text size="sm" c="dimmed">
          {t('scenarios.chart.spread')}
        </Text>
      )}
    </Panel>
  );
}

type Shown = {
  readonly data: ChartData;
  readonly titles: readonly string[];
  readonly nameOf: (series: string) => string;
  readonly basis: ChartBasis;
};

function Bars({ data, titles, nameOf, basis }: Shown) {
  const t = useT();
  const rows = data.bars.map(({ id, parts }) => ({
    id,
    ...Object.fromEntries(data.series.map((series, i) => [`s${i}`, lengthOf(parts[series])])),
  }));
  return (
    <figure
      className={style.figure}
      aria-label={t('scenarios.chart.label', { basis: t(`scenarios.section.${basis}`) })}
    >
      <ResponsiveContainer width="100%" height={rows.length * ROW_HEIGHT + 8}>
        <BarChart
          data={rows}
          layout="vertical"
          stackOffset="expand"
          barCategoryGap={12}
          margin={{ top: 4, right: 8, bottom: 4, left: 0 }}
          accessibilityLayer={false}
        >
          <XAxis type="number" domain={[0, 1]} hide />
          <YAxis
            type="category"
            dataKey="id"
            width={LABEL_WIDTH}
            interval={0}
            tickLine={false}
            axisLine={false}
            tick={(props: { y?: number | string; index: number }) => (
              <RowLabel y={Number(props.y ?? 0)} place={props.index} title={titles[props.index] ?? ''} />
            )}
          />
          {data.series.map((series, i) => (
            <Bar
              key={series}
              dataKey={`s${i}`}
              stackId="all"
              isAnimationActive={false}
              shape={(props: { x?: number; y?: number; width?: number; height?: number }) => (
                <Segment {...props} series={series} place={i} />
              )}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
      <ol className={style.legend}>
        {data.series.map((series, i) => (
          <li key={series}>
            <span className={style.swatch} data-series={seriesOf(series, i)} aria-hidden>
              {signOf(series, i)}
            </span>
            {nameOf(series)}
          </li>
        ))}
      </ol>
    </figure>
  );
}

const seriesOf = (series: string, place: number): string =>
  series === OTHERS || series === UNRECORDED ? series : String(place);
const signOf = (series: string, place: number): string => (series === UNRECORDED ? '?' : String(place + 1));

function Segment(props: {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly series: string;
  readonly place: number;
}) {
  const { x = 0, y = 0, width = 0, height = 0, series, place } = props;
  if (width <= 0) return null;
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        className={style.segment}
        data-series={seriesOf(series, place)}
      />
      {width >= NARROW && (
        <text x={x + width / 2} y={y + height / 2 + 5} textAnchor="middle" className={style.segmentText}>
          {signOf(series, place)}
        </text>
      )}
    </g>
  );
}

/** Breaks a label into at most two lines of about equal length at spaces. */
const linesOf = (text: string): readonly string[] => {
  const lines = text.split(' ').reduce<string[]>((made, word) => {
    const last = made.at(-1);
    if (last !== undefined && last.length + word.length < LINE_LENGTH)
      made[made.length - 1] = `${last} ${word}`;
    else made.push(word);
    return made;
  }, []);
  return lines.length > 2 ? [lines[0] ?? '', `${lines[1]}…`] : lines;
};

function RowLabel(props: { readonly y: number; readonly place: number; readonly title: string }) {
  const { y, place, title } = props;
  const lines = linesOf(place === 0 ? title : `${place}. ${title}`);
  return (
    <text x={0} y={y - (lines.length - 1) * 8.5} textAnchor="start" className={style.rowLabel}>
      {lines.map((line, i) => (
        <tspan key={line} x={0} dy={i === 0 ? 5 : 17}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function Twin(props: Shown & { readonly span: SpeechOf['span'] }) {
  const t = useT();
  const { data, titles, nameOf, span, basis } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table that scrolls is no set of fields.
    <div
      role="group"
      className={style.scroll}
      aria-label={t('scenarios.chart.table')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
      tabIndex={0}
    >
      <Table aria-label={t('scenarios.chart.label', { basis: t(`scenarios.section.${basis}`) })}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t(`scenarios.section.${basis}`)}</Table.Th>
            {titles.map((title, i) => (
              <Table.Th key={data.bars[i]?.id ?? title} scope="col">
                {title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.series.map((series) => (
            <Table.Tr key={series}>
              <Table.Th scope="row" fw={500}>
                {nameOf(series)}
              </Table.Th>
              {data.bars.map(({ id, parts }) => {
                const part = parts[series];
                return (
                  <Table.Td key={id}>
                    {part === undefined || part.max === 0 ? t('scenarios.table.none') : span(part)}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
