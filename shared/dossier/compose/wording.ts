import { codeText } from '../../i18n/codes.ts';
import { type Lang, LOCALES, type Translate } from '../../i18n/index.ts';
import type { Author } from '../../log/change.ts';
import type { Instant, PartialDate, Validity } from '../../model/dates.ts';
import type { RecordId } from '../../model/ids.ts';
import type { Unit, Value } from '../../model/value.ts';

/** What a formatter must know: the language, its words, and the names of records that a value may point to. */
export type Wording = {
  readonly lang: Lang;
  readonly t: Translate;
  readonly nameOf: (record: RecordId) => string;
};

type Month = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12';
/** Numbers of the months as the texts have them, January first. */
export const MONTHS: readonly Month[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'];

/** A date as precise as it is known: `2021`, `maart 2021` or `3 maart 2021`. */
export const dateText = (date: PartialDate, t: Translate): string => {
  const [year, month, day] = date.split('-');
  if (month === undefined) return date;
  const name = t(`document.month.${String(Number(month)) as Month}`);
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
};

const AMSTERDAM = {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
} as const;

/** The calendar day of an instant in the Netherlands, where all departments keep the same clock. */
export function dayOf(instant: Instant): string {
  const parts = new Intl.DateTimeFormat('en-GB', AMSTERDAM).formatToParts(new Date(instant));
  const get = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return `${get('year')}-${get('month')}-${get('day')}`;
}

/** When a fact holds, or undefined when its period is open at both ends. */
export function periodText({ validFrom, validTo }: Validity, t: Translate): string | undefined {
  const from = validFrom === undefined ? undefined : dateText(validFrom, t);
  const to = validTo === undefined ? undefined : dateText(validTo, t);
  if (from !== undefined && to !== undefined)
    return from === to ? from : t('document.period.both', { from, to });
  if (from !== undefined) return t('document.period.from', { from });
  return to === undefined ? undefined : t('document.period.to', { to });
}

const decimal = (number: number, lang: Lang): string =>
  new Intl.NumberFormat(LOCALES[lang], { maximumFractionDigits: 4 }).format(number);

const withUnit = (n: string, count: number, unit: Unit, t: Translate): string => {
  switch (unit) {
    case 'percent':
      return `${n}%`;
    case 'count':
      return n;
    case 'eur':
    case 'usd':
      return `${t(`document.money.${unit}`)}${n}`;
    default:
      return t(`document.unit.${unit}`, { n, count });
  }
};

/** A number with its unit: 34%, € 12.500.000, 6 maanden. */
export const numberText = (number: number, unit: Unit, { lang, t }: Pick<Wording, 'lang' | 't'>): string =>
  withUnit(decimal(number, lang), number, unit, t);

/** A closed range, or one open end in words. Money says its currency twice, as no one reads "€ 1 – 2 miljoen" safely. */
export function rangeText(range: Extract<Value, { kind: 'range' }>, wording: Wording): string {
  const { min, max, unit } = range;
  const { lang, t } = wording;
  if (min === undefined) return t('model.rangeTo', { max: numberText(max as number, unit, wording) });
  if (max === undefined) return t('model.rangeFrom', { min: numberText(min, unit, wording) });
  if (min === max) return numberText(min, unit, wording);
  if (unit === 'eur' || unit === 'usd')
    return `${numberText(min, unit, wording)} – ${numberText(max, unit, wording)}`;
  return withUnit(`${decimal(min, lang)}–${decimal(max, lang)}`, max, unit, t);
}

/** What a claim says, as text; a missing value says in which way it is missing and never looks like a number. */
export function valueText(property: string, value: Value, wording: Wording): string {
  const { t, nameOf } = wording;
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'code':
      return codeText(property, value.code, wording);
    case 'number':
      return numberText(value.number, value.unit, wording);
    case 'range':
      return rangeText(value, wording);
    case 'date':
      return dateText(value.date, t);
    case 'yesNo':
      return t(value.yes ? 'common.yes' : 'common.no');
    case 'record':
      return nameOf(value.record);
    case 'unknown':
    case 'undisclosed':
    case 'notApplicable':
      return t(`document.claim.${value.kind}`);
  }
}

/** A person and their department: "Anna de Vries (EZ)". */
export const authorText = ({ name, department }: Author): string => `${name} (${department})`;

/** Size of a file in the largest fitting unit. */
export function sizeText(bytes: number, { lang, t }: Pick<Wording, 'lang' | 't'>): string {
  const [unit, step] =
    bytes < 1_000
      ? (['bytes', 1] as const)
      : bytes < 1_000_000
        ? (['kilobytes', 1_000] as const)
        : (['megabytes', 1_000_000] as const);
  const n = new Intl.NumberFormat(LOCALES[lang], { maximumFractionDigits: 1 }).format(bytes / step);
  return t(`document.sources.${unit}`, { n });
}
