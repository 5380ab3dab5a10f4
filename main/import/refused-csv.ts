import type { RefusedRow } from '#db/import/pages.ts';
import type { Translate } from '#shared/i18n/index.ts';
import { cellText } from '#shared/import/table/header.ts';

/** A plain number is no formula, whatever it begins with. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?[\d.,\s]+%?$/;

/**
 * A cell as CSV. Text that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP advises, so that
 * a file that somebody sent us does nothing on a colleague's machine.
 */
export function csvCell(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",;\n\r]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const line = (cells: readonly string[]): string => `${cells.map(csvCell).join(';')}\r\n`;

/** Header of the table of refused rows: where, which column, why, and the columns of the file. */
export const refusedHeader = (t: Translate, header: readonly string[]): string =>
  `\ufeff${line([t('imports.csv.file'), t('imports.csv.line'), t('imports.csv.field'), t('imports.csv.reason'), ...header])}`;

/** A refused row as it stands in the file, after where and why. */
export const refusedLine = (t: Translate, { file, line: at, name, cells, problems }: RefusedRow): string =>
  line([
    file,
    String(at),
    [...new Set(problems.map(({ field }) => field ?? ''))].filter((field) => field !== '').join(', '),
    problems.map(({ code, params }) => t(`imports.refused.${code}`, params)).join(' '),
    ...(cells ?? (name === null ? [] : [name])).map(cellText),
  ]);
