import { z } from 'zod';
import { TEXT_FORMAT_IDS } from '../import/formats.ts';
import { REFUSAL_CODES } from '../import/refusal.ts';
import { AskedOptions, TableChoices, TableMapping, TableOptions } from '../import/table/mapping.ts';
import { Credibility, Reliability } from '../model/grade.ts';
import { ChangeId, LogId, OpDigest, RecordId } from '../model/ids.ts';
import { Marking } from '../model/marking.ts';
import { RecordTypeName } from '../model/records.ts';
import { ShortText } from '../model/value.ts';
import { SOURCE_KINDS } from '../model/vocabulary.ts';
import { inCase, RecordRef } from './common.ts';
import { action, command, job, nothing, query } from './contract.ts';
import { HistoryItem } from './history.ts';

const Token = z.string().max(100);
const Cells = z.array(z.union([z.string().max(40_000), z.number()])).max(2_000);
export const ImportFormatId = z.enum(['csv', 'xlsx', 'folder', ...TEXT_FORMAT_IDS]);
export type ImportFormatId = z.infer<typeof ImportFormatId>;

const Picked = z.object({ token: z.string(), name: z.string(), size: z.int(), folder: z.boolean() });

/** What the facts of the file rest on: a source of the case, or one that is made for the file. */
export const ImportBasis = z.strictObject({
  source: z.union([RecordId, z.strictObject({ title: ShortText, kind: z.enum(SOURCE_KINDS) })]),
  reliability: Reliability,
  credibility: Credibility,
  marking: Marking,
});
export type ImportBasis = z.infer<typeof ImportBasis>;

