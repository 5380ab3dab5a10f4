import { useMemo } from 'react';
import type { BodyOf } from '#shared/model/records.ts';
import { type Given, useQueryCall } from '../../api/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';

type Version = Given<'records.list'>[number];
export type Reconciled = {
  readonly record: string;
  readonly versions: readonly Version[];
  readonly body: BodyOf<'reconciliation'>;
};

/** What raters agreed, by indicator; several live versions are a conflict, of which the first is shown. */
export const useReconciled = (): ReadonlyMap<string, Reconciled> => {
  const { logId, at } = useCase();
  const { data } = useQueryCall('records.list', { logId, types: ['reconciliation'], at }, { keep: true });
  return useMemo(() => {
    const found = new Map<string, Reconciled>();
    for (const version of data ?? []) {
      const body = version.body as BodyOf<'reconciliation'>;
      const known = found.get(body.indicator);
      found.set(body.indicator, {
        record: version.record,
        versions: [...(known?.versions ?? []), version],
        body: known?.body ?? body,
      });
    }
    return found;
  }, [data]);
};
