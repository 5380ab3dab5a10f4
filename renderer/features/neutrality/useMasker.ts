import { useMemo } from 'react';
import { type Masker, maskerOf } from '#shared/neutrality/mask.ts';
import { useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { useCase } from '../caseFrame/CaseContext.ts';

/** Hides names in texts of the open case, under pseudonyms in the reader's language; null until it is known which. */
export const useMasker = () => {
  const t = useT();
  const { logId } = useCase();
  const query = useQueryCall('neutrality.hidden', { logId, at: {} }, { keep: true });
  const { data } = query;
  const masker = useMemo<Masker | null>(
    () =>
      data === undefined
        ? null
        : maskerOf(data, (kind, mark) => t(`neutrality.masked.pseudonym.${kind}`, { mark })),
    [data, t],
  );
  return { query, masker };
};
