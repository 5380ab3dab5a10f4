import { BEV_2023 } from '#shared/framework/bev2023.ts';
import { useLang } from '../../../app/language.ts';

/** What an indicator is called; its id when the pack does not know it. */
export const useIndicatorName = (): ((id: string) => string) => {
  const lang = useLang();
  return (id) => BEV_2023.indicators.find((indicator) => indicator.id === id)?.title[lang] ?? id;
};
