/** A cell that a spreadsheet would take for a formula; a plain number with a sign is none. */
const FORMULA = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i;

/**
 * A cell in which no spreadsheet finds a formula (OWASP, CSV injection): an apostrophe goes before a sign that would
 * begin one. Numbers and all other text stay as they are.
 */
export const neutralCell = (text: string): string =>
  FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;

const quoted = (text: string): string =>
  /[",;\t\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** Rows as CSV (RFC 4180): commas, CRLF, formulas made harmless. The same rows give the same text. */
export const csvText = (rows: Iterable<readonly (string | number | boolean | undefined)[]>): string =>
  [...rows]
    .map((row) =>
      row.map((cell) => quoted(typeof cell === 'string' ? neutralCell(cell) : String(cell ?? ''))).join(','),
    )
    .join('\r\n')
    .concat('\r\n');
