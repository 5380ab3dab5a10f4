import { Group, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { type Compared, compareChains } from '#shared/chain/compare.ts';
import { amountText, lengthText } from '#shared/chain/wording.ts';
import type { GraphEdge } from '#shared/graph/model.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { useQueryCall } from '../../api/index.ts';
import { type Column, DataTable, DayInput, Panel, QueryState } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { type ChainGraph, type ChainStudy, useChain, useNetwork } from './ChainContext.ts';

/** A year before a day, as where a comparison starts. */
const yearBefore = (day: string): string =>
  `${Number(day.slice(0, 4)) - 1}${day.slice(4).replace('02-29', '02-28')}`;

/** The chain on two days beside each other: relations, facts, and what a stop meant to the vital processes. */
export function ComparePanel({ study }: { readonly study: ChainStudy }) {
  const { words, day } = useChain();
  const { t } = words;
  const { logId, at } = useCase();
  const [first, setFirst] = useState(yearBefore(day));
  const [second, setSecond] = useState(day);
  const known = at.knownAt === undefined ? {} : { knownAt: at.knownAt };
  const before = useQueryCall('chain.graph', { logId, day: first, at: known }, { keep: true });
  const after = useQueryCall('chain.graph', { logId, day: second, at: known }, { keep: true });
  return (
    <Panel title={t('chain.compare.title')}>
      <Text size="sm" c="dimmed">
        {t('chain.compare.lead')}
      </Text>
      <Group align="end">
        <DayInput
          label={t('chain.compare.first')}
          value={first}
          onChange={(value) => value !== null && setFirst(value)}
        />
        <DayInput
          label={t('chain.compare.second')}
          value={second}
          onChange={(value) => value !== null && setSecond(value)}
        />
      </Group>
      <QueryState query={before}>
        {(one) => <QueryState query={after}>{(other) => <Changes before={one} after={other} />}</QueryState>}
      </QueryState>
      <Processes target={study.target.record} first={first} second={second} known={known} />
    </Panel>
  );
}

type Row = {
  readonly key: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly edge: GraphEdge;
  readonly fact?: Compared;
  readonly before?: GraphEdge;
};

function Changes({ before, after }: { readonly before: ChainGraph; readonly after: ChainGraph }) {
  const { words: now, openEdge } = useChain();
  const old = useNetwork(before);
  const { t } = now;
  const rows = useMemo((): readonly Row[] => {
    const changes = compareChains(
      before as Parameters<typeof compareChains>[0],
      after as Parameters<typeof compareChains>[1],
    );
    const plain = (kind: 'added' | 'removed') => (edge: GraphEdge) => ({ key: edge.record, kind, edge });
    return [
      ...changes.added.map(plain('added')),
      ...changes.removed.map(plain('removed')),
      ...changes.changed.flatMap(({ before: was, after: edge, facts }) =>
        facts.map((fact) => ({
          key: `${edge.record} ${fact}`,
          kind: 'changed' as const,
          edge,
          fact,
          before: was,
        })),
      ),
    ];
  }, [before, after]);
  const columns = useMemo((): readonly Column<Row>[] => {
    const nameOf = (record: RecordId) => (old.nodes.has(record) ? old.words : now).nameOf(record);
    const said = (edge: GraphEdge | undefined, fact: Compared | undefined): string => {
      if (edge === undefined || fact === undefined) return '–';
      if (fact === 'essential' || fact === 'singleSource') return t(`chain.answer.${edge[fact]}`);
      if (fact === 'state') return t(`chain.state.${edge.state}`);
      const unit = fact === 'value' ? 'euros' : fact === 'share' || fact === 'outputLoss' ? 'share' : 'days';
      return amountText(now, edge[fact], unit);
    };
    const headers: Record<Compared, string> = {
      essential: t('chain.table.essential'),
      singleSource: t('chain.table.single'),
      share: t('chain.table.share'),
      value: t('chain.table.value'),
      stockCover: t('chain.table.stock'),
      timeToReplace: t('chain.table.replace'),
      outputLoss: t('chain.whatIf.loss'),
      state: t('chain.table.marks'),
    };
    const name = ({ edge }: Row) => `${nameOf(edge.from)} – ${nameOf(edge.to)}`;
    return [
      { key: 'relation', header: t('chain.table.relation'), sort: name, cell: name },
      {
        key: 'kind',
        header: t('chain.compare.what'),
        sort: ({ kind }) => kind,
        cell: ({ kind, fact }) =>
          fact === undefined ? t(`chain.compare.${kind}`) : `${t('chain.compare.changed')}: ${headers[fact]}`,
      },
      {
        key: 'before',
        header: t('chain.compare.before'),
        cell: ({ before: was, fact }) => said(was, fact),
      },
      { key: 'after', header: t('chain.compare.after'), cell: ({ edge, fact }) => said(edge, fact) },
    ];
  }, [t, now, old]);
  if (rows.length === 0) return <Text>{t('chain.compare.same')}</Text>;
  return (
    <DataTable
      label={t('chain.compare.table')}
      rows={rows}
      columns={columns}
      rowKey={({ key }) => key}
      onOpen={({ edge }) => openEdge(edge.record)}
    />
  );
}

function Processes(props: {
  readonly target: RecordId;
  readonly first: string;
  readonly second: string;
  readonly known: { readonly knownAt?: string };
}) {
  const { words } = useChain();
  const { t } = words;
  const { logId } = useCase();
  const { target, first, second, known } = props;
  const one = useQueryCall('chain.study', { logId, target, day: first, at: known }, { keep: true });
  const other = useQueryCall('chain.study', { logId, target, day: second, at: known }, { keep: true });
  const columns = useMemo((): readonly Column<Process>[] => {
    const said = ({ hit }: Process): string =>
      hit === null
        ? t('chain.verdict.none')
        : `${t(`chain.verdict.${hit.verdict}`)}, ${lengthText(words, hit.from, hit.verdict === 'certain' ? hit.to : hit.from)}`;
    return [
      {
        key: 'process',
        header: t('chain.compare.process'),
        cell: ({ process }) => words.nameOf(process),
      },
      {
        key: 'before',
        header: t('chain.compare.before'),
        cell: ({ process }) => {
          const found = one.data?.study.processes.find((was) => was.process === process);
          return found === undefined ? '–' : said(found);
        },
      },
      { key: 'after', header: t('chain.compare.after'), cell: said },
    ];
  }, [t, words, one.data]);
  if (other.data === undefined || other.data.study.processes.length === 0) return null;
  return (
    <DataTable
      label={t('chain.compare.processTable')}
      rows={other.data.study.processes}
      columns={columns}
      rowKey={({ process }) => process}
    />
  );
}
type Process = ChainStudy['study']['processes'][number];
