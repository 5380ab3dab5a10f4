import { CloseButton, NumberInput, Select, Slider, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { lengthText } from '#shared/chain/wording.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { type Given, useQueryCall } from '../../api/index.ts';
import { useLocale } from '../../app/language.ts';
import { type Column, DataTable, Panel, QueryState, RecordLink } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { useChain } from './ChainContext.ts';
import style from './chain.module.css';
import { VerdictChip } from './chips.tsx';
import { Timeline } from './Timeline.tsx';
import { useRange } from './useRange.ts';
import { WeeklyLoss } from './WeeklyLoss.tsx';

type Failing = { readonly node: RecordId; readonly left: number };
type Answer = Given<'chain.whatIf'>;

/** Closes or caps parties and shows what follows. A layer over the facts: nothing is written. */
export function WhatIfPanel({ target }: { readonly target: RecordId }) {
  const { words, graph, day } = useChain();
  const { t, nameOf } = words;
  const locale = useLocale();
  const { logId, at } = useCase();
  const [failing, setFailing] = useState<readonly Failing[]>([{ node: target, left: 0 }]);
  const [asked] = useDebouncedValue(failing, 250);
  const query = useQueryCall(
    'chain.whatIf',
    { logId, day, at, failing: [...asked] },
    { keep: true, enabled: asked.length > 0 },
  );
  const suppliers = useMemo(() => {
    const used = new Set(graph.edges.filter(({ flow }) => flow).map(({ from }) => from));
    return graph.nodes
      .filter(({ record }) => used.has(record))
      .map(({ record, label }) => ({ value: record as string, label }))
      .sort((a, b) => a.label.localeCompare(b.label, locale));
  }, [graph, locale]);
  const set = (node: RecordId, left: number) =>
    setFailing(failing.map((one) => (one.node === node ? { node, left } : one)));
  const add = (value: string | null) => {
    const found = graph.nodes.find(({ record }) => record === value);
    if (found) setFailing([...failing, { node: found.record, left: 0 }]);
  };
  return (
    <Panel title={t('chain.whatIf.title')}>
      <Text size="sm" c="dimmed">
        {t('chain.whatIf.lead')}
      </Text>
      <ul className={style.failing} aria-label={t('chain.whatIf.choose')}>
        {failing.map(({ node, left }) => (
          <li key={node}>
            <span className={style.failingName}>{nameOf(node)}</span>
            <Slider
              thumbLabel={t('chain.whatIf.capacityOf', { name: nameOf(node) })}
              label={(value) => `${value}%`}
              value={Math.round(left * 100)}
              onChange={(value) => set(node, value / 100)}
              min={0}
              max={100}
              step={5}
            />
            <NumberInput
              aria-label={`${t('chain.whatIf.capacityOf', { name: nameOf(node) })} (%)`}
              w={96}
              min={0}
              max={100}
              suffix="%"
              value={Math.round(left * 100)}
              onChange={(value) =>
                set(node, Math.min(1, Math.max(0, (typeof value === 'number' ? value : 0) / 100)))
              }
            />
            <CloseButton
              aria-label={t('chain.whatIf.remove', { name: nameOf(node) })}
              onClick={() => setFailing(failing.filter((one) => one.node !== node))}
            />
          </li>
        ))}
      </ul>
      <Select
        label={t('chain.whatIf.choose')}
        placeholder={t('chain.whatIf.placeholder')}
        data={suppliers.filter(({ value }) => failing.every(({ node }) => node !== value))}
        value={null}
        searchable
        limit={200}
        maw={420}
        nothingFoundMessage={t('common.nothingFound')}
        onChange={add}
      />
      {failing.length === 0 ? (
        <Text>{t('chain.whatIf.none')}</Text>
      ) : (
        <QueryState query={query}>
          {(answer) => <Result answer={answer} capped={asked.some(({ left }) => left > 0)} />}
        </QueryState>
      )}
    </Panel>
  );
}

function Result({ answer, capped }: { readonly answer: Answer; readonly capped: boolean }) {
  const { words, nodes } = useChain();
  const { t, nameOf } = words;
  const { hits, losses, settled } = answer;
  const certain = hits.filter(({ verdict }) => verdict === 'certain').length;
  const processes = hits.filter(({ node }) => nodes.get(node)?.vital);
  return (
    <Stack gap="sm" data-testid="what-if-result">
      <Title order={3} size="h4">
        {t('chain.whatIf.result')}
      </Title>
      {hits.length === 0 ? (
        <Text>{t('chain.whatIf.nobody')}</Text>
      ) : (
        <>
          <Text>{t('chain.whatIf.hitCount', { certain, possible: hits.length - certain })}</Text>
          {processes.length > 0 && (
            <ul className={style.gaps} aria-label={t('chain.whatIf.processes')}>
              {processes.map(({ node, verdict, from, to }) => (
                <li key={node}>
                  {t(`chain.head.process.${verdict}`, {
                    process: nameOf(node),
                    time: t('chain.time.after', {
                      time: lengthText(words, from, verdict === 'certain' ? to : from),
                    }),
                  })}
                </li>
              ))}
            </ul>
          )}
          {capped && (
            <Text size="sm" c="dimmed">
              {t('chain.whatIf.partial')}
            </Text>
          )}
          {!settled && <Text role="alert">{t('chain.whatIf.unsettled')}</Text>}
          {answer.weeks !== null && <WeeklyLoss weeks={answer.weeks} />}
          <Timeline moments={answer.timeline} />
          <Losses hits={hits} losses={losses} />
        </>
      )}
    </Stack>
  );
}

type Row = Answer['hits'][number] & {
  readonly loss: { readonly min: number; readonly max: number } | undefined;
};

function Losses({ hits, losses }: Pick<Answer, 'hits' | 'losses'>) {
  const { words, nodes } = useChain();
  const { logId } = useCase();
  const locale = useLocale();
  const range = useRange();
  const rows = useMemo((): readonly Row[] => {
    const byNode = new Map(losses.map((loss) => [loss.node, loss]));
    return hits.map((hit) => ({ ...hit, loss: byNode.get(hit.node) }));
  }, [hits, losses]);
  const columns = useMemo((): readonly Column<Row>[] => {
    const { t, nameOf } = words;
    const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
    return [
      {
        key: 'node',
        header: t('chain.whatIf.node'),
        sort: ({ node }) => nameOf(node),
        cell: ({ node }) => {
          const known = nodes.get(node);
          return known === undefined ? '…' : <RecordLink logId={logId} to={known} />;
        },
      },
      {
        key: 'verdict',
        header: t('chain.whatIf.verdict'),
        sort: ({ verdict }) => verdict,
        cell: ({ verdict }) => <VerdictChip verdict={verdict} />,
      },
      {
        key: 'from',
        header: t('chain.whatIf.from'),
        align: 'right',
        sort: ({ from }) => from,
        cell: ({ from, to, verdict }) => lengthText(words, from, verdict === 'certain' ? to : from),
      },
      {
        key: 'loss',
        header: t('chain.whatIf.loss'),
        align: 'right',
        sort: ({ loss }) => loss?.max,
        cell: ({ loss }) => (loss === undefined ? '–' : range(loss.min, loss.max, percent.format)),
      },
    ];
  }, [words, nodes, logId, locale, range]);
  return (
    <>
      <DataTable
        label={words.t('chain.whatIf.table')}
        rows={rows}
        columns={columns}
        rowKey={({ node }) => node}
      />
      <Text size="sm" c="dimmed">
        {words.t('chain.whatIf.lossHelp')}
      </Text>
    </>
  );
}
