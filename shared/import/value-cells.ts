import { PartialDate } from '../model/dates.ts';
import type { RecordId } from '../model/ids.ts';
import { checkValue, type Property } from '../model/properties.ts';
import { Unit, type Value } from '../model/value.ts';
import { fail, ok, type Result } from '../result.ts';
import { parseNumber } from './number.ts';
import type { RefusalCode } from './refusal.ts';

export type ValueCells = {
  readonly value: string;
  readonly min: string;
  readonly max: string;
  readonly unit: string;
  readonly reason: string;
};

/** The value, and the key of the row it points at when it is a record. */
export type ReadValue = { readonly value: Value; readonly points?: string };

const MISSING = ['unknown', 'undisclosed', 'notApplicable'] as const;
const YES = ['yes', 'ja', 'true'];
const NO = ['no', 'nee', 'false'];

/** Yes or no in Dutch, English or as a program says it; undefined for any other word. */
export const parseYesNo = (word: string): boolean | undefined => {
  const lower = word.toLowerCase();
  return YES.includes(lower) ? true : NO.includes(lower) ? false : undefined;
};

/**
 * The value that the cells of a claim make for its property. The words `unknown`, `undisclosed` and `notApplicable`
 * are missing values with `reason`; `min` and `max` make a range; `@key` points at an entity; a number without a
 * unit has the property's usual one. What the property does not allow is refused by `checkValue`.
 */
export function readValue(
  property: Property,
  cells: ValueCells,
  idOf: (key: string) => RecordId,
): Result<ReadValue, RefusalCode> {
  const { value: word, min, max, reason } = cells;
  if (min !== '' || max !== '') return word === '' ? readRange(property, cells) : fail('valueAndRange');
  if (word === '') return fail('valueMissing');
  const missing = MISSING.find((kind) => kind === word);
  if (missing !== undefined)
    return ok({ value: reason === '' ? { kind: missing } : { kind: missing, reason } });
  if (reason !== '') return fail('valueForm', { field: 'reason' });
  const read = readWord(property, word, cells.unit, idOf);
  if (!read.ok) return read;
  const checked = checkValue(property.id, read.value.value);
  return checked.ok ? ok({ ...read.value, value: checked.value }) : checked;
}

function readWord(
  property: Property,
  word: string,
  unitCell: string,
  idOf: (key: string) => RecordId,
): Result<ReadValue, RefusalCode> {
  const allowed = property.values;
  if (word.startsWith('@') && allowed.includes('record')) {
    const key = word.slice(1);
    return ok({ value: { kind: 'record', record: idOf(key) }, points: key });
  }
  if (allowed.includes('number')) {
    const number = parseNumber(word);
    const unit = readUnit(property, unitCell);
    if (!number.ok) return number;
    if (!unit.ok) return unit;
    return ok({ value: { kind: 'number', number: number.value, unit: unit.value } });
  }
  if (unitCell !== '') return fail('valueForm', { field: 'unit' });
  if (allowed.includes('date')) {
    const date = PartialDate.safeParse(word);
    return date.success ? ok({ value: { kind: 'date', date: date.data } }) : fail('valueForm');
  }
  if (allowed.includes('yesNo')) {
    const yes = parseYesNo(word);
    return yes === undefined ? fail('yesNoForm') : ok({ value: { kind: 'yesNo', yes } });
  }
  if (allowed.includes('text')) return ok({ value: { kind: 'text', text: word } });
  return allowed.includes('code') ? ok({ value: { kind: 'code', code: word } }) : fail('valueForm');
}

function readRange(
  property: Property,
  { min, max, unit, reason }: ValueCells,
): Result<ReadValue, RefusalCode> {
  if (reason !== '') return fail('valueForm', { field: 'reason' });
  const low = min === '' ? undefined : parseNumber(min);
  const high = max === '' ? undefined : parseNumber(max);
  if (low?.ok === false) return low;
  if (high?.ok === false) return high;
  const named = readUnit(property, unit);
  if (!named.ok) return named;
  if (low && high && low.value > high.value) return fail('rangeReversed');
  const checked = checkValue(property.id, {
    kind: 'range',
    ...(low ? { min: low.value } : {}),
    ...(high ? { max: high.value } : {}),
    unit: named.value,
  });
  return checked.ok ? ok({ value: checked.value }) : checked;
}

function readUnit(property: Property, cell: string): Result<Unit, RefusalCode> {
  const unit = Unit.safeParse(cell === '' ? (property.units?.[0] ?? 'count') : cell);
  return unit.success
    ? ok(unit.data)
    : fail('valueUnit', { property: property.id, expected: property.units?.join(', ') ?? '' });
}
