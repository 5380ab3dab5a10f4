import { Stack } from '@mantine/core';
import { useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { PageHeader, QueryState } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { ChallengeContext } from './ChallengeContext.ts';
import { ChallengesPanel } from './ChallengesPanel.tsx';
import { ChecksPanel } from './ChecksPanel.tsx';
import { StandingPanel } from './StandingPanel.tsx';

/** Necessity examined critically by somebody else, strategic behaviour, and a check of one's own work. */
export function ChallengeScreen() {
  const t = useT();
  const { logId, at } = useCase();
  const query = useQueryCall('challenge.get', { logId, at }, { keep: true });
  return (
    <>
      <PageHeader title={t('challenge.title')} lead={t('challenge.lead')} />
      <QueryState query={query}>
        {(challenged) => (
          <ChallengeContext value={challenged}>
            <Stack gap="lg">
              <StandingPanel />
              <ChallengesPanel />
              <ChecksPanel list="gaming" />
              <ChecksPanel list="tradecraft" />
            </Stack>
          </ChallengeContext>
        )}
      </QueryState>
    </>
  );
}
