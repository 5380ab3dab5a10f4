import type { Part, Parts, Tone } from '../blocks.ts';

/** Plain words. */
export const text = (value: string): Part => ({ kind: 'text', text: value });
/** What must not be read over. */
export const strong = (value: string): Part => ({ kind: 'strong', text: value });
/** Words of ours, or of the analyst, beside those of the case. */
export const emphasis = (value: string): Part => ({ kind: 'emphasis', text: value });
/** A state with its word. */
export const chip = (tone: Tone, word: string): Part => ({ kind: 'chip', tone, word });
/** A link to an anchor of the document. */
export const ref = (to: string, value: string): Part => ({ kind: 'ref', to, text: value });
/** Links to sources, by their numbers. */
export const citations = (numbers: readonly number[]): Parts => numbers.map((n) => ({ kind: 'cite', n }));

/** Puts stretches after each other with a separator between those that say something. */
export const joined = (list: readonly Parts[], separator: string): Parts =>
  list
    .filter((parts) => parts.length > 0)
    .flatMap((parts, i) => (i === 0 ? parts : [text(separator), ...parts]));

/** Each stretch on a line of its own. */
export const lines = (list: readonly Parts[]): Parts => joined(list, '\n');

/** First letter as a capital; the rest as it is. */
export const capital = (value: string): string => value.charAt(0).toUpperCase() + value.slice(1);
