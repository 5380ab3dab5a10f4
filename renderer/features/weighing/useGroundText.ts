import type { IndicatorSummary } from '#shared/framework/indicatorSummary.ts';
import type { VersionView } from '#shared/ipc/common.ts';
import type { BodyOf } from '#shared/model/records.ts';
import type { RungCount } from '#shared/weighing/grounds.ts';
import { indicatorText, likelihoodWords, rungsText } from '#shared/weighing/wording.ts';
import { useLang, useT } from '../../app/language.ts';

/** What a part builds on, in the words that the page uses too. */
export function useGroundText() {
  const t = useT();
  const lang = useLang();
  const bodyOf = (view: Pick<VersionView, 'body'>) => view.body as BodyOf<'appraisal'>;
  return {
    indicator: (summary: IndicatorSummary) => indicatorText(t, summary),
    statement: (view: Pick<VersionView, 'body'>) => bodyOf(view).statement,
    likelihood: (view: Pick<VersionView, 'body'>) => likelihoodWords(t, lang, bodyOf(view)),
    rungs: (count: RungCount) => rungsText(t, count),
  };
}
