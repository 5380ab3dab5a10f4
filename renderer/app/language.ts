import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type Lang, LOCALES, type Translate } from '#shared/i18n/index.ts';

/** Texts in the language of the face; a component that uses it is drawn again when the language changes. */
export const useT = (): Translate => {
  const { t } = useTranslation();
  return useCallback((key, params) => t(key, params ?? {}), [t]);
};

/** Language of the face: for texts of packs and catalogues that carry both languages. */
export const useLang = (): Lang => {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'nl';
};

/** BCP 47 tag by which dates and numbers are shown. */
export const useLocale = (): string => LOCALES[useLang()];
