import { useCallback } from 'react';
import { useT } from '../../app/language.ts';

/** Two bounds in words: one figure when they read the same. */
export function useRange(): (min: number, max: number, say: (value: number) => string) => string {
  const t = useT();
  return useCallback(
    (min, max, say) => {
      const [low, high] = [say(min), say(max)];
      return low === high ? high : t('chain.time.span', { from: low, to: high });
    },
    [t],
  );
}
