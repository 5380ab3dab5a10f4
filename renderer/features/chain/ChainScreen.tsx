import { Anchor, Tabs, Text, Title } from '@mantine/core';
import { IconTopologyStar3 } from '@tabler/icons-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import { useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { go, hrefOf } from '../../app/router.ts';
import { EmptyState, ErrorState, LoadingState, QueryState } from '../../ui/index.ts';
import { type TabProps, useCase } from '../caseFrame/CaseContext.ts';
import { dayOf } from '../caseFrame/timeWords.ts';
import { EditorProvider } from '../dossier/editor.tsx';
import {
  type Chain,
  ChainContext,
  type ChainGraph,
  type ChainStudy,
  useChain,
  useNetwork,
} from './ChainContext.ts';
import { ComparePanel } from './ComparePanel.tsx';
import { ConcentrationPanel } from './ConcentrationPanel.tsx';
import style from './chain.module.css';
import { EdgeDrawer } from './EdgeDrawer.tsx';
import { FindingsPanel } from './FindingsPanel.tsx';
import { MeasuresPanel } from './MeasuresPanel.tsx';
import { NetworkPanel } from './NetworkPanel.tsx';
import { PointsPanel } from './PointsPanel.tsx';
import { RankingPanel } from './RankingPanel.tsx';
import { ResearchPanel } from './ResearchPanel.tsx';
import { SuggestionsPanel } from './SuggestionsPanel.tsx';
import { SurvivalPanel } from './SurvivalPanel.tsx';
import { TargetSelect } from './TargetSelect.tsx';
import { TogetherPanel } from './TogetherPanel.tsx';
import { VerdictPanel } from './VerdictPanel.tsx';
import { WhatIfPanel } from './WhatIfPanel.tsx';
import { WorldPanel } from './world/WorldPanel.tsx';

const PARTS = ['findings', 'network', 'points', 'whatIf', 'world', 'research', 'compare'] as const;
type Part = (typeof PARTS)[number];

/** Who depends on whom, and what follows when somebody stops. The address may name whom it is about. */
export function ChainScreen({ record }: TabProps) {
  const t = useT();
  const { logId, at } = useCase();
  const day = at.validAt ?? dayOf(new Date().toISOString());
  const query = useQueryCall('chain.graph', { logId, day, at }, { keep: true });
  return (
    <EditorProvider logId={logId}>
      <Title order={1} className="wb-hidden">
        {t('chain.title')}
      </Title>
      <QueryState query={query}>
        {(graph) =>
          graph.edges.some(({ flow }) => flow) ? <Shown graph={graph} day={day} record={record} /> : <Empty />
        }
      </QueryState>
    </EditorProvider>
  );
}

function Empty() {
  const t = useT();
  const { logId } = useCase();
  return (
    <EmptyState
      title={t('chain.empty.title')}
      text={t('chain.empty.text')}
      icon={<IconTopologyStar3 size={28} stroke={1.5} />}
    >
      <Anchor href={hrefOf({ screen: 'case', logId, tab: 'dossier' })}>{t('chain.empty.toDossier')}</Anchor>
    </EmptyState>
  );
}

function Shown({ graph, day, record }: { graph: ChainGraph; day: string; record: string | undefined }) {
  const { logId, versions } = useCase();
  const network = useNetwork(graph);
  const company = versions[0]?.body.company;
  const target = record ?? (typeof company === 'string' ? company : undefined);
  const [open, setOpen] = useState<RecordId | null>(null);
  const opener = useRef<Element | null>(null);
  const openEdge = useCallback((relation: RecordId) => {
    opener.current = document.activeElement;
    setOpen(relation);
  }, []);
  const close = () => {
    setOpen(null);
    const before = opener.current;
    // After the drawer has let go of the focus.
    if (before instanceof HTMLElement || before instanceof SVGElement) setTimeout(() => before.focus());
  };
  const chain = useMemo((): Chain => ({ ...network, day, openEdge }), [network, day, openEdge]);
  const choose = (next: string) => go({ screen: 'case', logId, tab: 'chain', record: next });
  return (
    <ChainContext value={chain}>
      <About target={target} company={typeof company === 'string' ? company : undefined} onTarget={choose} />
      {open !== null && <EdgeDrawer key={open} relation={open} onClose={close} />}
    </ChainContext>
  );
}

function About(props: {
  readonly target: string | undefined;
  readonly company: string | undefined;
  readonly onTarget: (target: string) => void;
}) {
  const t = useT();
  const { logId, at } = useCase();
  const { day } = useChain();
  const { target } = props;
  const [part, setPart] = useState<Part>('findings');
  const query = useQueryCall(
    'chain.study',
    { logId, day, at, target: target ?? '' },
    { keep: true, enabled: target !== undefined },
  );
  const chooser = <TargetSelect {...props} />;
  const gone = query.error?.code === 'notFound';
  if (target !== undefined && query.data !== undefined && !gone) {
    return (
      <>
        <VerdictPanel study={query.data} chooser={chooser} brief={part !== 'findings'} />
        <Parts key={query.data.target.record} study={query.data} part={part} onPart={setPart} />
      </>
    );
  }
  return (
    <>
      <div className={style.alone}>{chooser}</div>
      {target === undefined ? (
        <EmptyState title={t('chain.empty.noTarget')} text={t('chain.empty.noTargetText')} />
      ) : gone ? (
        <EmptyState title={t('chain.empty.gone')} />
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <LoadingState onRetry={() => void query.refetch()} />
      )}
    </>
  );
}

/** The parts of the tab; each is made when it is first looked at, and stays as it was left. */
function Parts(props: {
  readonly study: ChainStudy;
  readonly part: Part;
  readonly onPart: (part: Part) => void;
}) {
  const { study, part } = props;
  const t = useT();
  const panels: Readonly<Record<Part, () => React.ReactNode>> = {
    findings: () => (
      <>
        <FindingsPanel study={study} />
        <SuggestionsPanel study={study} />
      </>
    ),
    network: () => <NetworkPanel study={study} />,
    points: () => (
      <>
        <PointsPanel study={study} />
        <TogetherPanel />
        <SurvivalPanel study={study} />
        <ConcentrationPanel target={study.target.record} />
        <RankingPanel />
        <MeasuresPanel />
      </>
    ),
    whatIf: () => <WhatIfPanel target={study.target.record} />,
    world: () => <WorldPanel />,
    research: () => <ResearchPanel study={study} />,
    compare: () => <ComparePanel study={study} />,
  };
  return (
    <>
      <Tabs
        value={part}
        onChange={(value) => props.onPart(PARTS.find((one) => one === value) ?? 'findings')}
        keepMounted={false}
      >
        <Tabs.List className={style.parts}>
          {PARTS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`chain.part.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {PARTS.map((one) => (
          <Tabs.Panel key={one} value={one} className={style.part}>
            {part === one && panels[one]()}
          </Tabs.Panel>
        ))}
      </Tabs>
      <Text size="sm" c="dimmed">
        {t('chain.scope')}
      </Text>
    </>
  );
}
