import { Anchor, Text, Title } from '@mantine/core';
import { reasonText } from '#shared/chain/suggestion-words.ts';
import type { Suggested } from '#shared/graph/suggest.ts';
import { hrefOf } from '../../app/router.ts';
import { Panel } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { type ChainStudy, useChain } from './ChainContext.ts';
import style from './chain.module.css';

type Suggestion = ChainStudy['suggestions'][number];

/** What the chain says about the indicators and scope case 2, with reasons; nobody's judgement is filled in. */
export function SuggestionsPanel({ study }: { readonly study: ChainStudy }) {
  const { words } = useChain();
  const { t } = words;
  return (
    <Panel title={t('chain.suggest.title')}>
      <Text size="sm" c="dimmed">
        {t('chain.suggest.lead')}
      </Text>
      <div className={style.suggestions}>
        {study.suggestions.map((suggestion) => (
          <Card key={suggestion.about} suggestion={suggestion} />
        ))}
      </div>
    </Panel>
  );
}

const placeOf = (about: Suggested): 'indicators' | 'overview' =>
  about === 'SC-2' ? 'overview' : 'indicators';

function Card({ suggestion }: { readonly suggestion: Suggestion }) {
  const { words } = useChain();
  const { t } = words;
  const { logId } = useCase();
  const { about, strength, reasons } = suggestion;
  const place = placeOf(about);
  return (
    <article className={style.suggestion} data-strength={strength}>
      <Title order={3} size="h4">
        {t(`chain.suggest.indicator.${about}`)} <span className={style.code}>{about}</span>
      </Title>
      <Text fw={600}>{t(`chain.suggest.strength.${strength}`)}</Text>
      <ul className={style.gaps}>
        {reasons.map((reason) => (
          <li key={reason.code}>{reasonText(words, reason)}</li>
        ))}
      </ul>
      <Anchor href={hrefOf({ screen: 'case', logId, tab: place })} size="sm">
        {t(place === 'overview' ? 'chain.suggest.toGate' : 'chain.suggest.toIndicator')}
      </Anchor>
    </article>
  );
}
