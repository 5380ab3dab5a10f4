import { Table, Text } from '@mantine/core';
import type { Given } from '../../api/index.ts';
import { useLocale } from '../../app/language.ts';
import { useChain } from './ChainContext.ts';
import style from './chain.module.css';
import { SpanChart } from './SpanChart.tsx';

type Weeks = NonNullable<Given<'chain.whatIf'>['weeks']>;

/** The loss of output in the course of time, at least and at most; the table beside it has the weeks that differ. */
export function WeeklyLoss({ weeks }: { readonly weeks: Weeks }) {
  const { words } = useChain();
  const { t } = words;
  const locale = useLocale();
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format;
  const rows = weeks.map(({ min, max }, week) => ({ week, atLeast: min, atMost: max }));
  const said = ({ atLeast, atMost }: (typeof rows)[number]) => `${percent(atLeast)} ${percent(atMost)}`;
  const differing = rows.filter((row, i) => {
    const before = rows[i - 1];
    return before === undefined || said(before) !== said(row);
  });
  return (
    <figure className={style.figure}>
      <figcaption>
        <Text fw={600}>{t('chain.whatIf.weekly')}</Text>
        <Text size="sm" c="dimmed">
          {t('chain.whatIf.weeklyText')}
        </Text>
      </figcaption>
      <SpanChart data={rows} format={percent} />
      <details>
        <summary>{t('chain.whatIf.weekTable')}</summary>
        <Table aria-label={t('chain.whatIf.weekTable')} className={style.small}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('chain.whatIf.week')}</Table.Th>
              <Table.Th scope="col" ta="right">
                {t('chain.whatIf.atLeast')}
              </Table.Th>
              <Table.Th scope="col" ta="right">
                {t('chain.whatIf.atMost')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {differing.map(({ week, atLeast, atMost }) => (
              <Table.Tr key={week}>
                <Table.Th scope="row">{week}</Table.Th>
                <Table.Td ta="right">{percent(atLeast)}</Table.Td>
                <Table.Td ta="right">{percent(atMost)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </details>
    </figure>
  );
}
