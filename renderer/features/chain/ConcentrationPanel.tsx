import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { namesText } from '#shared/chain/wording.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { type Given, useQueryCall } from '../../api/index.ts';
import { useLocale } from '../../app/language.ts';
import { type Column, DataTable, Panel, QueryState } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { useChain } from './ChainContext.ts';
import { useRange } from './useRange.ts';

type Row = Given<'chain.concentration'>['rows'][number];
type Ends = { readonly min: number; readonly max: number };

/** Concentration per input by supplier, country, owner and site, beside the yardsticks that others use. */
export function ConcentrationPanel({ target }: { readonly target: RecordId }) {
  const { words, day } = useChain();
  const { t } = words;
  const { logId, at } = useCase();
  const query = useQueryCall('chain.concentration', { logId, day, at, target }, { keep: true });
  return (
    <Panel title={t('chain.concentration.title')}>
      <Text size="sm" c="dimmed">
        {t('chain.concentration.lead')} {t('chain.concentration.yardstick')}
      </Text>
      <QueryState query={query}>
        {({ rows }) =>
          rows.length === 0 ? <Text>{t('chain.concentration.none')}</Text> : <Table rows={rows} />
        }
      </QueryState>
    </Panel>
  );
}

function Table({ rows }: { readonly rows: readonly Row[] }) {
  const { words, openEdge } = useChain();
  const locale = useLocale();
  const range = useRange();
  const columns = useMemo((): readonly Column<Row>[] => {
    const { t, nameOf } = words;
    const figure = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
    const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
    const ends = (of: Ends | null, format: Intl.NumberFormat): string =>
      of === null ? t('chain.unknown.notRecorded') : range(of.min, of.max, format.format);
    const index = (key: 'supplier' | 'country' | 'owner' | 'site', header: string): Column<Row> => ({
      key,
      header,
      align: 'right',
      sort: (row) => row[key]?.min,
      cell: (row) =>
        row.contradictory && key === 'supplier'
          ? t('chain.concentration.contradictory')
          : ends(row[key], figure),
    });
    return [
      {
        key: 'input',
        header: t('chain.points.input'),
        sort: ({ input }) => input,
        cell: ({ input }) => input,
      },
      {
        key: 'customer',
        header: t('chain.concentration.customer'),
        sort: ({ customer }) => nameOf(customer),
        cell: ({ customer }) => nameOf(customer),
      },
      {
        key: 'sources',
        header: t('chain.points.sources'),
        cell: ({ sources }) => namesText(words, sources),
      },
      index('supplier', t('chain.concentration.bySupplier')),
      index('country', t('chain.concentration.byCountry')),
      index('owner', t('chain.concentration.byOwner')),
      index('site', t('chain.concentration.bySite')),
      {
        key: 'outsideEu',
        header: t('chain.concentration.outsideEu'),
        align: 'right',
        sort: ({ outsideEu }) => outsideEu?.min,
        cell: ({ outsideEu }) => ends(outsideEu, percent),
      },
      {
        key: 'open',
        header: t('chain.concentration.open'),
        align: 'right',
        sort: ({ open }) => open.max,
        cell: ({ open }) => ends(open, percent),
      },
    ];
  }, [words, locale, range]);
  return (
    <DataTable
      label={words.t('chain.concentration.table')}
      rows={rows}
      columns={columns}
      rowKey={({ customer, relations }) => `${customer} ${relations.join(' ')}`}
      onOpen={({ relations }) => relations[0] !== undefined && openEdge(relations[0])}
    />
  );
}
