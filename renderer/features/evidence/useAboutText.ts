import { useCallback } from 'react';
import { partText } from '#shared/freeze/wording.ts';
import { questionText } from '#shared/law/questions.ts';
import { criterionOf } from '#shared/threat/criteria.ts';
import { useLang, useT } from '../../app/language.ts';
import type { Sound } from './EvidenceContext.ts';

/** What a conclusion is about, in words: a question of the framework or the law, an instrument, an indicator, a criterion. */
export const useAboutText = (): ((row: Pick<Sound['conclusions'][number], 'type' | 'about'>) => string) => {
  const t = useT();
  const lang = useLang();
  return useCallback(
    ({ type, about }) => {
      if (type === 'determination') return questionText(about, lang) ?? about;
      const criterion = type === 'appraisal' ? criterionOf(about) : undefined;
      if (criterion) return t(`threat.criterion.${criterion.id}`);
      if (type === 'appraisal') return about;
      return partText(t, `${type} ${about}`, lang);
    },
    [t, lang],
  );
};
