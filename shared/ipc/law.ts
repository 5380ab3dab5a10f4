import { z } from 'zod';
import { LAW_KINDS, LAW_ROLES, LawVersion } from '../law/law-item.ts';
import { SCOPES } from '../law/scope.ts';
import { Day } from '../model/dates.ts';
import { OpDigest, RecordId } from '../model/ids.ts';
import { Marking } from '../model/marking.ts';
import { LongText } from '../model/value.ts';
import { CONFIDENCES, Outcome } from '../model/vocabulary.ts';
import { ATOM_REASONS } from '../rules/answer.ts';
import { Atom } from '../rules/condition.ts';
import { JudgementView } from './assessment.ts';
import { At, inCase, RecordRef } from './common.ts';
import { command, query } from './contract.ts';

const Words = z.object({ nl: z.string(), en: z.string() });

/** A line of a proof: what was asked, of whom, and the records that the answer rests on. */
export const ProofLineView = z.object({
  depth: z.int(),
  op: z.enum(['atom', 'all', 'any', 'not']),
  outcome: Outcome,
  atom: Atom.optional(),
  answers: z.array(
    z.object({
      outcome: Outcome,
      reason: z.enum(ATOM_REASONS),
      rests: z.array(RecordId),
      subject: RecordId.optional(),
    }),
  ),
});
export type ProofLineView = z.infer<typeof ProofLineView>;

export const ScopeAnswerView = z.object({
  day: Day,
  scope: z.enum(SCOPES),
  version: LawVersion.optional(),
  lines: z.array(ProofLineView),
});
export type ScopeAnswerView = z.infer<typeof ScopeAnswerView>;

export const LawView = z.object({
  id: z.string(),
  kind: z.enum(LAW_KINDS),
  role: z.enum(LAW_ROLES),
  level: z.enum(['national', 'eu']),
  title: Words,
  short: Words,
  letter: z.array(z.string()),
  replacedBy: z.array(z.string()),
  /** The record by which an analyst added or corrected the law. */
  own: RecordId.optional(),
  answer: ScopeAnswerView,
  history: z.array(ScopeAnswerView),
});
export type LawView = z.infer<typeof LawView>;

export const lawContract = {
  /**
   * The legal scope of the company of the case on a day: each law with its answer, proof and history, what that suggests
   * for the scope cases, and the facts that would settle what is open. Without a company nothing is tested.
   */
  'law.get': query(
    inCase.extend({ day: Day, at: At.default({}) }),
    z.object({
      company: RecordRef.nullable(),
      pack: z.object({ id: z.string(), version: z.string(), title: Words, checked: Day }),
      laws: z.array(LawView),
      cases: z.array(
        z.object({
          leaf: z.string(),
          outcome: Outcome,
          laws: z.array(z.string()),
          lines: z.array(ProofLineView),
        }),
      ),
      open: z.array(
        z.object({
          atom: Atom,
          weight: z.number(),
          /** Laws and scope cases that the answer would settle at once, and those that it would bear on. */
          settles: z.array(z.string()),
          touches: z.array(z.string()),
        }),
      ),
      determinations: z.array(JudgementView.extend({ question: z.string() })),
      /** Subjects and evidence by id, for their names. */
      names: z.array(RecordRef),
    }),
  ),
  'law.determine': command(
    inCase.extend({
      question: z.string().regex(/^[a-z][A-Za-z0-9.-]{0,79}$/),
      base: z.array(OpDigest).max(100),
      outcome: Outcome,
      argument: LongText,
      confidence: z.enum(CONFIDENCES).optional(),
      evidence: z.array(RecordId).max(200),
      marking: Marking,
    }),
    z.object({ record: RecordId }),
  ),
} as const;
