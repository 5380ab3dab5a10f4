import { Button, Switch } from '@mantine/core';
import { useMemo, useState } from 'react';
import { lengthText, namesText } from '#shared/chain/wording.ts';
import type { CaseGraph } from '#shared/graph/model.ts';
import type { Overlay } from '#shared/map/model.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { go } from '../../app/router.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { NetworkMap } from '../map/NetworkMap.tsx';
import { type ChainStudy, useChain } from './ChainContext.ts';
import { useMapTime } from './useMapTime.ts';

/** The network as a map, with the weak points on it when asked; relations between what is chosen can be changed. */
export function ChainMap(props: {
  readonly study: ChainStudy;
  readonly onEdit: (relations: readonly RecordId[], what: 'fact' | 'marking') => void;
}) {
  const { study, onEdit } = props;
  const { words, graph: now, openEdge, day } = useChain();
  const { t } = words;
  const { logId, readOnly } = useCase();
  const [weak, setWeak] = useState(false);
  const [selection, setSelection] = useState<ReadonlySet<RecordId>>(new Set());
  const overlay = useMemo((): Overlay => {
    const said = (study.points ?? []).map(({ node, verdict, hits }) => {
      const soonest = Math.min(...hits.map(({ from }) => from));
      const text = t(`chain.finding.directHit.${verdict}`, {
        name: words.nameOf(node),
        process: namesText(
          words,
          hits.map((hit) => hit.node),
        ),
        time:
          soonest === 0
            ? t('chain.time.atOnce')
            : t('chain.time.after', { time: lengthText(words, soonest, soonest) }),
      });
      return [node as string, { level: verdict === 'certain' ? 3 : 2, text }] as const;
    });
    return new Map(said);
  }, [study, words, t]);
  const time = useMapTime(day);
  const targets = useMemo(() => [study.target.record], [study.target.record]);
  const graph = time.graph ?? now;
  const between = useMemo(
    () =>
      graph.edges
        .filter(({ from, to }) =>
          selection.size === 1
            ? selection.has(from) || selection.has(to)
            : selection.has(from) && selection.has(to),
        )
        .map(({ record }) => record),
    [graph, selection],
  );
  return (
    <NetworkMap
      graph={graph as CaseGraph}
      tools={
        study.points !== null && (
          <Switch
            label={t('chain.network.weak')}
            checked={weak}
            onChange={(event) => setWeak(event.currentTarget.checked)}
          />
        )
      }
      {...(time.earlier === undefined ? {} : { earlier: time.earlier as CaseGraph })}
      day={time.day}
      now={day}
      {...(time.days.length > 1 ? { time: { ...time, onDay: time.setDay, onAgainst: time.setAgainst } } : {})}
      targets={targets}
      selection={selection}
      onSelect={setSelection}
      onOpenCard={(record) => go({ screen: 'case', logId, tab: 'dossier', record })}
      onOpenLink={openEdge}
      {...(weak ? { overlay } : {})}
      actions={
        !readOnly &&
        between.length > 0 && (
          <>
            <Button size="compact-sm" variant="default" onClick={() => onEdit(between, 'fact')}>
              {t('chain.network.between', { count: between.length })}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => onEdit(between, 'marking')}>
              {t('chain.network.bulkMarking')}
            </Button>
          </>
        )
      }
    />
  );
}
