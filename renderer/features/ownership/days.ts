import { daysLater, firstDay, lastDay } from '#shared/model/dates.ts';
import type { Picture } from './words.ts';

/** The days on which the interests of a picture change: one begins, or one has ended the day before. */
export const changeDays = (picture: Picture): readonly string[] => {
  const days = picture.interests.flatMap(({ validFrom, validTo }) => [
    ...(validFrom === undefined ? [] : [firstDay(validFrom)]),
    ...(validTo === undefined ? [] : [daysLater(lastDay(validTo), 1)]),
  ]);
  return [...new Set(days)].sort();
};
