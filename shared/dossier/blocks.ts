import { z } from 'zod';
import { Marking } from '../model/marking.ts';

/**
 * The pieces of a printed dossier. Every string is plain text: what reads like markup is printed as it stands.
 * A line feed in running text (parts, quotes) is a line break; elsewhere it is a space. Nothing here knows a
 * language: words come in as data.
 */

/** A marking with the words to print: `short` stands before a portion ("Dep.V."), `label` in the banner. */
export const MarkingText = z.strictObject({
  code: Marking,
  short: z.string().min(1),
  label: z.string().min(1),
});
export type MarkingText = z.infer<typeof MarkingText>;

/** Three-valued outcome of a check. `met` is not good news or bad news: it depends on the check. */
export const OUTCOMES = ['met', 'notMet', 'undetermined'] as const;
export const Outcome = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof Outcome>;

/**
 * How a status chip looks: always a symbol, a shape and its word, so that it reads without colour. `neutral` is for
 * plain states, `attention` for what needs a decision, `gap` for what is unknown or missing.
 */
export const TONES = [...OUTCOMES, 'neutral', 'attention', 'gap'] as const;
export const Tone = z.enum(TONES);
export type Tone = z.infer<typeof Tone>;

/** Anchor inside the document, unique in it. */
export const BlockId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/);

/** A stretch of running text. `cite` points to the source with that number, `ref` to a heading, table or figure. */
export const Part = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({ kind: z.literal('emphasis'), text: z.string() }),
  z.strictObject({ kind: z.literal('strong'), text: z.string() }),
  z.strictObject({ kind: z.literal('cite'), n: z.int().positive() }),
  z.strictObject({ kind: z.literal('ref'), to: BlockId, text: z.string().min(1) }),
  /** A portion inside a paragraph that has a marking of its own. */
  z.strictObject({ kind: z.literal('marked'), marking: MarkingText, text: z.string() }),
  z.strictObject({ kind: z.literal('chip'), tone: Tone, word: z.string().min(1) }),
]);
export type Part = z.infer<typeof Part>;
export const Parts = z.array(Part);
export type Parts = z.infer<typeof Parts>;

/** Every block may carry a portion marking, printed as "(Dep.V.)" before it. */
const block = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.strictObject({ kind: z.literal(kind), marking: MarkingText.optional(), ...shape });

/** Level 1 starts a chapter on a new page. Numbers are the template's; the text has none. */
export const HeadingBlock = block('heading', {
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  text: z.string().min(1),
  id: BlockId,
});

export const ParagraphBlock = block('paragraph', { parts: Parts });

export const BulletsBlock = block('bullets', { items: z.array(Parts).min(1) });

/** Facts as pairs, such as "Hoofdvestiging: Eindhoven [3]". */
export const FactsBlock = block('facts', {
  items: z
    .array(z.strictObject({ term: z.string().min(1), value: Parts, marking: MarkingText.optional() }))
    .min(1),
});

/** Two to four figures at a glance, such as "Voorwaarden: 1 van 2". The value is short text. */
export const TilesBlock = block('tiles', {
  items: z
    .array(
      z.strictObject({
        label: z.string().min(1),
        value: z.string().min(1),
        note: z.string().optional(),
        chip: z.strictObject({ tone: Tone, word: z.string().min(1) }).optional(),
      }),
    )
    .min(2)
    .max(4),
});

export const Column = z.strictObject({
  title: z.string().min(1),
  /** Share of the width, relative to the other columns. */
  width: z.number().positive().max(100),
  align: z.enum(['left', 'right', 'center']).default('left'),
});
export type Column = z.infer<typeof Column>;

/** The head is repeated on every page that the table reaches; every row has one cell a column. */
export const TableBlock = block('table', {
  id: BlockId,
  caption: z.string().min(1),
  columns: z.array(Column).min(1).max(10),
  rows: z.array(
    z.strictObject({
      cells: z.array(Parts).min(1),
      marking: MarkingText.optional(),
      /** A sum or a conclusion: set apart from the rows above. */
      total: z.boolean().default(false),
    }),
  ),
  /** Printed across the table instead of rows, when there are none. */
  empty: z.string().min(1),
}).superRefine((table, ctx) => {
  table.rows.forEach((row, index) => {
    if (row.cells.length !== table.columns.length)
      ctx.addIssue({
        code: 'custom',
        path: ['rows', index, 'cells'],
        message: `row has ${row.cells.length} cells, the table ${table.columns.length} columns`,
      });
  });
});

/** One check of the framework; `code` is its id in the pack ("NEC-1"), `word` the outcome in words. */
export const GateNode = z.strictObject({
  code: z.string().min(1),
  label: z.string().min(1),
  outcome: Outcome,
  word: z.string().min(1),
  /** How the children combine, in words ("alle moeten vervuld zijn"). */
  rule: z.string().optional(),
  argument: Parts.optional(),
  marking: MarkingText.optional(),
  get children(): z.ZodOptional<z.ZodArray<typeof GateNode>> {
    return z.array(GateNode).optional();
  },
});
export type GateNode = z.infer<typeof GateNode>;

export const GatesBlock = block('gates', { nodes: z.array(GateNode).min(1) });

/** A drawing by our own code. `alt` says what the picture shows to who cannot see it. */
export const FigureBlock = block('figure', {
  id: BlockId,
  svg: z.string().regex(/^\s*(<\?xml[^>]*>\s*)?<svg[\s>]/),
  alt: z.string().min(1),
  caption: z.string().min(1),
  /** Share of the text width, above 0 up to 1. */
  width: z.number().positive().max(1).default(1),
});

/** `gap` tells what is missing and what it would change. */
export const CalloutBlock = block('callout', {
  tone: z.enum(['info', 'warning', 'gap']),
  title: z.string().min(1),
  parts: Parts,
  items: z.array(Parts).optional(),
});

/** A numbered source. Dates and grades ("B2") are printed as given; `url` is printed as text, never opened. */
export const EvidenceItem = z.strictObject({
  n: z.int().positive(),
  title: z.string().min(1),
  publisher: z.string().optional(),
  date: z.string().optional(),
  accessed: z.string().optional(),
  grade: z.string().optional(),
  /** The grade in words, for a reader who does not know the scale. */
  gradeWords: z.string().optional(),
  marking: MarkingText.optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  url: z.string().optional(),
  quote: z.string().optional(),
  page: z.string().optional(),
  note: z.string().optional(),
});
export type EvidenceItem = z.infer<typeof EvidenceItem>;

export const EvidenceBlock = block('evidence', { items: z.array(EvidenceItem).min(1) });

export const PageBreakBlock = block('pageBreak', {});

export const Block = z.discriminatedUnion('kind', [
  HeadingBlock,
  ParagraphBlock,
  BulletsBlock,
  FactsBlock,
  TilesBlock,
  TableBlock,
  GatesBlock,
  FigureBlock,
  CalloutBlock,
  EvidenceBlock,
  PageBreakBlock,
]);
export type Block = z.infer<typeof Block>;
