import { Table, Text } from '@mantine/core';
import { CartesianGrid, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { lengthText } from '#shared/chain/wording.ts';
import type { Given } from '../../api/index.ts';
import { useChain } from './ChainContext.ts';
import style from './chain.module.css';

type Moments = Given<'chain.whatIf'>['timeline'];
const WEEK = 7;

/** How many are hit in the course of time, at least and at most, as steps; the table beside it says the same. */
export function Timeline({ moments }: { readonly moments: Moments }) {
  const { words } = useChain();
  const { t } = words;
  const last = moments.at(-1);
  // The lines go on a little after the last change, so that its step can be seen.
  const data = [...moments, ...(last === undefined ? [] : [{ ...last, day: last.day + 2 * WEEK }])].map(
    ({ day, ...counts }) => ({ week: day / WEEK, ...counts }),
  );
  return (
    <figure className={style.figure}>
      <figcaption>
        <Text fw={600}>{t('chain.whatIf.timeline')}</Text>
        <Text size="sm" c="dimmed">
          {t('chain.whatIf.timelineText')}
        </Text>
      </figcaption>
      <div className={style.legend} aria-hidden>
        <span data-line="certain">{t('chain.whatIf.atLeast')}</span>
        <span data-line="possible">{t('chain.whatIf.atMost')}</span>
      </div>
      <div aria-hidden>
        <ResponsiveContainer width="100%" height={220}>
          <LineChart
            data={data}
            margin={{ top: 8, right: 16, bottom: 4, left: 0 }}
            accessibilityLayer={false}
          >
            <CartesianGrid vertical={false} stroke="var(--wb-line)" />
            <XAxis
              dataKey="week"
              type="number"
              domain={[0, 'dataMax']}
              tickFormatter={(week: number) => String(Math.round(week))}
              tick={{ fill: 'var(--mantine-color-text)', fontSize: 13 }}
              label={{
                value: t('chain.whatIf.week'),
                position: 'insideBottomRight',
                offset: -2,
                fontSize: 13,
                fill: 'var(--mantine-color-text)',
              }}
            />
            <YAxis
              allowDecimals={false}
              width={36}
              tick={{ fill: 'var(--mantine-color-text)', fontSize: 13 }}
            />
            <Line
              type="stepAfter"
              dataKey="atMost"
              stroke="var(--wb-undetermined)"
              strokeDasharray="5 4"
              strokeWidth={2}
              dot={false}
              isAnimationActive={false}
            />
            <Line
              type="stepAfter"
              dataKey="atLeast"
              stroke="var(--wb-not-met)"
              strokeWidth={2.5}
              dot={false}
              isAnimationActive={false}
            />
          </LineChart>
        </ResponsiveContainer>
      </div>
      <details>
        <summary>{t('chain.whatIf.showTimeline')}</summary>
        <Table aria-label={t('chain.whatIf.timeline')} className={style.small}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('chain.whatIf.from')}</Table.Th>
              <Table.Th scope="col" ta="right">
                {t('chain.whatIf.atLeast')}
              </Table.Th>
              <Table.Th scope="col" ta="right">
                {t('chain.whatIf.atMost')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {moments.map(({ day, atLeast, atMost }) => (
              <Table.Tr key={day}>
                <Table.Th scope="row">{lengthText(words, day, day)}</Table.Th>
                <Table.Td ta="right">{atLeast}</Table.Td>
                <Table.Td ta="right">{atMost}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </details>
    </figure>
  );
}
