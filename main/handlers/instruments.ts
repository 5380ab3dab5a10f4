import { refsOf } from '#db/queries/refs.ts';
import { liveOf, liveOfTypes } from '#db/queries/versions.ts';
import { byRecord, type Versions } from '#shared/dossier/group.ts';
import { CATALOGUE, type Instrument } from '#shared/instruments/catalogue.ts';
import { type Applies, appliesTo, gapOf, lawExhausted, marketExhausted } from '#shared/instruments/ladder.ts';
import type { instrumentsContract, RungView } from '#shared/ipc/instruments.ts';
import type { ProofLineView } from '#shared/ipc/law.ts';
import { scopeOn } from '#shared/law/scope.ts';
import { caseRecordId, type RecordId, slotId } from '#shared/model/ids.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { fail, ok } from '#shared/result.ts';
import { linesOf } from '#shared/rules/lines.ts';
import { restsOn } from '#shared/rules/prove.ts';
import type { HandlersOf } from '../context.ts';
import { gatherLegalFacts } from '../law/gather.ts';
import { judgement } from './assessment.ts';
import { draftPuts } from './puts.ts';

const RUNGS: readonly string[] = [...CATALOGUE.instruments, ...CATALOGUE.measures].map(({ id }) => id);

const bodiesOf = <T>(versions: Versions | undefined): T[] =>
  (versions ?? []).map(({ body }) => body as unknown as T);

export const instruments: HandlersOf<typeof instrumentsContract> = {
  'instruments.get': ({ db }, { logId, day, at }) => {
    const [known] = liveOf(db, logId, caseRecordId(logId), at);
    if (!known) return fail('notFound');
    const { company } = known.body as BodyOf<'case'>;
    const rungs = byRecord(liveOfTypes(db, logId, ['rung'], at));
    const market = byRecord(liveOfTypes(db, logId, ['marketContact'], at));
    const byId = new Map(
      rungs.map((versions) => [(versions[0].body as BodyOf<'rung'>).instrument, versions]),
    );
    const legal = company && gatherLegalFacts(db, logId, company, at);
    const answers = new Map(
      (legal?.laws ?? []).map(
        ({ item }) => [item.id, scopeOn(item, day, legal?.knowledgeOn ?? nobody)] as const,
      ),
    );
    const applying = new Map(
      CATALOGUE.instruments.map((one: Instrument): [string, Applies] => [
        one.id,
        appliesTo(one, answers, (legal?.knowledgeOn ?? nobody)(day)),
      ]),
    );
    const proofs = [...applying.values()].flatMap(({ proof }) => (proof ? restsOn(proof) : []));
    const evidence = [...rungs, ...market].flat().flatMap(({ body }) => body.evidence as RecordId[]);
    const names = refsOf(db, logId, new Set([...evidence, ...proofs, ...(company ? [company] : [])]));
    const judged = new Map([...byId].map(([id, versions]) => [id, bodiesOf<BodyOf<'rung'>>(versions)]));
    return ok({
      company: (company && names.get(company)) ?? null,
      rungs: RUNGS.map((id): RungView => {
        const applies = applying.get(id);
        const versions = byId.get(id);
        const gap = gapOf(judged.get(id) ?? []);
        return {
          id,
          ...(applies ? { applies: applies.outcome } : {}),
          laws: (applies?.laws ?? []).map(({ item, scope }) => ({ item, scope })),
          lines: (applies?.proof ? linesOf(applies.proof) : []) as ProofLineView[],
          ...(gap ? { gap } : {}),
          ...(versions ? { judged: judgement(versions, names) } : {}),
        };
      }),
      market: market.map((versions) => judgement(versions, names)),
      suggests: {
        law: lawExhausted(RUNGS, judged),
        market: marketExhausted(
          market.map((versions) => ({ record: versions[0].record, versions: bodiesOf(versions) })),
        ),
      },
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

/** Without a company nothing is known of anything. */
const nobody = () => ({ asked: () => [], answered: () => undefined });
