import { z } from 'zod';
import { ENTITY_TYPES } from '../../model/records/entities.ts';
import { Unit } from '../../model/value.ts';
import { ORGANISATION_FORMS, PUBLIC_BODY_LEVELS, RELATION_KINDS } from '../../model/vocabulary.ts';

/** A cell as a table has it: a spreadsheet knows numbers, a text file knows none. */
export type Cell = string | number;
/** A row of a table; `line` counts from 1 with the header. */
export type TableRow = { readonly line: number; readonly cells: readonly Cell[] };

/** What a row is about: a party, a relation between two, or one fact. */
export const TABLE_SHAPES = ['entities', 'relations', 'claims'] as const;
export type TableShape = (typeof TABLE_SHAPES)[number];

/**
 * Which mark stands before the decimals. `either` takes both and refuses what could mean two things (`1.250`).
 */
export const DECIMALS = ['either', 'comma', 'point'] as const;
/** Order of day and month in a date without a year in front. ISO dates are read in any case. */
export const DATE_ORDERS = ['dayFirst', 'monthFirst'] as const;

const choices = {
  /** The type of the entities of a table of parties, or of the subjects of a table of facts. */
  entityType: z.enum(ENTITY_TYPES),
  relationKind: z.enum(RELATION_KINDS),
  fromType: z.enum(ENTITY_TYPES),
  toType: z.enum(ENTITY_TYPES),
  form: z.enum(ORGANISATION_FORMS),
  level: z.enum(PUBLIC_BODY_LEVELS),
  vital: z.boolean(),
  decimals: z.enum(DECIMALS),
  dates: z.enum(DATE_ORDERS),
} as const;

/** What a person chose of a table before its columns are suggested; the rest is found out. */
export const TableChoices = z.strictObject({ shape: z.enum(TABLE_SHAPES), ...choices }).partial();
export type TableChoices = z.infer<typeof TableChoices>;

/**
 * How the columns of a table become records. A column is known by its name in the header (`headerNames`); one without
 * a field is left out. Parties that a relation or fact names, and that are new, get the type and what it needs here.
 */
export const TableMapping = z.strictObject({
  shape: z.enum(TABLE_SHAPES),
  entityType: choices.entityType.default('company'),
  relationKind: choices.relationKind.default('owns'),
  fromType: choices.fromType.default('company'),
  toType: choices.toType.default('company'),
  form: choices.form.default('company'),
  level: choices.level.default('agency'),
  vital: choices.vital.default(false),
  decimals: choices.decimals.default('either'),
  dates: choices.dates.default('dayFirst'),
  columns: z
    .array(
      z.strictObject({
        header: z.string().max(400),
        field: z.string().min(1).max(80),
        /** Unit of the numbers where it is not the usual one of the property. */
        unit: Unit.optional(),
        /** Shares as parts of one (0,25), not as percentages. */
        fraction: z.boolean().optional(),
      }),
    )
    .max(200),
});
export type TableMapping = z.infer<typeof TableMapping>;
export type MappedColumn = TableMapping['columns'][number];

const reading = {
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']).optional(),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  quote: z.enum(['"', "'", '']).optional(),
  sheet: z.string().max(200).optional(),
} as const;
/** The line on which the names of the columns stand; 0 is none. */
const headerLine = z.int().min(0).max(1_000);

/** How the text of a table is to be read; what is left out is found out. */
export const AskedOptions = z.strictObject({ ...reading, headerLine: headerLine.optional() });
export type AskedOptions = z.infer<typeof AskedOptions>;

/** How the text of a table is read. */
export const TableOptions = z.strictObject({ ...reading, headerLine: headerLine.default(1) });
export type TableOptions = z.infer<typeof TableOptions>;
