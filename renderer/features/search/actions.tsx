import { IconEye, IconFolders, IconSettings } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from '../../app/language.ts';
import { CASE_TABS, go, useRoute } from '../../app/router.ts';
import { TABS } from '../caseFrame/tabs.tsx';

/** Something that can be done from the search field without searching. */
export type QuickAction = {
  readonly id: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly run: () => void;
};

const ICON = { size: 18, stroke: 1.6, 'aria-hidden': true } as const;

/** The places one can go to from here. */
export const usePlaces = (): readonly QuickAction[] => {
  const t = useT();
  const route = useRoute();
  const tabs =
    route.screen === 'case'
      ? CASE_TABS.map((tab) => {
          const { label, icon: Icon } = TABS[tab];
          return {
            id: `tab-${tab}`,
            label: t(label),
            icon: <Icon {...ICON} />,
            run: () => go({ screen: 'case', logId: route.logId, tab }),
          };
        })
      : [];
  return [
    ...tabs,
    {
      id: 'cases',
      label: t('cases.title'),
      icon: <IconFolders {...ICON} />,
      run: () => go({ screen: 'cases' }),
    },
    {
      id: 'watch',
      label: t('watch.title'),
      icon: <IconEye {...ICON} />,
      run: () => go({ screen: 'watch' }),
    },
    {
      id: 'settings',
      label: t('settings.title'),
      icon: <IconSettings {...ICON} />,
      run: () => go({ screen: 'settings' }),
    },
  ];
};
