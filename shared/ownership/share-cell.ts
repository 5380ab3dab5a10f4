import { fail, ok, type Result } from '../result.ts';

export type ShareCode = 'shareForm' | 'shareOutOfRange';

/** `0.25`, `0,25`, `.25`, `2.5e-1`, `25%`, `25,5 %`. */
const FORM = /^([+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?)\s*(%?)$/i;

/**
 * A share as people and programs write it, as a fraction: a number from 0 to 1, or a percentage with its sign. A bare
 * 25 is refused and not guessed to be a percentage. One mark is a decimal mark, as a share has no thousands.
 */
export function parseShare(text: string): Result<number, ShareCode> {
  const [, digits, percent] = FORM.exec(text.trim()) ?? [];
  if (digits === undefined) return fail('shareForm');
  const value = Number(digits.replace(',', '.')) / (percent === '%' ? 100 : 1);
  return value >= 0 && value <= 1 ? ok(value) : fail('shareOutOfRange');
}
