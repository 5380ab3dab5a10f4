import { type MantineColorSchemeManager, MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import 'dayjs/locale/nl.js';
import 'dayjs/locale/en-gb.js';
import { useEffect, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { i18nInstance } from '#shared/i18n/index.ts';
import { makeQueryClient, refreshOnChange } from '../api/client.ts';
import { useLang, useT } from './language.ts';
import { ScreenBoundary } from './ScreenBoundary.tsx';
import { Session } from './Session.tsx';
import { styleNonce } from './strict-policy.ts';
import { LAYERS, theme, variables } from './theme.ts';

/** The theme is kept with the settings of the app, so nothing goes into the browser's own storage. */
const inSettings: MantineColorSchemeManager = {
  get: (fallback) => fallback,
  set: () => {},
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => {},
};

/** The face: everything that every screen stands in. */
export function App() {
  const [i18n] = useState(() => i18nInstance('nl'));
  const [client] = useState(makeQueryClient);
  useEffect(() => refreshOnChange(client), [client]);
  return (
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={client}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={variables}
          colorSchemeManager={inSettings}
          defaultColorScheme="auto"
          getStyleNonce={styleNonce}
        >
          <Localised />
        </MantineProvider>
      </QueryClientProvider>
    </I18nextProvider>
  );
}

function Localised() {
  const t = useT();
  const lang = useLang();
  useEffect(() => {
    document.documentElement.lang = lang;
    document.title = t('common.appName');
  }, [lang, t]);
  return (
    <DatesProvider settings={{ locale: lang === 'nl' ? 'nl' : 'en-gb', firstDayOfWeek: 1, weekendDays: [] }}>
      <section id={LAYERS} aria-label={t('common.layers')} />
      <Notifications position="bottom-right" limit={4} />
      <ScreenBoundary>
        <Session />
      </ScreenBoundary>
    </DatesProvider>
  );
}
