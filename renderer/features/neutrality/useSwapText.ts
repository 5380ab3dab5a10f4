import { outcomeText, partText } from '#shared/freeze/wording.ts';
import { LOCALES } from '#shared/i18n/index.ts';
import { useLang, useT } from '../../app/language.ts';

const STATE = 'state';
const CONTROLS = ['certain', 'possible', 'excluded'] as const;

/** Outcomes of the swap in words: those of an assessment, and the control of a foreign state in facts and scenarios. */
export const useSwapText = () => {
  const t = useT();
  const lang = useLang();
  const votesText = useVotesText();
  return {
    ofText: (of: string): string => {
      if (of === STATE) return t('neutrality.swap.stateNow');
      if (of.startsWith(`${STATE} `))
        return t('neutrality.swap.stateIn', { title: of.slice(STATE.length + 1) });
      return partText(t, of, lang);
    },
    outcomeText: (of: string, is: string | null): string => {
      if (is === null || of.split(' ')[0] !== STATE) return outcomeText(t, of, is);
      const [word, min, max] = is.split(' ');
      const control = CONTROLS.find((one) => one === word) ?? 'possible';
      return `${t(`neutrality.control.${control}`)}, ${votesText(Number(min) / 100, Number(max) / 100)}`;
    },
  };
};

/** Votes as per cents, for example `12,5–20%`. */
export const useVotesText = (): ((min: number, max: number) => string) => {
  const lang = useLang();
  const percent = new Intl.NumberFormat(LOCALES[lang], { maximumFractionDigits: 1 });
  return (min, max) => {
    const [low, high] = [percent.format(min * 100), percent.format(max * 100)];
    return low === high ? `${low}%` : `${low}–${high}%`;
  };
};
