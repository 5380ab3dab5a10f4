import { Button, Stack } from '@mantine/core';
import { IconHistoryOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useT } from '../../app/language.ts';
import { go } from '../../app/router.ts';
import { EmptyState, ErrorState, LoadingState, PageHeader } from '../../ui/index.ts';
import { type TabProps, useCase } from '../caseFrame/CaseContext.ts';
import { HistoryEntryCard } from './HistoryEntryCard.tsx';
import { HistoryFilters } from './HistoryFilters.tsx';
import style from './history.module.css';
import { type Filters, useHistory } from './useHistory.ts';
import { VerifyLog } from './VerifyLog.tsx';

/** The log of signed changes in words, to filter, look into, take back and verify. */
export function HistoryScreen({ record }: TabProps) {
  const t = useT();
  const { logId } = useCase();
  const [filters, setFilters] = useState<Filters>({});
  const history = useHistory(logId, { ...filters, ...(record === undefined ? {} : { record }) });
  const { entries, authors } = history;
  return (
    <div>
      <PageHeader title={t('history.title')} lead={t('history.lead')} actions={<VerifyLog />} />
      <Stack gap="md">
        <HistoryFilters
          filters={filters}
          authors={authors}
          onChange={setFilters}
          record={record}
          onClearRecord={() => go({ screen: 'case', logId, tab: 'history' })}
        />
        {history.error && <ErrorState error={history.error} onRetry={history.retry} />}
        {history.loading && <LoadingState onRetry={history.retry} />}
        {!history.loading && !history.error && entries.length === 0 && (
          <EmptyState
            title={t('history.empty')}
            text={t('history.emptyText')}
            icon={<IconHistoryOff size={28} stroke={1.5} />}
          />
        )}
        {entries.length > 0 && (
          <ol className={style.list} aria-label={t('history.listLabel')}>
            {entries.map((entry) => (
              <HistoryEntryCard key={entry.id} entry={entry} />
            ))}
          </ol>
        )}
        {history.more && (
          <Button variant="default" loading={history.loadingMore} onClick={history.loadMore}>
            {t('history.more')}
          </Button>
        )}
      </Stack>
    </div>
  );
}
