import { byRecord, type Versions } from '../dossier/group.ts';
import type { VersionView } from '../ipc/common.ts';
import type { Day } from '../model/dates.ts';
import type { RecordId } from '../model/ids.ts';
import { askedOf, type Law, lawsOf, legalKnowledge, subjectsOf } from './case-facts.ts';
import { type Wanted, wantedFacts } from './collect.ts';
import { derivedFacts } from './derived.ts';
import type { LawItem } from './law-item.ts';
import { type KnowledgeOn, type Scope, type ScopeAnswer, scopeOn } from './scope.ts';
import { type CaseSuggestion, scopeCases } from './scope-cases.ts';

/** What the laws of a case are tested with. */
export type LegalFacts = {
  readonly laws: readonly Law[];
  readonly determinations: readonly Versions[];
  /** Everything that a law may ask about. */
  readonly subjects: readonly RecordId[];
  readonly knowledgeOn: KnowledgeOn;
};

/**
 * The laws and what is known for them, for any day, out of live versions; those of other types are passed over. `mapped`
 * gives all entities, relations and claims of the case, where `views` are only those near the company.
 */
export function legalFactsOf(
  views: readonly VersionView[],
  company: RecordId,
  mapped = () => views,
): LegalFacts {
  const of = (type: VersionView['type']) => views.filter((view) => view.type === type);
  const subjects = subjectsOf(company, of('relation'));
  const asked = askedOf(subjects);
  const claims = of('claim').filter(({ body }) => asked.includes(body.subject as RecordId));
  const determinations = byRecord(of('determination'));
  return {
    laws: lawsOf(of('lawItem')),
    determinations,
    subjects: asked,
    knowledgeOn: legalKnowledge(subjects, claims, determinations, derivedFacts(mapped, company)),
  };
}

/** Every law on a day with its answer, what that suggests for the scope cases, and the facts that are still wanted. */
export type LegalStudy = {
  readonly answers: readonly ScopeAnswer[];
  readonly cases: readonly CaseSuggestion[];
  readonly open: readonly Wanted[];
};

export function studyLaw({ laws, knowledgeOn }: LegalFacts, day: Day): LegalStudy {
  const items = laws.map(({ item }) => item);
  const answers = items.map((item) => scopeOn(item, day, knowledgeOn));
  const cases = scopeCases(items, answers, knowledgeOn(day));
  const open = wantedFacts([
    ...answers
      .filter(({ scope }) => scope === 'undetermined')
      .map(({ item, proof }) => ({ id: item, proof })),
    ...cases
      .filter(({ outcome }) => outcome === 'undetermined')
      .map(({ leaf, proof }) => ({ id: leaf, proof })),
  ]);
  return { answers, cases, open };
}

type Tested = Pick<LawItem, 'role' | 'short'> & { readonly scope: Scope };

/** What the law says in one word, and which laws are behind it: any test in scope, else any that is open, else none. */
export function scopeHead(laws: readonly Tested[]) {
  const named = (role: LawItem['role'], scope: Scope) =>
    laws.filter((law) => law.role === role && law.scope === scope).map(({ short }) => short);
  const inScope = named('screening', 'inScope');
  const undetermined = named('screening', 'undetermined');
  return {
    word: inScope.length > 0 ? 'inScope' : undetermined.length > 0 ? 'undetermined' : 'outside',
    inScope,
    undetermined,
    pending: named('screening', 'pending'),
    expected: named('screening', 'expected'),
    status: named('status', 'inScope'),
  } as const;
}
