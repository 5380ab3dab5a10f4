import { Text, UnstyledButton } from '@mantine/core';
import { useMemo } from 'react';
import { amountText } from '#shared/chain/wording.ts';
import type { GraphEdge } from '#shared/graph/model.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { RecordLink } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { TypeIcon } from '../dossier/TypeIcon.tsx';
import { type ChainStudy, useChain } from './ChainContext.ts';
import style from './chain.module.css';

/** The chain around the target as lists by step: suppliers furthest first, then the target, then customers. */
export function TierTree({ study }: { readonly study: ChainStudy }) {
  const { words, nodes, edges, openEdge } = useChain();
  const { t, nameOf } = words;
  const { logId } = useCase();
  const tiers = useMemo(() => {
    const byTier = Map.groupBy(study.study.tiers, ({ tier }) => tier);
    return [...byTier].sort(([a], [b]) => a - b);
  }, [study]);
  const tierOf = useMemo(() => new Map(study.study.tiers.map(({ node, tier }) => [node, tier])), [study]);
  const leaving = useMemo(
    () =>
      Map.groupBy(
        [...edges.values()].filter(({ flow }) => flow),
        ({ from }) => from,
      ),
    [edges],
  );
  /** Relations that lead on: to the target from a supplier, away from it from all others. */
  const onwards = (node: RecordId): readonly GraphEdge[] =>
    (leaving.get(node) ?? []).filter(({ to }) => (tierOf.get(to) ?? 0) > (tierOf.get(node) ?? 0));
  return (
    <ol className={style.tiers} aria-label={t('chain.network.tree', { name: study.target.label })}>
      {tiers.map(([tier, members]) => (
        <li key={tier} className={style.tier} data-self={tier === 0 || undefined}>
          <Text component="h3" size="sm" fw={700} c="dimmed">
            {tier === 0
              ? t('chain.network.tier.self')
              : t(tier < 0 ? 'chain.network.tier.up' : 'chain.network.tier.down', { step: Math.abs(tier) })}
          </Text>
          <ul className={style.tierList}>
            {members.map(({ node }) => {
              const known = nodes.get(node);
              if (known === undefined) return null;
              return (
                <li key={node}>
                  <span className={style.party}>
                    <TypeIcon type={known.type} />
                    <RecordLink logId={logId} to={known} />
                  </span>
                  <ul className={style.links}>
                    {onwards(node).map((edge) => (
                      <li key={edge.record}>
                        <UnstyledButton className={style.link} onClick={() => openEdge(edge.record)}>
                          → {nameOf(edge.to)}
                          {edge.share.kind === 'unknown' ? '' : `, ${amountText(words, edge.share, 'share')}`}
                          {edge.essential === 'yes'
                            ? `, ${t('chain.table.essential').toLocaleLowerCase()}`
                            : ''}
                        </UnstyledButton>
                      </li>
                    ))}
                  </ul>
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </ol>
  );
}
