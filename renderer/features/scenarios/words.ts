import { useMemo } from 'react';
import type { ScenarioComparison } from '#shared/ipc/scenarios.ts';
import { type SpeechOf, speechOf } from '#shared/scenario/sentences.ts';
import { useLocale } from '../../app/language.ts';
import { useWords } from '../ownership/words.ts';

/** Names, parts and amounts of a comparison in the words of the reader. */
export function useSpeech(comparison: ScenarioComparison): SpeechOf {
  const { t, percent, span } = useWords();
  const locale = useLocale();
  return useMemo(() => {
    const euros = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: 'EUR',
      minimumFractionDigits: 0,
      maximumFractionDigits: 0,
    });
    const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
    const and = new Intl.ListFormat(locale, { type: 'conjunction' });
    const or = new Intl.ListFormat(locale, { type: 'disjunction' });
    return speechOf(comparison, {
      t,
      percent: (part) => percent(part),
      span: (part) => span(part),
      euros: (amount) => euros.format(amount),
      number: (value) => number.format(value),
      list: (items) => and.format(items),
      either: (items) => or.format(items),
    });
  }, [comparison, t, percent, span, locale]);
}
