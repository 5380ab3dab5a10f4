import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { daysText, namesText } from '#shared/chain/wording.ts';
import { type Column, DataTable, Panel } from '../../ui/index.ts';
import { type ChainStudy, useChain } from './ChainContext.ts';
import { VerdictChip } from './chips.tsx';

type Row = ChainStudy['study']['survival'][number];
const essential = { yes: 0, unknown: 1, no: 2 } as const;

/** Time to survive against time to replace, input by input. */
export function SurvivalPanel({ study }: { readonly study: ChainStudy }) {
  const { words, openEdge } = useChain();
  const { t } = words;
  const { label: name } = study.target;
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      {
        key: 'input',
        header: t('chain.points.input'),
        sort: ({ input }) => input,
        cell: ({ input }) => input,
      },
      {
        key: 'sources',
        header: t('chain.points.sources'),
        cell: ({ sources }) => namesText(words, sources),
      },
      {
        key: 'essential',
        header: t('chain.table.essential'),
        sort: (row) => essential[row.essential],
        cell: (row) => t(`chain.answer.${row.essential}`),
      },
      {
        key: 'survive',
        header: t('chain.points.survive'),
        align: 'right',
        sort: ({ survive, known }) => (known.survive ? survive.min : undefined),
        cell: ({ survive, known }) => daysText(words, survive, known.survive),
      },
      {
        key: 'replace',
        header: t('chain.points.replace'),
        align: 'right',
        sort: ({ replace, known }) => (known.replace ? replace.min : undefined),
        cell: ({ replace, known }) => daysText(words, replace, known.replace),
      },
      {
        key: 'gap',
        header: t('chain.points.gap'),
        sort: ({ gap }) => ['certain', 'possible', 'none'].indexOf(gap),
        cell: ({ gap }) => <VerdictChip verdict={gap} />,
      },
    ],
    [words, t],
  );
  const rows = study.study.survival;
  return (
    <Panel title={t('chain.points.survival')}>
      {rows.length === 0 ? (
        <Text>{t('chain.points.noInputs', { name })}</Text>
      ) : (
        <>
          <Text size="sm" c="dimmed">
            {t('chain.points.survivalLead', { name })}
          </Text>
          <DataTable
            label={t('chain.points.survival')}
            rows={rows}
            columns={columns}
            rowKey={({ relations }) => relations.join(' ')}
            onOpen={({ relations }) => relations[0] !== undefined && openEdge(relations[0])}
          />
        </>
      )}
    </Panel>
  );
}
