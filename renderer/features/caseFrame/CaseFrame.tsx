import { Anchor, Stack } from '@mantine/core';
import { IconFolderOff } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { type CaseTab, hrefOf } from '../../app/router.ts';
import { ScreenBoundary } from '../../app/ScreenBoundary.tsx';
import { EmptyState, MarkingBanner, QueryState } from '../../ui/index.ts';
import { type AtInput, CaseContext, type CaseOverview } from './CaseContext.ts';
import style from './CaseFrame.module.css';
import { CaseHeader } from './CaseHeader.tsx';
import { TimeBanner } from './TimeBanner.tsx';
import { TABS } from './tabs.tsx';

/** An open case: its marking, its heading and tools, and the part that is looked at. */
export function CaseFrame(props: {
  readonly logId: string;
  readonly tab: CaseTab;
  readonly record: string | undefined;
}) {
  const t = useT();
  const [at, setAt] = useState<AtInput>({});
  const found = useQueryCall('cases.get', { logId: props.logId, at }, { keep: true });
  if (found.error?.code === 'notFound' || found.error?.code === 'badInput') {
    return (
      <EmptyState title={t('cases.notFound')} icon={<IconFolderOff size={28} stroke={1.5} />}>
        <Anchor href={hrefOf({ screen: 'cases' })}>{t('cases.toCases')}</Anchor>
      </EmptyState>
    );
  }
  return (
    <QueryState query={found}>
      {(overview) => <Frame {...props} overview={overview} at={at} setAt={setAt} />}
    </QueryState>
  );
}

function Frame(props: {
  readonly logId: string;
  readonly tab: CaseTab;
  readonly record: string | undefined;
  readonly overview: CaseOverview;
  readonly at: AtInput;
  readonly setAt: (at: AtInput) => void;
}) {
  const { logId, overview, at, setAt } = props;
  const readOnly = at.validAt !== undefined || at.knownAt !== undefined;
  const open = useMemo(
    () => ({ ...overview, logId, at, setAt, readOnly }),
    [overview, logId, at, setAt, readOnly],
  );
  const Screen = TABS[props.tab].screen;
  return (
    <CaseContext value={open}>
      <div className={style.top}>
        <MarkingBanner marking={overview.row.marking} />
        <CaseHeader />
        {readOnly && <TimeBanner />}
      </div>
      <Stack className={style.body} gap="lg">
        <ScreenBoundary key={props.tab}>
          <Screen record={props.record} />
        </ScreenBoundary>
      </Stack>
    </CaseContext>
  );
}
