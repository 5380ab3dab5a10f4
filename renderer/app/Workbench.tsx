import { useEffect, useRef, useState } from 'react';
import { CaseFrame } from '../features/caseFrame/CaseFrame.tsx';
import { CasesScreen } from '../features/cases/CasesScreen.tsx';
import { SearchSpotlight } from '../features/search/SearchSpotlight.tsx';
import { SettingsScreen } from '../features/settings/SettingsScreen.tsx';
import { WatchScreen } from '../features/watch/WatchScreen.tsx';
import { useT } from './language.ts';
import { type Route, useRoute } from './router.ts';
import { ScreenBoundary } from './ScreenBoundary.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { Sidebar } from './Sidebar.tsx';
import type { AppStatus } from './status.ts';
import { useDemoStart } from './useDemoStart.ts';
import { useShortcuts } from './useShortcuts.ts';
import style from './Workbench.module.css';

const placeOf = (route: Route): string =>
  route.screen === 'case' ? `${route.screen}/${route.logId}/${route.tab}` : route.screen;

/** The open vault: navigation on the left, the screen on the right. */
export function Workbench(props: {
  readonly status: AppStatus;
  readonly open: NonNullable<AppStatus['open']>;
}) {
  const t = useT();
  const route = useRoute();
  const [help, setHelp] = useState(false);
  const main = useRef<HTMLElement>(null);
  const place = placeOf(route);
  useDemoStart(props.status.demo);
  useShortcuts(route, () => setHelp(true));

  // A new screen starts at its top, also for somebody who works by keyboard or screen reader.
  const shown = useRef(place);
  useEffect(() => {
    if (shown.current === place) return;
    shown.current = place;
    main.current?.focus({ preventScroll: true });
    main.current?.scrollTo({ top: 0 });
  }, [place]);

  return (
    <div className={style.frame}>
      <button type="button" className="wb-skip" onClick={() => main.current?.focus()}>
        {t('common.skipToContent')}
      </button>
      {props.status.demo && (
        <div className={style.demo} role="status">
          {t('vault.demoBanner')}
        </div>
      )}
      {!props.open.anchored && (
        <div className={style.alarm} role="alert">
          {t('vault.notAnchored')}
        </div>
      )}
      <Sidebar route={route} open={props.open} onHelp={() => setHelp(true)} />
      <main ref={main} className={style.main} tabIndex={-1} id="main">
        <ScreenBoundary key={route.screen === 'case' ? route.logId : route.screen}>
          <Screen route={route} />
        </ScreenBoundary>
      </main>
      <SearchSpotlight />
      <ShortcutsDialog opened={help} onClose={() => setHelp(false)} />
    </div>
  );
}

function Screen({ route }: { readonly route: Route }) {
  if (route.screen === 'settings') return <SettingsScreen />;
  if (route.screen === 'cases') return <CasesScreen />;
  if (route.screen === 'watch') return <WatchScreen />;
  return <CaseFrame logId={route.logId} tab={route.tab} record={route.record} />;
}
