import { useCallback } from 'react';
import type { BodyOf } from '#shared/model/records.ts';
import { useT } from '../../app/language.ts';
import { useRecordName } from '../../ui/index.ts';
import { type MatrixLine, useThreat } from './ThreatContext.ts';

/** What a row of the matrix is about: a remark, or evidence of the case in words. */
export const useRowTitle = (): ((row: MatrixLine) => string) => {
  const t = useT();
  const nameOf = useRecordName();
  const { evidence } = useThreat();
  return useCallback(
    (row) => {
      const body = row.versions[0]?.body as BodyOf<'matrixRow'> | undefined;
      if (body?.evidence === undefined) return body?.text ?? '';
      const known = evidence.get(body.evidence)?.label ?? (row.evidence ? nameOf(row.evidence) : undefined);
      return known ?? t('threat.ach.unknownEvidence');
    },
    [evidence, nameOf, t],
  );
};
