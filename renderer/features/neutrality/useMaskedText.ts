import type { Given } from '../../api/index.ts';
import { useT } from '../../app/language.ts';

export type MaskedRow = Given<'neutrality.masked'>['rows'][number];

/** A level of the comparison, and the difference between two, in words. */
export const useMaskedText = () => {
  const t = useT();
  return {
    levelText: (level: MaskedRow['open']): string =>
      level === null
        ? '–'
        : typeof level === 'number'
          ? t('assessment.levelOf', { level })
          : t(`assessment.${level}`),
    stepsText: ({ steps, standing }: Pick<MaskedRow, 'steps' | 'standing'>): string => {
      if (standing === 'notOpen' || standing === 'conflict') return '–';
      if (steps === null) return standing === 'same' ? '0' : t('neutrality.masked.otherKind');
      if (steps === 0) return '0';
      return t('neutrality.masked.steps', { sign: steps > 0 ? '+' : '−', count: Math.abs(steps) });
    },
  };
};
