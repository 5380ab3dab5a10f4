import {
  IconArrowsExchange,
  IconArrowsSplit,
  IconBuildingFactory2,
  IconClipboardList,
  IconCopy,
  IconFileImport,
  IconFiles,
  IconGavel,
  IconHistory,
  IconListCheck,
  IconMessage2Exclamation,
  IconScale,
  IconShieldQuestion,
  IconSitemap,
  IconSnowflake,
  IconStairs,
  IconStethoscope,
  IconTopologyStar3,
  IconWeight,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { TextKey } from '#shared/i18n/index.ts';
import type { CaseTab } from '../../app/router.ts';
import { ChainScreen } from '../chain/ChainScreen.tsx';
import { ChallengeScreen } from '../challenge/ChallengeScreen.tsx';
import { CollectScreen } from '../collect/CollectScreen.tsx';
import { DossierScreen } from '../dossier/DossierScreen.tsx';
import { EvidenceScreen } from '../evidence/EvidenceScreen.tsx';
import { ExchangeScreen } from '../exchange/ExchangeScreen.tsx';
import { FreezeScreen } from '../freeze/FreezeScreen.tsx';
import { HistoryScreen } from '../history/HistoryScreen.tsx';
import { DuplicatesScreen } from '../identity/DuplicatesScreen.tsx';
import { ImportScreen } from '../imports/ImportScreen.tsx';
import { IndicatorsScreen } from '../indicators/IndicatorsScreen.tsx';
import { InstrumentsScreen } from '../instruments/InstrumentsScreen.tsx';
import { LawScreen } from '../law/LawScreen.tsx';
import { OverviewScreen } from '../overview/OverviewScreen.tsx';
import { OwnershipScreen } from '../ownership/OwnershipScreen.tsx';
import { ScenariosScreen } from '../scenarios/ScenariosScreen.tsx';
import { SourcesScreen } from '../sources/SourcesScreen.tsx';
import { ThreatScreen } from '../threat/ThreatScreen.tsx';
import { WeighingScreen } from '../weighing/WeighingScreen.tsx';
import type { TabProps } from './CaseContext.ts';

/** Parts of a case that belong together in the navigation: what is known, what is judged, the case as a file. */
export type TabGroup = 'facts' | 'judgement' | 'file';

export type Tab = {
  readonly label: TextKey;
  readonly group?: TabGroup;
  readonly icon: typeof IconScale;
  readonly screen: ComponentType<TabProps>;
};

/** The parts of a case in the order of the work: one line a feature. */
export const TABS: Readonly<Record<CaseTab, Tab>> = {
  overview: { label: 'cases.tab.overview', icon: IconScale, screen: OverviewScreen },
  dossier: { label: 'cases.tab.dossier', group: 'facts', icon: IconBuildingFactory2, screen: DossierScreen },
  duplicates: { label: 'cases.tab.duplicates', group: 'facts', icon: IconCopy, screen: DuplicatesScreen },
  ownership: { label: 'cases.tab.ownership', group: 'facts', icon: IconSitemap, screen: OwnershipScreen },
  chain: { label: 'cases.tab.chain', group: 'facts', icon: IconTopologyStar3, screen: ChainScreen },
  scenarios: { label: 'cases.tab.scenarios', group: 'facts', icon: IconArrowsSplit, screen: ScenariosScreen },
  sources: { label: 'cases.tab.sources', group: 'facts', icon: IconFiles, screen: SourcesScreen },
  threat: { label: 'cases.tab.threat', group: 'judgement', icon: IconShieldQuestion, screen: ThreatScreen },
  law: { label: 'cases.tab.law', group: 'judgement', icon: IconGavel, screen: LawScreen },
  instruments: {
    label: 'cases.tab.instruments',
    group: 'judgement',
    icon: IconStairs,
    screen: InstrumentsScreen,
  },
  indicators: {
    label: 'cases.tab.indicators',
    group: 'judgement',
    icon: IconListCheck,
    screen: IndicatorsScreen,
  },
  evidence: {
    label: 'cases.tab.evidence',
    group: 'judgement',
    icon: IconStethoscope,
    screen: EvidenceScreen,
  },
  collect: {
    label: 'cases.tab.collect',
    group: 'judgement',
    icon: IconClipboardList,
    screen: CollectScreen,
  },
  challenge: {
    label: 'cases.tab.challenge',
    group: 'judgement',
    icon: IconMessage2Exclamation,
    screen: ChallengeScreen,
  },
  weighing: {
    label: 'cases.tab.weighing',
    group: 'judgement',
    icon: IconWeight,
    screen: WeighingScreen,
  },
  freeze: { label: 'cases.tab.freeze', group: 'judgement', icon: IconSnowflake, screen: FreezeScreen },
  imports: { label: 'cases.tab.imports', group: 'file', icon: IconFileImport, screen: ImportScreen },
  history: { label: 'cases.tab.history', group: 'file', icon: IconHistory, screen: HistoryScreen },
  exchange: { label: 'cases.tab.exchange', group: 'file', icon: IconArrowsExchange, screen: ExchangeScreen },
};
