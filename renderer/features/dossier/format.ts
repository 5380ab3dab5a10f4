import { codeText } from '#shared/i18n/codes.ts';
import { type Lang, LOCALES, type Translate } from '#shared/i18n/index.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { propertyOf } from '#shared/model/properties.ts';
import type { Unit, Value } from '#shared/model/value.ts';
import { partialDateText } from '../../ui/dates.ts';

/** What a formatter must know: the language, its words, and the names of records that a value may point to. */
export type Wording = {
  readonly lang: Lang;
  readonly t: Translate;
  readonly nameOf: (record: RecordId) => string | undefined;
};

const INTL_UNITS: Partial<Record<Unit, string>> = {
  months: 'month',
  weeks: 'week',
  days: 'day',
  years: 'year',
};

const options = (unit: Unit): Intl.NumberFormatOptions => {
  if (unit === 'percent') return { maximumFractionDigits: 4 };
  if (unit === 'eur' || unit === 'usd') {
    return { style: 'currency', currency: unit, minimumFractionDigits: 0, maximumFractionDigits: 2 };
  }
  const intl = INTL_UNITS[unit];
  return intl === undefined
    ? { maximumFractionDigits: 4 }
    : { style: 'unit', unit: intl, unitDisplay: 'long', maximumFractionDigits: 4 };
};

const withUnit = (text: string, unit: Unit, t: Translate): string => {
  if (unit === 'percent') return `${text}%`;
  return unit === 'fte' || unit === 'tonnes' || unit === 'pieces'
    ? `${text} ${t(`model.unitAfter.${unit}`)}`
    : text;
};

/** A number with its unit: 34%, € 12.500.000, 6 maanden. */
export const formatNumber = (number: number, unit: Unit, { lang, t }: Wording): string =>
  withUnit(new Intl.NumberFormat(LOCALES[lang], options(unit)).format(number), unit, t);

const formatRange = (range: Extract<Value, { kind: 'range' }>, wording: Wording): string => {
  const { lang, t } = wording;
  const { min, max, unit } = range;
  if (min === undefined) return t('model.rangeTo', { max: formatNumber(max ?? 0, unit, wording) });
  if (max === undefined) return t('model.rangeFrom', { min: formatNumber(min, unit, wording) });
  const text = new Intl.NumberFormat(LOCALES[lang], options(unit))
    .formatRangeToParts(min, max)
    .map((part) => (part.source === 'shared' && part.type === 'literal' ? dash(part.value) : part.value))
    .join('');
  return withUnit(text, unit, t);
};

/** Some languages' data write a range with a hyphen; both of ours print an en dash. */
const dash = (literal: string): string => literal.replace(/^(\s*)-(\s*)$/, '$1–$2');

/** Size of a file: 1,2 MB. */
export const formatBytes = (bytes: number, lang: Lang): string => {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const unit = units[step] ?? 'byte';
  return new Intl.NumberFormat(LOCALES[lang], { style: 'unit', unit, maximumFractionDigits: 1 }).format(
    bytes / 1000 ** step,
  );
};

/** A code of a closed list in words; a country by its name, with the code for who looks for that. */
export const formatCode = (property: string, code: string, wording: Wording): string => {
  const text = codeText(property, code, wording);
  const isCountry = propertyOf(property)?.check === 'country';
  return isCountry && text !== code ? `${text} (${code})` : text;
};

/** What a claim says, as one line of text; a missing value says in which way it is missing. */
export function formatValue(property: string, value: Value, wording: Wording): string {
  const { lang, t, nameOf } = wording;
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'code':
      return formatCode(property, value.code, wording);
    case 'number':
      return formatNumber(value.number, value.unit, wording);
    case 'range':
      return formatRange(value, wording);
    case 'date':
      return partialDateText(LOCALES[lang], value.date);
    case 'yesNo':
      return t(value.yes ? 'common.yes' : 'common.no');
    case 'record':
      return nameOf(value.record) ?? value.record;
    case 'unknown':
    case 'undisclosed':
    case 'notApplicable':
      return t(`model.valueKind.${value.kind}`);
  }
}
