import { z } from 'zod';
import type { Range } from '#shared/cascade/network.ts';
import { bareNumber } from '#shared/import/bare-table.ts';

/** `30` or `30..60`: a number, or what it lies between. Null is neither, and is refused by the schema. */
function rangeIn(text: string): Range | null {
  const ends = text.split('..');
  const [min, max = min] = ends.map((end) => bareNumber(end));
  return ends.length > 2 || min === undefined || max === undefined || min > max ? null : { min, max };
}

/** An option that takes a number or a range of numbers from nought up to `most`. */
export const rangeOption = (most = Number.MAX_VALUE) =>
  z
    .string()
    .transform(rangeIn)
    .pipe(z.object({ min: z.number().min(0), max: z.number().max(most) }));
