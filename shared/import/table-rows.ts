import { propertyOf } from '../model/properties.ts';
import { type Column, ENTITIES, type Table, VALUE_COLUMNS } from './columns.ts';
import { type CsvRow, parseCsv } from './csv.ts';
import {
  checkBody,
  type Draft,
  type Drafts,
  type ImportContext,
  idOfKey,
  isKey,
  type Reference,
  readMarking,
} from './draft.ts';
import type { Refusal } from './refusal.ts';
import { parseYesNo, readValue } from './value-cells.ts';

type Problem = Omit<Refusal, 'file' | 'line'>;
type Cells = ReadonlyMap<string, string>;

const knownColumns = (table: Table): string[] => [
  'key',
  ...table.columns.map((column) => column.name),
  ...(table.type === 'claim' ? VALUE_COLUMNS : []),
  'marking',
];

/** What is wrong with the header: columns we do not know, columns twice, columns that every row needs. */
function headerProblems(table: Table, header: readonly string[]): Problem[] {
  const known = knownColumns(table);
  const required = ['key', ...table.columns.filter((column) => column.required).map((column) => column.name)];
  return [
    ...header
      .filter((name) => !known.includes(name))
      .map((field): Problem => ({ field, code: 'columnUnknown', params: { expected: known.join(', ') } })),
    ...header
      .filter((name, i) => header.indexOf(name) !== i)
      .map((field): Problem => ({ field, code: 'columnTwice' })),
    ...required
      .filter((name) => !header.includes(name))
      .map((field): Problem => ({ field, code: 'columnMissing' })),
  ];
}

/**
 * Reads one table of the folder. A bad row is refused with its line and never stops the others; a header without a
 * required column, or a text that is no table, refuses the file as a whole.
 */
export function readTable(table: Table, text: string, context: ImportContext): Drafts {
  const { file } = table;
  const parsed = parseCsv(text);
  if (!parsed.ok) {
    const { line, ...params } = parsed.error.params ?? {};
    return {
      drafts: [],
      refused: [{ file, line: Number(line ?? 1), code: parsed.error.code, params }],
      refusedKeys: [],
    };
  }
  const [head, ...rows] = parsed.value;
  const spelled = new Map(knownColumns(table).map((name) => [name.toLowerCase(), name]));
  const header = (head?.cells ?? []).map((cell) => spelled.get(cell.trim().toLowerCase()) ?? cell.trim());
  const problems = headerProblems(table, header);
  const refused: Refusal[] = problems.map((p) => ({ file, line: head?.line ?? 1, ...p }));
  const fatal = problems.some(({ code }) => code !== 'columnUnknown');
  const drafts: Draft[] = [];
  const refusedKeys: string[] = [];
  for (const row of rows) {
    const cells = cellsOf(header, row);
    const read = fatal ? { problems: [] } : readRow(table, cells, row, header.length, context);
    if ('draft' in read) drafts.push(read.draft);
    else {
      refusedKeys.push(cells.get('key') ?? '');
      refused.push(...read.problems.map((p) => ({ file, line: row.line, ...p })));
    }
  }
  return { drafts, refused, refusedKeys };
}

const cellsOf = (header: readonly string[], row: CsvRow): Cells =>
  new Map(header.map((name, i) => [name, (row.cells[i] ?? '').replace(/\r\n?/g, '\n').trim()]));

type Row = { readonly draft: Draft } | { readonly problems: readonly Problem[] };

function readRow(table: Table, cells: Cells, row: CsvRow, width: number, context: ImportContext): Row {
  const key = cells.get('key') ?? '';
  const found = row.cells.length;
  if (found !== width) return { problems: [{ code: 'cellCount', params: { expected: width, found } }] };
  if (key === '') return { problems: [{ field: 'key', code: 'keyMissing' }] };
  if (!isKey(key)) return { problems: [{ field: 'key', code: 'keyForm' }] };
  const members = readMembers(table, cells, context);
  const marking = readMarking(cells.get('marking'));
  const problems = [...members.problems, ...('problem' in marking ? [marking.problem] : [])];
  if (problems.length > 0 || 'problem' in marking) return { problems };
  const checked = checkBody(table.type, members.candidate);
  if ('problems' in checked) return checked;
  return {
    draft: {
      file: table.file,
      line: row.line,
      key,
      record: idOfKey(context.logId, key),
      type: table.type,
      marking: marking.marking,
      body: checked.body,
      references: members.references,
      ...(members.attached === undefined ? {} : { attached: members.attached }),
    },
  };
}

type Members = {
  readonly candidate: Readonly<Record<string, unknown>>;
  readonly references: readonly Reference[];
  readonly problems: readonly Problem[];
  readonly attached?: string | undefined;
};

function readMembers(table: Table, cells: Cells, context: ImportContext): Members {
  const problems: Problem[] = [];
  const references: Reference[] = [];
  const candidate: Record<string, unknown> = {};
  for (const column of table.columns) {
    const found = readCell(column, cells.get(column.name) ?? '', context, references);
    if ('problem' in found) problems.push(found.problem);
    else if (found.content !== undefined) candidate[column.name] = found.content;
  }
  if (table.type === 'claim') {
    const read = claimValue(cells, context, references);
    if ('problem' in read) problems.push(read.problem);
    else candidate.value = read.content;
  }
  const attached = table.type === 'attachment' ? attachedFile(candidate, context, problems) : undefined;
  return { candidate, references, problems, attached };
}

type Found = { readonly content: unknown } | { readonly problem: Problem };

function readCell(column: Column, cell: string, context: ImportContext, references: Reference[]): Found {
  const field = column.name;
  if (cell === '')
    return column.required ? { problem: { field, code: 'fieldMissing' } } : { content: undefined };
  if (column.shape === 'text') return { content: cell };
  if (column.shape === 'yesNo') {
    const yes = parseYesNo(cell);
    return yes === undefined ? { problem: { field, code: 'yesNoForm' } } : { content: yes };
  }
  const keys = column.shape === 'reference' ? [cell] : cell.split(/\s+/);
  for (const key of keys) references.push({ field, key, to: column.to ?? [] });
  const ids = keys.map((key) => idOfKey(context.logId, key));
  return { content: column.shape === 'reference' ? ids[0] : ids };
}

function claimValue(cells: Cells, context: ImportContext, references: Reference[]): Found {
  const id = cells.get('property') ?? '';
  const property = propertyOf(id);
  if (property === undefined) return { problem: { field: 'property', code: 'propertyUnknown' } };
  const [value = '', min = '', max = '', unit = '', reason = ''] = VALUE_COLUMNS.map((name) =>
    cells.get(name),
  );
  const read = readValue(property, { value, min, max, unit, reason }, (key) => idOfKey(context.logId, key));
  if (!read.ok) return { problem: { field: 'value', ...read.error } };
  if (read.value.points !== undefined) {
    references.push({ field: 'value', key: read.value.points, to: ENTITIES });
  }
  return { content: read.value.value };
}

/** A name directly under `attachments/`, so that no path can lead out of the folder. */
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/;

function attachedFile(
  candidate: Record<string, unknown>,
  context: ImportContext,
  problems: Problem[],
): string | undefined {
  const { file } = candidate;
  delete candidate.file;
  if (typeof file !== 'string') return undefined;
  const path = `attachments/${file}`;
  if (!FILE_NAME.test(file)) problems.push({ field: 'file', code: 'fileName' });
  else if (!context.attachments.has(path)) problems.push({ field: 'file', code: 'fileMissing' });
  return path;
}
