import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { useT } from '../../app/language.ts';
import style from './evidence.module.css';

const TICK = { fill: 'var(--mantine-color-text)', fontSize: 13 } as const;

/** How many claims have each weakness; the table beside it says the same. */
export function WeakChart({ counts }: { readonly counts: readonly { name: string; count: number }[] }) {
  const t = useT();
  return (
    <figure className={style.chart} aria-label={t('evidence.weak.chart')}>
      <ResponsiveContainer width="100%" height={counts.length * 38 + 12}>
        <BarChart
          data={[...counts]}
          layout="vertical"
          margin={{ top: 4, right: 44, bottom: 4, left: 0 }}
          accessibilityLayer={false}
        >
          <XAxis type="number" hide />
          <YAxis type="category" dataKey="name" width={104} tick={TICK} tickLine={false} axisLine={false} />
          <Bar dataKey="count" fill="var(--wb-accent)" isAnimationActive={false} barSize={18}>
            <LabelList
              dataKey="count"
              position="right"
              style={{ fill: 'var(--mantine-color-text)', fontSize: 13 }}
            />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </figure>
  );
}
