import { Alert, Button, Stack, Title } from '@mantine/core';
import { IconMathOff, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Indicator } from '#shared/framework/pack.ts';
import { useT } from '../../app/language.ts';
import { useAppStatus } from '../../app/status.ts';
import { PageHeader, QueryState } from '../../ui/index.ts';
import { type TabProps, useCase } from '../caseFrame/CaseContext.ts';
import { MaskedButton } from '../neutrality/MaskedButton.tsx';
import { useAssessment } from '../overview/useAssessment.ts';
import { IndicatorCard } from './IndicatorCard.tsx';
import { OwnIndicatorDrawer } from './OwnIndicatorDrawer.tsx';
import { ProfilePanel } from './ProfilePanel.tsx';
import { RatingDrawer } from './RatingDrawer.tsx';
import { ReconcileDrawer } from './ReconcileDrawer.tsx';
import { RobustnessSection } from './robustness/RobustnessSection.tsx';
import { useReconciled } from './useReconciled.ts';

/** The indicators with their ratings, side by side and never added up. */
export function IndicatorsScreen({ record }: TabProps) {
  const t = useT();
  const { query, assessed } = useAssessment();
  const ownKey = useAppStatus().data?.open?.identity.key;
  const { readOnly } = useCase();
  const reconciled = useReconciled();
  const [rating, setRating] = useState<Indicator | null>(null);
  const [adding, setAdding] = useState(false);
  const [reconciling, setReconciling] = useState<Indicator | null>(null);
  return (
    <div>
      <PageHeader
        title={t('assessment.indicatorsTitle')}
        lead={t('assessment.indicatorsLead')}
        actions={<MaskedButton />}
      />
      <QueryState query={query}>
        {() =>
          assessed && (
            <Stack gap="lg">
              <Alert
                bg="var(--wb-accent-soft)"
                icon={<IconMathOff aria-hidden />}
                title={t('assessment.noTotalTitle')}
                styles={{ title: { color: 'var(--mantine-color-text)' } }}
              >
                {t('assessment.noTotal')}
              </Alert>
              <ProfilePanel assessed={assessed} />
              {(['core', 'broader'] as const).map((block) => (
                <Stack key={block} gap="md">
                  <Title order={2} size="h3">
                    {t(`assessment.${block}`)}
                  </Title>
                  {assessed.indicators
                    .filter((indicator) => indicator.block === block)
                    .map((indicator) => (
                      <IndicatorCard
                        key={indicator.id}
                        indicator={indicator}
                        assessed={assessed}
                        ownKey={ownKey}
                        highlighted={record}
                        reconciled={reconciled.get(indicator.id)}
                        onRate={() => setRating(indicator)}
                        onReconcile={() => setReconciling(indicator)}
                      />
                    ))}
                </Stack>
              ))}
              {!readOnly && (
                <div>
                  <Button
                    variant="default"
                    leftSection={<IconPlus size={16} aria-hidden />}
                    onClick={() => setAdding(true)}
                  >
                    {t('robustness.own.add')}
                  </Button>
                </div>
              )}
              {adding && <OwnIndicatorDrawer onClose={() => setAdding(false)} />}
              <RobustnessSection />
              {reconciling !== null && (
                <ReconcileDrawer
                  key={reconciling.id}
                  indicator={reconciling}
                  reconciled={reconciled.get(reconciling.id)}
                  onClose={() => setReconciling(null)}
                />
              )}
              {rating !== null && (
                <RatingDrawer
                  key={rating.id}
                  indicator={rating}
                  own={assessed.judged.ratings.find(
                    (one) => one.indicator === rating.id && one.rater === ownKey,
                  )}
                  onClose={() => setRating(null)}
                />
              )}
            </Stack>
          )
        }
      </QueryState>
    </div>
  );
}
