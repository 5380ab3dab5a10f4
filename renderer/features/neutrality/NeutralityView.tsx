import { Stack } from '@mantine/core';
import { type Given, useQueryCall } from '../../api/index.ts';
import { QueryState } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { dayOf } from '../caseFrame/timeWords.ts';
import { LintPanel } from './LintPanel.tsx';
import { MaskedPanel } from './MaskedPanel.tsx';
import { OptionsPanel } from './OptionsPanel.tsx';
import { ProportionPanel } from './ProportionPanel.tsx';
import { SwapPanel } from './SwapPanel.tsx';

export type Neutral = Given<'neutrality.get'>;

/** Country neutrality, proportionality and the least intervention (PUR-18 to PUR-20). */
export function NeutralityView() {
  const { logId, at } = useCase();
  const day = at.validAt ?? dayOf(new Date().toISOString());
  const query = useQueryCall('neutrality.get', { logId, at, day }, { keep: true });
  return (
    <QueryState query={query}>
      {(neutral) => (
        <Stack gap="lg">
          <SwapPanel countries={neutral.countries} day={day} />
          <MaskedPanel />
          <LintPanel findings={neutral.findings} />
          <ProportionPanel principles={neutral.principles} />
          <OptionsPanel options={neutral.options} />
        </Stack>
      )}
    </QueryState>
  );
}
