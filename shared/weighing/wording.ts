import type { IndicatorSummary } from '../framework/indicatorSummary.ts';
import type { Lang, Translate } from '../i18n/index.ts';
import type { BodyOf } from '../model/records.ts';
import { likelihoodText } from '../threat/likelihood.ts';
import type { RungCount } from './grounds.ts';

/** How an indicator stands, in a few words; a shut one and an unknown one have no level. */
export function indicatorText(t: Translate, { open, ratings, range }: IndicatorSummary): string {
  if (!open) return t('weighing.indicator.shut');
  if (ratings === 0) return t('weighing.indicator.none');
  if (range === null) return t('weighing.indicator.unknown');
  const levels = range.low === range.high ? String(range.low) : `${range.low}–${range.high}`;
  return t('weighing.indicator.level', { levels, count: ratings });
}

/** Likelihood and confidence apart (ICD 203). */
export const likelihoodWords = (
  t: Translate,
  lang: Lang,
  { likelihood, confidence }: BodyOf<'appraisal'>,
): string =>
  t('weighing.appraisal', {
    likelihood: likelihoodText(likelihood, lang) ?? t('threat.likelihood.by.unknown'),
    confidence:
      confidence === undefined
        ? t('threat.noConfidence')
        : t('threat.confidence', { word: t(`words.confidence.${confidence}`) }),
  });

const ORDER = ['suffices', 'insufficient', 'notRelevant', 'undetermined', 'empty'] as const;

/** "52 onvoldoende, 4 niet relevant": what occurs, in one order. */
export const rungsText = (t: Translate, count: RungCount): string =>
  ORDER.filter((verdict) => count[verdict] > 0)
    .map((verdict) => t(`weighing.rungs.${verdict}`, { count: count[verdict] }))
    .join(', ');
