import { Bar, BarChart, CartesianGrid, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { useT } from '../../app/language.ts';
import style from './ProfileChart.module.css';
import type { ProfileRow } from './profile.ts';

const ROW_HEIGHT = 58;
const LABEL_WIDTH = 290;
const LINE_LENGTH = 38;
/** The axis runs half a level beyond both ends, so that the outer levels have room. */
const FROM = 0.5;
const TO = 5.5;

/** A bar for the range and a diamond for the likely level, a line for each rating; words where there is no level. */
export function ProfileChart({ rows }: { readonly rows: readonly ProfileRow[] }) {
  const t = useT();
  const data = rows.map((row) => ({ ...row, span: [FROM, TO] as const }));
  return (
    <figure className={style.figure} aria-label={t('assessment.profileChart')}>
      <ResponsiveContainer width="100%" height={rows.length * ROW_HEIGHT + 44}>
        <BarChart
          data={data}
          layout="vertical"
          margin={{ top: 4, right: 24, bottom: 4, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid horizontal={false} stroke="var(--wb-line)" />
          <XAxis
            type="number"
            domain={[FROM, TO]}
            ticks={[1, 2, 3, 4, 5]}
            interval={0}
            tickLine={false}
            tick={{ fill: 'var(--mantine-color-text)', fontSize: 14 }}
            axisLine={{ stroke: 'var(--wb-neutral)' }}
          />
          <YAxis
            type="category"
            dataKey="key"
            width={LABEL_WIDTH}
            interval={0}
            tickLine={false}
            axisLine={false}
            tick={(props: { y?: number | string; index: number }) => (
              <RowLabel y={Number(props.y ?? 0)} row={rows[props.index]} />
            )}
          />
          <Bar
            dataKey="span"
            isAnimationActive={false}
            shape={(props: { x?: number; y?: number; width?: number; height?: number; index?: number }) => (
              <RowShape {...props} row={rows[props.index ?? 0]} />
            )}
          />
        </BarChart>
      </ResponsiveContainer>
    </figure>
  );
}

/** Breaks a label into lines of about equal length at spaces. */
const linesOf = (text: string): readonly string[] =>
  text.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LINE_LENGTH) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
    return lines;
  }, []);

function RowLabel({ y, row }: { readonly y: number; readonly row: ProfileRow | undefined }) {
  if (row === undefined) return null;
  const lines = [
    ...linesOf(row.title).map((text) => ({ text, dim: false })),
    ...(row.rater === '' ? [] : [{ text: row.rater, dim: true }]),
  ];
  return (
    <text x={0} y={y - (lines.length - 1) * 8.5} textAnchor="start">
      {lines.map(({ text, dim }, i) => (
        <tspan key={text} x={0} dy={i === 0 ? 5 : 17} className={dim ? style.rater : style.label}>
          {text}
        </tspan>
      ))}
    </text>
  );
}

function RowShape(props: {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly row: ProfileRow | undefined;
}) {
  const t = useT();
  const { x = 0, y = 0, width = 0, height = 0, row } = props;
  const middle = y + height / 2;
  const at = (level: number) => x + ((level - FROM) / (TO - FROM)) * width;
  if (row === undefined) return null;
  if (row.level === null || row.low === null || row.high === null) {
    return (
      <g>
        <line x1={x} x2={x + width} y1={middle} y2={middle} className={style.absentLine} />
        <text x={x + width / 2} y={middle - 6} textAnchor="middle" className={style.absent}>
          {row.state === 'level' ? '' : t(`assessment.${row.state}`)}
        </text>
      </g>
    );
  }
  const from = at(row.low);
  const to = at(row.high);
  const likely = at(row.level);
  return (
    <g>
      <line x1={x} x2={x + width} y1={middle} y2={middle} className={style.track} />
      <rect x={from - 9} y={middle - 9} width={to - from + 18} height={18} rx={9} className={style.range} />
      <path d={`M${likely} ${middle - 11}l11 11l-11 11l-11-11z`} className={style.likely} />
      <text x={likely} y={middle + 4.5} textAnchor="middle" className={style.number}>
        {row.level}
      </text>
    </g>
  );
}
