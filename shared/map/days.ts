import { type Day, daysLater, firstDay, lastDay, type Validity } from '../model/dates.ts';

/**
 * Days on which a network may look otherwise, in order and each once: every day on which
 * something begins to hold, every day after the last on which it does, and `now`.
 */
export function daysOfChange(facts: readonly Validity[], now: Day): readonly Day[] {
  const begins = facts.flatMap(({ validFrom }) => (validFrom === undefined ? [] : [firstDay(validFrom)]));
  const ends = facts.flatMap(({ validTo }) =>
    validTo === undefined ? [] : [daysLater(lastDay(validTo), 1)],
  );
  return [...new Set([...begins, ...ends, now])].sort();
}
