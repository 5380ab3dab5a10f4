import { z } from 'zod';

/**
 * A line that others wrote and that we show beside our own words (name of a sender, department): 1 to `max` UTF-16
 * units, trimmed, NFC, without control, format (bidi, zero-width), private-use or unassigned characters, so that it
 * cannot dress up as something else on the screen.
 */
export const displayLine = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => text === text.trim().normalize('NFC'), { error: 'notNormalised' })
    .refine((text) => !/[\p{C}\p{Zl}\p{Zp}]/u.test(text), { error: 'forbiddenCharacter' });
