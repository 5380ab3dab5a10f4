import type { Outcome } from '../model/vocabulary.ts';
import type { VerdictInput } from './inputs.ts';
import type { Pack } from './pack.ts';

/** Why a leaf has the outcome it has; only `judged` takes the analyst's outcome over. */
export const LEAF_REASONS = ['noVerdict', 'conflict', 'noArgument', 'noEvidence', 'judged'] as const;
export type LeafReason = (typeof LEAF_REASONS)[number];

export type LeafState = {
  readonly outcome: Outcome;
  readonly reason: LeafReason;
  /** What the analyst entered; absent without a verdict or with more than one. */
  readonly stated?: Outcome;
  readonly evidence: number;
  readonly unsourcedEvidence: number;
};

const count = (n: number): number => (Number.isFinite(n) && n > 0 ? Math.floor(n) : 0);

/**
 * What the verdicts on one leaf amount to at a gate. None, several, or one that lacks the argument or evidence that
 * the pack's `verdictRule` asks for: undetermined, with the reason. Never better or worse than what was stated.
 */
export const leafState = (rule: Pack['verdictRule'], verdicts: readonly VerdictInput[]): LeafState => {
  const [verdict, ...others] = verdicts;
  if (verdict === undefined)
    return { outcome: 'undetermined', reason: 'noVerdict', evidence: 0, unsourcedEvidence: 0 };
  if (others.length > 0 || verdict.versions >= 2)
    return { outcome: 'undetermined', reason: 'conflict', evidence: 0, unsourcedEvidence: 0 };
  const evidence = count(verdict.evidence);
  const unsourcedEvidence = Math.min(evidence, count(verdict.unsourcedEvidence));
  const { outcome } = verdict;
  const detail = { stated: outcome, evidence, unsourcedEvidence };
  if (outcome === 'undetermined') return { outcome, reason: 'judged', ...detail };
  if (rule.argumentFor.includes(outcome) && verdict.argument.trim() === '')
    return { outcome: 'undetermined', reason: 'noArgument', ...detail };
  if (rule.evidenceFor.includes(outcome) && evidence === 0)
    return { outcome: 'undetermined', reason: 'noEvidence', ...detail };
  return { outcome, reason: 'judged', ...detail };
};
