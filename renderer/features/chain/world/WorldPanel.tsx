import { Text, Title } from '@mantine/core';
import { lazy, Suspense, useMemo } from 'react';
import { type CountryFlow, type CountryRow, countriesOf } from '#shared/chain/countries.ts';
import { countryOf } from '#shared/chain/wording.ts';
import type { CaseGraph } from '#shared/graph/model.ts';
import { type Column, DataTable, LoadingState, Panel } from '../../../ui/index.ts';
import { useChain } from '../ChainContext.ts';
import style from '../chain.module.css';
import { OffMap } from './OffMap.tsx';

/** The shapes of the world are large: they are read when somebody looks at them. */
const WorldMap = lazy(() => import('./WorldMap.tsx'));

/** Where the chain is: picture, and the same in tables. */
export function WorldPanel() {
  const { words, graph } = useChain();
  const { t } = words;
  const { rows, flows } = useMemo(() => countriesOf(graph as CaseGraph), [graph]);
  const abroad = flows.filter(({ from, to }) => from !== to);
  return (
    <Panel title={t('chain.world.title')}>
      <Text size="sm" c="dimmed">
        {t('chain.world.lead')}
      </Text>
      {rows.length === 0 ? (
        <Text>{t('chain.world.none')}</Text>
      ) : (
        <>
          <div className={style.world}>
            <div>
              <Suspense fallback={<LoadingState />}>
                <WorldMap rows={rows} flows={flows} />
              </Suspense>
            </div>
            <OffMap rows={rows} />
          </div>
          <Title order={3} size="h4">
            {t('chain.world.table')}
          </Title>
          <Countries rows={rows} />
          {abroad.length > 0 && (
            <>
              <Title order={3} size="h4">
                {t('chain.world.flows')}
              </Title>
              <Flows rows={abroad} />
            </>
          )}
        </>
      )}
    </Panel>
  );
}

function Countries({ rows }: { readonly rows: readonly CountryRow[] }) {
  const { words } = useChain();
  const columns = useMemo((): readonly Column<CountryRow>[] => {
    const { t } = words;
    const name = ({ code }: CountryRow) => countryOf(words, code ?? undefined);
    const count = (key: 'outgoing' | 'incoming' | 'within'): Column<CountryRow> => ({
      key,
      header: t(`chain.world.${key}`),
      align: 'right',
      sort: (row) => row[key],
      cell: (row) => row[key],
    });
    return [
      { key: 'country', header: t('chain.world.country'), sort: name, cell: name },
      {
        key: 'parties',
        header: t('chain.world.parties'),
        align: 'right',
        sort: ({ parties }) => parties.length,
        cell: ({ parties }) => parties.length,
      },
      {
        key: 'sites',
        header: t('chain.world.sites'),
        align: 'right',
        sort: ({ sites }) => sites.length,
        cell: ({ sites }) => sites.length,
      },
      count('outgoing'),
      count('incoming'),
      count('within'),
    ];
  }, [words]);
  return (
    <DataTable
      label={words.t('chain.world.table')}
      rows={rows}
      columns={columns}
      rowKey={({ code }) => code ?? ''}
    />
  );
}

function Flows({ rows }: { readonly rows: readonly CountryFlow[] }) {
  const { words } = useChain();
  const columns = useMemo((): readonly Column<CountryFlow>[] => {
    const { t } = words;
    const from = (flow: CountryFlow) => countryOf(words, flow.from ?? undefined);
    const to = (flow: CountryFlow) => countryOf(words, flow.to ?? undefined);
    return [
      { key: 'from', header: t('chain.world.from'), sort: from, cell: from },
      { key: 'to', header: t('chain.world.to'), sort: to, cell: to },
      {
        key: 'count',
        header: t('chain.world.count'),
        align: 'right',
        sort: ({ count }) => count,
        cell: ({ count }) => count,
      },
      {
        key: 'essential',
        header: t('chain.world.essential'),
        align: 'right',
        sort: ({ essential }) => essential,
        cell: ({ essential }) => essential,
      },
    ];
  }, [words]);
  return (
    <DataTable
      label={words.t('chain.world.flows')}
      rows={rows}
      columns={columns}
      rowKey={({ from, to }) => `${from} ${to}`}
    />
  );
}
