import type { Value } from '../../model/value.ts';

const NUMBER = String.raw`(\d{1,3}(?:[.,]\d+)?)`;
const EXACT = new RegExp(`^${NUMBER}$`);
const RANGE = new RegExp(`^${NUMBER}\\s*(?:-|–|—|\\.\\.|to|tot)\\s*${NUMBER}$`);
const BOUND = new RegExp(`^(<=?|>=?|≤|≥)\\s*${NUMBER}$`);
const OPEN = new RegExp(`^${NUMBER}\\s*(?:\\+|-|–|or more)$`);

const numberOf = (text: string | undefined): number => Number(text?.replace(',', '.'));

/**
 * A share as tools write it in a property without a type: `25.0`, `25,5 %`, `25-50`, `>50`, `75+`. A bound that is
 * itself left out becomes part of the range, which then holds all that was meant. Undefined: it says something else.
 */
export function percentageOf(text: string): Value | undefined {
  const bare = text.replaceAll('%', '').trim().toLowerCase();
  const bounds = (min: number | undefined, max: number | undefined): Value | undefined => {
    const numbers = [min, max].filter((one) => one !== undefined);
    if (numbers.some((one) => !Number.isFinite(one) || one > 100)) return undefined;
    if (min !== undefined && max !== undefined && min > max) return undefined;
    if (min !== undefined && min === max) return { kind: 'number', number: min, unit: 'percent' };
    return {
      kind: 'range',
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
      unit: 'percent',
    };
  };
  const exact = EXACT.exec(bare);
  if (exact) return bounds(numberOf(exact[1]), numberOf(exact[1]));
  const range = RANGE.exec(bare);
  if (range) return bounds(numberOf(range[1]), numberOf(range[2]));
  const bound = BOUND.exec(bare);
  if (bound) {
    const low = bound[1]?.startsWith('>') || bound[1] === '≥';
    return low ? bounds(numberOf(bound[2]), undefined) : bounds(undefined, numberOf(bound[2]));
  }
  const open = OPEN.exec(bare);
  return open ? bounds(numberOf(open[1]), undefined) : undefined;
}
