import path from 'node:path';
import { nl } from '#shared/i18n/nl/index.ts';
import type { CsvRow } from '#shared/import/csv.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Outcome } from './command.ts';
import { errorDocument } from './failure.ts';
import { plainText } from './share-text.ts';
import { readTableFile, type TableFileCode } from './table-file.ts';
import type { Terminal } from './terminal.ts';

/** Codes of a refused row or file: each has a text in `cli.calc.refused` or, where other imports know it too, in `imports.refused`. */
type OwnCode = keyof typeof nl.cli.calc.refused;
export type BareCode = OwnCode | keyof typeof nl.imports.refused;
type Params = Readonly<Record<string, string | number>>;

/** What a reader of a bare table answers: what it found, the rows it refuses and the columns it does not know. */
export type BareTable = {
  readonly refused: readonly {
    readonly line: number;
    readonly field?: string;
    readonly code: BareCode;
    readonly params?: Params;
  }[];
  readonly ignored: readonly string[];
};

const nameOf = ({ t }: Terminal, file: string): string =>
  file === '-' ? t('cli.calc.stdin') : path.basename(file);

const isOwn = (code: BareCode): code is OwnCode => Object.hasOwn(nl.cli.calc.refused, code);

function placed(
  terminal: Terminal,
  file: string,
  { line, field, code, params }: { line?: number; field?: string; code: BareCode; params?: Params },
): string {
  const { t } = terminal;
  const place = line === undefined ? file : t('cli.import.place', { file, line });
  const why = isOwn(code) ? t(`cli.calc.refused.${code}`, params) : t(`imports.refused.${code}`, params);
  return `${field === undefined ? place : `${place}, ${field}`}: ${why}`;
}

/** Refused before anything was computed: the reasons stand on standard error, the code in the document. */
function stopped({ t, note }: Terminal, reason: string, count: number): { readonly outcome: Outcome } {
  note(reason);
  const data = errorDocument(t, { code: 'importRefused', params: { count } });
  return { outcome: ok({ data, text: [], exit: 'refused' }) };
}

/**
 * Reads a bare table and says on standard error what is wrong with it: every refused row with line and field. Nothing
 * may be computed while rows are refused, unless they are to be passed over.
 */
export function readBareFile<Found extends BareTable, Code extends BareCode>(
  terminal: Terminal,
  argument: string,
  skipRefused: boolean,
  read: (rows: Iterable<CsvRow>) => Result<Found, Code>,
): { readonly found: Found } | { readonly outcome: Outcome } {
  const { t, note } = terminal;
  const file = nameOf(terminal, argument);
  const found = readTableFile<Found, BareCode | TableFileCode>(argument, read);
  if (!found.ok) {
    const { code, params } = found.error;
    if (code === 'unreadable') return { outcome: fail('fileUnreadable', { name: file }) };
    const { line, field } = params ?? {};
    const text = placed(terminal, file, {
      ...(line === undefined ? {} : { line: Number(line) }),
      ...(field === undefined ? {} : { field: String(field) }),
      code,
      ...(params === undefined ? {} : { params }),
    });
    return stopped(terminal, t('cli.error', { text }), 1);
  }
  const { refused, ignored } = found.value;
  for (const row of refused) note(placed(terminal, file, row));
  if (refused.length > 0 && !skipRefused)
    return stopped(terminal, t('cli.calc.stopped', { count: refused.length }), refused.length);
  if (refused.length > 0) note(t('cli.calc.skipped', { count: refused.length }));
  if (ignored.length > 0) note(t('cli.calc.ignored', { list: ignored.map(plainText).join(', ') }));
  return { found: found.value };
}
