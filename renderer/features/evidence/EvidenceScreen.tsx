import { Stack } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { DayInput, PageHeader, QueryState } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { dayOf } from '../caseFrame/timeWords.ts';
import { useEvidence } from '../overview/useEvidence.ts';
import { ConclusionsPanel } from './ConclusionsPanel.tsx';
import { EvidenceContext, type Sound } from './EvidenceContext.ts';
import { IfWrongPanel } from './IfWrongPanel.tsx';
import { ThresholdsPanel } from './ThresholdsPanel.tsx';
import { WeakPanel } from './WeakPanel.tsx';

/** How sound the evidence is, what rests on it, and what falls when one source is wrong. */
export function EvidenceScreen() {
  const t = useT();
  const { logId, at } = useCase();
  const [chosen, setChosen] = useState<string | null>(null);
  const day = at.validAt ?? chosen ?? dayOf(new Date().toISOString());
  const query = useQueryCall('evidence.get', { logId, at, day }, { keep: true });
  return (
    <>
      <PageHeader
        title={t('evidence.title')}
        lead={t('evidence.lead')}
        actions={
          at.validAt === undefined && (
            <DayInput label={t('evidence.day')} value={day} onChange={(next) => setChosen(next)} />
          )
        }
      />
      <QueryState query={query}>{(sound) => <Shown sound={sound} day={day} />}</QueryState>
    </>
  );
}

function Shown({ sound, day }: { readonly sound: Sound; readonly day: string }) {
  const { logId } = useCase();
  const evidence = useEvidence(logId);
  const study = useMemo(() => ({ sound, day, evidence }), [sound, day, evidence]);
  return (
    <EvidenceContext value={study}>
      <Stack gap="lg">
        <ThresholdsPanel />
        <IfWrongPanel key={day} />
        <ConclusionsPanel />
        <WeakPanel />
      </Stack>
    </EvidenceContext>
  );
}
