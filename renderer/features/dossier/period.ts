import { firstDay, lastDay, PartialDate } from '#shared/model/dates.ts';
import { type FieldError, isError } from './fieldError.ts';

/** A date of a period: empty is open. */
const readDate = (typed: string): PartialDate | undefined | FieldError => {
  if (typed.trim() === '') return undefined;
  const date = PartialDate.safeParse(typed.trim());
  return date.success ? date.data : { key: 'dossier.error.date' };
};

export type PeriodErrors = { validFrom?: FieldError; validTo?: FieldError };

/** The two ends of a period, or what is wrong with which. */
export function readPeriod(
  from: string,
  to: string,
): { validFrom?: PartialDate; validTo?: PartialDate; errors: PeriodErrors } {
  const validFrom = readDate(from);
  const validTo = readDate(to);
  const errors: PeriodErrors = {};
  if (isError(validFrom)) errors.validFrom = validFrom;
  if (isError(validTo)) errors.validTo = validTo;
  if (isError(validFrom) || isError(validTo)) return { errors };
  if (validFrom !== undefined && validTo !== undefined && firstDay(validFrom) > lastDay(validTo)) {
    errors.validTo = { key: 'dossier.error.validityReversed' };
  }
  return {
    errors,
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
  };
}
