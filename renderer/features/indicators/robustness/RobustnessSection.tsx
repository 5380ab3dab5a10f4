import { Stack } from '@mantine/core';
import { useState } from 'react';
import { type Given, type Sent, useQueryCall } from '../../../api/index.ts';
import { QueryState } from '../../../ui/index.ts';
import { useCase } from '../../caseFrame/CaseContext.ts';
import { AgreementPanel } from './AgreementPanel.tsx';
import { ReferencePanel } from './ReferencePanel.tsx';
import { StudyPanel } from './StudyPanel.tsx';

export type Robust = Given<'robustness.get'>;
export type Settings = Pick<Sent<'robustness.get'>, 'weights' | 'cut' | 'seed'>;

/** How far raters agree, and how firm any aggregation of the profile would be. */
export function RobustnessSection() {
  const { logId, at } = useCase();
  const [settings, setSettings] = useState<Settings>({ weights: {}, cut: 0.7, seed: 1 });
  const query = useQueryCall('robustness.get', { logId, at, ...settings }, { keep: true });
  return (
    <QueryState query={query}>
      {(robust) => (
        <Stack gap="lg">
          <AgreementPanel agreement={robust.agreement} />
          <StudyPanel robust={robust} settings={settings} onSettings={setSettings} />
          <ReferencePanel ranking={robust.ranking} />
        </Stack>
      )}
    </QueryState>
  );
}
