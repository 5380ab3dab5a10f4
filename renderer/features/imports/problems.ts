import { useCallback } from 'react';
import type { Problem } from '#shared/import/reader.ts';
import { useT } from '../../app/language.ts';

/** Why a row is refused, in words. */
export const useProblemText = (): ((problem: {
  readonly code: Problem['code'];
  readonly params?: Record<string, string | number> | undefined;
}) => string) => {
  const t = useT();
  return useCallback(({ code, params }) => t(`imports.refused.${code}`, params), [t]);
};
