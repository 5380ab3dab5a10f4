import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { amountText } from '#shared/chain/wording.ts';
import type { Amount } from '#shared/graph/amount.ts';
import { boundsOf } from '#shared/graph/amount.ts';
import { useLocale } from '../../app/language.ts';
import { type Column, DataTable, Panel } from '../../ui/index.ts';
import { type ChainStudy, useChain } from './ChainContext.ts';
import style from './chain.module.css';

type Row = NonNullable<ChainStudy['study']['research']>['partners'][number];
const least = (amount: Amount): number | undefined =>
  amount.kind === 'unknown' ? undefined : boundsOf(amount)[0];

/** How much research a company does and how it is entangled with others in it (IND-2). */
export function ResearchPanel({ study }: { readonly study: ChainStudy }) {
  const { words, openEdge } = useChain();
  const { t, nameOf } = words;
  const locale = useLocale();
  const { research } = study.study;
  const { label: name } = study.target;
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      {
        key: 'partner',
        header: t('chain.research.partner'),
        sort: ({ node }) => nameOf(node),
        cell: ({ node }) => nameOf(node),
      },
      {
        key: 'topic',
        header: t('chain.research.topic'),
        cell: ({ topics }) => (topics.length === 0 ? '–' : topics.join('; ')),
      },
      {
        key: 'patents',
        header: t('chain.research.jointPatents'),
        align: 'right',
        sort: ({ jointPatents }) => least(jointPatents),
        cell: ({ jointPatents }) => amountText(words, jointPatents, 'number'),
      },
      {
        key: 'people',
        header: t('chain.research.people'),
        align: 'right',
        sort: ({ sharedPeople }) => least(sharedPeople),
        cell: ({ sharedPeople }) => amountText(words, sharedPeople, 'number'),
      },
      {
        key: 'joint',
        header: t('chain.research.joint'),
        cell: ({ jointOwnership }) => t(`chain.answer.${jointOwnership}`),
      },
      {
        key: 'shared',
        header: t('chain.research.shared'),
        align: 'right',
        sort: ({ shared }) => shared,
        cell: ({ shared }) => shared,
      },
    ],
    [words, t, nameOf],
  );
  if (research === undefined) return null;
  return (
    <Panel title={t('chain.research.title')}>
      <dl className={style.facts}>
        <dt>{t('chain.research.intensity')}</dt>
        <dd>
          {amountText(words, research.intensity, 'share')}
          {research.computed && ` (${t('chain.research.computed')})`}
        </dd>
        <dt>{t('chain.research.patents')}</dt>
        <dd>{amountText(words, research.patents, 'number')}</dd>
        <dt>{t('chain.research.partners')}</dt>
        <dd>{research.partners.length}</dd>
        <dt>{t('chain.research.density')}</dt>
        <dd>
          {research.density === null
            ? t('chain.research.densityNone')
            : t('chain.research.densityText', {
                share: new Intl.NumberFormat(locale, { style: 'percent' }).format(research.density),
              })}
        </dd>
      </dl>
      {research.partners.length === 0 ? (
        <Text>{t('chain.research.none', { name })}</Text>
      ) : (
        <DataTable
          label={t('chain.research.table')}
          rows={research.partners}
          columns={columns}
          rowKey={({ relation }) => relation}
          onOpen={({ relation }) => openEdge(relation)}
        />
      )}
    </Panel>
  );
}
