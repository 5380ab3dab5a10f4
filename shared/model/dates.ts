import { z } from 'zod';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const PARTIAL = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Number of days of a month (1 to 12) in the Gregorian calendar. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);

const exists = (text: string): boolean => {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  return day <= daysInMonth(year, month);
};

/** A calendar day, `YYYY-MM-DD`, that exists. */
export const Day = z.string().regex(DAY).refine(exists);
export type Day = z.infer<typeof Day>;

/** A date as precise as it is known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const PartialDate = z.string().regex(PARTIAL).refine(exists);
export type PartialDate = z.infer<typeof PartialDate>;

/** First day that a partial date can mean. */
export const firstDay = (date: PartialDate): Day =>
  date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;

/** Last day that a partial date can mean. */
export const lastDay = (date: PartialDate): Day => {
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  const [year = 0, month = 1] = date.split('-').map(Number);
  return `${date}-${String(daysInMonth(year, month)).padStart(2, '0')}`;
};

/** A day so many days later, or earlier when negative, in the Gregorian calendar. */
export const daysLater = (day: Day, by: number): Day => {
  const other = new Date(`${day}T00:00:00Z`);
  other.setUTCDate(other.getUTCDate() + by);
  return other.toISOString().slice(0, 10);
};

export type Validity = {
  readonly validFrom?: PartialDate | undefined;
  readonly validTo?: PartialDate | undefined;
};

/**
 * Whether a fact holds on a day: from the first day of `validFrom` to the last day of `validTo`, both included; an
 * absent bound is open. Imprecise bounds are read widely, so that a fact is never hidden by a vague date.
 */
export const holdsOn = ({ validFrom, validTo }: Validity, day: Day): boolean =>
  (validFrom === undefined || firstDay(validFrom) <= day) &&
  (validTo === undefined || day <= lastDay(validTo));

/** Whether two periods share a day. */
export const overlaps = (a: Validity, b: Validity): boolean =>
  (a.validFrom === undefined || b.validTo === undefined || firstDay(a.validFrom) <= lastDay(b.validTo)) &&
  (b.validFrom === undefined || a.validTo === undefined || firstDay(b.validFrom) <= lastDay(a.validTo));

/** An instant, ISO 8601 in UTC with milliseconds, so that text order is time order. */
export const Instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
export type Instant = z.infer<typeof Instant>;
