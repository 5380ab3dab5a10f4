import { NumberInput, Select } from '@mantine/core';
import { type AskedOptions, DATE_ORDERS, DECIMALS, type TableMapping } from '#shared/import/table/mapping.ts';
import type { ImportFormatId, Inspection } from '#shared/ipc/imports.ts';
import { useT } from '../../app/language.ts';
import style from './imports.module.css';

const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const;
const QUOTES = { double: '"', single: "'", none: '' } as const;

const nameIn = <T extends string>(list: Readonly<Record<string, T>>, value: T | undefined): string | null =>
  Object.keys(list).find((name) => list[name] === value) ?? null;

/** How the text of a table is read: separator, quotes, header, numbers and dates; of a workbook the sheet. */
export function ReadingFields(props: {
  readonly table: NonNullable<Inspection['table']>;
  readonly format: ImportFormatId;
  readonly mapping: TableMapping;
  readonly onMapping: (mapping: TableMapping) => void;
  readonly onReread: (options: AskedOptions) => void;
}) {
  const t = useT();
  const { table, mapping, onMapping, onReread } = props;
  const { options, sheets } = table;
  return (
    <div className={style.fields}>
      {props.format === 'xlsx' ? (
        <Select
          label={t('imports.table.sheet')}
          data={[...new Set(sheets)]}
          value={options.sheet ?? null}
          allowDeselect={false}
          onChange={(sheet) => sheet !== null && onReread({ sheet })}
        />
      ) : (
        <>
          <Select
            label={t('imports.table.delimiter')}
            data={(Object.keys(DELIMITERS) as (keyof typeof DELIMITERS)[]).map((name) => ({
              value: name,
              label: t(`imports.table.delimiters.${name}`),
            }))}
            value={nameIn(DELIMITERS, options.delimiter)}
            allowDeselect={false}
            onChange={(name) => name && onReread({ delimiter: DELIMITERS[name as keyof typeof DELIMITERS] })}
          />
          <Select
            label={t('imports.table.quote')}
            data={(Object.keys(QUOTES) as (keyof typeof QUOTES)[]).map((name) => ({
              value: name,
              label: t(`imports.table.quotes.${name}`),
            }))}
            value={nameIn(QUOTES, options.quote)}
            allowDeselect={false}
            onChange={(name) => name && onReread({ quote: QUOTES[name as keyof typeof QUOTES] })}
          />
        </>
      )}
      <NumberInput
        label={t('imports.table.headerLine')}
        description={t('imports.table.headerLineHelp')}
        inputWrapperOrder={['label', 'input', 'description']}
        min={0}
        max={1_000}
        allowDecimal={false}
        value={options.headerLine}
        onChange={(value) => {
          const line = Number(value);
          if (value !== '' && Number.isInteger(line) && line !== options.headerLine)
            onReread({ headerLine: line });
        }}
      />
      <Select
        label={t('imports.table.decimals')}
        data={DECIMALS.map((one) => ({ value: one, label: t(`imports.table.decimalsOf.${one}`) }))}
        value={mapping.decimals}
        allowDeselect={false}
        onChange={(value) => {
          const decimals = DECIMALS.find((one) => one === value);
          if (decimals !== undefined) onMapping({ ...mapping, decimals });
        }}
      />
      <Select
        label={t('imports.table.dates')}
        data={DATE_ORDERS.map((one) => ({ value: one, label: t(`imports.table.datesOf.${one}`) }))}
        value={mapping.dates}
        allowDeselect={false}
        onChange={(value) => {
          const dates = DATE_ORDERS.find((one) => one === value);
          if (dates !== undefined) onMapping({ ...mapping, dates });
        }}
      />
    </div>
  );
}
