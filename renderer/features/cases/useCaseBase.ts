import { useCallback } from 'react';
import { CallError, call, useErrorNotice } from '../../api/index.ts';

/** Reads the live versions of a case's own record, which a change to it must name. */
export const useCaseBase = (): ((logId: string) => Promise<string[] | undefined>) => {
  const notify = useErrorNotice();
  return useCallback(
    async (logId) => {
      const found = await call('cases.get', { logId });
      if (found.ok) return found.value.versions.map((version) => version.digest);
      notify(new CallError(found.error));
      return undefined;
    },
    [notify],
  );
};
