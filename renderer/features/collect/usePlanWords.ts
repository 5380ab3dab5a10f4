import { ADVICE } from '#shared/collect/plan.ts';
import { partText } from '#shared/freeze/wording.ts';
import { useLang, useT } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { useAtomText } from '../law/LawContext.ts';
import { useEvidence } from '../overview/useEvidence.ts';
import type { PlanRow } from './CollectContext.ts';

/** What an item of the plan is called, what it bears on, and where it is recorded. */
export function usePlanWords() {
  const t = useT();
  const lang = useLang();
  const { logId } = useCase();
  const atomText = useAtomText();
  const evidence = useEvidence(logId);
  const nameOf = (id: string): string =>
    id === ADVICE ? t('collect.advice') : partText(t, `of ${id}`, lang);
  const titleOf = (row: PlanRow): string => {
    if (row.kind === 'leaf') return nameOf(row.leaf);
    if (row.kind === 'fact') return atomText(row.atom);
    return evidence.get(row.claim)?.label ?? t('words.type.claim');
  };
  const hrefFor = (row: PlanRow): string | undefined => {
    if (row.kind === 'leaf') return hrefOf({ screen: 'case', logId, tab: 'overview', record: row.leaf });
    return row.kind === 'claim' ? evidence.get(row.claim)?.href : undefined;
  };
  return { nameOf, titleOf, hrefFor };
}
