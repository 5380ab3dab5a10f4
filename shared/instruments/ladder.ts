import { allOf, anyOf } from '../framework/kleene.ts';
import type { ScopeAnswer } from '../law/scope.ts';
import type { RecordId } from '../model/ids.ts';
import type { BodyOf } from '../model/records.ts';
import type { Outcome } from '../model/vocabulary.ts';
import { type ConditionProof, type Knowledge, prove } from '../rules/prove.ts';
import type { Instrument } from './catalogue.ts';

type Assessment = BodyOf<'rung'>;

/** All instruments stand in one ladder, seen together (PUR-23). Whether one applies, computed where facts allow; `laws` decide before a question does. */
export type Applies = {
  readonly outcome: Outcome;
  readonly laws: readonly ScopeAnswer[];
  readonly proof?: ConditionProof;
};

const OUTCOME = { inScope: 'met', undetermined: 'undetermined' } as const;

/**
 * Whether an instrument reaches the company on the day of the answers: by a law that has it in scope, or by its own
 * condition. An instrument with neither reaches everybody (a threat assessment, a strategy).
 */
export function appliesTo(
  { laws, applies }: Instrument,
  answers: ReadonlyMap<string, ScopeAnswer>,
  knowledge: Knowledge,
): Applies {
  const asked = (laws ?? []).flatMap((law) => answers.get(law) ?? []);
  if (asked.length > 0) {
    const outcomes = asked.map(({ scope }): Outcome => OUTCOME[scope as keyof typeof OUTCOME] ?? 'notMet');
    return { outcome: anyOf(outcomes), laws: asked };
  }
  if (!applies) return { outcome: laws ? 'undetermined' : 'met', laws: [] };
  const proof = prove(applies, knowledge);
  return { outcome: proof.outcome, laws: [], proof };
}

/** Why a rung still counts as empty. */
export const GAPS = ['notJudged', 'conflict', 'noReason', 'undetermined'] as const;
export type Gap = (typeof GAPS)[number];

/** One rung of the ladder as it was judged: all live versions of its record. */
export type Rung = { readonly id: string; readonly versions: readonly Assessment[] };

/**
 * What keeps a rung from counting: not judged, judged apart, judged without a reason, or left undetermined. "Not
 * relevant, because" is an answer; an empty cell never is (NEC-01).
 */
export function gapOf(versions: readonly Assessment[]): Gap | undefined {
  const [first, ...others] = versions;
  if (!first) return 'notJudged';
  if (others.length > 0) return 'conflict';
  if (first.reason.trim() === '') return 'noReason';
  return first.verdict === 'undetermined' ? 'undetermined' : undefined;
}

/** Rungs that still stand in the way of a final case. */
export const emptyRungs = (
  ids: readonly string[],
  rungs: ReadonlyMap<string, readonly Assessment[]>,
): { readonly id: string; readonly gap: Gap }[] =>
  ids.flatMap((id) => {
    const gap = gapOf(rungs.get(id) ?? []);
    return gap === undefined ? [] : [{ id, gap }];
  });

/**
 * What the ladder suggests for "existing law does not adequately absorb the risk" (NEC-01): met when every rung is
 * judged and none suffices; one that suffices decides against it, whatever is still open.
 */
export function lawExhausted(
  ids: readonly string[],
  rungs: ReadonlyMap<string, readonly Assessment[]>,
): Outcome {
  return allOf(
    ids.map((id): Outcome => {
      const versions = rungs.get(id) ?? [];
      if (gapOf(versions) !== undefined) return 'undetermined';
      return versions[0]?.verdict === 'suffices' ? 'notMet' : 'met';
    }),
  );
}

export type Approach = { readonly record: RecordId; readonly versions: readonly BodyOf<'marketContact'>[] };

/**
 * What the log of market finance suggests for "no alternative finance in the market" (NEC-02): nobody approached is not
 * nobody found. An acceptable offer decides against it; an offer from a party with undesirable ties is none.
 */
export function marketExhausted(approaches: readonly Approach[]): Outcome {
  if (approaches.length === 0) return 'undetermined';
  return allOf(
    approaches.map(({ versions: [first, ...others] }): Outcome => {
      if (!first || others.length > 0 || first.response === 'pending') return 'undetermined';
      if (first.response === 'declined') return 'met';
      if (first.ties === 'found') return 'met';
      return first.ties === 'none' ? 'notMet' : 'undetermined';
    }),
  );
}
