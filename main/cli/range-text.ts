import type { After } from '#shared/cascade/timeline.ts';
import { LOCALES, type Translate } from '#shared/i18n/index.ts';
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

/** After how many weeks something happens, perhaps happens, or that it does not within the horizon. */
export function afterText(t: Translate, after: After | undefined): string {
  if (after === undefined) return t('cascade.timeline.not');
  if (after.to === null) return t('cascade.timeline.perhaps', { week: after.from });
  return after.to === after.from
    ? String(after.from)
    : t('cascade.timeline.span', { from: after.from, to: after.to });
}
