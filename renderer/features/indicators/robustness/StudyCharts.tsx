import {
  Bar,
  BarChart,
  CartesianGrid,
  LabelList,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import { useLocale, useT } from '../../../app/language.ts';
import style from '../indicators.module.css';
import type { Robust } from './RobustnessSection.tsx';

type Study = NonNullable<Robust['study']>;
const TICK = { fill: 'var(--mantine-color-text)', fontSize: 13 } as const;
const ROW = 44;
const LABEL_WIDTH = 290;

/** In which share of the draws the case falls into each class. */
export function SharesChart({ classes }: { readonly classes: Study['classes'] }) {
  const t = useT();
  const locale = useLocale();
  const percent = (share: unknown) =>
    Number(share).toLocaleString(locale, { style: 'percent', maximumFractionDigits: 0 });
  const data = classes.map(({ concern, share }) => ({
    name: t(`robustness.study.concern.${concern}`),
    share,
  }));
  return (
    <figure className={style.chart} aria-label={t('robustness.study.classes')}>
      <ResponsiveContainer width="100%" height={data.length * ROW + 40}>
        <BarChart
          data={data}
          layout="vertical"
          margin={{ top: 4, right: 56, bottom: 4, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid horizontal={false} stroke="var(--wb-line)" />
          <XAxis type="number" domain={[0, 1]} tickFormatter={percent} tick={TICK} tickLine={false} />
          <YAxis
            type="category"
            dataKey="name"
            width={LABEL_WIDTH}
            tick={TICK}
            tickLine={false}
            axisLine={false}
          />
          <Bar dataKey="share" fill="var(--wb-accent)" isAnimationActive={false} barSize={20}>
            <LabelList
              dataKey="share"
              position="right"
              formatter={percent}
              style={{ fill: 'var(--mantine-color-text)', fontSize: 13 }}
            />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </figure>
  );
}

/** The sum with each indicator at its lowest and highest level; the line is the sum at the likeliest levels. */
export function TornadoChart(props: {
  readonly study: Study;
  readonly nameOf: (indicator: string) => string;
}) {
  const t = useT();
  const locale = useLocale();
  const number = (value: unknown) => Number(value).toLocaleString(locale, { maximumFractionDigits: 2 });
  const data = props.study.tornado.map(({ indicator, low, high }) => ({
    name: props.nameOf(indicator),
    span: [low, high] as const,
  }));
  return (
    <figure className={style.chart} aria-label={t('robustness.study.tornado')}>
      <ResponsiveContainer width="100%" height={data.length * ROW + 40}>
        <BarChart
          data={data}
          layout="vertical"
          margin={{ top: 4, right: 56, bottom: 4, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid horizontal={false} stroke="var(--wb-line)" />
          <XAxis type="number" domain={[0, 1]} tickFormatter={number} tick={TICK} tickLine={false} />
          <YAxis
            type="category"
            dataKey="name"
            width={LABEL_WIDTH}
            tick={TICK}
            tickLine={false}
            axisLine={false}
          />
          <ReferenceLine x={props.study.base} stroke="var(--mantine-color-text)" strokeDasharray="4 3" />
          <Bar dataKey="span" fill="var(--wb-accent)" isAnimationActive={false} barSize={18} />
        </BarChart>
      </ResponsiveContainer>
    </figure>
  );
}
