import { LOCALES } from '#shared/i18n/index.ts';
import type { Terminal } from './terminal.ts';

/** A range for a person, to three decimals; endless has a word. */
export function rangeText({
  t,
  lang,
}: Terminal): (range: { readonly min: number; readonly max: number }) => string {
  const format = new Intl.NumberFormat(LOCALES[lang], { maximumFractionDigits: 3 });
  const one = (value: number): string =>
    Number.isFinite(value) ? format.format(value) : t('cascade.survival.endless');
  return ({ min, max }) =>
    one(min) === one(max) ? one(min) : t('cascade.concentration.span', { min: one(min), max: one(max) });
}
