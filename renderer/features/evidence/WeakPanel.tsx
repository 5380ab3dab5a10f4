import { Anchor, Select, Table, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { WEAKNESSES, type Weakness } from '#shared/evidence/weaknesses.ts';
import { useT } from '../../app/language.ts';
import { Chip, type Column, DataTable, Panel, useRecordName } from '../../ui/index.ts';
import { type Sound, useSound } from './EvidenceContext.ts';
import style from './evidence.module.css';
import { WeakChart } from './WeakChart.tsx';

const ALL = 'all';
type Row = Sound['weak'][number];

/** The claims with a weakness: how many of each, in a chart and a table, and which they are. */
export function WeakPanel() {
  const t = useT();
  const { sound } = useSound();
  const [only, setOnly] = useState<Weakness | null>(null);
  const counts = WEAKNESSES.map((weakness) => ({
    weakness,
    name: t(`evidence.weakness.${weakness}`),
    count: sound.weak.filter(({ weaknesses }) => weaknesses.includes(weakness)).length,
  }));
  const rows = sound.weak.filter(({ weaknesses }) => only === null || weaknesses.includes(only));
  return (
    <Panel title={t('evidence.weak.title')}>
      <Text size="sm" c="dimmed">
        {t('evidence.weak.lead', { count: sound.claims, weak: sound.weak.length })}
      </Text>
      <div className={style.counts}>
        <WeakChart counts={counts} />
        <Table aria-label={t('evidence.weak.chart')} className={style.small}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('evidence.weak.kind')}</Table.Th>
              <Table.Th scope="col">{t('evidence.weak.meaning')}</Table.Th>
              <Table.Th scope="col" ta="right">
                {t('evidence.weak.count')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {counts.map(({ weakness, name, count }) => (
              <Table.Tr key={weakness} data-weakness={weakness}>
                <Table.Th scope="row" fw={500}>
                  {name}
                </Table.Th>
                <Table.Td>{t(`evidence.meaning.${weakness}`)}</Table.Td>
                <Table.Td ta="right">{count}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {sound.weak.length > 0 && (
        <Select
          label={t('evidence.weak.filter')}
          maw={280}
          allowDeselect={false}
          value={only ?? ALL}
          data={[
            { value: ALL, label: t('evidence.weak.all') },
            ...counts
              .filter(({ count }) => count > 0)
              .map(({ weakness, name }) => ({ value: weakness, label: name })),
          ]}
          onChange={(value) => setOnly(WEAKNESSES.find((one) => one === value) ?? null)}
        />
      )}
      <WeakTable rows={rows} />
    </Panel>
  );
}

function WeakTable({ rows }: { readonly rows: readonly Row[] }) {
  const t = useT();
  const nameOf = useRecordName();
  const { evidence } = useSound();
  const columns = useMemo((): readonly Column<Row>[] => {
    const wordsOf = ({ claim }: Row) => evidence.get(claim.record)?.label ?? nameOf(claim);
    return [
      {
        key: 'claim',
        header: t('evidence.weak.claim'),
        sort: wordsOf,
        cell: (row) => {
          const href = evidence.get(row.claim.record)?.href;
          return href === undefined ? (
            wordsOf(row)
          ) : (
            <Anchor fz="sm" href={href}>
              {wordsOf(row)}
            </Anchor>
          );
        },
      },
      {
        key: 'weak',
        header: t('evidence.weak.kind'),
        width: 220,
        sort: ({ weaknesses }) => weaknesses.map((one) => WEAKNESSES.indexOf(one)).join(),
        cell: ({ weaknesses }) => (
          <span className={style.chips}>
            {weaknesses.map((one) => (
              <Chip key={one} tone={one === 'undated' ? 'neutral' : 'warn'}>
                {t(`evidence.weakness.${one}`)}
              </Chip>
            ))}
          </span>
        ),
      },
    ];
  }, [t, evidence, nameOf]);
  return (
    <DataTable
      label={t('evidence.weak.title')}
      rows={rows}
      columns={columns}
      rowKey={({ claim }) => claim.record}
      initialSort={{ key: 'weak', down: false }}
      empty={t('evidence.weak.none')}
    />
  );
}
