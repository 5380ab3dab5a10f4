import type { Outcome, TRIGGERS } from '../model/vocabulary.ts';

export type Trigger = (typeof TRIGGERS)[number];

/** What is known of the verdict on one leaf. Two live versions, or two entries for one leaf, are a conflict. */
export type VerdictInput = {
  readonly leaf: string;
  readonly outcome: Outcome;
  readonly argument: string;
  /** How many evidence ids the verdict names. */
  readonly evidence: number;
  /** How many live versions the verdict record has; 2 or more is a conflict. */
  readonly versions: number;
  /** How many of the evidence items rest on no source. */
  readonly unsourcedEvidence: number;
};

/** One rater's rating of one indicator, as the rating record has it. */
export type RatingInput = {
  readonly indicator: string;
  readonly level: number | 'unknown' | 'notApplicable';
  readonly low?: number | undefined;
  readonly high?: number | undefined;
};

/** All that an assessment is made from, besides the pack. The order of the lists means nothing. */
export type AssessmentInputs = {
  readonly trigger: Trigger;
  readonly verdicts: readonly VerdictInput[];
  readonly ratings: readonly RatingInput[];
};
