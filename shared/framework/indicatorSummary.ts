import type { RatingInput } from './inputs.ts';
import type { Indicator } from './pack.ts';
import type { Text } from './packText.ts';

/** How the ratings of one indicator stand. No total, no mean: the letter has no aggregation rule (AMB-01). */
export type IndicatorSummary = {
  readonly id: string;
  readonly block: Indicator['block'];
  readonly label: Text;
  /** False while the leaf that opens the indicator is not met (IND-5); its ratings then show no range. */
  readonly open: boolean;
  readonly ratings: number;
  /** Ratings that say `unknown`: never read as low. */
  readonly unknown: number;
  readonly notApplicable: number;
  /** Lowest and highest level that any rater holds possible; null when no level is known or the indicator is shut. */
  readonly range: { readonly low: number; readonly high: number } | null;
};

/** Sums up the ratings of one indicator. Total; ratings of other indicators are left out. */
export const summarise = (
  indicator: Indicator,
  ratings: readonly RatingInput[],
  open: boolean,
): IndicatorSummary => {
  const own = ratings.filter((rating) => rating.indicator === indicator.id);
  const spans = own.flatMap(({ level, low, high }) =>
    typeof level === 'number' ? [{ low: low ?? level, high: high ?? level }] : [],
  );
  return {
    id: indicator.id,
    block: indicator.block,
    label: indicator.title,
    open,
    ratings: own.length,
    unknown: own.filter((rating) => rating.level === 'unknown').length,
    notApplicable: own.filter((rating) => rating.level === 'notApplicable').length,
    range:
      open && spans.length > 0
        ? {
            low: Math.min(...spans.map((span) => span.low)),
            high: Math.max(...spans.map((span) => span.high)),
          }
        : null,
  };
};
