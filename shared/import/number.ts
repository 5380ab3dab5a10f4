import { fail, ok, type Result } from '../result.ts';

export const NUMBER_CODES = ['numberFormat', 'numberAmbiguous'] as const;
export type NumberCode = (typeof NUMBER_CODES)[number];

const PLAIN = /^[+-]?\d+(?:[.,]\d+)?$/;
/** `1.250` and `1,250`: thousands for one reader, thousandths for another. */
const AMBIGUOUS = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;
const GROUPED = [
  /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+,\d+$/,
  /^[+-]?[1-9]\d{0,2}(?:,\d{3})+\.\d+$/,
  /^[+-]?[1-9]\d{0,2}(?:\.\d{3}){2,}$/,
  /^[+-]?[1-9]\d{0,2}(?:,\d{3}){2,}$/,
  /^[+-]?[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?$/,
] as const;

/**
 * A number as people write it: `1250`, `12,5`, `12.5`, `1 250 000`, `1.250.000,50`. What could mean two things
 * (`1.250`) is refused and not guessed. No per cent sign, no currency, no exponent.
 */
export function parseNumber(text: string): Result<number, NumberCode> {
  const trimmed = text.trim();
  if (AMBIGUOUS.test(trimmed)) return fail('numberAmbiguous');
  if (PLAIN.test(trimmed)) return ok(Number(trimmed.replace(',', '.')));
  const group = GROUPED.findIndex((form) => form.test(trimmed));
  if (group < 0) return fail('numberFormat');
  const decimalDot = group === 1 || group === 3;
  const bare = trimmed.replace(/[ \u00a0\u202f]/g, '');
  if (group === 4) return ok(Number(bare.replace(',', '.')));
  return ok(Number(decimalDot ? bare.replaceAll(',', '') : bare.replaceAll('.', '').replace(',', '.')));
}

const MACHINE_NUMBER = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/**
 * A number as programs write it, always with a point, so that `1.250` is no riddle; otherwise as people do
 * (`parseNumber`). For files that a program made.
 */
export function machineNumber(text: string): Result<number, NumberCode> {
  const word = text.trim();
  return MACHINE_NUMBER.test(word) && Number.isFinite(Number(word)) ? ok(Number(word)) : parseNumber(word);
}
