import { SegmentedControl, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useLang, useT } from '../../app/language.ts';
import { Panel } from '../../ui/index.ts';
import type { Assessed } from '../overview/useAssessment.ts';
import { ProfileChart } from './ProfileChart.tsx';
import { type ProfileRow, profileOf } from './profile.ts';

/** The indicators beside each other, as a chart or as the table that says the same. */
export function ProfilePanel({ assessed }: { readonly assessed: Assessed }) {
  const t = useT();
  const lang = useLang();
  const [view, setView] = useState('chart');
  const rows = profileOf(assessed, lang);
  return (
    <Panel
      title={t('assessment.profileTitle')}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('assessment.profileTitle')}
          value={view}
          onChange={setView}
          data={[
            { value: 'chart', label: t('assessment.asChart') },
            { value: 'table', label: t('assessment.asTable') },
          ]}
        />
      }
    >
      <Text size="sm" c="dimmed">
        {t('assessment.profileLead')}
      </Text>
      {view === 'chart' ? <ProfileChart rows={rows} /> : <ProfileTable rows={rows} />}
    </Panel>
  );
}

function ProfileTable({ rows }: { readonly rows: readonly ProfileRow[] }) {
  const t = useT();
  return (
    <Table aria-label={t('assessment.tableLabel')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('assessment.indicator')}</Table.Th>
          <Table.Th scope="col">{t('assessment.rater')}</Table.Th>
          <Table.Th scope="col">{t('assessment.level')}</Table.Th>
          <Table.Th scope="col">{t('assessment.range')}</Table.Th>
          <Table.Th scope="col">{t('assessment.horizonLabel')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.key}>
            <Table.Th scope="row" fw={500}>
              {row.title}
            </Table.Th>
            <Table.Td>{row.rater}</Table.Td>
            <Table.Td>{row.state === 'level' ? row.level : t(`assessment.${row.state}`)}</Table.Td>
            <Table.Td>
              {row.low !== null &&
                row.high !== null &&
                t('assessment.rangeText', { low: row.low, high: row.high })}
            </Table.Td>
            <Table.Td>{row.horizon !== undefined && t(`words.horizon.${row.horizon}`)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
