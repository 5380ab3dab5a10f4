import { z } from 'zod';
import { RecordId } from '../ids.ts';
import { LongText, ShortText } from '../value.ts';
import { CONFIDENCES } from '../vocabulary.ts';
import { type RecordDefinitions, recordIds } from './definition.ts';

/**
 * Investor, company and rights (UK NSI Act: acquirer, target and control risk), which are threat, vulnerability and
 * consequence (CFIUS). Beside each other, never multiplied: products of ordinal levels rank risks wrongly (Cox 2008;
 * field-practice 2.4).
 */
export const PANES = ['investor', 'company', 'rights'] as const;
export type Pane = (typeof PANES)[number];
/** The yardsticks of `shared/scoring/yardstick`, by id. */
export const YARDSTICK_IDS = ['icd203', 'phia', 'nato', 'nl'] as const;
export type YardstickId = (typeof YARDSTICK_IDS)[number];

const Fraction = z.number().min(0).max(1);

/** How probable something is: a word of a yardstick, bounds from 0 to 1, or not to be said, which is not low. */
export const Likelihood = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('term'),
    yardstick: z.enum(YARDSTICK_IDS),
    term: z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/),
  }),
  z
    .strictObject({ kind: z.literal('range'), min: Fraction, max: Fraction })
    .refine(({ min, max }) => min <= max, { error: 'rangeReversed' }),
  z.strictObject({ kind: z.literal('unknown') }),
]);
export type Likelihood = z.infer<typeof Likelihood>;

/** The natural set for condition 2 (field-practice 2.5.3). They are there until somebody drops them. */
export const STANDARD_HYPOTHESES = [
  'stateDirected',
  'stateInfluenced',
  'commercial',
  'otherInterest',
] as const;
export const MATRIX_MARKS = ['CC', 'C', 'N', 'I', 'II', 'NA'] as const;
export const MATRIX_WEIGHTS = ['low', 'medium', 'high'] as const;

/** What one piece of evidence says of one hypothesis: a standard one, or one of the case. */
export const CellMark = z.union([
  z.strictObject({ standard: z.enum(STANDARD_HYPOTHESES), mark: z.enum(MATRIX_MARKS) }),
  z.strictObject({ own: RecordId, mark: z.enum(MATRIX_MARKS) }),
]);
export type CellMark = z.infer<typeof CellMark>;

/** What is said of threat, vulnerability and consequence, and the weighing of hypotheses beside it. */
export const THREAT_RECORDS = {
  appraisal: {
    body: z.strictObject({
      pane: z.enum(PANES),
      /** The criterion of the template that it answers, for example `transparency`; absent: one of its own. */
      criterion: z
        .string()
        .regex(/^[a-z][A-Za-z0-9]{0,39}$/)
        .optional(),
      statement: z.string().trim().min(1).max(2_000),
      likelihood: Likelihood,
      /** How sure we are of it: a second axis, never in one sentence with the first (ICD 203). */
      confidence: z.enum(CONFIDENCES).optional(),
      argument: LongText,
      alternatives: LongText.optional(),
      assumptions: LongText.optional(),
      evidence: recordIds,
    }),
    indexed: ['pane'],
    refs: ['evidence'],
  },
  /** The yardstick of the case: one, chosen once, never mixed with another (ICD 203). */
  yardstick: {
    body: z.strictObject({ yardstick: z.enum(YARDSTICK_IDS) }),
    indexed: [],
    refs: [],
  },
  /** A hypothesis of the case, or what became of a standard one. */
  hypothesis: {
    body: z.strictObject({
      standard: z.enum(STANDARD_HYPOTHESES).optional(),
      title: ShortText,
      note: LongText.optional(),
      dropped: z.boolean().default(false),
    }),
    indexed: [],
    refs: [],
  },
  /** A row of the matrix: one fact, source or remark, and what it says of each hypothesis. */
  matrixRow: {
    body: z
      .strictObject({
        text: z.string().trim().min(1).max(1_000).optional(),
        evidence: RecordId.optional(),
        credibility: z.enum(MATRIX_WEIGHTS).default('medium'),
        relevance: z.enum(MATRIX_WEIGHTS).default('medium'),
        marks: z.array(CellMark).max(40).default([]),
      })
      .refine(({ text, evidence }) => text !== undefined || evidence !== undefined, {
        error: 'fieldMissing',
        path: ['text'],
      }),
    indexed: [],
    refs: ['evidence', 'marks.own'],
  },
} as const satisfies RecordDefinitions;
