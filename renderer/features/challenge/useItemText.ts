import { useCallback } from 'react';
import { CHECK_ITEMS } from '#shared/model/records/challenge.ts';
import { WEIGHING_PARTS } from '#shared/model/records/weighing.ts';
import { useT } from '../../app/language.ts';

const MISSING = ['NEC-05', 'NEC-06', 'challenger'] as const;

/** What is missing of the challenge or the weighing, in a few words; a code that is none of these stays as it is. */
export const useItemText = (): ((code: string) => string) => {
  const t = useT();
  return useCallback(
    (code) => {
      const missing = MISSING.find((one) => one === code);
      if (missing) return t(`challenge.missing.${missing}`);
      const part = WEIGHING_PARTS.find((one) => one === code);
      if (part) return t(`weighing.part.${part}`);
      const item = CHECK_ITEMS.find((one) => one === code);
      return item ? t(`challenge.short.${item}`) : code;
    },
    [t],
  );
};
