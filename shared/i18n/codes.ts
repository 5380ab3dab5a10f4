import { propertyOf } from '../model/properties.ts';
import { type Lang, LOCALES, type Translate } from './index.ts';

/** Codes that ISO 3166-1 leaves to its users. XK is one too, but has a meaning that everybody shares. */
const USER_ASSIGNED = /^(AA|ZZ|Q[M-Z]|X[A-JL-Z])$/;

/** An ISO country code as the name of the state; codes that no state has stay codes, whatever a library makes of them. */
export function countryText(code: string, lang: Lang): string {
  if (USER_ASSIGNED.test(code)) return code;
  try {
    return new Intl.DisplayNames(LOCALES[lang], { type: 'region', fallback: 'code' }).of(code) ?? code;
  } catch (error) {
    if (error instanceof RangeError) return code;
    throw error;
  }
}

/** Closed lists whose codes have words of their own, by property. */
const WORDED = {
  cbw: ['essential', 'important', 'none'],
  channel: ['ownership', 'votes', 'board', 'finance', 'contract', 'law', 'person', 'party', 'information'],
  flowNature: ['goods', 'services', 'software', 'data', 'infrastructure', 'energy', 'logistics'],
  supplyState: ['current', 'qualified', 'candidate'],
  singleSourceGround: ['contract', 'technology', 'law', 'market'],
} as const;
type Worded = {
  [Name in keyof typeof WORDED]: `model.code.${Name}.${(typeof WORDED)[Name][number]}`;
}[keyof typeof WORDED];
const KEYS = new Map<string, Worded>(
  Object.entries(WORDED).flatMap(([property, codes]) =>
    codes.map((code) => [`${property} ${code}`, `model.code.${property}.${code}` as Worded] as const),
  ),
);

/** A code of a closed list, or of a country, in words; any other code as it stands. */
export function codeText(
  property: string,
  code: string,
  { lang, t }: { readonly lang: Lang; readonly t: Translate },
): string {
  if (propertyOf(property)?.check === 'country') return countryText(code, lang);
  const key = KEYS.get(`${property} ${code}`);
  return key === undefined ? code : t(key);
}
