import { Button, Group, Text } from '@mantine/core';
import { IconBuildingBank, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand } from '../../api/index.ts';
import { useLocale, useT } from '../../app/language.ts';
import { Chip, type Column, DataTable, DateText, EmptyState, Panel } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { type Approached, contactOf, useLadder } from './LadderContext.ts';
import { MarketDrawer } from './MarketDrawer.tsx';

/** Who was asked for finance instead of the undesirable party, and what came of it (NEC-02). */
export function MarketPanel() {
  const t = useT();
  const locale = useLocale();
  const { logId, readOnly } = useCase();
  const { ladder } = useLadder();
  const withdraw = useCommand('records.withdraw');
  const [editing, setEditing] = useState<Approached | 'new' | null>(null);
  const money = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'EUR',
    maximumFractionDigits: 0,
  });
  const takeBack = ({ record, versions }: Approached) =>
    void withdraw.run({ logId, records: [{ record, base: versions.map(({ digest }) => digest) }] });
  const columns: Column<Approached>[] = [
    {
      key: 'name',
      header: t('instruments.market.column.name'),
      sort: (one) => contactOf(one).name,
      cell: (one) => (
        <>
          {contactOf(one).name}{' '}
          {one.versions.length > 1 && <Chip tone="warn">{t('instruments.market.conflict')}</Chip>}
        </>
      ),
    },
    {
      key: 'approached',
      header: t('instruments.market.column.approached'),
      sort: (one) => contactOf(one).approached,
      cell: (one) => <DateText date={contactOf(one).approached} />,
    },
    {
      key: 'response',
      header: t('instruments.market.column.response'),
      sort: (one) => contactOf(one).response,
      cell: (one) => t(`instruments.market.response.${contactOf(one).response}`),
    },
    {
      key: 'amount',
      header: t('instruments.market.column.amount'),
      align: 'right',
      sort: (one) => contactOf(one).amount,
      cell: (one) => {
        const { amount } = contactOf(one);
        return amount === undefined ? t('instruments.market.unknownAmount') : money.format(amount);
      },
    },
    {
      key: 'ties',
      header: t('instruments.market.column.ties'),
      cell: (one) => t(`instruments.market.ties.${contactOf(one).ties}`),
    },
    {
      key: 'reason',
      header: t('instruments.market.column.reason'),
      cell: (one) => <Text size="sm">{contactOf(one).reason}</Text>,
    },
    ...(readOnly
      ? []
      : [
          {
            key: 'action',
            header: t('instruments.market.column.action'),
            cell: (one: Approached) => (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`${t('instruments.market.withdraw')}: ${contactOf(one).name}`}
                onClick={() => takeBack(one)}
              >
                {t('instruments.market.withdraw')}
              </Button>
            ),
          },
        ]),
  ];
  return (
    <Panel
      title={t('instruments.market.title')}
      actions={
        !readOnly && (
          <Button
            size="xs"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => setEditing('new')}
          >
            {t('instruments.market.add')}
          </Button>
        )
      }
    >
      <Text size="sm" c="dimmed">
        {t('instruments.market.lead')}
      </Text>
      {ladder.market.length === 0 ? (
        <EmptyState
          title={t('instruments.market.none')}
          text={t('instruments.market.noneText')}
          icon={<IconBuildingBank size={28} stroke={1.5} />}
        />
      ) : (
        <Group>
          <DataTable
            label={t('instruments.market.title')}
            rows={ladder.market}
            columns={columns}
            rowKey={({ record }) => record}
            onOpen={setEditing}
            initialSort={{ key: 'approached', down: true }}
          />
        </Group>
      )}
      {editing !== null && (
        <MarketDrawer
          key={editing === 'new' ? 'new' : editing.record}
          approached={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}
