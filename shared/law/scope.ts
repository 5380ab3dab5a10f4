import { type Day, daysLater, holdsOn } from '../model/dates.ts';
import { type ConditionProof, type Knowledge, prove } from '../rules/prove.ts';
import type { LawItem, LawVersion } from './law-item.ts';

/**
 * What a law says of a company on a day: in scope, not, not yet (`pending`), not to be said (`undetermined`), or no law
 * on that day. A law that is only announced is `expected`: shown, never counted.
 */
export const SCOPES = ['inScope', 'pending', 'undetermined', 'notInScope', 'expected', 'notInForce'] as const;
export type Scope = (typeof SCOPES)[number];

export type ScopeAnswer = {
  readonly item: string;
  readonly day: Day;
  readonly scope: Scope;
  readonly version?: LawVersion;
  readonly proof?: ConditionProof;
  readonly pending?: ConditionProof;
};

/** What is known of the case on a day: facts have their own validity. */
export type KnowledgeOn = (day: Day) => Knowledge;

/** The version that is law on a day, or else the one that is expected to be. */
export function versionOn({ versions }: LawItem, day: Day): LawVersion | undefined {
  const holding = versions.filter((version) => holdsOn(version, day));
  return holding.find(({ status }) => status === 'inForce') ?? holding[0];
}

function judge(version: LawVersion, knowledge: Knowledge): Pick<ScopeAnswer, 'scope' | 'proof' | 'pending'> {
  if (version.scope === undefined) return { scope: 'notInScope' };
  const proof = prove(version.scope, knowledge);
  if (proof.outcome === 'met') return { scope: 'inScope', proof };
  if (version.pending === undefined)
    return { scope: proof.outcome === 'notMet' ? 'notInScope' : 'undetermined', proof };
  const pending = prove(version.pending, knowledge);
  const scope =
    pending.outcome === 'met' ? 'pending' : proof.outcome === 'notMet' ? 'notInScope' : 'undetermined';
  return { scope, proof, pending };
}

/** Tests one law on one day (SC-1; capability 5). Always a dated version, always with its proof. */
export function scopeOn(item: LawItem, day: Day, knowledgeOn: KnowledgeOn): ScopeAnswer {
  const version = versionOn(item, day);
  if (version === undefined) return { item: item.id, day, scope: 'notInForce' };
  const found = judge(version, knowledgeOn(day));
  return {
    item: item.id,
    day,
    version,
    ...found,
    ...(version.status === 'inForce' ? {} : { scope: 'expected' }),
  };
}

/**
 * How the answer changes over time: "not in scope on 2023-10-01, in scope today, expected from 2027-01-01". `days` are
 * further days of interest, such as the days on which facts change; runs of the same answer are drawn together.
 */
export function scopeHistory(item: LawItem, days: readonly Day[], knowledgeOn: KnowledgeOn): ScopeAnswer[] {
  const turns = item.versions.flatMap(({ validFrom, validTo }) => [
    ...(validFrom ? [validFrom] : []),
    ...(validTo ? [daysLater(validTo, 1)] : []),
  ]);
  const asked = [...new Set([...turns, ...days])].sort();
  const answers = asked.map((day) => scopeOn(item, day, knowledgeOn));
  return answers.filter((answer, k) => {
    const before = answers[k - 1];
    return !before || before.scope !== answer.scope || before.version?.id !== answer.version?.id;
  });
}
