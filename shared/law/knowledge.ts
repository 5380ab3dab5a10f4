import { type Day, holdsOn, type Validity } from '../model/dates.ts';
import type { RecordId } from '../model/ids.ts';
import type { BodyOf } from '../model/records.ts';
import type { Answer } from '../rules/answer.ts';
import type { DerivedName, Subject } from '../rules/condition.ts';
import type { KnowledgeOn } from './scope.ts';

type Claim = { readonly record: RecordId; readonly body: BodyOf<'claim'> };
/** All live versions of the answer to one question; more than one is a conflict. */
export type Determined = {
  readonly record: RecordId;
  readonly versions: readonly BodyOf<'determination'>[];
};

export type CaseKnowledge = {
  /** What the company develops, runs and is dealt in; relations hold only within their own validity. */
  readonly subjects: Readonly<Record<Subject, readonly (Validity & { readonly record: RecordId })[]>>;
  readonly claims: readonly Claim[];
  readonly determinations: readonly Determined[];
  readonly derived: (name: DerivedName, day: Day) => Answer | undefined;
};

/** What one answer of a person comes to: without an argument, or with another answer beside it, it decides nothing. */
function determined({ record, versions }: Determined): Answer {
  const [first, ...others] = versions;
  const rests = [record];
  if (!first || others.length > 0) return { outcome: 'undetermined', reason: 'conflicting', rests };
  if (first.outcome !== 'undetermined' && first.argument.trim() === '')
    return { outcome: 'undetermined', reason: 'missing', rests };
  return {
    outcome: first.outcome,
    reason: first.outcome === 'undetermined' ? 'unknown' : 'stated',
    rests: [record, ...first.evidence],
  };
}

/** What is known of a case on any day: facts count on the days on which they hold. */
export function knowledgeOf({ subjects, claims, determinations, derived }: CaseKnowledge): KnowledgeOn {
  const bySubject = new Map<RecordId, Claim[]>();
  for (const claim of claims) {
    const list = bySubject.get(claim.body.subject);
    if (list) list.push(claim);
    else bySubject.set(claim.body.subject, [claim]);
  }
  const answers = new Map(
    determinations.map((one) => [one.versions[0]?.question ?? '', determined(one)] as const),
  );
  return (day: Day) => ({
    asked: (fact) =>
      subjects[fact.on]
        .filter((subject) => holdsOn(subject, day))
        .map(({ record }) => ({
          subject: record,
          said: (bySubject.get(record) ?? [])
            .filter(({ body }) => body.property === fact.fact && holdsOn(body, day))
            .map(({ record: claim, body }) => ({ claim, value: body.value })),
        })),
    answered: (atom) => ('ask' in atom ? answers.get(atom.ask) : derived(atom.derived, day)),
  });
}
