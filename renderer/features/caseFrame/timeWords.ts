import { useLocale } from '../../app/language.ts';
import { partialDateText } from '../../ui/index.ts';

/** Last instant of a day on the reader's own clock, as the contract wants it. */
export const endOfDay = (day: string): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 23, 59, 59, 999).toISOString();
};

/** The day on the reader's own clock in which an instant falls. */
export const dayOf = (instant: string): string => {
  const at = new Date(instant);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
};

/** A day in words. */
export const useDayText = (): ((day: string) => string) => {
  const locale = useLocale();
  return (day) => partialDateText(locale, day);
};
