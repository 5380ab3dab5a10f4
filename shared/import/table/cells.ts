import { PartialDate } from '../../model/dates.ts';
import { checkValue, type Property } from '../../model/properties.ts';
import { Unit, type Value } from '../../model/value.ts';
import { fail, ok, type Result } from '../../result.ts';
import { parseNumber } from '../number.ts';
import type { RefusalCode } from '../refusal.ts';
import { cellText } from './header.ts';
import type { Cell, MappedColumn, TableMapping } from './mapping.ts';

type Reading = Pick<TableMapping, 'decimals' | 'dates'>;

/** What spreadsheets show where a formula went wrong. */
const CELL_ERROR = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/;
export const isCellError = (text: string): boolean => CELL_ERROR.test(text);

const MISSING: Readonly<Record<string, 'unknown' | 'undisclosed' | 'notApplicable'>> = {
  unknown: 'unknown',
  onbekend: 'unknown',
  '?': 'unknown',
  undisclosed: 'undisclosed',
  'niet openbaar': 'undisclosed',
  geheim: 'undisclosed',
  notapplicable: 'notApplicable',
  'not applicable': 'notApplicable',
  'niet van toepassing': 'notApplicable',
  'n.v.t.': 'notApplicable',
  nvt: 'notApplicable',
  'n/a': 'notApplicable',
};

/** A word that says that a fact is missing, in Dutch, English or as our own files have it. */
export const missingWord = (text: string) => {
  const word = text.toLowerCase();
  return Object.hasOwn(MISSING, word) ? MISSING[word] : undefined;
};

const YES = new Set(['yes', 'ja', 'true', 'j', 'y', '1', 'x', 'waar']);
const NO = new Set(['no', 'nee', 'false', 'n', '0', 'onwaar']);

/** Yes or no as tables write it. */
export const readYesNo = (text: string): boolean | undefined => {
  const word = text.toLowerCase();
  return YES.has(word) ? true : NO.has(word) ? false : undefined;
};

const GROUPED = {
  comma: /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/,
  point: /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/,
};
const PLAIN = { comma: /^[+-]?\d+(?:,\d+)?$/, point: /^[+-]?\d+(?:\.\d+)?$/ };

/** A number with the decimal mark that the person chose; what a spreadsheet holds as a number is one already. */
export function readNumber(cell: Cell, { decimals }: Reading): Result<number, RefusalCode> {
  if (typeof cell === 'number') return Number.isFinite(cell) ? ok(cell) : fail('numberFormat');
  const text = cell.trim();
  if (decimals === 'either') return parseNumber(text);
  const bare = text.replace(/[\s\u00a0\u202f]/g, '');
  if (!GROUPED[decimals].test(bare) && !PLAIN[decimals].test(bare)) return fail('numberFormat');
  const [group, mark] = decimals === 'comma' ? ['.', ','] : [',', '.'];
  return ok(Number(bare.replaceAll(group as string, '').replace(mark as string, '.')));
}

const pad = (text: string): string => text.padStart(2, '0');

/** A date as precise as it is written: ISO, `jjjjmmdd`, or day, month and year in the chosen order. */
export function readDate(text: string, { dates }: Pick<Reading, 'dates'>): Result<PartialDate, RefusalCode> {
  const parts = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text);
  const month = /^(\d{1,2})[-/.](\d{4})$/.exec(text);
  const plain = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  // A spreadsheet's own moment: the time of day is no part of a date.
  let iso = text.replace(/^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*$/, '$1');
  if (parts) {
    const [, one = '', two = '', year = ''] = parts;
    const [day, at] = dates === 'dayFirst' ? [one, two] : [two, one];
    iso = `${year}-${pad(at)}-${pad(day)}`;
  } else if (month) iso = `${month[2]}-${pad(month[1] ?? '')}`;
  else if (plain) iso = `${plain[1]}-${plain[2]}-${plain[3]}`;
  const date = PartialDate.safeParse(iso);
  return date.success ? ok(date.data) : fail('dateForm');
}

const UNIT_WORDS: Readonly<Record<string, Unit>> = {
  '%': 'percent',
  procent: 'percent',
  percent: 'percent',
  '€': 'eur',
  eur: 'eur',
  euro: 'eur',
  usd: 'usd',
  $: 'usd',
  fte: 'fte',
  mnd: 'months',
  maand: 'months',
  maanden: 'months',
  month: 'months',
  months: 'months',
  wk: 'weeks',
  week: 'weeks',
  weken: 'weeks',
  weeks: 'weeks',
  dag: 'days',
  dagen: 'days',
  day: 'days',
  days: 'days',
  jaar: 'years',
  jaren: 'years',
  year: 'years',
  years: 'years',
  ton: 'tonnes',
  tonnes: 'tonnes',
  stuks: 'pieces',
  pieces: 'pieces',
};

/** A unit by its word or our own name. */
export const unitOf = (word: string): Unit | undefined => {
  const known = Unit.safeParse(word);
  const lower = word.toLowerCase();
  return known.success ? known.data : Object.hasOwn(UNIT_WORDS, lower) ? UNIT_WORDS[lower] : undefined;
};

type Amount = { readonly number: number; readonly unit: Unit | undefined };

/** Longest text that can be an amount: what is longer is none, and costs no more than a look. */
const AMOUNT_LENGTH = 100;

