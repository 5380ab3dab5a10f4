import { outcomeText, partText } from '#shared/freeze/wording.ts';
import { shareWords } from '#shared/ownership/share-words.ts';
import { useLang, useT } from '../../app/language.ts';

const STATE = 'state';
const CONTROLS = ['certain', 'possible', 'excluded'] as const;

/** Outcomes of the swap in words: those of an assessment, and the control of a foreign state in facts and scenarios. */
export const useSwapText = () => {
  const t = useT();
  const lang = useLang();
  const { span } = shareWords(lang);
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
      return `${t(`neutrality.control.${control}`)}, ${span({ min: Number(min), max: Number(max) })}`;
    },
  };
};
