import { Checkbox } from '@mantine/core';
import { useMemo } from 'react';
import { amountText } from '#shared/chain/wording.ts';
import type { Amount } from '#shared/graph/amount.ts';
import { boundsOf } from '#shared/graph/amount.ts';
import type { GraphEdge } from '#shared/graph/model.ts';
import { CREDIBILITIES, RELIABILITIES } from '#shared/model/grade.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { type Column, DataTable, DateText, GradeBadge, MarkingBadge } from '../../ui/index.ts';
import { useChain } from './ChainContext.ts';
import { EdgeMarks } from './chips.tsx';

const upper = (amount: Amount): number | undefined =>
  amount.kind === 'unknown' ? undefined : boundsOf(amount)[1];
const answer = { yes: 0, unknown: 1, no: 2 } as const;

/** Relations line by line, with what is known of each. Enter on a line opens it. `ordered`: in the order given. */
export function EdgeTable(props: {
  readonly label: string;
  readonly rows: readonly GraphEdge[];
  readonly ordered?: boolean;
  readonly chosen?: ReadonlySet<RecordId>;
  readonly onChoose?: (relation: RecordId, chosen: boolean) => void;
}) {
  const { words, openEdge } = useChain();
  const { chosen, onChoose } = props;
  const columns = useMemo((): readonly Column<GraphEdge>[] => {
    const { t, nameOf } = words;
    const amount = (value: Amount, unit: 'share' | 'days' | 'euros') =>
      value.kind === 'unknown' && value.why === 'notRecorded' ? (
        <>
          <span aria-hidden>–</span>
          <span className="wb-hidden">{amountText(words, value, unit)}</span>
        </>
      ) : (
        amountText(words, value, unit)
      );
    const known = ({ products, label }: GraphEdge): string =>
      products.length > 0 ? products.map(({ name }) => name).join(', ') : (label ?? '–');
    const all: Column<GraphEdge>[] = [
      {
        key: 'from',
        header: t('chain.table.from'),
        sort: ({ from }) => nameOf(from),
        cell: ({ from }) => nameOf(from),
      },
      {
        key: 'to',
        header: t('chain.table.to'),
        sort: ({ to }) => nameOf(to),
        cell: ({ to }) => nameOf(to),
      },
      { key: 'product', header: t('chain.table.product'), sort: known, cell: known },
      {
        key: 'kind',
        header: t('chain.table.kind'),
        sort: ({ kind }) => t(`chain.edgeKind.${kind}`),
        cell: ({ kind }) => t(`chain.edgeKind.${kind}`),
      },
      {
        key: 'essential',
        header: t('chain.table.essential'),
        sort: ({ essential }) => answer[essential],
        cell: ({ essential }) => t(`chain.answer.${essential}`),
      },
      {
        key: 'share',
        header: t('chain.table.share'),
        align: 'right',
        sort: ({ share }) => upper(share),
        cell: ({ share }) => amount(share, 'share'),
      },
      {
        key: 'stock',
        header: t('chain.table.stock'),
        align: 'right',
        sort: ({ stockCover }) => upper(stockCover),
        cell: ({ stockCover }) => amount(stockCover, 'days'),
      },
      {
        key: 'replace',
        header: t('chain.table.replace'),
        align: 'right',
        sort: ({ timeToReplace }) => upper(timeToReplace),
        cell: ({ timeToReplace }) => amount(timeToReplace, 'days'),
      },
      {
        key: 'value',
        header: t('chain.table.value'),
        align: 'right',
        sort: ({ value }) => upper(value),
        cell: ({ value }) => amount(value, 'euros'),
      },
      {
        key: 'date',
        header: t('chain.table.date'),
        sort: ({ validFrom, validTo }) => validFrom ?? validTo,
        cell: ({ validFrom, validTo }) =>
          validFrom === undefined && validTo === undefined ? (
            '–'
          ) : (
            <>
              {validFrom !== undefined && <DateText date={validFrom} />} –{' '}
              {validTo !== undefined && <DateText date={validTo} />}
            </>
          ),
      },
      {
        key: 'grade',
        header: t('chain.table.grade'),
        sort: ({ support: { grade } }) =>
          grade && RELIABILITIES.indexOf(grade.reliability) * 10 + CREDIBILITIES.indexOf(grade.credibility),
        cell: ({ support: { grade } }) =>
          grade === undefined ? t('chain.table.noGrade') : <GradeBadge {...grade} />,
      },
      {
        key: 'marks',
        header: t('chain.table.marks'),
        cell: (edge) => (
          <>
            <EdgeMarks edge={edge} /> {edge.marking !== 'open' && <MarkingBadge marking={edge.marking} />}
          </>
        ),
      },
    ];
    if (props.ordered) return all.filter(({ key }) => key !== 'kind').map(({ sort: _, ...column }) => column);
    if (onChoose === undefined) return all;
    const choice: Column<GraphEdge> = {
      key: 'choose',
      header: t('chain.table.choice'),
      width: 40,
      cell: ({ record, from, to }) => (
        <Checkbox
          aria-label={t('chain.table.select', { name: `${nameOf(from)} – ${nameOf(to)}` })}
          checked={chosen?.has(record) ?? false}
          onChange={(event) => onChoose(record, event.currentTarget.checked)}
        />
      ),
    };
    return [...all.slice(0, 1), choice, ...all.slice(1)];
  }, [words, chosen, onChoose, props.ordered]);
  return (
    <DataTable
      label={props.label}
      rows={props.rows}
      columns={columns}
      rowKey={({ record }) => record}
      onOpen={({ record }) => openEdge(record)}
      {...(props.ordered ? {} : { initialSort: { key: 'to', down: false } })}
    />
  );
}