/** A number that may have its unit before or after it: `25%`, `€ 1.000.000`, `6 weken`. */
function readAmount(cell: Cell, reading: Reading): Result<Amount, RefusalCode> {
  if (typeof cell === 'number') {
    const number = readNumber(cell, reading);
    return number.ok ? ok({ number: number.value, unit: undefined }) : number;
  }
  if (cell.length > AMOUNT_LENGTH) return fail('numberFormat');
  const [, before = '', middle = '', after = ''] =
    /^([€$]|EUR|USD)?\s*([+-]?[\d.,\s\u00a0\u202f]*\d)\s*([%€$]|[A-Za-z]+)?$/i.exec(cell.trim()) ?? [];
  if (middle === '') return fail('numberFormat');
  const word = before || after;
  const unit = word === '' ? undefined : unitOf(word);
  if (word !== '' && unit === undefined) return fail('unitUnknown');
  const number = readNumber(middle, reading);
  return number.ok ? ok({ number: number.value, unit }) : number;
}

/** Twelve significant digits: 0.07 of one is 7 per cent, not 7.000000000000001. */
const tidy = (number: number): number => Number(number.toPrecision(12));

/** What a column says of its numbers. */
export type NumberColumn = Pick<MappedColumn, 'unit' | 'fraction'>;

function inUnit(
  { number, unit }: Amount,
  property: Property,
  column: NumberColumn,
): { readonly number: number; readonly unit: Unit } {
  const usual = column.unit ?? property.units?.[0] ?? 'count';
  // A cell that has its own sign of per cent is one already, whatever the column as a whole is.
  const whole = column.fraction && unit === undefined ? tidy(number * 100) : number;
  return { number: whole, unit: unit ?? usual };
}

const RANGE = /^(.*?[\d%])\s*(?:-|–|—|\.\.|t\/m|tot|to)\s*(\+?[\d€$].*)$/i;
const BOUND = /^(<=?|>=?|≤|≥|max\.?|min\.?)\s*(.+)$/i;

/** The value of a cell of numbers: one, a range (`10-25%`, `≥ 50`), as the property takes it. */
function readNumeric(
  property: Property,
  cell: Cell,
  column: NumberColumn,
  reading: Reading,
): Result<Value, RefusalCode> {
  const amount = readAmount(cell, reading);
  if (amount.ok) return ok({ kind: 'number', ...inUnit(amount.value, property, column) });
  if (typeof cell === 'number' || cell.length > AMOUNT_LENGTH || !property.values.includes('range'))
    return amount;
  const [, sign = '', limit = ''] = BOUND.exec(cell.trim()) ?? [];
  if (limit !== '')
    return readBounds(property, /^[<≤]|^max/i.test(sign) ? ['', limit] : [limit, ''], column, reading);
  const [, low = '', high = ''] = RANGE.exec(cell.trim()) ?? [];
  if (low === '' || high === '') return amount;
  // `10-25%`: the sign stands once, for both.
  const sharing = low.endsWith('%') || !high.endsWith('%') ? low : `${low}%`;
  return readBounds(property, [sharing, high], column, reading);
}

/** A range from two cells, either of which may be empty. */
export function readBounds(
  property: Property,
  [low, high]: readonly [Cell, Cell],
  column: NumberColumn,
  reading: Reading,
): Result<Value, RefusalCode> {
  const ends = [low, high].map((cell) => (cell === '' ? undefined : readAmount(cell, reading)));
  const [min, max] = ends;
  if (min?.ok === false) return min;
  if (max?.ok === false) return max;
  const from = min && inUnit(min.value, property, column);
  const to = max && inUnit(max.value, property, column);
  if (!from && !to) return fail('rangeWithoutBounds');
  if (from && to && from.unit !== to.unit)
    return fail('valueUnit', { property: property.id, expected: from.unit });
  if (from && to && from.number > to.number) return fail('rangeReversed');
  const unit = (from ?? to)?.unit as Unit;
  return checked(property, {
    kind: 'range',
    ...(from ? { min: from.number } : {}),
    ...(to ? { max: to.number } : {}),
    unit,
  });
}

const checked = (property: Property, value: Value): Result<Value, RefusalCode> =>
  checkValue(property.id, value);

/**
 * The value that a cell says for a property: a missing word, or what the property takes, in its first kind that fits.
 * A property that takes a record is left to the caller (`readRow`), who knows parties and products by name.
 */
export function readFact(
  property: Property,
  cell: Cell,
  column: NumberColumn,
  reading: Reading,
): Result<Value, RefusalCode> {
  const text = cellText(cell);
  if (isCellError(text)) return fail('cellError');
  const missing = missingWord(text);
  if (missing !== undefined) return ok({ kind: missing });
  const { values } = property;
  if (values.includes('number') || values.includes('range')) {
    const number = readNumeric(property, typeof cell === 'number' ? cell : text, column, reading);
    return number.ok ? checked(property, number.value) : number;
  }
  if (values.includes('date')) {
    const date = readDate(text, reading);
    return date.ok ? checked(property, { kind: 'date', date: date.value }) : date;
  }
  if (values.includes('yesNo')) {
    const yes = readYesNo(text);
    return yes === undefined ? fail('yesNoForm') : checked(property, { kind: 'yesNo', yes });
  }
  if (values.includes('text')) {
    return text.length > 20_000
      ? fail('fieldTooLong', { limit: 20_000 })
      : checked(property, { kind: 'text', text });
  }
  return text.length > 80
    ? fail('fieldTooLong', { limit: 80 })
    : checked(property, { kind: 'code', code: text });
}
