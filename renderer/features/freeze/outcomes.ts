import { ADVICE_OUTCOMES } from '#shared/framework/pack.ts';
import { GAPS } from '#shared/instruments/ladder.ts';
import { SCOPES } from '#shared/law/scope.ts';
import { RUNG_VERDICTS } from '#shared/model/records/last-resort.ts';
import { OUTCOMES } from '#shared/model/vocabulary.ts';
import { useT } from '../../app/language.ts';

const among = <Word extends string>(words: readonly Word[], word: string): Word | undefined =>
  words.find((one) => one === word);

/** An outcome of a frozen assessment in words: what kind of outcome it is follows from what it is of. */
export const useOutcomeText = (): ((of: string, is: string | null) => string) => {
  const t = useT();
  return (of, is) => {
    if (is === null) return t('freeze.list.absent');
    const [kind] = of.split(' ');
    const word = is.split(' ')[0] ?? is;
    const advice = kind === 'advice' ? among(ADVICE_OUTCOMES, word) : undefined;
    if (advice) return t(`assessment.advice.${advice}`);
    const scope = kind === 'law' ? among(SCOPES, word) : undefined;
    if (scope) return t(`law.scope.${scope}`);
    const gap = kind === 'rung' ? among(GAPS, word) : undefined;
    const verdict = kind === 'rung' ? among(RUNG_VERDICTS, word) : undefined;
    if (gap) return t(`instruments.gap.${gap}`);
    if (verdict) return t(`instruments.verdict.${verdict}`);
    const outcome = among(OUTCOMES, word);
    return outcome ? t(`words.outcome.${outcome}`) : is;
  };
};
