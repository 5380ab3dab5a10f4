import type { Lang } from '#shared/i18n/index.ts';
import { type Assessed, ratingOf } from '../overview/useAssessment.ts';

/** One line of the profile: a rater's level on an indicator, or that there is none and why. */
export type ProfileRow = {
  readonly key: string;
  readonly indicator: string;
  readonly title: string;
  readonly rater: string;
  readonly state: 'level' | 'unknown' | 'notApplicable' | 'notRated' | 'shut';
  readonly level: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly horizon: 'short' | 'medium' | 'long' | undefined;
};

/** All ratings in pack order; an indicator without one has a line that says so. Several live versions are several lines. */
export const profileOf = ({ judged, assessment, indicators }: Assessed, lang: Lang): readonly ProfileRow[] =>
  indicators.flatMap(({ id, title }): ProfileRow[] => {
    const base = {
      indicator: id,
      title: title[lang],
      level: null,
      low: null,
      high: null,
      horizon: undefined,
    };
    if (!(assessment.indicators.find((one) => one.id === id)?.open ?? true))
      return [{ ...base, key: id, rater: '', state: 'shut' }];
    const rows = judged.ratings
      .filter((rating) => rating.indicator === id)
      .flatMap((rating) =>
        rating.versions.map((version): ProfileRow => {
          const { level, low, high, horizon } = ratingOf(version);
          const named = { ...base, key: version.digest, rater: rating.raterName, horizon };
          return typeof level === 'number'
            ? { ...named, state: 'level', level, low: low ?? level, high: high ?? level }
            : { ...named, state: level };
        }),
      );
    return rows.length > 0 ? rows : [{ ...base, key: id, rater: '', state: 'notRated' }];
  });
