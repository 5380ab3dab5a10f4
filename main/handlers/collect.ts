import { liveOf, liveOfTypes } from '#db/queries/versions.ts';
import { missingEvidence } from '#shared/collect/missing.ts';
import { collectionPlan } from '#shared/collect/plan.ts';
import { assessCase } from '#shared/dossier/compose/assess.ts';
import { byRecord } from '#shared/dossier/group.ts';
import { firstOf } from '#shared/evidence/facts.ts';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import type { collectContract } from '#shared/ipc/collect.ts';
import { studyLaw } from '#shared/law/study.ts';
import { caseRecordId, slotId } from '#shared/model/ids.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { fail, ok } from '#shared/result.ts';
import type { HandlersOf } from '../context.ts';
import { gatherLegalFacts } from '../law/gather.ts';
import { draftPuts } from './puts.ts';

export const collect: HandlersOf<typeof collectContract> = {
  'collect.get': ({ db }, { logId, at, day }) => {
    const [known] = liveOf(db, logId, caseRecordId(logId), at);
    if (!known) return fail('notFound');
    const { company, trigger } = known.body as BodyOf<'case'>;
    const judged = liveOfTypes(db, logId, ['verdict', 'rating'], at);
    const facts = liveOfTypes(db, logId, ['claim', 'source'], at);
    const { open } = assessCase(BEV_2023, trigger, judged, new Map(facts.map((view) => [view.record, view])));
    const wanted = company ? studyLaw(gatherLegalFacts(db, logId, company, at), day).open : [];
    const missing = missingEvidence(firstOf(judged, 'verdict').values(), firstOf(facts, 'claim'));
    const plan = collectionPlan({ open, wanted, missing });
    const tasks = new Map(
      byRecord(liveOfTypes(db, logId, ['task'], at)).map((versions) => [
        (versions[0].body as BodyOf<'task'>).item,
        { record: versions[0].record, versions: [...versions] },
      ]),
    );
    const keys = new Set(plan.map(({ key }) => key));
    return ok({
      items: plan.map((item) => ({
        ...item,
        settles: [...item.settles],
        touches: [...item.touches],
        task: tasks.get(item.key) ?? null,
      })),
      settled: [...tasks].flatMap(([key, task]) => (keys.has(key) ? [] : [task])),
    });
  },

  'collect.assign': ({ db, commit }, { logId, base, marking, ...body }) => {
    if (liveOf(db, logId, caseRecordId(logId)).length === 0) return fail('notFound');
    const record = slotId(logId, `task:${body.item}`);
    const ops = draftPuts(db, logId, [{ record, type: 'task', base, body, marking }]);
    if (!ops.ok) return ops;
    commit({ log: logId, intent: { action: base.length === 0 ? 'create' : 'edit' }, ops: ops.value });
    return ok({ record });
  },
};
