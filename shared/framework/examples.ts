import { evaluate } from './evaluate.ts';
import type { AssessmentInputs } from './inputs.ts';
import type { Example, Pack } from './pack.ts';
import { findNode } from './proof.ts';

/** The inputs that a worked example stands for; its arguments are its own title. */
export const exampleInputs = (example: Example): AssessmentInputs => ({
  trigger: example.trigger,
  verdicts: [
    ...example.met.map((leaf) => ({ leaf, outcome: 'met' as const, argued: true, evidence: 1, versions: 1 })),
    ...example.verdicts,
  ].map(({ leaf, outcome, argued, evidence, versions }) => ({
    leaf,
    outcome,
    argument: argued ? example.title.en : '',
    evidence,
    versions,
    unsourcedEvidence: 0,
  })),
  ratings: example.ratings,
});

export type ExampleMiss = {
  readonly example: string;
  /** Which expectation failed: `advice`, `decidedBy`, `openLeaves`, `gates.ID` or `reasons.ID`. */
  readonly at: string;
  readonly expected: string;
  readonly actual: string;
};

/** Runs the worked examples of a pack; every expectation that does not come true, in order. Empty when all hold. */
export const checkExamples = (pack: Pack): readonly ExampleMiss[] =>
  pack.examples.flatMap((example) => {
    const { root, advice } = evaluate(pack, exampleInputs(example));
    const { expected } = example;
    const outcomeOf = (id: string) => findNode(root, id)?.outcome ?? '-';
    const reasonOf = (id: string) => {
      const node = findNode(root, id);
      return node?.op === 'leaf' ? node.leaf.reason : '-';
    };
    const checks: [at: string, expected: string, actual: string][] = [
      ['advice', expected.advice, advice.outcome],
      ...Object.entries(expected.gates).map(([id, outcome]): [string, string, string] => [
        `gates.${id}`,
        outcome,
        outcomeOf(id),
      ]),
      ...Object.entries(expected.reasons).map(([id, reason]): [string, string, string] => [
        `reasons.${id}`,
        reason,
        reasonOf(id),
      ]),
    ];
    if (expected.decidedBy)
      checks.push(['decidedBy', expected.decidedBy.join(' '), advice.decidedBy.join(' ')]);
    if (expected.openLeaves)
      checks.push(['openLeaves', expected.openLeaves.join(' '), advice.openLeaves.join(' ')]);
    return checks
      .filter(([, want, got]) => want !== got)
      .map(([at, want, got]) => ({ example: example.id, at, expected: want, actual: got }));
  });
