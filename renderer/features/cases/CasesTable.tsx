import { ActionIcon, Group, Menu, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconArchive, IconDots, IconPencil, IconRestore } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { CaseRow } from '#shared/ipc/cases.ts';
import { useLocale, useT } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { Chip, type Column, DataTable, DateText, MarkingBadge } from '../../ui/index.ts';
import { ArchiveDialog } from './ArchiveDialog.tsx';
import { RenameDialog } from './RenameDialog.tsx';

type Asked = { readonly what: 'rename' | 'archive'; readonly row: CaseRow };

/** The cases as a table, with what can be done to each. */
export function CasesTable({ rows, text }: { readonly rows: readonly CaseRow[]; readonly text: string }) {
  const t = useT();
  const locale = useLocale();
  const [asked, setAsked] = useState<Asked | null>(null);
  const found = useMemo(() => filtered(rows, text, locale), [rows, text, locale]);
  const columns: readonly Column<CaseRow>[] = [
    {
      key: 'title',
      header: t('cases.column.title'),
      sort: (row) => row.title,
      cell: (row) => (
        <>
          {row.title}
          <Text size="sm" c="dimmed" fw={400}>
            {row.reference ?? t('cases.noReference')}
          </Text>
        </>
      ),
    },
    {
      key: 'status',
      header: t('cases.column.status'),
      sort: (row) => row.status,
      cell: (row) => (
        <Group gap={4}>
          <Chip>{t(`words.status.${row.status}`)}</Chip>
          {row.archived && <Chip tone="warn">{t('cases.archived')}</Chip>}
        </Group>
      ),
    },
    {
      key: 'department',
      header: t('cases.column.department'),
      sort: (row) => row.leadDepartment,
      cell: (row) => <abbr title={t(`words.department.${row.leadDepartment}`)}>{row.leadDepartment}</abbr>,
    },
    {
      key: 'marking',
      header: t('cases.column.marking'),
      cell: (row) => <MarkingBadge marking={row.marking} />,
    },
    {
      key: 'changed',
      header: t('cases.column.changed'),
      sort: (row) => row.changedAt,
      cell: (row) => (
        <Stack gap={0}>
          <DateText instant={row.changedAt} />
          <Text size="xs" c="dimmed">
            {t('common.by', { name: row.changedBy })}
          </Text>
        </Stack>
      ),
    },
    {
      key: 'records',
      header: t('cases.column.records'),
      align: 'right',
      sort: (row) => row.records,
      cell: (row) => new Intl.NumberFormat(locale).format(row.records),
    },
    {
      key: 'conflicts',
      header: t('cases.column.conflicts'),
      align: 'right',
      sort: (row) => row.conflicts,
      cell: (row) =>
        row.conflicts === 0 ? (
          '0'
        ) : (
          <Chip tone="warn" icon={<IconAlertTriangle size={13} aria-hidden />}>
            {row.conflicts}
          </Chip>
        ),
    },
    {
      key: 'actions',
      header: t('common.actions'),
      width: 60,
      cell: (row) => (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('common.actionsFor', { name: row.title })}
            >
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconPencil size={16} aria-hidden />}
              onClick={() => setAsked({ what: 'rename', row })}
            >
              {t('cases.rename')}
            </Menu.Item>
            <Menu.Item
              leftSection={
                row.archived ? <IconRestore size={16} aria-hidden /> : <IconArchive size={16} aria-hidden />
              }
              onClick={() => setAsked({ what: 'archive', row })}
            >
              {row.archived ? t('cases.unarchive') : t('cases.archive')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ),
    },
  ];
  return (
    <>
      <DataTable
        label={t('cases.tableLabel')}
        rows={found}
        columns={columns}
        rowKey={(row) => row.logId}
        rowHref={(row) => hrefOf({ screen: 'case', logId: row.logId, tab: 'overview' })}
        initialSort={{ key: 'changed', down: true }}
      />
      {asked?.what === 'rename' && <RenameDialog row={asked.row} onClose={() => setAsked(null)} />}
      {asked?.what === 'archive' && <ArchiveDialog row={asked.row} onClose={() => setAsked(null)} />}
    </>
  );
}

const filtered = (rows: readonly CaseRow[], text: string, locale: string): readonly CaseRow[] => {
  const wanted = text.trim().toLocaleLowerCase(locale);
  if (wanted === '') return rows;
  return rows.filter((row) =>
    [row.title, row.reference ?? '', row.leadDepartment].some((one) =>
      one.toLocaleLowerCase(locale).includes(wanted),
    ),
  );
};
