import { Text } from '@mantine/core';
import { type Given, useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { AuthorText, Chip, type Column, DataTable, DateText, Panel, QueryState } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { useChangeWords } from '../history/words.ts';

type Entry = Given<'history.list'>['entries'][number];

/** Imports into this case, from its history. */
export function EarlierImports() {
  const t = useT();
  const say = useChangeWords();
  const { logId } = useCase();
  const query = useQueryCall('history.list', { logId, action: 'import', limit: 50 });
  const columns: readonly Column<Entry>[] = [
    { key: 'when', header: t('imports.earlier.when'), cell: ({ time }) => <DateText instant={time} /> },
    { key: 'who', header: t('imports.earlier.who'), cell: ({ author }) => <AuthorText author={author} /> },
    {
      key: 'what',
      header: t('imports.earlier.what'),
      cell: (entry) => (
        <>
          {say(entry)}{' '}
          {entry.revertedBy !== undefined && <Chip tone="warn">{t('imports.earlier.takenBack')}</Chip>}
        </>
      ),
    },
  ];
  return (
    <Panel title={t('imports.earlier.title')}>
      <QueryState query={query}>
        {({ entries }) => (
          <DataTable
            label={t('imports.earlier.title')}
            rows={entries}
            columns={columns}
            rowKey={({ id }) => id}
            empty={<Text c="dimmed">{t('imports.earlier.empty')}</Text>}
          />
        )}
      </QueryState>
    </Panel>
  );
}
