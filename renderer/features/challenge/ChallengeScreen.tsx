import { Stack, Tabs } from '@mantine/core';
import { useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { go } from '../../app/router.ts';
import { PageHeader, QueryState } from '../../ui/index.ts';
import { type TabProps, useCase } from '../caseFrame/CaseContext.ts';
import { NeutralityView } from '../neutrality/NeutralityView.tsx';
import { ChallengeContext } from './ChallengeContext.ts';
import { ChallengesPanel } from './ChallengesPanel.tsx';
import { ChecksPanel } from './ChecksPanel.tsx';
import { StandingPanel } from './StandingPanel.tsx';

const VIEWS = ['necessity', 'neutrality'] as const;

/** Necessity examined critically by somebody else, strategic behaviour, one's own work, and country neutrality. */
export function ChallengeScreen({ record }: TabProps) {
  const t = useT();
  const { logId } = useCase();
  const view = VIEWS.find((one) => one === record) ?? 'necessity';
  return (
    <>
      <PageHeader title={t('challenge.title')} lead={t('challenge.lead')} />
      <Tabs
        value={view}
        onChange={(next) => next && go({ screen: 'case', logId, tab: 'challenge', record: next })}
        keepMounted={false}
      >
        <Tabs.List mb="lg">
          {VIEWS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`challenge.view.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="necessity">
          <NecessityView />
        </Tabs.Panel>
        <Tabs.Panel value="neutrality">
          <NeutralityView />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function NecessityView() {
  const { logId, at } = useCase();
  const query = useQueryCall('challenge.get', { logId, at }, { keep: true });
  return (
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
  );
}
