import { useCallback } from 'react';
import { useT } from '../../app/language.ts';
import type { HypothesisColumn } from './ThreatContext.ts';

/** A hypothesis in its own words, or in those of the standard set. */
export const useHypothesisTitle = (): ((one: Pick<HypothesisColumn, 'title' | 'standard'>) => string) => {
  const t = useT();
  return useCallback(
    ({ title, standard }) => title ?? (standard ? t(`threat.ach.standard.${standard}`) : ''),
    [t],
  );
};
