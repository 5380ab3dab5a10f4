import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Settings } from '#shared/ipc/vault.ts';
import { type Given, useCommand, useQueryCall } from '../api/index.ts';

export type AppStatus = Given<'app.status'>;
const KEY = ['app.status', {}] as const;

/** Which vaults there are, which is open, and the settings of the app. */
export const useAppStatus = () => useQueryCall('app.status', {});

/** Asks the shell again how things stand, after an unlock or a lock. */
export const useRefreshStatus = (): (() => Promise<void>) => {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries({ queryKey: KEY }), [client]);
};

/** Changes some settings and shows them at once. */
export const useSaveSettings = (): ((patch: Partial<Settings>) => Promise<void>) => {
  const client = useQueryClient();
  const { run } = useCommand('app.saveSettings');
  return useCallback(
    async (patch) => {
      const status = client.getQueryData<AppStatus>(KEY);
      if (status === undefined) return;
      const show = (settings: Settings) =>
        client.setQueryData<AppStatus>(KEY, (now) => now && { ...now, settings });
      show({ ...status.settings, ...patch });
      show((await run({ ...status.settings, ...patch })) ?? status.settings);
    },
    [client, run],
  );
};
