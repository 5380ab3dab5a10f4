import { type Lang, LOCALES } from '../i18n/index.ts';
import type { Interval } from './interest.ts';

const SAME = 1e-9;
/** Values at which a rounded share would say more or less than what is so. */
const LEVELS = [0, 0.1, 0.2, 0.25, 0.3, 0.5, 1];
const MOST_DIGITS = 6;

/** As few decimals as may be, but never so few that a share seems to be just on a threshold. */
function digitsFor(value: number, from: number): number {
  for (let digits = from; digits < MOST_DIGITS; digits++) {
    const rounded = Number(value.toFixed(digits + 2));
    if (Math.abs(rounded - value) < SAME || !LEVELS.includes(rounded)) return digits;
  }
  return MOST_DIGITS;
}

/** Shares as percentages in the numbers of the language: 28,6%, 10–15%. */
export function shareWords(lang: Lang) {
  const formats = Array.from(
    { length: MOST_DIGITS + 1 },
    (_, digits) => new Intl.NumberFormat(LOCALES[lang], { maximumFractionDigits: digits }),
  );
  const number = (value: number, digits: number): string =>
    formats[digitsFor(value, digits)]?.format(value * 100) ?? '';
  const percent = (value: number, digits = 1): string => `${number(value, digits)}%`;
  const span = ({ min, max }: Interval, digits = 1): string =>
    max - min < SAME ? percent(max, digits) : `${number(min, digits)}–${percent(max, digits)}`;
  return { percent, span };
}
