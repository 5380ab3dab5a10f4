import type { Lang, TextKey, Translate } from '../i18n/index.ts';
import { propertyOf } from '../model/properties.ts';
import { RELATION_KINDS } from '../model/vocabulary.ts';
import type { AgainstReason, ForReason } from './reasons.ts';

type Wording = { readonly t: Translate; readonly lang: Lang };

/** The catalogue's word for an identifier, the model's for a kind of relation. */
const whatOf = (kind: string | undefined, { t, lang }: Wording): string => {
  if (kind === undefined) return '';
  const relation = RELATION_KINDS.find((one) => one === kind);
  return relation === undefined
    ? (propertyOf(kind)?.label[lang] ?? kind)
    : t(`words.relationKind.${relation}`);
};

const sideOf = (text: string | undefined, { t }: Wording): string => (text ? text : t('identity.nothing'));

/** What speaks for two parties being one, in words. */
export const forText = ({ code, kind, a, b }: ForReason, wording: Wording): string =>
  wording.t(`identity.for.${code}` as TextKey, {
    what: whatOf(kind, wording),
    a: sideOf(a, wording),
    b: sideOf(b, wording),
  });

/** What speaks against it, in words. */
export const againstText = ({ code, kind, a, b }: AgainstReason, wording: Wording): string =>
  wording.t(`identity.against.${code}` as TextKey, {
    what: whatOf(kind, wording),
    a: code === 'extraWords' ? a || b || '' : sideOf(a, wording),
    b: sideOf(b, wording),
  });
