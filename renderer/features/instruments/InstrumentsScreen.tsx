import { Title } from '@mantine/core';
import { useMemo } from 'react';
import { useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { QueryState } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { dayOf } from '../caseFrame/timeWords.ts';
import { ExhaustedPanel } from './ExhaustedPanel.tsx';
import { type Ladder, LadderContext } from './LadderContext.ts';
import { LadderPanel } from './LadderPanel.tsx';
import { MarketPanel } from './MarketPanel.tsx';

/** Why no lighter means suffices: the ladder of instruments and measures, and the market that was asked. */
export function InstrumentsScreen() {
  const t = useT();
  const { logId, at } = useCase();
  const day = at.validAt ?? dayOf(new Date().toISOString());
  const query = useQueryCall('instruments.get', { logId, day, at }, { keep: true });
  return (
    <>
      <Title order={1} className="wb-hidden">
        {t('instruments.title')}
      </Title>
      <QueryState query={query}>{(ladder) => <Shown ladder={ladder} day={day} />}</QueryState>
    </>
  );
}

function Shown({ ladder, day }: { readonly ladder: Ladder; readonly day: string }) {
  const study = useMemo(() => ({ ladder, day }), [ladder, day]);
  return (
    <LadderContext value={study}>
      <ExhaustedPanel />
      <LadderPanel />
      <MarketPanel />
    </LadderContext>
  );
}
