import type { z } from 'zod';
import type { TextKey } from '#shared/i18n/index.ts';
import type { TableMapping } from '#shared/import/table/mapping.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';
import type { IMPORT_TABS, ImportCounts, importsContract, RowProblem } from '#shared/ipc/imports.ts';
import type { LogId } from '#shared/model/ids.ts';
import { ok } from '#shared/result.ts';
import type { Outcome } from './command.ts';
import type { Desk } from './desk.ts';
import { type CliResult, errorDocument } from './failure.ts';
import { columns } from './layout.ts';
import type { Terminal } from './terminal.ts';

type Which = { readonly logId: LogId; readonly id: string };
type Page = OutputOf<(typeof importsContract)['imports.page']>;
type Tab = (typeof IMPORT_TABS)[number];
type Refused = { file: string; line: number; name?: string } & z.infer<typeof RowProblem>;
type Line = { place: string; type: string; record: string; label: string };

const PAGE = 500;
/** Most records that are listed one by one; the counts tell of all. */
const LISTED = 10_000;

/** All pages of a kind, up to a number of entries. */
async function pages(desk: Desk, which: Which, tab: Tab, most: number): Promise<CliResult<Page[]>> {
  const all: Page[] = [];
  for (let offset = 0; offset < most; offset += PAGE) {
    const page = await desk.call('imports.page', { ...which, tab, offset, limit: PAGE });
    if (!page.ok) return page;
    all.push(page.value);
    if (page.value.items.length + page.value.rows.length < PAGE) break;
  }
  return ok(all);
}

async function linesOf(desk: Desk, which: Which, tab: 'created' | 'changed'): Promise<CliResult<Line[]>> {
  const read = await pages(desk, which, tab, LISTED);
  if (!read.ok) return read;
  return ok(
    read.value.flatMap(({ items }) =>
      items.map(({ file, line, item }) => ({
        place: `${file}:${line}`,
        type: item.ref.type,
        record: item.ref.record,
        label: item.about ? `${item.about.label}: ${item.ref.label}` : item.ref.label,
      })),
    ),
  );
}

async function refusedOf(desk: Desk, which: Which): Promise<CliResult<Refused[]>> {
  const read = await pages(desk, which, 'refused', Number.POSITIVE_INFINITY);
  if (!read.ok) return read;
  return ok(
    read.value.flatMap(({ rows }) =>
      rows.flatMap(({ file, line, name, problems }) =>
        problems.map((problem) => ({ file, line, ...(name === undefined ? {} : { name }), ...problem })),
      ),
    ),
  );
}

function whereOf({ t }: Terminal, { file, line, field, name }: Refused): string {
  const place =
    name !== undefined
      ? t('cli.import.statement', { file, line, id: name })
      : t(file.endsWith('.json') ? 'cli.import.item' : 'cli.import.place', { file, line });
  return field === undefined ? place : `${place}, ${field}`;
}

const refusedLines = (terminal: Terminal, refused: readonly Refused[]): string[] =>
  columns(
    refused.map((one) => [whereOf(terminal, one), terminal.t(`imports.refused.${one.code}`, one.params)]),
    '  ',
  );

const refusedData = ({ t }: Terminal, refused: readonly Refused[]) =>
  refused.map((one) => ({ ...one, message: t(`imports.refused.${one.code}`, one.params) }));

/** Nothing is taken: why, with every refused row; what was read is given up. */
export async function stoppedImport(
  terminal: Terminal,
  desk: Desk,
  which: Which,
  reason: TextKey & `cli.import.${string}`,
): Promise<Outcome> {
  const { t } = terminal;
  const read = await refusedOf(desk, which);
  if (!read.ok) return read;
  const refused = read.value;
  const [first] = refused;
  const { error } = errorDocument(t, {
    code: 'importRefused',
    params: { ...(first ? { file: first.file, line: first.line } : {}), count: refused.length },
  });
  await desk.call('imports.discard', which);
  return ok({
    data: { error, refused: refusedData(terminal, refused) },
    exit: 'refused',
    text: [t('cli.import.refused'), ...refusedLines(terminal, refused), t(reason, { count: refused.length })],
  });
}

const ROWS = ['created', 'changed', 'unchanged', 'refused', 'skipped', 'superseded', 'repeated'] as const;

/** What an import would do or does: counts, new and changed records, refused rows; with `dryRun` it is given up. */
export async function toldImport(
  terminal: Terminal,
  desk: Desk,
  told: Which & {
    readonly counts: ImportCounts;
    readonly dryRun: boolean;
    readonly mapping: TableMapping | undefined;
  },
): Promise<Outcome> {
  const { t } = terminal;
  const { counts, dryRun, mapping, ...which } = told;
  const created = await linesOf(desk, which, 'created');
  const changed = await linesOf(desk, which, 'changed');
  const refused = await refusedOf(desk, which);
  if (!created.ok) return created;
  if (!changed.ok) return changed;
  if (!refused.ok) return refused;
  if (dryRun) await desk.call('imports.discard', which);
  const table = (sign: string, lines: readonly Line[]) =>
    lines.map(({ place, type, label }) => [sign, place, t(`words.type.${type as 'claim'}`), label]);
  const nothing = counts.created + counts.changed === 0;
  const { rows: _, broken, ...numbers } = counts;
  return ok({
    data: {
      case: which.logId,
      dryRun,
      counts: numbers,
      ...(broken ? { broken } : {}),
      created: created.value,
      changed: changed.value,
      refused: refusedData(terminal, refused.value),
      ...(mapping ? { mapping } : {}),
    },
    text: [
      ...(dryRun
        ? columns([...table('+', created.value), ...table('~', changed.value)])
        : columns(table('~', changed.value))),
      ...(refused.value.length > 0
        ? [t('cli.import.refused'), ...refusedLines(terminal, refused.value)]
        : []),
      ...columns(
        ROWS.filter((name, at) => at < 4 || counts[name] > 0).map((name) => [
          t(`cli.import.${name}`),
          String(counts[name]),
        ]),
      ),
      dryRun
        ? t('cli.import.dry')
        : t(nothing ? 'cli.import.nothing' : 'cli.import.into', { id: which.logId }),
    ],
  });
}
