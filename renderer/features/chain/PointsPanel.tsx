import { Group, Select, Switch, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { lengthText, namesText } from '#shared/chain/wording.ts';
import { useJob } from '../../api/index.ts';
import { type Column, DataTable, JobProgress, Panel, RecordLink } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { type ChainStudy, type Point, useChain } from './ChainContext.ts';
import style from './chain.module.css';
import { VerdictChip } from './chips.tsx';
import { RunButton } from './RunButton.tsx';

type Row = { readonly point: Point; readonly hit: Point['hits'][number]; readonly all: Point['hits'] };

/** Single points of failure towards the vital processes, beside what counting lines would say of them. */
export function PointsPanel({ study }: { readonly study: ChainStudy }) {
  const { words, day } = useChain();
  const { t } = words;
  const { logId, at } = useCase();
  const job = useJob('chain.points');
  const [found, setFound] = useState<readonly Point[] | null>(null);
  const [process, setProcess] = useState('');
  const [certainOnly, setCertainOnly] = useState(false);
  const points = found ?? study.points;
  const run = async () => {
    const answer = await job.run({ logId, day, at, target: study.target.record });
    if (answer !== undefined) setFound(answer.points);
  };
  const rows = useMemo(
    (): readonly Row[] =>
      (points ?? []).flatMap((point) => {
        const all = point.hits.filter(
          ({ node, verdict }) =>
            (process === '' || node === process) && (!certainOnly || verdict === 'certain'),
        );
        const [first] = [...all].sort(
          (a, b) => Number(a.verdict === 'possible') - Number(b.verdict === 'possible') || a.from - b.from,
        );
        return first === undefined ? [] : [{ point, hit: first, all }];
      }),
    [points, process, certainOnly],
  );
  return (
    <Panel title={t('chain.points.title')}>
      <Text size="sm" c="dimmed">
        {t('chain.points.lead')} {t('chain.points.linesHelp')}
      </Text>
      {points === null ? (
        <Group>
          <Text>{t('chain.points.notYet')}</Text>
          {job.running ? (
            <JobProgress label={t('chain.findings.running')} progress={job.progress} onCancel={job.cancel} />
          ) : (
            <RunButton onClick={() => void run()}>{t('chain.findings.run')}</RunButton>
          )}
        </Group>
      ) : (
        <>
          <Group align="end" gap="lg">
            <Select
              label={t('chain.points.process')}
              className={style.field}
              data={[
                { value: '', label: t('chain.points.all') },
                ...study.study.processes.map(({ process: record }) => ({
                  value: record as string,
                  label: words.nameOf(record),
                })),
              ]}
              value={process}
              allowDeselect={false}
              onChange={(value) => setProcess(value ?? '')}
            />
            <Switch
              label={t('chain.points.certainOnly')}
              checked={certainOnly}
              onChange={(event) => setCertainOnly(event.currentTarget.checked)}
            />
          </Group>
          {rows.length === 0 ? <Text>{t('chain.points.none')}</Text> : <Table rows={rows} of={study.of} />}
        </>
      )}
    </Panel>
  );
}

function Table({ rows, of }: { readonly rows: readonly Row[]; readonly of: number }) {
  const { words, nodes } = useChain();
  const { logId } = useCase();
  const columns = useMemo((): readonly Column<Row>[] => {
    const { t, nameOf } = words;
    return [
      {
        key: 'node',
        header: t('chain.points.node'),
        sort: ({ point }) => nameOf(point.node),
        cell: ({ point }) => {
          const node = nodes.get(point.node);
          return node === undefined ? '…' : <RecordLink logId={logId} to={node} />;
        },
      },
      {
        key: 'verdict',
        header: t('chain.points.verdict'),
        sort: ({ hit }) => hit.verdict,
        cell: ({ hit }) => <VerdictChip verdict={hit.verdict} />,
      },
      {
        key: 'reaches',
        header: t('chain.points.reaches'),
        cell: ({ all }) =>
          namesText(
            words,
            all.map(({ node }) => node),
          ),
      },
      {
        key: 'when',
        header: t('chain.points.when'),
        align: 'right',
        sort: ({ hit }) => hit.from,
        cell: ({ hit }) => lengthText(words, hit.from, hit.verdict === 'certain' ? hit.to : hit.from),
      },
      {
        key: 'lines',
        header: t('chain.points.lines'),
        align: 'right',
        sort: ({ point }) => point.degree,
        cell: ({ point }) =>
          t('chain.points.linesValue', { degree: point.degree, rank: point.degreeRank, of }),
      },
    ];
  }, [words, nodes, logId, of]);
  return (
    <DataTable
      label={words.t('chain.points.table')}
      rows={rows}
      columns={columns}
      rowKey={({ point }) => point.node}
    />
  );
}
