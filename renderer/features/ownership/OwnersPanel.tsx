import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { type Column, DataTable, Panel } from '../../ui/index.ts';
import { useStudy } from './OwnershipContext.ts';
import { PartyName } from './PartyName.tsx';
import type { Picture } from './words.ts';

type Owner = Picture['owners'][number];

/** Look-through owners, the largest first: the figure that multiplied chains give, and what cross-holdings add to it. */
export function OwnersPanel() {
  const { picture, words, nameOf } = useStudy();
  const { t, span, percent } = words;
  const circular = picture.owners.some(
    ({ integrated, corrected }) =>
      integrated !== null && corrected !== null && Math.abs(integrated - corrected) > 1e-9,
  );
  const columns = useMemo((): readonly Column<Owner>[] => {
    const figure = (value: number | null, { min, max }: Owner) =>
      value !== null ? percent(value, 2) : span({ min: min ?? 0, max: max ?? 1 }, 2);
    return [
      {
        key: 'owner',
        header: t('ownership.owners.owner'),
        sort: ({ owner }) => nameOf(owner),
        cell: ({ owner }) => <PartyName record={owner} />,
      },
      {
        key: 'integrated',
        header: t('ownership.owners.integrated'),
        align: 'right',
        sort: ({ integrated, max }) => integrated ?? max ?? undefined,
        cell: (owner) => figure(owner.integrated, owner),
      },
      ...(circular
        ? [
            {
              key: 'corrected',
              header: t('ownership.owners.corrected'),
              align: 'right' as const,
              sort: ({ corrected }: Owner) => corrected ?? undefined,
              cell: ({ corrected }: Owner) => (corrected === null ? '–' : percent(corrected, 2)),
            },
          ]
        : []),
      {
        key: 'ultimate',
        header: t('ownership.owners.ultimate'),
        sort: ({ ultimate }) => Number(!ultimate),
        cell: ({ ultimate }) => (ultimate ? t('common.yes') : '–'),
      },
    ];
  }, [t, percent, span, nameOf, circular]);
  return (
    <Panel title={t('ownership.owners.title')}>
      <Text size="sm" c="dimmed">
        {t('ownership.owners.lead', { target: picture.target.label })}
        {circular && ` ${t('ownership.owners.correctedHelp')}`} {t('ownership.owners.ultimateHelp')}
      </Text>
      <DataTable
        label={t('ownership.owners.title')}
        rows={picture.owners}
        columns={columns}
        rowKey={({ owner }) => owner}
        initialSort={{ key: 'integrated', down: true }}
        empty={<Text c="dimmed">{t('ownership.owners.none')}</Text>}
      />
    </Panel>
  );
}
