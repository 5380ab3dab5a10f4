import { allOf, anyOf } from '../framework/kleene.ts';
import { seeded } from '../graph/random.ts';
import type { Outcome } from '../model/vocabulary.ts';
import { type Atom, atomKey } from './condition.ts';
import { atomsOf, type ConditionProof } from './prove.ts';

/** An open atom whose answer can still matter. */
export type OpenAtom = {
  readonly atom: Atom;
  /** Answers that settle the whole at once, everything else staying as it is. */
  readonly settles: readonly ('met' | 'notMet')[];
  /**
   * How often this answer turns the outcome, from 0 to 1, when every other open atom may as well be met as not met
   * (Banzhaf). A construct of the tool, for the order of the collection plan alone.
   */
  readonly weight: number;
};

/** Open atoms up to which all combinations are tried; above, a fixed number is drawn, the same ones every time. */
const EXACT = 12;
const DRAWS = 4096;

type Given = ReadonlyMap<string, Outcome>;

/** The outcome of a proof when some open atoms are answered. */
function outcomeWith(proof: ConditionProof, given: Given): Outcome {
  if (proof.op === 'atom') return given.get(atomKey(proof.atom)) ?? proof.outcome;
  const outcomes = proof.children.map((child) => outcomeWith(child, given));
  if (proof.op === 'all') return allOf(outcomes);
  if (proof.op === 'any') return anyOf(outcomes);
  const [only] = outcomes;
  return only === 'met' ? 'notMet' : only === 'notMet' ? 'met' : 'undetermined';
}

/** Combinations of answers as bit patterns: all of them, or a fixed sample of them. */
function* combinations(open: number): Generator<boolean[]> {
  if (open <= EXACT) {
    for (let bits = 0; bits < 2 ** open; bits++)
      yield Array.from({ length: open }, (_, k) => Math.floor(bits / 2 ** k) % 2 === 1);
    return;
  }
  const random = seeded(open);
  for (let draw = 0; draw < DRAWS; draw++) yield Array.from({ length: open }, () => random() < 0.5);
}

/**
 * The facts that would settle an undetermined condition, those first that settle it alone, then those that turn it most
 * often (value of information). Atoms that cannot change it any more are left out; empty when it is settled.
 */
export function openAtoms(proof: ConditionProof): readonly OpenAtom[] {
  if (proof.outcome !== 'undetermined') return [];
  const open = new Map<string, Atom>();
  for (const { outcome, atom } of atomsOf(proof))
    if (outcome === 'undetermined') open.set(atomKey(atom), atom);
  const keys = [...open.keys()];
  const turns = new Map(keys.map((key) => [key, 0]));
  let tried = 0;
  for (const bits of combinations(keys.length)) {
    tried++;
    const given = new Map(keys.map((key, k): [string, Outcome] => [key, bits[k] ? 'met' : 'notMet']));
    const before = outcomeWith(proof, given);
    keys.forEach((key, k) => {
      given.set(key, bits[k] ? 'notMet' : 'met');
      if (outcomeWith(proof, given) !== before) turns.set(key, (turns.get(key) as number) + 1);
      given.set(key, bits[k] ? 'met' : 'notMet');
    });
  }
  return keys
    .map((key) => ({
      atom: open.get(key) as Atom,
      settles: (['met', 'notMet'] as const).filter(
        (answer) => outcomeWith(proof, new Map([[key, answer]])) !== 'undetermined',
      ),
      weight: (turns.get(key) as number) / tried,
    }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.settles.length - a.settles.length || b.weight - a.weight);
}
