import type { Certainty3, Holding } from './interest.ts';

/** A verdict on a list of interests; may be asked many times. Interests never make it weaker. */
export type VerdictOf = (holdings: readonly Holding[]) => Certainty3;

const RANK: Readonly<Record<Certainty3, number>> = { excluded: 0, possible: 1, certain: 2 };

/** Whether a verdict is at least as strong as another. */
export const atLeast = (verdict: Certainty3, wanted: Certainty3): boolean => RANK[verdict] >= RANK[wanted];

/**
 * Asks for the verdict when only some of the candidate interests are true; the interests that are no candidates stay
 * as they are. Counts the questions, and refuses more than `budget`.
 */
export class Trial {
  readonly #holdings: readonly Holding[];
  readonly #verdictOf: VerdictOf;
  readonly #wanted: Certainty3;
  readonly #fixed: readonly number[];
  #left: number;

  constructor(
    holdings: readonly Holding[],
    fixed: readonly number[],
    verdictOf: VerdictOf,
    wanted: Certainty3,
    budget: number,
  ) {
    this.#holdings = holdings;
    this.#fixed = fixed;
    this.#verdictOf = verdictOf;
    this.#wanted = wanted;
    this.#left = budget;
  }

  get spent(): boolean {
    return this.#left <= 0;
  }

  /** Whether the verdict stands with these candidates; undefined when the budget is spent. */
  stands(candidates: readonly number[]): boolean | undefined {
    if (this.spent) return undefined;
    this.#left--;
    const list = [...this.#fixed, ...candidates].map((i) => this.#holdings[i] as Holding);
    return atLeast(this.#verdictOf(list), this.#wanted);
  }
}

/** A set with which the verdict stands; `minimal`: none of it can be missed (not known when the budget was spent). */
export type Support = { readonly members: readonly number[]; readonly minimal: boolean };

/**
 * Narrows candidates to a minimal set with which the verdict still stands: every one of them is needed (deletion
 * filter; Chinneck and Dravnieks 1991). Candidates are given weakest first, and no other set has a stronger weakest
 * member than the one that is found. Undefined when the candidates together are not enough.
 */
export function minimalSupport(trial: Trial, candidates: readonly number[]): Support | undefined {
  if (trial.stands(candidates) !== true) return undefined;
  let skip = 0;
  for (let above = candidates.length; above - skip > 1; ) {
    const middle = (skip + above) >> 1;
    if (trial.stands(candidates.slice(middle))) skip = middle;
    else above = middle;
  }
  let members = candidates.slice(skip);
  // Halves first: most candidates of a large graph have nothing to do with the verdict.
  for (let size = Math.max(1, members.length >> 1); size >= 1; size >>= 1) {
    for (let at = 0; at < members.length; ) {
      const fewer = [...members.slice(0, at), ...members.slice(at + size)];
      const stands = trial.stands(fewer);
      if (stands === undefined) return { members, minimal: false };
      if (stands) members = fewer;
      else at += size;
    }
  }
  return { members, minimal: true };
}
