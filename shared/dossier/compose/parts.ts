import type { Part, Parts, Tone } from '../blocks.ts';

/** Short ways to write stretches of running text. */
export const text = (value: string): Part => ({ kind: 'text', text: value });
export const strong = (value: string): Part => ({ kind: 'strong', text: value });
export const emphasis = (value: string): Part => ({ kind: 'emphasis', text: value });
export const chip = (tone: Tone, word: string): Part => ({ kind: 'chip', tone, word });
export const ref = (to: string, value: string): Part => ({ kind: 'ref', to, text: value });
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
