import { Kbd, Text, UnstyledButton } from '@mantine/core';
import { IconEye, IconFolders, IconKeyboard, IconLock, IconSearch, IconSettings } from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';
import { useCommand, useQueryCall } from '../api/index.ts';
import { TABS } from '../features/caseFrame/tabs.tsx';
import { openSearch } from '../features/search/SearchSpotlight.tsx';
import { Brand } from './Brand.tsx';
import { useT } from './language.ts';
import { CASE_TABS, hrefOf, type Route } from './router.ts';
import style from './Sidebar.module.css';
import type { AppStatus } from './status.ts';

const ICON = { size: 19, stroke: 1.6, 'aria-hidden': true } as const;

/** Where one can go: all cases, the parts of the open case, settings; and who works here. */
export function Sidebar(props: {
  readonly route: Route;
  readonly open: NonNullable<AppStatus['open']>;
  readonly onHelp: () => void;
}) {
  const t = useT();
  const { route, open } = props;
  const lock = useCommand('vault.lock');
  return (
    <aside className={`${style.side} wb-no-print`}>
      <a href={hrefOf({ screen: 'cases' })} className={style.brand}>
        <Brand size={26} />
        {t('common.appName')}
      </a>
      <UnstyledButton className={style.search} onClick={openSearch} aria-keyshortcuts="Control+K">
        <IconSearch {...ICON} />
        <span>{t('search.title')}</span>
        <Kbd size="xs" className={style.kbd} aria-hidden>
          Ctrl K
        </Kbd>
      </UnstyledButton>
      <nav aria-label={t('cases.mainNav')} className={style.nav}>
        <Place
          href={hrefOf({ screen: 'cases' })}
          here={route.screen === 'cases'}
          icon={<IconFolders {...ICON} />}
        >
          {t('cases.title')}
        </Place>
        <Place
          href={hrefOf({ screen: 'watch' })}
          here={route.screen === 'watch'}
          icon={<IconEye {...ICON} />}
        >
          {t('watch.title')}
        </Place>
        {route.screen === 'case' && <CaseNav route={route} />}
      </nav>
      <div className={style.foot}>
        <Place
          href={hrefOf({ screen: 'settings' })}
          here={route.screen === 'settings'}
          icon={<IconSettings {...ICON} />}
        >
          {t('settings.title')}
        </Place>
        <UnstyledButton className={style.place} onClick={props.onHelp}>
          <IconKeyboard {...ICON} />
          {t('common.shortcuts')}
        </UnstyledButton>
        <UnstyledButton className={style.place} onClick={() => void lock.run({})}>
          <IconLock {...ICON} />
          {t('vault.lock')}
        </UnstyledButton>
        <div className={style.who}>
          <Text fz="sm" fw={600} truncate>
            {open.identity.name}
          </Text>
          <Text fz="xs" truncate>
            {open.identity.department} · {open.vault}
          </Text>
        </div>
      </div>
    </aside>
  );
}

function CaseNav({ route }: { readonly route: Extract<Route, { screen: 'case' }> }) {
  const t = useT();
  const found = useQueryCall('cases.get', { logId: route.logId });
  return (
    <section aria-label={t('cases.navLabel')} className={style.group}>
      <Text className={style.caseTitle} lineClamp={2} title={found.data?.row.title}>
        {found.data?.row.title ?? ' '}
      </Text>
      {CASE_TABS.map((tab, i) => {
        const { label, group, icon: Icon } = TABS[tab];
        const before = CASE_TABS[i - 1];
        const begins = group !== undefined && (before === undefined || TABS[before].group !== group);
        return (
          <Fragment key={tab}>
            {begins && <Text className={style.caption}>{t(`cases.tabGroup.${group}`)}</Text>}
            <Place
              href={hrefOf({ screen: 'case', logId: route.logId, tab })}
              here={route.tab === tab}
              icon={<Icon {...ICON} />}
            >
              {t(label)}
            </Place>
          </Fragment>
        );
      })}
    </section>
  );
}

function Place(props: {
  readonly href: string;
  readonly here: boolean;
  readonly icon: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <a href={props.href} className={style.place} aria-current={props.here ? 'page' : undefined}>
      {props.icon}
      {props.children}
    </a>
  );
}
