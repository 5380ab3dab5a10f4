import { CartesianGrid, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { useT } from '../../app/language.ts';
import style from './chain.module.css';

const INK = { fill: 'var(--mantine-color-text)', fontSize: 13 } as const;

/** Two lines over weeks: at least and at most. For the eye alone; the table beside it says the same. */
export function SpanChart(props: {
  readonly data: readonly { readonly week: number; readonly atLeast: number; readonly atMost: number }[];
  /** Values change at once and stay. */
  readonly step?: boolean;
  readonly format?: (value: number) => string;
}) {
  const t = useT();
  const kind = props.step ? 'stepAfter' : 'linear';
  return (
    <div aria-hidden>
      <div className={style.legend}>
        <span data-line="certain">{t('chain.whatIf.atLeast')}</span>
        <span data-line="possible">{t('chain.whatIf.atMost')}</span>
      </div>
      <ResponsiveContainer width="100%" height={220}>
        <LineChart
          data={[...props.data]}
          margin={{ top: 8, right: 16, bottom: 4, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--wb-line)" />
          <XAxis
            dataKey="week"
            type="number"
            domain={[0, 'dataMax']}
            tickFormatter={(week: number) => String(Math.round(week))}
            tick={INK}
            label={{ value: t('chain.whatIf.week'), position: 'insideBottomRight', offset: -2, ...INK }}
          />
          <YAxis
            allowDecimals={props.format !== undefined}
            width={52}
            tick={INK}
            {...(props.format === undefined ? {} : { tickFormatter: props.format })}
          />
          <Line
            type={kind}
            dataKey="atMost"
            stroke="var(--wb-undetermined)"
            strokeDasharray="5 4"
            strokeWidth={2}
            dot={false}
            isAnimationActive={false}
          />
          <Line
            type={kind}
            dataKey="atLeast"
            stroke="var(--wb-not-met)"
            strokeWidth={2.5}
            dot={false}
            isAnimationActive={false}
          />
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}
