import { Table, Text } from '@mantine/core';
import { lengthText } from '#shared/chain/wording.ts';
import type { Given } from '../../api/index.ts';
import { useChain } from './ChainContext.ts';
import style from './chain.module.css';
import { SpanChart } from './SpanChart.tsx';

type Moments = Given<'chain.whatIf'>['timeline'];
const WEEK = 7;

/** How many are hit in the course of time, at least and at most, as steps; the table beside it says the same. */
export function Timeline({ moments }: { readonly moments: Moments }) {
  const { words } = useChain();
  const { t } = words;
  const last = moments.at(-1);
  // The lines go on a little after the last change, so that its step can be seen.
  const data = [...moments, ...(last === undefined ? [] : [{ ...last, day: last.day + 2 * WEEK }])].map(
    ({ day, atLeast, atMost }) => ({ week: day / WEEK, atLeast, atMost }),
  );
  return (
    <figure className={style.figure}>
      <figcaption>
        <Text fw={600}>{t('chain.whatIf.timeline')}</Text>
        <Text size="sm" c="dimmed">
          {t('chain.whatIf.timelineText')}
        </Text>
      </figcaption>
      <SpanChart data={data} step />
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
