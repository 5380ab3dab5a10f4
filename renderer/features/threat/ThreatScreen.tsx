import { Anchor, Tabs } from '@mantine/core';
import { useMemo } from 'react';
import { useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { go, hrefOf } from '../../app/router.ts';
import { PageHeader, QueryState } from '../../ui/index.ts';
import { type TabProps, useCase } from '../caseFrame/CaseContext.ts';
import { useEvidence } from '../overview/useEvidence.ts';
import { LintPanel } from './LintPanel.tsx';
import { MatrixPanel } from './MatrixPanel.tsx';
import { PanePanel } from './PanePanel.tsx';
import { type Threat, ThreatContext } from './ThreatContext.ts';
import style from './threat.module.css';
import { YardstickPanel } from './YardstickPanel.tsx';

const VIEWS = ['panes', 'hypotheses'] as const;

/** Threat, vulnerability and consequence side by side, and the hypotheses on condition 2. */
export function ThreatScreen({ record }: TabProps) {
  const t = useT();
  const { logId, at } = useCase();
  const query = useQueryCall('threat.get', { logId, at }, { keep: true });
  const view = VIEWS.find((one) => one === record) ?? 'panes';
  return (
    <>
      <PageHeader
        title={t('threat.title')}
        lead={t('threat.lead')}
        actions={
          <Anchor href={hrefOf({ screen: 'case', logId, tab: 'overview', record: 'CON-2' })}>
            {t('threat.toVerdict')}
          </Anchor>
        }
      />
      <QueryState query={query}>{(threat) => <Shown threat={threat} view={view} />}</QueryState>
    </>
  );
}

function Shown({ threat, view }: { readonly threat: Threat; readonly view: (typeof VIEWS)[number] }) {
  const t = useT();
  const { logId } = useCase();
  const evidence = useEvidence(logId);
  const study = useMemo(() => ({ threat, evidence }), [threat, evidence]);
  return (
    <ThreatContext value={study}>
      <Tabs
        value={view}
        onChange={(next) => next && go({ screen: 'case', logId, tab: 'threat', record: next })}
        keepMounted={false}
      >
        <Tabs.List mb="lg">
          {VIEWS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`threat.view.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="panes" className={style.stack}>
          <div className={style.top}>
            <YardstickPanel />
            <LintPanel />
          </div>
          <PanePanel pane="investor" />
          <PanePanel pane="company" />
          <PanePanel pane="rights" />
        </Tabs.Panel>
        <Tabs.Panel value="hypotheses" className={style.stack}>
          <MatrixPanel />
        </Tabs.Panel>
      </Tabs>
    </ThreatContext>
  );
}
