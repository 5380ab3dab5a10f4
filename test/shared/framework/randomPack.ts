import fc from 'fast-check';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import type { AssessmentInputs } from '#shared/framework/inputs.ts';
import type { Gate, Leaf, Pack } from '#shared/framework/pack.ts';
import { OUTCOMES, TRIGGERS } from '#shared/model/vocabulary.ts';

export type Shape = { op: 'all' | 'any'; children: (Shape | Refusal)[] };
type Refusal = Leaf['whenNotMet'];

const refusal = fc.constantFrom<Refusal>('negative', 'otherInstrument', 'marketSolution');
const { shape } = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.record({
    op: fc.constantFrom('all' as const, 'any' as const),
    children: fc.array(fc.oneof({ depthSize: 'small', maxDepth: 3 }, refusal, tie('shape')), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
}));

const text = (nl: string) => ({ nl, en: `${nl} (en)` });

/** The shipped pack with a tree of this shape in place of its own; leaves are L-1, L-2 and so on, left to right. */
export const packOf = (root: Shape): Pack => {
  const leaves: Leaf[] = [];
  const [model] = BEV_2023.leaves;
  if (model === undefined) throw new Error('the shipped pack has no leaf');
  let gates = 0;
  const plant = ({ op, children }: Shape): Gate => {
    gates += 1;
    return {
      id: `G-${gates}`,
      op,
      title: text('poort'),
      topic: text('de poort'),
      met: text('de poort is open'),
      notMet: text('de poort is dicht'),
      why: text('daarom'),
      informs: [],
      letter: ['CON-R'],
      construct: true,
      children: children.map((child) => {
        if (typeof child !== 'string') return plant(child);
        const id = `L-${leaves.length + 1}`;
        leaves.push({ ...model, id, whenNotMet: child, construct: true });
        return { leaf: id };
      }),
    };
  };
  const tree = plant(root);
  return {
    ...BEV_2023,
    id: 'random',
    tree,
    leaves,
    indicators: [],
    scopeCases: [],
    strategicClasses: [],
    examples: [],
  };
};

export const anyPack: fc.Arbitrary<Pack> = shape.map(packOf);

const verdictOn = (leaf: fc.Arbitrary<string>) =>
  fc.record({
    leaf,
    outcome: fc.constantFrom(...OUTCOMES),
    argument: fc.constantFrom('', ' ', 'omdat'),
    evidence: fc.constantFrom(0, 1, 3),
    versions: fc.constantFrom(1, 1, 1, 2),
    unsourcedEvidence: fc.constantFrom(0, 1),
  });

/** Any inputs for a pack: missing, doubled, empty and unknown verdicts and all ratings included. */
export const anyInputs = (pack: Pack): fc.Arbitrary<AssessmentInputs> =>
  fc.record({
    trigger: fc.constantFrom(...TRIGGERS),
    verdicts: fc.array(verdictOn(fc.constantFrom(...pack.leaves.map((leaf) => leaf.id), 'NO-SUCH')), {
      maxLength: 40,
    }),
    ratings: fc.array(
      fc.record({
        indicator: fc.constantFrom('IND-1', 'IND-2', 'IND-3', 'IND-4', 'IND-5', 'IND-9'),
        level: fc.constantFrom(1, 2, 3, 4, 5, 'unknown' as const, 'notApplicable' as const),
      }),
      { maxLength: 12 },
    ),
  });

/** One sound verdict for every leaf of a pack, so that outcomes pass through as they are. */
export const soundInputs = (
  outcomes: Readonly<Record<string, 'met' | 'notMet' | 'undetermined'>>,
): AssessmentInputs => ({
  trigger: 'foreseenDeal',
  ratings: [],
  verdicts: Object.entries(outcomes).map(([leaf, outcome]) => ({
    leaf,
    outcome,
    argument: 'omdat',
    evidence: 1,
    versions: 1,
    unsourcedEvidence: 0,
  })),
});

/** Sound verdicts with an outcome of its own for every leaf. */
export const anySoundOutcomes = (pack: Pack) =>
  fc
    .array(fc.constantFrom(...OUTCOMES), { minLength: pack.leaves.length, maxLength: pack.leaves.length })
    .map((outcomes) =>
      Object.fromEntries(pack.leaves.map((leaf, i) => [leaf.id, outcomes[i] ?? 'undetermined'])),
    );
