import { Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { type Given, useJob } from '../../api/index.ts';
import { useLocale } from '../../app/language.ts';
import { type Column, DataTable, JobProgress, Panel, RecordLink } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { useChain } from './ChainContext.ts';
import style from './chain.module.css';
import { RunButton } from './RunButton.tsx';

type Row = Given<'chain.measures'>['measures'][number];
const EXPLAINED = ['betweenness', 'pageRank', 'core', 'cut'] as const;

/** Measures of the drawing, each with what it assumes; worked out on request. */
export function MeasuresPanel() {
  const { words, day } = useChain();
  const { t } = words;
  const { logId, at } = useCase();
  const job = useJob('chain.measures');
  const [rows, setRows] = useState<readonly Row[] | null>(null);
  const run = async () => {
    const answer = await job.run({ logId, day, at });
    if (answer !== undefined) setRows(answer.measures);
  };
  return (
    <Panel title={t('chain.centrality.title')}>
      <Text size="sm" c="dimmed">
        {t('chain.centrality.lead')}
      </Text>
      <dl className={style.facts}>
        {EXPLAINED.map((one) => (
          <div key={one} className={style.fact}>
            <dt>{t(`chain.centrality.${one}`)}</dt>
            <dd>{t(`chain.centrality.${one}Help`)}</dd>
          </div>
        ))}
      </dl>
      {job.running ? (
        <JobProgress label={t('chain.centrality.running')} progress={job.progress} onCancel={job.cancel} />
      ) : (
        <RunButton onClick={() => void run()}>{t('chain.centrality.run')}</RunButton>
      )}
      {rows !== null && <Table rows={rows} />}
    </Panel>
  );
}

function Table({ rows }: { readonly rows: readonly Row[] }) {
  const { words, nodes } = useChain();
  const { logId } = useCase();
  const locale = useLocale();
  const columns = useMemo((): readonly Column<Row>[] => {
    const { t, nameOf } = words;
    const number = (key: 'lines' | 'betweenness' | 'pageRank' | 'core', digits: number): Column<Row> => ({
      key,
      header: t(`chain.centrality.${key}`),
      align: 'right',
      sort: (row) => row[key],
      cell: (row) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(row[key]),
    });
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
      number('lines', 0),
      number('betweenness', 4),
      number('pageRank', 4),
      number('core', 0),
      {
        key: 'cut',
        header: t('chain.centrality.cut'),
        sort: ({ cut }) => Number(!cut),
        cell: ({ cut }) => t(cut ? 'common.yes' : 'common.no'),
      },
    ];
  }, [words, nodes, logId, locale]);
  return (
    <DataTable
      label={words.t('chain.centrality.table')}
      rows={rows}
      columns={columns}
      rowKey={({ node }) => node}
    />
  );
}
