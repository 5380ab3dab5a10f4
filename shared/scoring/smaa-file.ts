import { z } from 'zod';
import { exactly, type Score } from './score.ts';
import { type SmaaInput, type SmaaResult, smaa } from './smaa.ts';
import { feasible } from './weighted-sum.ts';

const Name = z.string().trim().min(1).max(200);
const Finite = z.number().refine(Number.isFinite);
const Given = z.union([
  Finite,
  z
    .strictObject({ low: Finite, likely: Finite.optional(), high: Finite })
    .refine(({ low, likely = low, high }) => low <= likely && likely <= high, { error: 'rangeReversed' }),
  z.null(),
]);
type Given = z.infer<typeof Given>;

/** Most draws that one run takes: a million gives a share to within 0.001. */
const MAX_DRAWS = 1_000_000;

const Shape = z.strictObject({
  criteria: z
    .array(
      z
        .strictObject({
          id: Name,
          min: Finite.default(0),
          max: Finite.default(1),
          better: z.enum(['more', 'less']).default('more'),
          weight: z
            .strictObject({ min: z.number().min(0).max(1), max: z.number().min(0).max(1) })
            .refine(({ min, max }) => min <= max, { error: 'rangeReversed' })
            .optional(),
        })
        .refine(({ min, max }) => min < max, { error: 'rangeReversed' }),
    )
    .min(1)
    .max(100),
  options: z
    .array(z.strictObject({ id: Name, scores: z.union([z.array(Given), z.record(z.string(), Given)]) }))
    .min(1)
    .max(500),
  /** Criteria from heaviest to lightest; all of them. */
  order: z.array(Name).optional(),
  draws: z.int().min(1).max(MAX_DRAWS).default(10_000),
  seed: z.int().min(0).max(0xffff_ffff).default(1),
});
type Shape = z.infer<typeof Shape>;

const repeated = (names: readonly string[]): string | undefined =>
  names.find((name, at) => names.indexOf(name) !== at);

/** Everything that one part of the file must know of another. */
function checkWhole(file: Shape, refuse: (path: (string | number)[], message: string) => void): void {
  const ids = file.criteria.map(({ id }) => id);
  if (repeated(ids) !== undefined) refuse(['criteria'], 'keyTwice');
  if (repeated(file.options.map(({ id }) => id)) !== undefined) refuse(['options'], 'keyTwice');
  if (file.order && [...file.order].sort().join('\n') !== [...ids].sort().join('\n'))
    refuse(['order'], 'referenceUnknown');
  if (!feasible(file.criteria.map(({ weight }) => weight ?? { min: 0, max: 1 })))
    refuse(['criteria'], 'weightsImpossible');
  for (const [o, { scores }] of file.options.entries()) {
    if (Array.isArray(scores) && scores.length !== ids.length) refuse(['options', o, 'scores'], 'cellCount');
    for (const [key, score] of Object.entries(scores)) {
      const criterion = Array.isArray(scores)
        ? file.criteria[Number(key)]
        : file.criteria.find(({ id }) => id === key);
      if (!criterion) refuse(['options', o, 'scores', key], 'referenceUnknown');
      else if (!inside(score, criterion)) refuse(['options', o, 'scores', key], 'outsideScale');
    }
  }
}

const inside = (score: Given, { min, max }: { readonly min: number; readonly max: number }): boolean =>
  score === null ||
  (typeof score === 'number' ? score >= min && score <= max : score.low >= min && score.high <= max);

/**
 * Options and criteria for SMAA as a JSON file. A score is a number on the criterion's scale (0 to 1 unless it says
 * otherwise), a range `{low, likely, high}`, or null or left out for unknown; scores go by place or by criterion id.
 */
export const SmaaFile = Shape.superRefine((file, context) =>
  checkWhole(file, (path, message) => context.addIssue({ code: 'custom', path, message })),
);
export type SmaaFile = z.infer<typeof SmaaFile>;

const scoreOf = (given: Given | undefined): Score => {
  if (given === null || given === undefined) return null;
  if (typeof given === 'number') return exactly(given);
  const { low, high, likely = (low + high) / 2 } = given;
  return { low, likely, high };
};

export const inputOf = ({ criteria, options, order, draws, seed }: SmaaFile): SmaaInput => ({
  criteria,
  scores: options.map(({ scores }) =>
    criteria.map(({ id }, k) => scoreOf(Array.isArray(scores) ? scores[k] : scores[id])),
  ),
  weights: {
    order: order?.map((name) => criteria.findIndex(({ id }) => id === name)),
    ranges: criteria.some(({ weight }) => weight) ? criteria.map(({ weight }) => weight ?? null) : undefined,
  },
  draws,
  seed,
});

/** The result with the names of the file. @throws WeightsTooTight */
export function runSmaaFile(file: SmaaFile) {
  const result = smaa(inputOf(file));
  return { options: file.options.map(({ id }, o) => optionOf(file, result, id, o)), ...totalsOf(result) };
}

const optionOf = (file: SmaaFile, result: SmaaResult, id: string, o: number) => ({
  id,
  ranks: result.ranks[o] as readonly number[],
  central: centralOf(file, result.central[o] ?? null),
  confidence: result.confidence[o] ?? null,
  beats: Object.fromEntries(
    file.options.flatMap((other, b) => (b === o ? [] : [[other.id, result.beats[o]?.[b] as number]])),
  ),
});

const centralOf = ({ criteria }: SmaaFile, weights: readonly number[] | null) =>
  weights && Object.fromEntries(criteria.map(({ id }, k) => [id, weights[k] as number]));

const totalsOf = ({ draws, seed, error }: SmaaResult) => ({ draws, seed, error });
