import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useT } from '../../app/language.ts';

/** Says briefly that something was done; `warn` when the reader should know more than that. */
export const useNotice = (): ((message: string, tone?: 'done' | 'warn') => void) => {
  const t = useT();
  return useCallback(
    (message, tone = 'done') => {
      notifications.show({
        message,
        color: tone === 'done' ? 'green' : 'yellow',
        withBorder: true,
        closeButtonProps: { 'aria-label': t('common.close') },
      });
    },
    [t],
  );
};
