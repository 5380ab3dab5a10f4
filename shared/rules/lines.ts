import type { Outcome } from '../model/vocabulary.ts';
import type { Atom } from './condition.ts';
import type { AtomProof, ConditionProof } from './prove.ts';

/** A proof as lines of an outline, for a screen, a page or a terminal; `depth` counts from 0. */
export type ProofLine = {
  readonly depth: number;
  readonly op: ConditionProof['op'];
  readonly outcome: Outcome;
  readonly atom?: Atom;
  readonly answers: AtomProof['answers'];
};

export function linesOf(proof: ConditionProof, depth = 0): ProofLine[] {
  const { op, outcome } = proof;
  if (op === 'atom') return [{ depth, op, outcome, atom: proof.atom, answers: proof.answers }];
  return [
    { depth, op, outcome, answers: [] },
    ...proof.children.flatMap((child) => linesOf(child, depth + 1)),
  ];
}
