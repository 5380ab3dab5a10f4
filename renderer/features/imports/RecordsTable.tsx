import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { HistoryItem } from '#shared/ipc/history.ts';
import type { WaitingImport } from '#shared/ipc/imports.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Given } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { type Column, DataTable, MarkingBadge, QueryState, useRecordName } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { type Body, fieldName, fieldText } from '../dossier/fields.ts';
import type { Wording } from '../dossier/format.ts';
import { useWording } from '../dossier/useWording.ts';
import style from './imports.module.css';
import { Pages, placeText, usePage } from './usePage.tsx';

type Item = Given<'imports.page'>['items'][number];

const side = ({ fields }: HistoryItem, which: 'before' | 'after'): Body =>
  Object.fromEntries(
    fields.flatMap(({ field, [which]: value }) => (value === undefined ? [] : [[field, value]])),
  );

/** Members of a record that say what it is, besides those that name it. */
const SAYING = ['value', 'kind', 'form', 'country', 'validFrom', 'validTo', 'label'];

/** Records that the import would add, change or leave, by page, with what it says of each. */
export function RecordsTable(props: {
  readonly waiting: WaitingImport;
  readonly tab: 'created' | 'changed' | 'unchanged';
}) {
  const t = useT();
  const nameOf = useRecordName();
  const { logId } = useCase();
  const own = useWording(logId);
  const { waiting, tab } = props;
  const { query, page, total, setPage } = usePage(waiting, tab);
  const refs = query.data?.refs;
  const wording = useMemo((): Wording => {
    const names = new Map((refs ?? []).map(({ record, label }) => [record as string, label]));
    return { ...own, nameOf: (record: RecordId) => names.get(record) ?? own.nameOf(record) };
  }, [own, refs]);
  const columns: readonly Column<Item>[] = [
    {
      key: 'place',
      header: t('imports.preview.place'),
      width: 150,
      cell: ({ file, line }) => placeText(waiting, file, line),
    },
    {
      key: 'type',
      header: t('imports.preview.type'),
      width: 130,
      cell: ({ item }) => t(`words.type.${item.ref.type}`),
    },
    {
      key: 'what',
      header: t('imports.preview.what'),
      cell: ({ item }) => (
        <>
          <strong>{nameOf(item.ref)}</strong>
          {item.about !== undefined && ` (${nameOf(item.about)})`}
        </>
      ),
    },
    {
      key: 'says',
      header: t(tab === 'changed' ? 'imports.preview.change' : 'imports.preview.says'),
      cell: ({ item }) => <Says item={item} wording={wording} />,
    },
    {
      key: 'marking',
      header: t('model.field.marking'),
      width: 110,
      cell: ({ item }) => <MarkingBadge marking={item.ref.marking} />,
    },
  ];
  return (
    <QueryState query={query}>
      {({ items }) => (
        <Stack gap="sm">
          <DataTable
            label={t(`imports.preview.tabs.${tab}`)}
            rows={items}
            columns={columns}
            rowKey={({ n }) => String(n)}
            empty={<Text c="dimmed">{t('imports.preview.noRecords')}</Text>}
          />
          <Pages page={page} total={total} onPage={setPage} />
        </Stack>
      )}
    </QueryState>
  );
}

/** A changed record by its members before and after, another by what it says. */
function Says({ item, wording }: { readonly item: HistoryItem; readonly wording: Wording }) {
  const { t } = wording;
  const { type } = item.ref;
  const [before, after] = [side(item, 'before'), side(item, 'after')];
  if (item.what === 'changed')
    return (
      <ul className={style.change}>
        {item.fields.map(({ field }) => (
          <li key={field}>
            {t('imports.preview.fromTo', {
              field: fieldName(field, wording),
              before:
                fieldText(type, field, { property: item.ref.label, ...before }, wording) ??
                t('imports.preview.absent'),
              after:
                fieldText(type, field, { property: item.ref.label, ...after }, wording) ??
                t('imports.preview.absent'),
            })}
          </li>
        ))}
      </ul>
    );
  const said = SAYING.flatMap((field) => fieldText(type, field, after, wording) ?? []);
  return (
    <>
      {said.join(' · ')}
      {item.what === 'restored' && (
        <Text size="sm" c="dimmed">
          {t('imports.preview.restored')}
        </Text>
      )}
    </>
  );
}
