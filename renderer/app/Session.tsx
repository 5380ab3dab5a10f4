import { Box, useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listen } from '../api/index.ts';
import { RecoveryCodeScreen } from '../features/unlock/RecoveryCodeScreen.tsx';
import { UnlockScreen } from '../features/unlock/UnlockScreen.tsx';
import { QueryState } from '../ui/index.ts';
import { type AppStatus, useAppStatus, useRefreshStatus } from './status.ts';
import { Workbench } from './Workbench.tsx';

export type LockReason = 'demand' | 'idle' | 'sleep';

/** Locked or open: shows the way in, or the workbench. Locking takes everything read out of memory. */
export function Session() {
  const status = useAppStatus();
  return (
    <Box mih="100%">
      <QueryState query={status}>{(data) => <Opened status={data} />}</QueryState>
    </Box>
  );
}

function Opened({ status }: { readonly status: AppStatus }) {
  const client = useQueryClient();
  const refresh = useRefreshStatus();
  const [locked, setLocked] = useState<LockReason | null>(null);
  const [fresh, setFresh] = useState<{ vault: string; code: string } | null>(null);
  useAppliedSettings(status.settings);

  useEffect(
    () =>
      listen('vault.locked', ({ why }) => {
        setLocked(why);
        client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'app.status' });
        void refresh();
      }),
    [client, refresh],
  );

  if (fresh !== null) {
    const leave = () => {
      setFresh(null);
      void refresh();
    };
    return <RecoveryCodeScreen vault={fresh.vault} code={fresh.code} onDone={leave} />;
  }
  if (status.open === null) {
    return (
      <UnlockScreen
        vaults={status.vaults}
        locked={locked}
        onCreated={(vault, code) => setFresh({ vault, code })}
        onUnlocked={() => {
          setLocked(null);
          void refresh();
        }}
      />
    );
  }
  return <Workbench status={status} open={status.open} />;
}

/** Language and theme follow the settings at once. */
function useAppliedSettings({ language, theme }: AppStatus['settings']): void {
  const { i18n } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => {
    void i18n.changeLanguage(language);
  }, [i18n, language]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the setter is made anew at every draw.
  useEffect(() => setColorScheme(theme), [theme]);
}
