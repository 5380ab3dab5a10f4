import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { Translate } from '#shared/i18n/index.ts';
import { IMPORT_REASONS } from '#shared/import/reasons.ts';
import { useT } from '../app/language.ts';
import { CallError } from './bridge.ts';

/** A failure in words: the text of its code, with the place or incident number where there is one. */
export const errorText = (t: Translate, error: unknown): string => {
  if (!(error instanceof CallError)) return t('errors.internal');
  const { code, params, incident } = error;
  const refused = IMPORT_REASONS.find((one) => code === 'importRefused' && one === params.reason);
  if (refused !== undefined) return t(`imports.reason.${refused}`, params);
  const place = params.place ?? params.field ?? params.where;
  const text =
    place !== undefined && (code === 'badInput' || code === 'invalidRecord')
      ? t(`errors.${code}At`, { ...params, place })
      : t(`errors.${code}`, params);
  return incident === undefined ? text : `${text} ${t('common.incident', { id: incident })}`;
};

/** Shows a failure as a notification that stays long enough to read. */
export const useErrorNotice = (): ((error: unknown) => void) => {
  const t = useT();
  return useCallback(
    (error) => {
      if (error instanceof CallError && error.code === 'cancelled') return;
      notifications.show({
        color: 'red',
        title: t('common.failed'),
        message: errorText(t, error),
        autoClose: 15_000,
        withBorder: true,
        closeButtonProps: { 'aria-label': t('common.close') },
      });
    },
    [t],
  );
};
