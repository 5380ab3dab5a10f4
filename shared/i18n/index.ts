import { createInstance, type i18n as I18n } from 'i18next';
import { en } from './en/index.ts';
import { nl } from './nl/index.ts';
import type { KeysOf } from './texts.ts';

/** Key of a text that exists in both languages. */
export type TextKey = KeysOf<typeof nl>;
/** What a text may have filled in: `{{name}}`; `count` also chooses between one and many. */
export type TextParams = Readonly<Record<string, string | number>>;
/** Puts a key into words. Values are put in as they are: the caller escapes for HTML or Typst where that is needed. */
export type Translate = (key: TextKey, params?: TextParams) => string;

export const LANGUAGES = ['nl', 'en'] as const;
export type Lang = (typeof LANGUAGES)[number];

/** BCP 47 tags by which dates and numbers are written. */
export const LOCALES: Readonly<Record<Lang, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** An own, ready i18next instance in this language; Dutch is what it falls back on, though nothing should. */
export const i18nInstance = (lang: Lang): I18n => {
  const instance = createInstance();
  void instance.init({
    lng: lang,
    fallbackLng: 'nl',
    resources: { nl: { translation: nl }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
    // All texts are at hand, so that the instance is ready when this returns.
    initAsync: false,
  });
  return instance;
};

/** Texts in one language, for a document, a command line or a test. */
export const translator = (lang: Lang): Translate => {
  const instance = i18nInstance(lang);
  return (key, params) => instance.t(key, params ?? {});
};

/** Both trees of texts, for the test that compares them. */
export const TEXTS = { nl, en } as const;
