import { z } from 'zod';
import { AgainstReason, ForReason } from '../identity/reasons.ts';
import { LogId, OpDigest, RecordId } from '../model/ids.ts';
import { Marking } from '../model/marking.ts';
import { SameDecision } from '../model/records/identity.ts';
import { LongText } from '../model/value.ts';
import { inCase, inCaseAt, RecordRef, VersionView } from './common.ts';
import { command, job, query } from './contract.ts';

const Alike = {
  /** 0 to 1: an order to look at them in, the tool's own construct, no probability. */
  score: z.number(),
  reasons: z.array(ForReason),
  against: z.array(AgainstReason),
};

/** Two parties of a case that may be one. */
export const CandidateView = z.object({ a: RecordRef, b: RecordRef, ...Alike });
export type CandidateView = z.infer<typeof CandidateView>;

/** The most pairs that one answer holds; what lies beyond is counted. */
export const MOST_CANDIDATES = 500;

const Found = z.object({
  candidates: z.array(CandidateView),
  /** Pairs beyond those given. */
  more: z.int(),
  /** Parties that were compared, and parties above the ceiling, which were not. */
  compared: z.int(),
  withheld: z.int(),
  ceiling: Marking,
});

/** A decision with the names of what it is about; several versions are two people who decided otherwise. */
export const DecisionView = z.object({
  record: RecordId,
  versions: z.array(VersionView),
  records: z.array(RecordRef),
  evidence: z.array(RecordRef),
});
export type DecisionView = z.infer<typeof DecisionView>;

export const GroupView = z.object({
  name: RecordRef,
  members: z.array(RecordRef),
  decisions: z.array(RecordId),
});
export type GroupView = z.infer<typeof GroupView>;

/** Cases of up to so many parties are searched at once; larger ones by the job. */
export const SEARCHED_AT_ONCE = 1_000;

export const identityContract = {
  /** Decisions of the case, the groups they make, and where they contradict each other. */
  'identity.get': query(
    inCaseAt,
    z.object({
      decisions: z.array(DecisionView),
      groups: z.array(GroupView),
      conflicts: z.array(
        z.object({ different: RecordId, records: z.tuple([RecordRef, RecordRef]), group: RecordId }),
      ),
    }),
  ),
  /** Pairs nobody decided on yet, when the case is small or was searched since its last change; null otherwise. */
  'identity.candidates': query(inCase, Found.nullable()),
  /** Searches a case of any size on a thread of its own. */
  'identity.search': job(inCase, Found),
  /** Says that records are the same party, or are not. One decision for one set of records; the last one counts. */
  'identity.decide': command(
    z.strictObject({
      logId: LogId,
      records: z.array(RecordId).min(2).max(50),
      decision: SameDecision,
      named: RecordId.optional(),
      reason: LongText,
      evidence: z.array(RecordId).max(200).default([]),
      base: z.array(OpDigest).max(100),
    }),
    z.object({ record: RecordId }),
  ),
} as const;
