import { Button, Group, SegmentedControl, Select, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { EDGE_KINDS, type EdgeKind } from '#shared/graph/model.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { Panel } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { BulkFactDrawer } from './BulkFactDrawer.tsx';
import { BulkMarkingDrawer } from './BulkMarkingDrawer.tsx';
import { type ChainStudy, useChain } from './ChainContext.ts';
import { ChainMap } from './ChainMap.tsx';
import style from './chain.module.css';
import { EdgeTable } from './EdgeTable.tsx';
import { TierTree } from './TierTree.tsx';

const VIEWS = ['map', 'table', 'tree'] as const;
type View = (typeof VIEWS)[number];
type Filter = EdgeKind | 'flow';

/** The network as a map, as a table and as a tree; relations that are chosen can be changed together. */
export function NetworkPanel({ study }: { readonly study: ChainStudy }) {
  const { words, graph, edges } = useChain();
  const { t, nameOf } = words;
  const { readOnly } = useCase();
  const [view, setView] = useState<View>('map');
  const [filter, setFilter] = useState<Filter>('flow');
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<RecordId>>(new Set());
  const [editing, setEditing] = useState<'fact' | 'marking' | null>(null);
  const rows = useMemo(() => {
    const asked = search.trim().toLocaleLowerCase();
    return [...edges.values()].filter(
      ({ flow, kind, from, to }) =>
        (filter === 'flow' ? flow : kind === filter) &&
        (asked === '' || `${nameOf(from)} ${nameOf(to)}`.toLocaleLowerCase().includes(asked)),
    );
  }, [edges, filter, search, nameOf]);
  const kinds = EDGE_KINDS.filter((kind) => graph.edges.some((edge) => edge.kind === kind));
  const choose = (relation: RecordId, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(relation);
    else next.delete(relation);
    setChosen(next);
  };
  const selection = [...chosen].flatMap((record) => edges.get(record) ?? []);
  const done = () => {
    setEditing(null);
    setChosen(new Set());
  };
  return (
    <Panel
      title={t('chain.network.title')}
      actions={
        <SegmentedControl
          aria-label={t('chain.network.view')}
          value={view}
          data={[
            { value: 'map', label: t('chain.network.asMap') },
            { value: 'table', label: t('chain.network.asTable') },
            { value: 'tree', label: t('chain.network.asTree') },
          ]}
          onChange={(value) => setView(VIEWS.find((one) => one === value) ?? 'map')}
        />
      }
    >
      {view === 'map' ? (
        <ChainMap
          study={study}
          onEdit={(relations, what) => {
            setChosen(new Set(relations));
            setEditing(what);
          }}
        />
      ) : view === 'tree' ? (
        <TierTree study={study} />
      ) : (
        <>
          <Group align="end" gap="sm">
            <TextInput
              label={t('chain.network.search')}
              leftSection={<IconSearch size={16} aria-hidden />}
              value={search}
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
            <Select
              label={t('chain.network.filter')}
              data={[
                { value: 'flow', label: t('chain.network.filterAll') },
                ...kinds.map((kind) => ({ value: kind, label: t(`chain.edgeKind.${kind}`) })),
              ]}
              value={filter}
              allowDeselect={false}
              onChange={(value) => setFilter(kinds.find((kind) => kind === value) ?? 'flow')}
            />
            <Text size="sm" c="dimmed" role="status">
              {t('chain.network.shown', { count: rows.length })}
            </Text>
          </Group>
          {!readOnly && (
            <Group gap="sm" className={style.selection} data-empty={chosen.size === 0 || undefined}>
              <Text size="sm" fw={600}>
                {t('chain.network.selected', { count: chosen.size })}
              </Text>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => setChosen(new Set([...chosen, ...rows.map(({ record }) => record)]))}
              >
                {t('chain.table.selectAll')}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                disabled={chosen.size === 0}
                onClick={() => setEditing('fact')}
              >
                {t('chain.network.bulk')}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                disabled={chosen.size === 0}
                onClick={() => setEditing('marking')}
              >
                {t('chain.network.bulkMarking')}
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                disabled={chosen.size === 0}
                onClick={() => setChosen(new Set())}
              >
                {t('chain.network.clear')}
              </Button>
            </Group>
          )}
          {rows.length === 0 ? (
            <Text c="dimmed">{t('chain.network.none')}</Text>
          ) : (
            <EdgeTable
              label={t('chain.table.edges')}
              rows={rows}
              {...(readOnly ? {} : { chosen, onChoose: choose })}
            />
          )}
        </>
      )}
      {editing === 'fact' && (
        <BulkFactDrawer selection={selection} onClose={() => setEditing(null)} onDone={done} />
      )}
      {editing === 'marking' && (
        <BulkMarkingDrawer selection={selection} onClose={() => setEditing(null)} onDone={done} />
      )}
    </Panel>
  );
}