/** Why a row is refused: its code has a text under `imports.refused`. */
export const RowProblem = z.object({
  field: z.string().optional(),
  code: z.enum(REFUSAL_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** Records (created, changed, unchanged) and rows (the rest) of an import that waits. */
export const ImportCounts = z.object({
  rows: z.int(),
  created: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  skipped: z.int(),
  superseded: z.int(),
  repeated: z.int(),
  /** The file could not be read to its end. */
  broken: z.boolean(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

/** An import that was read whole and waits for a decision. */
export const WaitingImport = z.object({
  id: z.string(),
  file: z.string(),
  format: ImportFormatId,
  counts: ImportCounts,
  /** What taking it would write, by type. */
  types: z.array(z.object({ type: RecordTypeName, count: z.int() })),
  /** Names of the columns of a table, so that rows can be corrected. */
  header: z.array(z.string()).optional(),
});
export type WaitingImport = z.infer<typeof WaitingImport>;

const Sample = z.array(z.object({ line: z.int(), cells: Cells }));

/** What a file is, as far as its first part tells. */
export const Inspection = z.object({
  formats: z.array(z.object({ format: ImportFormatId, sure: z.int().min(1).max(3) })),
  packed: z.boolean(),
  encoding: z.string().optional(),
  table: z
    .object({
      options: TableOptions,
      sheets: z.array(z.string()),
      header: z.array(z.string()),
      sample: Sample,
      suggestion: TableMapping,
      /** Saved mappings that fit the header. */
      saved: z.array(z.object({ record: RecordId, name: z.string(), mapping: TableMapping })),
    })
    .optional(),
});
export type Inspection = z.infer<typeof Inspection>;

/** A row as the mapping reads it: what it makes, or why it is refused. */
export const SampleRow = z.object({
  line: z.int(),
  records: z.array(
    z.object({
      type: RecordTypeName,
      label: z.string(),
      /** What a fact is about, and what it says. */
      about: z.string().optional(),
      value: z.json().optional(),
    }),
  ),
  problems: z.array(RowProblem),
});
export type SampleRow = z.infer<typeof SampleRow>;

const Choice = inCase.extend({
  token: Token,
  format: ImportFormatId,
  basis: ImportBasis,
  table: z.strictObject({ options: TableOptions, mapping: TableMapping }).optional(),
});

export const IMPORT_TABS = ['created', 'changed', 'unchanged', 'refused', 'skipped'] as const;

export const importsContract = {
  /** Opens the system's dialog for files or for a folder; answers tokens, never paths. */
  'imports.pick': action(z.strictObject({ folder: z.boolean() }), z.array(Picked)),
  /** Takes a file that was dropped on the page. Larger ones are picked. */
  'imports.drop': action(
    z.strictObject({ name: z.string().min(1).max(255), bytes: z.instanceof(Uint8Array) }),
    Picked,
    { maxBytes: 64_000_000 },
  ),
  /** Looks at the first part of a file: its format, encoding, columns. */
  'imports.inspect': job(
    inCase.extend({
      token: Token,
      options: AskedOptions.default({}),
      chosen: TableChoices.default({}),
    }),
    Inspection,
  ),
  /** The first rows of a table as a mapping reads them, with the code that reads all of them. */
  'imports.sample': query(
    inCase.extend({
      file: z.string().max(255),
      basis: ImportBasis,
      mapping: TableMapping,
      sheet: z.string().optional(),
      header: z.array(z.string()).max(2_001),
      rows: z.array(z.strictObject({ line: z.int(), cells: Cells })).max(100),
    }),
    z.object({ problems: z.array(RowProblem), rows: z.array(SampleRow) }),
    { maxBytes: 8_000_000 },
  ),
  /** Reads the whole file into the stage: the preview. An import that waited is given up. */
  'imports.plan': job(Choice, WaitingImport),
  /** Makes a new case of a picked case folder, when every row of it is right. */
  'imports.newCase': job(z.strictObject({ token: Token }), z.object({ logId: LogId })),
  'imports.waiting': query(inCase, WaitingImport.nullable()),
  /** One page of what waits, in the order of the file. */
  'imports.page': query(
    inCase.extend({
      id: z.string(),
      tab: z.enum(IMPORT_TABS),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.object({
      items: z.array(
        z.object({ n: z.int(), row: z.int(), file: z.string(), line: z.int(), item: HistoryItem }),
      ),
      rows: z.array(
        z.object({
          n: z.int(),
          file: z.string(),
          line: z.int(),
          name: z.string().optional(),
          cells: Cells.optional(),
          problems: z.array(RowProblem),
        }),
      ),
      /** What the items point at, by name: of the file or of the case. */
      refs: z.array(RecordRef),
    }),
  ),
  /** Reads one row of a table again with other cells. */
  'imports.fix': job(inCase.extend({ id: z.string(), row: z.int(), cells: Cells }), WaitingImport, {
    maxBytes: 4_000_000,
  }),
  /** Passes rows over, or takes them in again; `rows` null is all that are refused. */
  'imports.skip': job(
    inCase.extend({ id: z.string(), rows: z.array(z.int()).max(10_000).nullable(), skipped: z.boolean() }),
    WaitingImport,
  ),
  /** Takes the import as one change. Refused rows must be corrected or passed over first. */
  'imports.take': job(
    inCase.extend({ id: z.string() }),
    z.object({ change: ChangeId.nullable(), counts: ImportCounts }),
  ),
  'imports.discard': job(inCase.extend({ id: z.string() }), z.object({})),
  /** Writes the refused rows with line and reason where the person says, as CSV. */
  'imports.saveRefused': job(inCase.extend({ id: z.string() }), z.object({ saved: z.boolean() })),
  'imports.mappings': query(
    nothing,
    z.array(
      z.object({ record: RecordId, digests: z.array(OpDigest), name: z.string(), mapping: TableMapping }),
    ),
  ),
  /** Keeps a mapping in the vault under a name; the same name again is a new version of it. */
  'imports.saveMapping': command(
    z.strictObject({ name: ShortText, mapping: TableMapping }),
    z.object({ record: RecordId }),
  ),
  'imports.dropMapping': command(
    z.strictObject({ record: RecordId, base: z.array(OpDigest).min(1).max(100) }),
    z.object({}),
  ),
} as const;
