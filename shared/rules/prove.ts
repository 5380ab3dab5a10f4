import { allOf, anyOf } from '../framework/kleene.ts';
import type { RecordId } from '../model/ids.ts';
import type { Outcome } from '../model/vocabulary.ts';
import { type Answer, answerFact, type Said } from './answer.ts';
import { type Atom, type Condition, type Fact, isAtom } from './condition.ts';

/** One thing that a fact is asked of, with what is said of it. */
export type Asked = { readonly subject: RecordId; readonly said: readonly Said[] };

/**
 * What is known, on one day, for one case. `asked` gives the subjects of a fact with their live claims; `answered` what
 * people or other engines answered, undefined when nobody did.
 */
export type Knowledge = {
  readonly asked: (fact: Fact) => readonly Asked[];
  readonly answered: (atom: Exclude<Atom, Fact>) => Answer | undefined;
};

export type AtomProof = {
  readonly op: 'atom';
  readonly outcome: Outcome;
  readonly atom: Atom;
  /** One answer a subject; a question has one without a subject. */
  readonly answers: readonly (Answer & { readonly subject?: RecordId })[];
};
export type ConditionProof =
  | AtomProof
  | {
      readonly op: 'all' | 'any' | 'not';
      readonly outcome: Outcome;
      readonly children: readonly ConditionProof[];
    };

const NOT: Readonly<Record<Outcome, Outcome>> = {
  met: 'notMet',
  notMet: 'met',
  undetermined: 'undetermined',
};

function proveAtom(atom: Atom, { asked, answered }: Knowledge): AtomProof {
  if (!('fact' in atom)) {
    const answer = answered(atom) ?? { outcome: 'undetermined', reason: 'missing', rests: [] };
    return { op: 'atom', outcome: answer.outcome, atom, answers: [answer] };
  }
  const answers = asked(atom).map(({ subject, said }) => ({ subject, ...answerFact(atom, said) }));
  const outcome = answers.length === 0 ? 'undetermined' : anyOf(answers.map((answer) => answer.outcome));
  return { op: 'atom', outcome, atom, answers };
}

/**
 * Proves a condition down to the claims it rests on, in strong Kleene logic: what is not known stays undetermined and
 * never counts as no. Total: every condition and any knowledge give a proof, the same whatever the order of the claims.
 * O(size of the condition x claims).
 */
export function prove(condition: Condition, knowledge: Knowledge): ConditionProof {
  if (isAtom(condition)) return proveAtom(condition, knowledge);
  if ('not' in condition) {
    const child = prove(condition.not, knowledge);
    return { op: 'not', outcome: NOT[child.outcome], children: [child] };
  }
  const [op, members] =
    'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const);
  const children = members.map((member) => prove(member, knowledge));
  const outcomes = children.map((child) => child.outcome);
  return { op, outcome: op === 'all' ? allOf(outcomes) : anyOf(outcomes), children };
}

/** Every atom of a proof, in order; an atom that stands twice comes twice. */
export const atomsOf = (proof: ConditionProof): readonly AtomProof[] =>
  proof.op === 'atom' ? [proof] : proof.children.flatMap(atomsOf);

/** All claims and records that a proof rests on, each once. */
export const restsOn = (proof: ConditionProof): readonly RecordId[] => [
  ...new Set(atomsOf(proof).flatMap(({ answers }) => answers.flatMap(({ rests }) => rests))),
];
