import { refsOf } from '#db/queries/refs.ts';
import { liveOf } from '#db/queries/versions.ts';
import type { LawView, lawContract, ProofLineView, ScopeAnswerView } from '#shared/ipc/law.ts';
import type { Law } from '#shared/law/case-facts.ts';
import { NL_LAW } from '#shared/law/nl-law.ts';
import { type KnowledgeOn, type ScopeAnswer, scopeHistory } from '#shared/law/scope.ts';
import { studyLaw } from '#shared/law/study.ts';
import { caseRecordId, type RecordId, slotId } from '#shared/model/ids.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { fail, ok } from '#shared/result.ts';
import { linesOf } from '#shared/rules/lines.ts';
import { type ConditionProof, restsOn } from '#shared/rules/prove.ts';
import type { HandlersOf } from '../context.ts';
import { gatherLegalFacts } from '../law/gather.ts';
import { judge, judgement } from './assessment.ts';

const linesIn = (...proofs: (ConditionProof | undefined)[]): ProofLineView[] =>
  proofs.flatMap((proof) => (proof ? linesOf(proof) : [])) as ProofLineView[];

const answerView = ({ day, scope, version, proof, pending }: ScopeAnswer): ScopeAnswerView => ({
  day,
  scope,
  ...(version ? { version } : {}),
  lines: linesIn(proof, pending),
});

function lawView({ item, own }: Law, answer: ScopeAnswer, knowledgeOn: KnowledgeOn): LawView {
  const { versions: _, ...head } = item;
  return {
    ...head,
    ...(own ? { own } : {}),
    answer: answerView(answer),
    history: scopeHistory(item, [answer.day], knowledgeOn).map(answerView),
  };
}

const PACK = { id: NL_LAW.id, version: NL_LAW.version, title: NL_LAW.title, checked: NL_LAW.checked };

export const law: HandlersOf<typeof lawContract> = {
  'law.get': ({ db }, { logId, day, at }) => {
    const [known] = liveOf(db, logId, caseRecordId(logId), at);
    if (!known) return fail('notFound');
    const { company } = known.body as BodyOf<'case'>;
    if (!company)
      return ok({ company: null, pack: PACK, laws: [], cases: [], open: [], determinations: [], names: [] });
    const facts = gatherLegalFacts(db, logId, company, at);
    const { laws, determinations, subjects, knowledgeOn } = facts;
    const { answers, cases, open } = studyLaw(facts, day);
    const proofs = [...answers, ...cases].flatMap(({ proof }) => (proof ? [proof] : []));
    const evidence = determinations.flat().flatMap(({ body }) => body.evidence as RecordId[]);
    const names = refsOf(db, logId, new Set([...subjects, ...evidence, ...proofs.flatMap(restsOn)]));
    return ok({
      company: names.get(company) ?? null,
      pack: PACK,
      laws: laws.map((one, k) => lawView(one, answers[k] as ScopeAnswer, knowledgeOn)),
      cases: cases.map(({ leaf, outcome, laws: deciding, proof }) => ({
        leaf,
        outcome,
        laws: [...deciding],
        lines: linesIn(proof),
      })),
      open: [...open],
      determinations: determinations.map((versions) => ({
        ...judgement(versions, names),
        question: (versions[0].body as BodyOf<'determination'>).question,
      })),
      names: [...names.values()],
    });
  },

  'law.determine': (context, { logId, base, marking, ...body }) => {
    const record = slotId(logId, `determination:${body.question}`);
    return judge(context, logId, { record, type: 'determination', base, body, marking }, 'judge');
  },
};
