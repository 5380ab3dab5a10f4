import { useCallback } from 'react';
import type { TextKey } from '#shared/i18n/index.ts';
import type { ChangeSummary } from '#shared/ipc/common.ts';
import { isRecordType } from '#shared/model/records.ts';
import { useLocale, useT } from '../../app/language.ts';
import { useRecordName } from '../../ui/index.ts';

type Summary = Pick<ChangeSummary, 'intent' | 'touched' | 'only' | 'withheld'>;

/** What a change did, in words made from counts and the names that this reader may see: “3 feiten gewijzigd”. */
export const useChangeWords = (): ((change: Summary) => string) => {
  const t = useT();
  const locale = useLocale();
  const nameOf = useRecordName();
  return useCallback(
    (change) => {
      const list = new Intl.ListFormat(locale, { type: 'conjunction' });
      const typeWord = (type: string, count: number): string =>
        isRecordType(type) ? t(`words.${count === 1 ? 'type' : 'typeMany'}.${type}` as TextKey) : type;
      const counted = change.touched.map(({ type, count }) =>
        t('history.counted', { count, type: typeWord(type, count) }),
      );
      const what =
        change.only !== undefined && change.only.label !== change.only.type
          ? t('history.named', { type: typeWord(change.only.type, 1), label: nameOf(change.only) })
          : counted.length > 0
            ? list.format(counted)
            : t('history.nothing');
      return t(`history.did.${change.intent.action}`, { what });
    },
    [t, locale, nameOf],
  );
};
