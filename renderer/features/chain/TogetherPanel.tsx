import { Text } from '@mantine/core';
import { useMemo } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import { useQueryCall } from '../../api/index.ts';
import { type Column, DataTable, Panel, QueryState } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { useChain } from './ChainContext.ts';
import style from './chain.module.css';

type Row = { readonly process: RecordId; readonly pair: readonly RecordId[] };

/** Pairs that fail a vital process together where neither does alone, and how many ways lead to each process. */
export function TogetherPanel() {
  const { words, day } = useChain();
  const { t, nameOf, lang } = words;
  const { logId, at } = useCase();
  const query = useQueryCall('chain.together', { logId, day, at }, { keep: true });
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      {
        key: 'pair',
        header: t('chain.points.pair'),
        cell: ({ pair }) => new Intl.ListFormat(lang).format(pair.map(nameOf)),
      },
      {
        key: 'process',
        header: t('chain.points.process'),
        sort: ({ process }) => nameOf(process),
        cell: ({ process }) => nameOf(process),
      },
    ],
    [t, nameOf, lang],
  );
  return (
    <Panel title={t('chain.points.together')}>
      <Text size="sm" c="dimmed">
        {t('chain.points.togetherLead')}
      </Text>
      <QueryState query={query}>
        {({ processes }) => {
          const rows = processes.flatMap(({ process, pairs }) => pairs.map((pair) => ({ process, pair })));
          return (
            <>
              {rows.length === 0 ? (
                <Text>{t('chain.points.noPairs')}</Text>
              ) : (
                <DataTable
                  label={t('chain.points.together')}
                  rows={rows}
                  columns={columns}
                  rowKey={({ process, pair }) => `${process} ${pair.join(' ')}`}
                />
              )}
              {processes.some(({ complete }) => !complete) && (
                <Text size="sm">{t('chain.points.incomplete')}</Text>
              )}
              <ul className={style.gaps} aria-label={t('chain.points.paths')}>
                {processes.map(({ process, paths }) => (
                  <li key={process}>
                    {t('chain.points.pathsText', { process: nameOf(process), count: paths })}
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </QueryState>
    </Panel>
  );
}
