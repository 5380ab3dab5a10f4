import { useLocale, useT } from '../app/language.ts';

const DAY_MS = 86_400_000;
const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

/** A date as precise as it is known: `2021`, `maart 2021` or `3 maart 2021`. */
export const partialDateText = (locale: string, date: string): string => {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return String(year);
  const at = new Date(year, month - 1, day ?? 1);
  return at.toLocaleDateString(locale, {
    year: 'numeric',
    month: 'long',
    ...(day === undefined ? {} : { day: 'numeric' }),
  });
};

/** An instant on the reader's own clock, in full. */
export const instantText = (locale: string, instant: string): string =>
  new Date(instant).toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short' });

/** An instant as people say it: today at, yesterday at, or the date. */
export const useInstantText = (): ((instant: string) => string) => {
  const t = useT();
  const locale = useLocale();
  return (instant) => {
    const at = new Date(instant);
    const time = at.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
    const days = Math.round((midnight(new Date()) - midnight(at)) / DAY_MS);
    const day =
      days === 0
        ? t('common.today')
        : days === 1
          ? t('common.yesterday')
          : at.toLocaleDateString(locale, { day: 'numeric', month: 'short', year: 'numeric' });
    return t('common.atTime', { day, time });
  };
};
