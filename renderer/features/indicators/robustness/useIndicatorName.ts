import { useLang } from '../../../app/language.ts';
import { useAssessment } from '../../overview/useAssessment.ts';

/** What an indicator is called; its id when neither the pack nor the case knows it. */
export const useIndicatorName = (): ((id: string) => string) => {
  const lang = useLang();
  const { assessed } = useAssessment();
  return (id) => assessed?.indicators.find((indicator) => indicator.id === id)?.title[lang] ?? id;
};
