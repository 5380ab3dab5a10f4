import { firstDay, lastDay } from '#shared/model/dates.ts';
import { dayOf } from '../caseFrame/timeWords.ts';
import type { Picture } from './words.ts';

/** A day so many days later, or earlier. */
export const shifted = (day: string, by: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return dayOf(new Date(year, month - 1, date + by, 12).toISOString());
};

/** The days on which the interests of a picture change: one begins, or one has ended the day before. */
export const changeDays = (picture: Picture): readonly string[] => {
  const days = picture.interests.flatMap(({ validFrom, validTo }) => [
    ...(validFrom === undefined ? [] : [firstDay(validFrom)]),
    ...(validTo === undefined ? [] : [shifted(lastDay(validTo), 1)]),
  ]);
  return [...new Set(days)].sort();
};
