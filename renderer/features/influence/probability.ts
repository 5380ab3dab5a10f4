import { LOCALES } from '#shared/i18n/index.ts';
import type { Probability } from '#shared/model/records/influence.ts';
import { TERM_WORDS } from '#shared/ownership/influence.ts';
import { useLang, useT } from '../../app/language.ts';

/** A probability in words, without any word on confidence: the two never share a sentence (ICD 203). */
export const useProbability = (): ((probability: Probability | undefined) => string) => {
  const t = useT();
  const lang = useLang();
  return (probability) => {
    if (probability === undefined) return t('influence.probabilityNone');
    const number = (value: number): string =>
      new Intl.NumberFormat(LOCALES[lang], { maximumFractionDigits: 1 }).format(value * 100);
    const span = (min: number, max: number): string =>
      min === max ? `${number(min)}%` : `${number(min)}–${number(max)}%`;
    if (probability.kind === 'range') return span(probability.min, probability.max);
    const term = TERM_WORDS.find(({ id }) => id === probability.term);
    return term === undefined ? probability.term : `${term[lang]} (${span(term.from, term.to)})`;
  };
};
