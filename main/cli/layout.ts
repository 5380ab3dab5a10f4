import { type Lang, LOCALES } from '#shared/i18n/index.ts';

/** Lines in columns as wide as their widest cell; the last cell of a line is not padded. */
export function columns(rows: readonly (readonly string[])[], indent = ''): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [at, cell] of row.slice(0, -1).entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length);
  return rows.map((row) =>
    `${indent}${row.map((cell, at) => (at < row.length - 1 ? cell.padEnd(widths[at] ?? 0) : cell)).join('  ')}`.trimEnd(),
  );
}

/** Text broken at spaces into lines of at most `width`; a longer word keeps a line of its own. */
export function wrap(text: string, indent = '', width = 100): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, indent + line];
}

export const sizeText = (bytes: number, lang: Lang): string =>
  `${new Intl.NumberFormat(LOCALES[lang], { maximumFractionDigits: 0 }).format(Math.ceil(bytes / 1000))} kB`;

export const secondsText = (milliseconds: number, lang: Lang): string =>
  `${new Intl.NumberFormat(LOCALES[lang], { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(milliseconds / 1000)} s`;

/** A digest or key as people compare it: its beginning in groups of four. */
export const shortDigest = (digest: string): string => (digest.slice(0, 32).match(/.{4}/g) ?? []).join(' ');

/** An instant to the minute, in UTC and saying so: on the command line nobody knows where the reader is. */
export const minuteText = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`;
