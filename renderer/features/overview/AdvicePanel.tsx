import { Button, Stack, Text, Title } from '@mantine/core';
import { useId, useState } from 'react';
import { adviceSentence } from '#shared/framework/adviceSentence.ts';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import type { OpenLeaf } from '#shared/framework/openLeaves.ts';
import { gateLeaves } from '#shared/framework/proof.ts';
import { leafById } from '#shared/framework/wording.ts';
import { useLang, useT } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { Chip } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import style from './overview.module.css';
import type { Assessed } from './useAssessment.ts';

const SHOWN = 5;
const TONE = {
  positive: 'met',
  negative: 'notMet',
  otherInstrument: 'notMet',
  marketSolution: 'notMet',
  undetermined: 'undetermined',
} as const;

/** The advice in words, on what it rests, and what is open, most decisive first. */
export function AdvicePanel({ assessed }: { readonly assessed: Assessed }) {
  const t = useT();
  const lang = useLang();
  const id = useId();
  const { assessment } = assessed;
  const { advice, root, open, unknownLeaves } = assessment;
  const leaves = gateLeaves(root);
  const count = (outcome: 'met' | 'notMet' | 'undetermined') =>
    leaves.filter((leaf) => leaf.outcome === outcome).length;
  return (
    <section className={style.advice} data-tone={TONE[advice.outcome]} aria-labelledby={id}>
      <div className={style.adviceMain}>
        <Text size="sm" c="dimmed" fw={600}>
          {t('assessment.adviceTitle')}
        </Text>
        <Title order={2} id={id} className={style.adviceWord} data-testid="advice">
          {t(`assessment.advice.${advice.outcome}`)}
        </Title>
        <Text className={style.adviceSentence}>
          {withoutHeading(adviceSentence(assessment, BEV_2023, lang))}
        </Text>
        <div className={style.counts}>
          <Chip tone="met">{t('assessment.countMet', { count: count('met') })}</Chip>
          <Chip tone="notMet">{t('assessment.countNotMet', { count: count('notMet') })}</Chip>
          <Chip tone="warn">{t('assessment.countOpen', { count: count('undetermined') })}</Chip>
          <Text size="sm" c="dimmed">
            {t('assessment.ofLeaves', { count: leaves.length })}
            {open.length > 0 && `; ${t('assessment.canStillChange', { count: open.length })}`}
          </Text>
        </div>
        <Text size="sm" c="dimmed">
          {t('assessment.adviceNote')}
        </Text>
        {unknownLeaves.length > 0 && (
          <Text size="sm">{t('assessment.unknownLeaves', { list: unknownLeaves.join(', ') })}</Text>
        )}
      </div>
      <div className={style.adviceOpen}>
        {advice.decidedBy.length > 0 && (
          <LeafLinks title={t('assessment.decidedBy')} ids={advice.decidedBy} />
        )}
        {advice.alsoNotMet.length > 0 && (
          <LeafLinks title={t('assessment.alsoNotMet')} ids={advice.alsoNotMet} />
        )}
        {advice.outcome === 'undetermined' && <OpenList open={open} />}
      </div>
    </section>
  );
}

/** The sentence opens with the advice itself, which stands above it as a heading already. */
const withoutHeading = (sentence: string): string => {
  const rest = sentence.slice(sentence.indexOf(': ') + 2);
  return rest.charAt(0).toUpperCase() + rest.slice(1);
};

function OpenList({ open }: { readonly open: readonly OpenLeaf[] }) {
  const t = useT();
  const lang = useLang();
  const { logId } = useCase();
  const [all, setAll] = useState(false);
  const shown = all ? open : open.slice(0, SHOWN);
  if (open.length === 0) return <Text size="sm">{t('assessment.openNone')}</Text>;
  return (
    <Stack gap="xs">
      <Title order={3} size="h4">
        {t('assessment.openTitle', { count: open.length })}
      </Title>
      <Text size="sm" c="dimmed">
        {t('assessment.openLead')}
      </Text>
      <ol className={style.openList}>
        {shown.map((one) => (
          <li key={one.leaf}>
            <a href={hrefOf({ screen: 'case', logId, tab: 'overview', record: one.leaf })}>
              {leafById(BEV_2023, one.leaf)?.title[lang] ?? one.leaf}
            </a>
            <span className={style.openWhy}>
              {t(`assessment.reason.${one.reason}`)}
              {settles(one) !== undefined && `. ${t(settles(one) ?? 'assessment.settlesBoth')}`}
            </span>
          </li>
        ))}
      </ol>
      {open.length > SHOWN && !all && (
        <Button variant="subtle" size="compact-sm" w="fit-content" onClick={() => setAll(true)}>
          {t('assessment.openMore', { count: open.length - SHOWN })}
        </Button>
      )}
    </Stack>
  );
}

const settles = ({ settles: answers }: OpenLeaf) =>
  answers.length === 2
    ? 'assessment.settlesBoth'
    : answers[0] === 'met'
      ? 'assessment.settlesMet'
      : answers[0] === 'notMet'
        ? 'assessment.settlesNotMet'
        : undefined;

function LeafLinks({ title, ids }: { readonly title: string; readonly ids: readonly string[] }) {
  const lang = useLang();
  const { logId } = useCase();
  return (
    <Stack gap={4}>
      <Title order={3} size="h4">
        {title}
      </Title>
      <ul className={style.plainList}>
        {ids.map((id) => (
          <li key={id}>
            <a href={hrefOf({ screen: 'case', logId, tab: 'overview', record: id })}>
              {leafById(BEV_2023, id)?.title[lang] ?? id}
            </a>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
