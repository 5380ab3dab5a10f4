import { Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { type Given, useJob } from '../../api/index.ts';
import { useLocale } from '../../app/language.ts';
import { type Column, DataTable, JobProgress, Panel, RecordLink } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { useChain } from './ChainContext.ts';
import { RunButton } from './RunButton.tsx';
import { useRange } from './useRange.ts';

type Row = Given<'chain.ranking'>['ranked'][number];

/** All parties by what the network loses when each fails alone; worked out on request. */
export function RankingPanel() {
  const { words, day } = useChain();
  const { t } = words;
  const { logId, at } = useCase();
  const job = useJob('chain.ranking');
  const [ranked, setRanked] = useState<readonly Row[] | null>(null);
  const run = async () => {
    const answer = await job.run({ logId, day, at });
    if (answer !== undefined) setRanked(answer.ranked);
  };
  return (
    <Panel title={t('chain.ranking.title')}>
      <Text size="sm" c="dimmed">
        {t('chain.ranking.lead')}
      </Text>
      {job.running ? (
        <JobProgress label={t('chain.ranking.running')} progress={job.progress} onCancel={job.cancel} />
      ) : (
        <RunButton onClick={() => void run()}>
          {t(ranked === null ? 'chain.ranking.run' : 'chain.ranking.again')}
        </RunButton>
      )}
      {ranked !== null && <Table rows={ranked} />}
    </Panel>
  );
}

function Table({ rows }: { readonly rows: readonly Row[] }) {
  const { words, nodes } = useChain();
  const { logId } = useCase();
  const locale = useLocale();
  const range = useRange();
  const columns = useMemo((): readonly Column<Row>[] => {
    const { t, nameOf } = words;
    const counts = ({ certain, possible }: Row['hit']) =>
      range(certain, certain + possible, (n) => new Intl.NumberFormat(locale).format(n));
    return [
      {
        key: 'node',
        header: t('chain.points.node'),
        sort: ({ node }) => nameOf(node),
        cell: ({ node }) => {
          const known = nodes.get(node);
          return known === undefined ? '…' : <RecordLink logId={logId} to={known} />;
        },
      },
      {
        key: 'loss',
        header: t('chain.ranking.loss'),
        align: 'right',
        sort: ({ loss }) => loss.min + loss.max / 1e6,
        cell: ({ loss }) =>
          range(loss.min, loss.max, (n) =>
            new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(n),
          ),
      },
      {
        key: 'hit',
        header: t('chain.ranking.hit'),
        align: 'right',
        sort: ({ hit }) => hit.certain + hit.possible / 1e6,
        cell: ({ hit }) => counts(hit),
      },
      {
        key: 'vital',
        header: t('chain.ranking.vital'),
        align: 'right',
        sort: ({ vital }) => vital.certain + vital.possible / 1e6,
        cell: ({ vital }) => counts(vital),
      },
    ];
  }, [words, nodes, logId, locale, range]);
  return (
    <DataTable
      label={words.t('chain.ranking.table')}
      rows={rows}
      columns={columns}
      rowKey={({ node }) => node}
    />
  );
}
