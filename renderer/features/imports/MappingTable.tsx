import { Checkbox, Select } from '@mantine/core';
import { useMemo } from 'react';
import { type Field, fieldsFor } from '#shared/import/table/fields.ts';
import { cellText } from '#shared/import/table/header.ts';
import type { MappedColumn, TableMapping } from '#shared/import/table/mapping.ts';
import type { Inspection } from '#shared/ipc/imports.ts';
import { useT } from '../../app/language.ts';
import { useFieldWord } from './fieldWords.ts';
import style from './imports.module.css';

const SHOWN = 3;
const GROUPS = ['party', 'row', 'facts'] as const;

const isShare = (field: Field | undefined): boolean => field?.property?.units?.[0] === 'percent';

/** One row a column: its name, its first values, and what it means. */
export function MappingTable(props: {
  readonly table: NonNullable<Inspection['table']>;
  readonly mapping: TableMapping;
  readonly onMapping: (mapping: TableMapping) => void;
}) {
  const t = useT();
  const fieldWord = useFieldWord();
  const { table, mapping, onMapping } = props;
  const fields = useMemo(() => fieldsFor(mapping), [mapping]);
  const used = new Set(mapping.columns.map(({ field }) => field));
  const data = (own: string | undefined) =>
    GROUPS.map((group) => ({
      group: t(`imports.field.groups.${group}`),
      items: fields
        .filter((field) => field.group === group)
        .map((field) => ({
          value: field.id,
          label: fieldWord(field, mapping),
          disabled: field.id !== own && used.has(field.id),
        })),
    }));
  const put = (header: string, next: MappedColumn | null) => {
    const others = mapping.columns.filter((column) => column.header !== header);
    const columns = next === null ? others : [...others, next];
    const order = new Map(table.header.map((name, at) => [name, at]));
    columns.sort((a, b) => (order.get(a.header) ?? 0) - (order.get(b.header) ?? 0));
    onMapping({ ...mapping, columns });
  };
  return (
    <div className={style.scroll}>
      <table className={style.table}>
        <thead>
          <tr>
            <th scope="col">{t('imports.table.column')}</th>
            <th scope="col">{t('imports.table.sample')}</th>
            <th scope="col">{t('imports.table.meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {table.header.map((header, at) => {
            const mapped = mapping.columns.find((column) => column.header === header);
            const field = fields.find(({ id }) => id === mapped?.field);
            const values = table.sample.map(({ cells }) => cellText(cells[at])).filter((text) => text !== '');
            return (
              <tr key={header}>
                <th scope="row">{header}</th>
                <td className={style.values}>{values.slice(0, SHOWN).join(' · ')}</td>
                <td>
                  <Select
                    aria-label={t('imports.table.meaningOf', { column: header })}
                    placeholder={t('imports.table.leaveOut')}
                    searchable
                    clearable
                    maw={320}
                    data={data(mapped?.field)}
                    value={mapped?.field ?? null}
                    clearButtonProps={{ 'aria-label': t('common.clear') }}
                    onChange={(id) => put(header, id === null ? null : { header, field: id })}
                  />
                  {mapped !== undefined && isShare(field) && (
                    <Checkbox
                      mt={6}
                      size="xs"
                      label={t('imports.table.fraction')}
                      aria-label={t('imports.table.fractionOf', { column: header })}
                      checked={mapped.fraction ?? false}
                      onChange={(event) => put(header, { ...mapped, fraction: event.currentTarget.checked })}
                    />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
