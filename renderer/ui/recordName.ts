import { useCallback } from 'react';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import type { Lang, TextKey } from '#shared/i18n/index.ts';
import { propertyOf } from '#shared/model/properties.ts';
import { CHECK_ITEMS } from '#shared/model/records/challenge.ts';
import { WEIGHING_PARTS } from '#shared/model/records/weighing.ts';
import { isRecordType } from '#shared/model/records.ts';
import { RELATION_KINDS } from '#shared/model/vocabulary.ts';
import { useLang, useT } from '../app/language.ts';

type Named = { readonly type: string; readonly label: string };

const ofPack = (id: string, lang: Lang): string | undefined =>
  [...BEV_2023.leaves, ...BEV_2023.indicators].find((item) => item.id === id)?.title[lang];

/**
 * What a record is called in the reader's language: a claim by its property, a verdict or rating by its question, a
 * relation by its verb; anything else by its own name.
 */
export const useRecordName = (): ((ref: Named) => string) => {
  const t = useT();
  const lang = useLang();
  return useCallback(
    ({ type, label }) => {
      if (type === 'claim') return propertyOf(label)?.label[lang] ?? label;
      if (type === 'verdict' || type === 'rating' || type === 'maskedRating')
        return ofPack(label, lang) ?? label;
      if (type === 'relation' && RELATION_KINDS.some((kind) => kind === label))
        return t(`words.relationKind.${label}` as TextKey);
      if (type === 'challenge') return ofPack(label, lang) ?? label;
      const item = type === 'check' ? CHECK_ITEMS.find((one) => one === label) : undefined;
      if (item) return t(`challenge.short.${item}`);
      const part = type === 'weighing' ? WEIGHING_PARTS.find((one) => one === label) : undefined;
      if (part) return t(`weighing.part.${part}`);
      if (type === 'influence') return t(`influence.channel.${label}` as TextKey);
      // Without a word of its own a record is called by its type.
      if (label === type) return isRecordType(type) ? t(`words.type.${type}`) : type;
      return label === '' ? t('common.none') : label;
    },
    [t, lang],
  );
};
