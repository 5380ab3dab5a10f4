import { Button, List, Paper, Text, Title } from '@mantine/core';
import { IconLock, IconPencil, IconPlus, IconScale } from '@tabler/icons-react';
import { useId } from 'react';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import type { Indicator } from '#shared/framework/pack.ts';
import { leafById } from '#shared/framework/wording.ts';
import { useLang, useT } from '../../app/language.ts';
import { Chip } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { Computed } from '../computed/Computed.tsx';
import type { Assessed } from '../overview/useAssessment.ts';
import style from './indicators.module.css';
import { OtherRatings } from './OtherRatings.tsx';
import { RatingView } from './RatingView.tsx';
import { ReconciledView } from './ReconciledView.tsx';
import type { Reconciled } from './useReconciled.ts';

/** One indicator: its question and the rating of each rater. */
export function IndicatorCard(props: {
  readonly indicator: Indicator;
  readonly assessed: Assessed;
  readonly ownKey: string | undefined;
  readonly highlighted: string | undefined;
  readonly reconciled: Reconciled | undefined;
  readonly onRate: () => void;
  readonly onReconcile: () => void;
}) {
  const t = useT();
  const lang = useLang();
  const id = useId();
  const { readOnly } = useCase();
  const { indicator, assessed } = props;
  const ratings = assessed.judged.ratings.filter((rating) => rating.indicator === indicator.id);
  const open = assessed.assessment.indicators.find((one) => one.id === indicator.id)?.open ?? true;
  const own = ratings.some((rating) => rating.rater === props.ownKey);
  const opener = indicator.opensWith === undefined ? undefined : leafById(BEV_2023, indicator.opensWith);
  return (
    <Paper
      component="section"
      aria-labelledby={id}
      withBorder
      radius="md"
      p="lg"
      bg="var(--wb-surface)"
      data-indicator={indicator.id}
    >
      <div className={style.head}>
        <div className={style.headWords}>
          <Title order={3} id={id}>
            {indicator.title[lang]}
          </Title>
          <Text size="sm" c="dimmed" maw={760}>
            {indicator.question[lang]}
          </Text>
        </div>
        <Chip>{indicator.id}</Chip>
        {open && !readOnly && (
          <Button
            variant="default"
            leftSection={own ? <IconPencil size={16} aria-hidden /> : <IconPlus size={16} aria-hidden />}
            onClick={props.onRate}
          >
            {own ? t('assessment.editRating') : t('assessment.addRating')}
          </Button>
        )}
      </div>
      <details className={style.sub}>
        <summary>{t('assessment.subQuestions')}</summary>
        <List size="sm">
          {indicator.subQuestions.map((question) => (
            <List.Item key={question.nl}>{question[lang]}</List.Item>
          ))}
        </List>
      </details>
      {open && <Computed about={indicator.id} />}
      {!open && (
        <Text size="sm" className={style.shut}>
          <IconLock size={16} aria-hidden /> <strong>{t('assessment.shut')}.</strong>{' '}
          {t('assessment.shutText', { leaf: opener?.title[lang] ?? indicator.opensWith ?? '' })}
        </Text>
      )}
      {open && ratings.length === 0 && (
        <Text size="sm" c="dimmed" fs="italic" mt="sm">
          {t('assessment.notRated')}
        </Text>
      )}
      {ratings
        .filter(({ rater }) => rater === props.ownKey)
        .map((rating) => (
          <RatingView
            key={rating.record}
            rating={rating}
            indicator={indicator}
            highlighted={rating.record === props.highlighted}
          />
        ))}
      <OtherRatings
        indicator={indicator}
        ratings={ratings.filter(({ rater }) => rater !== props.ownKey)}
        blind={!own && !readOnly && open}
        highlighted={props.highlighted}
      />
      {props.reconciled !== undefined && (
        <ReconciledView indicator={indicator} reconciled={props.reconciled} />
      )}
      {open && !readOnly && own && ratings.length > 1 && (
        <Button
          mt="sm"
          variant="default"
          leftSection={<IconScale size={16} aria-hidden />}
          onClick={props.onReconcile}
        >
          {t(props.reconciled === undefined ? 'robustness.agreed.make' : 'robustness.agreed.edit')}
        </Button>
      )}
    </Paper>
  );
}
