import { type Atom, atomKey } from '../rules/condition.ts';
import type { ConditionProof } from '../rules/prove.ts';
import { openAtoms } from '../rules/settle.ts';

/** A fact worth collecting: what it would settle at once, what it bears on, and how often it turns something. */
export type Wanted = {
  readonly atom: Atom;
  readonly weight: number;
  readonly settles: string[];
  readonly touches: string[];
};

type Question = { readonly id: string; readonly proof?: ConditionProof | undefined };

/**
 * The facts to collect for all open questions together, those first that settle most, then those that turn most
 * (value of information). Questions that are settled ask for nothing.
 */
export function wantedFacts(questions: readonly Question[]): Wanted[] {
  const wanted = new Map<string, { atom: Atom; weight: number; settles: string[]; touches: string[] }>();
  for (const { id, proof } of questions) {
    if (!proof) continue;
    for (const { atom, settles, weight } of openAtoms(proof)) {
      const key = atomKey(atom);
      const known = wanted.get(key) ?? { atom, weight: 0, settles: [], touches: [] };
      wanted.set(key, known);
      known.weight = Math.max(known.weight, weight);
      known.touches.push(id);
      if (settles.length > 0) known.settles.push(id);
    }
  }
  return [...wanted.values()].sort(
    (a, b) =>
      b.settles.length - a.settles.length || b.touches.length - a.touches.length || b.weight - a.weight,
  );
}
