import { z } from 'zod';

/** A text of our own words in both languages of the tool, Dutch first. */
export const Text = z.strictObject({
  nl: z.string().trim().min(1).max(2_000),
  en: z.string().trim().min(1).max(2_000),
});
export type Text = z.infer<typeof Text>;
export const LANGS = ['nl', 'en'] as const;
export type Lang = (typeof LANGS)[number];

/** Id of a gate, leaf or indicator: the same shape that verdict and rating records carry. */
export const NodeId = z.string().regex(/^[A-Z][A-Za-z0-9-]{1,30}$/);

/** A place in the letter: a requirement id such as CON-1, or a footnote such as fn11. */
export const Letter = z.string().regex(/^([A-Z]{2,3}-([0-9]{1,2}|[A-Zx])|fn[0-9]{1,2})$/);
