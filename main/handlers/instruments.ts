import { refsOf } from '#db/queries/refs.ts';
import { liveOf, liveOfTypes } from '#db/queries/versions.ts';
import { byRecord } from '#shared/dossier/group.ts';
import { studyLadder } from '#shared/instruments/study.ts';
import type { instrumentsContract, RungView } from '#shared/ipc/instruments.ts';
import type { ProofLineView } from '#shared/ipc/law.ts';
import { caseRecordId, type RecordId, slotId } from '#shared/model/ids.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { fail, ok } from '#shared/result.ts';
import { linesOf } from '#shared/rules/lines.ts';
import { restsOn } from '#shared/rules/prove.ts';
import type { HandlersOf } from '../context.ts';
import { gatherLegalFacts } from '../law/gather.ts';
import { judgement } from './assessment.ts';
import { draftPuts } from './puts.ts';

export const instruments: HandlersOf<typeof instrumentsContract> = {
  'instruments.get': ({ db }, { logId, day, at }) => {
    const [known] = liveOf(db, logId, caseRecordId(logId), at);
    if (!known) return fail('notFound');
    const { company } = known.body as BodyOf<'case'>;
    const rungs = byRecord(liveOfTypes(db, logId, ['rung'], at));
    const market = byRecord(liveOfTypes(db, logId, ['marketContact'], at));
    const legal = company && gatherLegalFacts(db, logId, company, at);
    const study = studyLadder(rungs, market, legal, day);
    const proofs = study.rungs.flatMap(({ applies }) => (applies?.proof ? restsOn(applies.proof) : []));
    const evidence = [...rungs, ...market].flat().flatMap(({ body }) => body.evidence as RecordId[]);
    const names = refsOf(db, logId, new Set([...evidence, ...proofs, ...(company ? [company] : [])]));
    return ok({
      company: (company && names.get(company)) ?? null,
      rungs: study.rungs.map(
        ({ rung, applies, gap, versions }): RungView => ({
          id: rung.id,
          ...(applies ? { applies: applies.outcome } : {}),
          laws: (applies?.laws ?? []).map(({ item, scope }) => ({ item, scope })),
          lines: (applies?.proof ? linesOf(applies.proof) : []) as ProofLineView[],
          ...(gap ? { gap } : {}),
          ...(versions ? { judged: judgement(versions, names) } : {}),
        }),
      ),
      market: market.map((versions) => judgement(versions, names)),
      suggests: { law: study.suggests.law, market: study.suggests.market },
      names: [...names.values()],
    });
  },

  'instruments.judge': ({ db, commit }, { logId, rungs, marking, ...said }) => {
    const puts = rungs.map(({ instrument, base }) => ({
      record: slotId(logId, `rung:${instrument}`),
      type: 'rung' as const,
      base,
      body: { ...said, instrument },
      marking,
    }));
    const ops = draftPuts(db, logId, puts);
    if (!ops.ok) return ops;
    commit({ log: logId, intent: { action: 'judge' }, ops: ops.value });
    return ok({ records: puts.map(({ record }) => record) });
  },
};
