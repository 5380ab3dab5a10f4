import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { TableMapping } from '#shared/import/table/mapping.ts';
import {
  type ImportBasis,
  ImportFormatId,
  type Inspection,
  type WaitingImport,
} from '#shared/ipc/imports.ts';
import { Credibility, Reliability } from '#shared/model/grade.ts';
import type { LogId } from '#shared/model/ids.ts';
import { MARKINGS, Marking } from '#shared/model/marking.ts';
import { fail, ok } from '#shared/result.ts';
import { newLogId } from '../../session.ts';
import { command, type Outcome } from '../command.ts';
import type { Desk } from '../desk.ts';
import { type CliResult, usage } from '../failure.ts';
import { CASE_FLAG, findCase } from '../find-case.ts';
import { stoppedImport, toldImport } from '../import-text.ts';
import { withVault } from '../open-vault.ts';
import type { Terminal } from '../terminal.ts';

const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;

const Options = z.object({
  case: z.string().optional(),
  format: ImportFormatId.optional(),
  mapping: z.string().optional(),
  sheet: z.string().optional(),
  encoding: z.enum(ENCODINGS).optional(),
  sourceTitle: z.string().trim().min(1).max(400).optional(),
  reliability: Reliability.default('F'),
  credibility: Credibility.default('6'),
  marking: Marking.default('open'),
  new: z.boolean().default(false),
  dryRun: z.boolean().default(false),
  skipRefused: z.boolean().default(false),
});
type Options = z.infer<typeof Options>;
type Table = NonNullable<Inspection['table']>;

/** A mapping by the name under which the vault knows it, or from a file of JSON. */
async function namedMapping(desk: Desk, text: string): Promise<CliResult<TableMapping>> {
  const saved = await desk.call('imports.mappings', {});
  if (!saved.ok) return saved;
  const known = saved.value.find(({ name }) => name === text);
  if (known) return ok(known.mapping);
  try {
    const parsed = TableMapping.safeParse(JSON.parse(fs.readFileSync(path.resolve(text), 'utf8')));
    if (parsed.success) return ok(parsed.data);
  } catch {
    // Neither a name nor a readable file: said below in one way.
  }
  return usage('mappingUnknown', { text });
}

/** The mapping to use: the named one, the only saved one that fits, or for a dry run the suggested one. */
async function mappingFor(
  desk: Desk,
  table: Table,
  { mapping, dryRun }: Options,
): Promise<CliResult<TableMapping>> {
  if (mapping !== undefined) return namedMapping(desk, mapping);
  const [only, second] = table.saved;
  if (only && !second) return ok(only.mapping);
  return dryRun ? ok(table.suggestion) : usage('mappingNeeded');
}

type Read = { readonly waiting: WaitingImport; readonly mapping?: TableMapping };

/** Reads the file into the stage of the vault, as the window does. */
async function read(
  desk: Desk,
  logId: LogId,
  token: string,
  name: string,
  options: Options,
): Promise<CliResult<Read>> {
  const { encoding, sheet, sourceTitle, reliability, credibility, marking } = options;
  const asked = { ...(encoding ? { encoding } : {}), ...(sheet ? { sheet } : {}) };
  const seen = await desk.call('imports.inspect', { logId, token, options: asked });
  if (!seen.ok) return seen;
  const format = options.format ?? seen.value.formats[0]?.format;
  if (format === undefined) return fail('fileUnreadable', { name });
  const source: ImportBasis['source'] = { title: sourceTitle ?? name, kind: 'database' };
  const basis: ImportBasis = { source, reliability, credibility, marking };
  if (format !== 'csv' && format !== 'xlsx') {
    const waiting = await desk.call('imports.plan', { logId, token, format, basis });
    return waiting.ok ? ok({ waiting: waiting.value }) : waiting;
  }
  const { table } = seen.value;
  if (!table) return usage('mappingNeeded');
  const mapping = await mappingFor(desk, table, options);
  if (!mapping.ok) return mapping;
  const chosen = { options: table.options, mapping: mapping.value };
  const waiting = await desk.call('imports.plan', { logId, token, format, basis, table: chosen });
  return waiting.ok ? ok({ waiting: waiting.value, mapping: mapping.value }) : waiting;
}

/** Picks a file or folder by its path; answers the token that stands for it. */
async function pick(desk: Desk, place: string): Promise<CliResult<string>> {
  if (fs.statSync(place, { throwIfNoEntry: false })?.isDirectory())
    return ok(desk.files.addFolder(place).token);
  const added = await desk.files.add(place);
  return added.ok ? ok(added.value.token) : added;
}

async function run(terminal: Terminal, desk: Desk, place: string, options: Options): Promise<Outcome> {
  const { case: wanted, dryRun, skipRefused } = options;
  const into = wanted === undefined ? ok({ logId: newLogId() }) : await findCase(desk, wanted);
  if (!into.ok) return into;
  const { logId } = into.value;
  const token = await pick(desk, place);
  if (!token.ok) return token;
  terminal.busy(terminal.t('cli.import.reading'));
  const done = await read(desk, logId, token.value, path.basename(place), options);
  if (!done.ok) return done;
  const { waiting, mapping } = done.value;
  const { id, counts } = waiting;
  const which = { logId, id };
  const isCase = counts.created > 0 && waiting.types.some(({ type }) => type === 'case');
  if (wanted === undefined && !isCase) return stoppedImport(terminal, desk, which, 'cli.import.noCase');
  if (counts.broken && !dryRun) return stoppedImport(terminal, desk, which, 'cli.import.broken');
  if (counts.refused > 0 && !skipRefused && !dryRun)
    return stoppedImport(terminal, desk, which, 'cli.import.stopped');
  const told = await toldImport(terminal, desk, { ...which, counts, dryRun, mapping });
  if (dryRun || !told.ok) return told;
  if (counts.refused > 0) {
    const skipped = await desk.call('imports.skip', { ...which, rows: null, skipped: true });
    if (!skipped.ok) return skipped;
  }
  const taken = await desk.call('imports.take', which);
  return taken.ok ? told : taken;
}

const importFile = command({
  name: 'import',
  text: 'cli.command.import',
  takes: 'input',
  flags: [
    CASE_FLAG,
    { name: 'format', value: 'importFormat', params: { list: ImportFormatId.options.join(', ') } },
    { name: 'mapping', value: 'mapping' },
    { name: 'sheet', value: 'text' },
    { name: 'encoding', value: 'text', params: { list: ENCODINGS.join(', ') } },
    { name: 'sourceTitle', value: 'text' },
    { name: 'reliability', value: 'code' },
    { name: 'credibility', value: 'code' },
    { name: 'marking', value: 'code', text: 'importMarking', params: { list: MARKINGS.join(', ') } },
    { name: 'new' },
    { name: 'dryRun' },
    { name: 'skipRefused' },
  ],
  options: Options,
  run: async ({ terminal, common, argument, options }) => {
    const { case: wanted, format = 'folder', new: fresh } = options;
    if (fresh && format !== 'folder') return usage('newNeedsFolder');
    if (fresh === (wanted !== undefined)) return usage('caseOrNew');
    return withVault(terminal, common, (desk) => run(terminal, desk, path.resolve(argument), options));
  },
});

export const importCommands = [importFile];
