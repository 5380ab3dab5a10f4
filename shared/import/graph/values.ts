import {
  appliesTo,
  checkValue,
  type Property,
  propertyOf,
  type SubjectKind,
} from '../../model/properties.ts';
import { Unit, type Value } from '../../model/value.ts';
import { fail, ok, type Result } from '../../result.ts';
import { machineNumber } from '../number.ts';
import type { RefusalCode } from '../refusal.ts';
import { readValue } from '../value-cells.ts';
import { PROPERTY_WORDS, plainName } from './words.ts';

/** What all attributes of an element on one property say: its value, its bounds, unit and why it is missing. */
type Cells = { value?: string; min?: string; max?: string; unit?: string; missing?: string; text?: string };
const ENDINGS = ['min', 'max', 'unit', 'missing', 'text'] as const;

export type SaidValue = { readonly property: string; readonly from: string; readonly value: Value };

function numberOf(text: string | undefined): Result<number | undefined, RefusalCode> {
  const word = text?.trim() ?? '';
  if (word === '') return ok(undefined);
  return machineNumber(word);
}

/** Which property an attribute is about, and which part of its value. */
export function meaningOf(name: string): { property: string; part: keyof Cells } | undefined {
  const word = plainName(name);
  const whole = PROPERTY_WORDS.get(word);
  if (whole !== undefined) return { property: whole, part: 'value' };
  for (const part of ENDINGS) {
    const stem = word.endsWith(`_${part}`) ? PROPERTY_WORDS.get(word.slice(0, -part.length - 1)) : undefined;
    if (stem !== undefined) return { property: stem, part };
  }
  return undefined;
}

function sizedValue(property: Property, cells: Cells): Result<Value, RefusalCode> {
  const parsed = [numberOf(cells.value), numberOf(cells.min), numberOf(cells.max)];
  const numbers: (number | undefined)[] = [];
  for (const one of parsed) {
    if (!one.ok) return one;
    numbers.push(one.value);
  }
  const [number, min, max] = numbers;
  const unit = Unit.safeParse(cells.unit ?? property.units?.[0] ?? 'count');
  if (!unit.success) return fail('valueUnit', { expected: property.units?.join(', ') ?? '' });
  if (number !== undefined && (min ?? max) !== undefined) return fail('valueAndRange');
  if (number !== undefined) return ok({ kind: 'number', number, unit: unit.data });
  if (min === undefined && max === undefined) return fail('valueMissing');
  if (min !== undefined && max !== undefined && min > max) return fail('rangeReversed');
  return ok({
    kind: 'range',
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    unit: unit.data,
  });
}

const EMPTY = { value: '', min: '', max: '', unit: '', reason: '' };

function propertyValues(id: string, cells: Cells): Result<readonly Value[], RefusalCode> {
  const property = propertyOf(id);
  if (property === undefined) return fail('propertyUnknown');
  const { value = '', min, max, missing } = cells;
  if (missing !== undefined && value === '' && min === undefined && max === undefined) {
    const kind = (['unknown', 'undisclosed', 'notApplicable'] as const).find((one) => one === missing);
    return kind === undefined ? fail('valueForm') : ok([{ kind }]);
  }
  if (property.values.includes('number')) {
    const sized = sizedValue(property, cells);
    const checked = sized.ok ? checkValue(id, sized.value) : sized;
    return checked.ok ? ok([checked.value]) : checked;
  }
  const words = value.split(';').map((word) => word.trim());
  const values: Value[] = [];
  // Words may hold a semicolon; codes, dates and yes or no do not, so there it parts several of them.
  for (const word of property.values.includes('text') ? [value.trim()] : words.filter((one) => one !== '')) {
    const read = wordValue(property, word);
    if (!read.ok) return read;
    values.push(read.value);
  }
  return values.length === 0 ? fail('valueMissing') : ok(values);
}

function wordValue(property: Property, word: string): Result<Value, RefusalCode> {
  // A graph names no records of ours, so a word that looks like a reference is a word.
  if (property.values.includes('record')) return ok({ kind: 'text', text: word });
  const read = readValue(property, { ...EMPTY, value: word }, () => {
    throw new Error('only a property of records reads references');
  });
  return read.ok ? ok(read.value.value) : read;
}

/**
 * What the attributes of a node or edge say under our properties, and which of them say nothing that we know. Fails
 * with the attribute whose value does not fit its property.
 */
export function saidBy(
  attributes: Iterable<readonly [name: string, value: string]>,
  kind: SubjectKind,
): Result<
  { readonly said: readonly SaidValue[]; readonly rest: readonly (readonly [string, string])[] },
  RefusalCode
> {
  const byProperty = new Map<string, { from: string; cells: Cells }>();
  const rest: (readonly [string, string])[] = [];
  for (const [name, value] of attributes) {
    if (value.trim() === '') continue;
    const meaning = meaningOf(name);
    if (meaning === undefined || !appliesTo(meaning.property, kind)) {
      rest.push([name, value]);
      continue;
    }
    const { property, part } = meaning;
    const known = byProperty.get(property) ?? { from: name, cells: {} };
    known.cells[part] = value;
    byProperty.set(property, known);
  }
  const said: SaidValue[] = [];
  for (const [property, { from, cells }] of byProperty) {
    if (cells.text !== undefined) rest.push([`${property}_text`, cells.text]);
    if (
      cells.value === undefined &&
      cells.min === undefined &&
      cells.max === undefined &&
      cells.missing === undefined
    )
      continue;
    const read = propertyValues(property, cells);
    if (!read.ok) return fail(read.error.code, { ...read.error.params, field: from });
    for (const value of read.value) said.push({ property, from, value });
  }
  return ok({ said, rest });
}
