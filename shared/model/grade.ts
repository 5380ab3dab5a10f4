import { z } from 'zod';

/**
 * Reliability of the source, NATO STANAG 2511: A completely reliable, B usually, C fairly, D not usually reliable,
 * E unreliable, F cannot be judged. F means unknown, not worst.
 */
export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export const Reliability = z.enum(RELIABILITIES);
export type Reliability = z.infer<typeof Reliability>;

/**
 * Credibility of the information, the second and independent axis: 1 confirmed by other sources, 2 probably true,
 * 3 possibly true, 4 doubtful, 5 improbable, 6 truth cannot be judged. 6 means unknown, not worst.
 */
export const CREDIBILITIES = ['1', '2', '3', '4', '5', '6'] as const;
export const Credibility = z.enum(CREDIBILITIES);
export type Credibility = z.infer<typeof Credibility>;

/** How a claim came to be: said by its source, drawn from other claims, or taken for granted by the analyst. */
export const CERTAINTIES = ['asserted', 'inferred', 'assumption'] as const;
export const Certainty = z.enum(CERTAINTIES);
export type Certainty = z.infer<typeof Certainty>;
