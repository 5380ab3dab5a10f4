import type { Cell, TableRow } from '../table/mapping.ts';
import { PartStream, unescapeText } from './parts.ts';
import type { NumberForm } from './styles.ts';

export type SheetContext = {
  readonly strings: readonly string[];
  readonly forms: readonly NumberForm[];
  readonly from1904: boolean;
};

/** Columns that are read; a cell further to the right makes its row longer than any header. */
const MAX_COLUMNS = 2_000;
const CELL_LENGTH = 40_000;
const DAY_MS = 86_400_000;

const pad = (number: number): string => String(number).padStart(2, '0');

/**
 * A serial number of a spreadsheet as a date, with the time of day where it has one. Day 60 of the 1900 system is the 29
 * February that never was; numbers below 1 are times and no dates.
 */
export function dateOfSerial(serial: number, from1904: boolean): string | undefined {
  const whole = Math.floor(serial);
  if (whole < 1 || whole > 2_958_465 || (!from1904 && whole === 60)) return undefined;
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30);
  const moment = new Date(start + Math.round((serial - whole) * 86_400) * 1_000 + whole * DAY_MS);
  const day = `${moment.getUTCFullYear()}-${pad(moment.getUTCMonth() + 1)}-${pad(moment.getUTCDate())}`;
  const time = `${pad(moment.getUTCHours())}:${pad(moment.getUTCMinutes())}`;
  return serial === whole || time === '00:00' ? day : `${day} ${time}`;
}

/** A share as it is shown, `25.5%`; never with three decimals alone, which could be thousands. */
function percentText(number: number): string {
  const text = String(Number((number * 100).toPrecision(12)));
  return `${/\.\d{3}$/.test(text) ? `${text}0` : text}%`;
}

/** The number of a column from a reference such as `AB12`, from 0; undefined when there is none. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^\$?([A-Za-z]{1,3})/.exec(reference ?? '')?.[1];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** The cell under its type and style. A formula is never looked at: what was last calculated is what the cell says. */
function cellOf(type: string, text: string, style: number, { strings, forms, from1904 }: SheetContext): Cell {
  if (type === 's') return strings[Number(text)] ?? '#REF!';
  if (type === 'b') return text === '1' ? 'true' : 'false';
  if (type === 'str' || type === 'inlineStr') return unescapeText(text);
  if (type === 'e' || type === 'd') return text;
  const number = Number(text);
  if (text === '' || !Number.isFinite(number)) return text;
  const form = forms[style] ?? 'plain';
  if (form === 'percent') return percentText(number);
  if (form === 'date') return dateOfSerial(number, from1904) ?? number;
  return typeof form === 'object' && Number.isInteger(number) && number >= 0
    ? String(number).padStart(form.zeros, '0')
    : number;
}

/**
 * A sheet as rows of a table, piece by piece; `line` is the number of the row. Rows without any text are left out, as are
 * pictures, comments, links and everything else that is no cell.
 */
export class SheetReader {
  readonly #part: PartStream;
  readonly #context: SheetContext;
  #rows: TableRow[] = [];
  #line = 0;
  #cells: Cell[] = [];
  #column = -1;
  #type = '';
  #style = 0;
  #value = '';
  #inline = '';
  #spoken = 0;

  constructor(context: SheetContext) {
    this.#context = context;
    this.#part = new PartStream({
      open: ({ name, attributes }) => {
        if (name === 'row') {
          const number = Number(attributes.get('r'));
          this.#line = Number.isSafeInteger(number) && number > 0 ? number : this.#line + 1;
          this.#cells = [];
          this.#column = -1;
        } else if (name === 'c') {
          this.#column = columnOf(attributes.get('r')) ?? this.#column + 1;
          this.#type = attributes.get('t') ?? 'n';
          this.#style = Number(attributes.get('s') ?? 0);
          this.#value = '';
          this.#inline = '';
        } else if (name === 'rPh') this.#spoken += 1;
      },
      close: (name, text) => {
        if (name === 'v') this.#value = text;
        else if (name === 't' && this.#spoken === 0) this.#inline += text;
        else if (name === 'rPh') this.#spoken -= 1;
        else if (name === 'c') this.#keepCell();
        else if (name === 'row') this.#keepRow();
      },
    });
  }

  #keepCell(): void {
    const text = this.#type === 'inlineStr' && this.#value === '' ? this.#inline : this.#value;
    const cell = cellOf(this.#type, text, this.#style, this.#context);
    if (cell === '') return;
    const at = Math.min(this.#column, MAX_COLUMNS);
    while (this.#cells.length < at) this.#cells.push('');
    this.#cells[at] = typeof cell === 'string' ? cell.slice(0, CELL_LENGTH) : cell;
  }

  #keepRow(): void {
    if (this.#cells.some((cell) => cell !== '')) this.#rows.push({ line: this.#line, cells: this.#cells });
    this.#cells = [];
  }

  #taken(): readonly TableRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  push(piece: string): readonly TableRow[] {
    this.#part.push(piece);
    return this.#taken();
  }

  end(): readonly TableRow[] {
    this.#part.end();
    return this.#taken();
  }
}
