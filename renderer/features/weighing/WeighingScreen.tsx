import { Stack } from '@mantine/core';
import { WEIGHING_PARTS } from '#shared/model/records/weighing.ts';
import { useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { LoadingState, PageHeader, QueryState } from '../../ui/index.ts';
import { type TabProps, useCase } from '../caseFrame/CaseContext.ts';
import { useAssessment } from '../overview/useAssessment.ts';
import { useEvidence } from '../overview/useEvidence.ts';
import { PartPanel } from './PartPanel.tsx';
import { WeighingContext } from './WeighingContext.ts';

/** What the letter weighs in every case: interests, risks, and what to do (PUR-22), each beside what it builds on. */
export function WeighingScreen({ record }: TabProps) {
  const t = useT();
  const { logId, at } = useCase();
  const query = useQueryCall('weighing.get', { logId, at }, { keep: true });
  const { query: judged, assessed } = useAssessment();
  const evidence = useEvidence(logId);
  return (
    <>
      <PageHeader title={t('weighing.title')} lead={t('weighing.lead')} />
      <QueryState query={judged}>
        {() => (
          <QueryState query={query}>
            {(weighed) =>
              assessed === null ? (
                <LoadingState />
              ) : (
                <WeighingContext value={{ weighed, assessed, evidence }}>
                  <Stack gap="lg">
                    {WEIGHING_PARTS.map((part) => (
                      <PartPanel
                        key={part}
                        part={part}
                        shown={weighed.parts.some((one) => one.part === part && one.record === record)}
                      />
                    ))}
                  </Stack>
                </WeighingContext>
              )
            }
          </QueryState>
        )}
      </QueryState>
    </>
  );
}
