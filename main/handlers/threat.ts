import { refsOf } from '#db/queries/refs.ts';
import { liveOf, liveOfTypes } from '#db/queries/versions.ts';
import { byRecord, type Versions } from '#shared/dossier/group.ts';
import type { threatContract } from '#shared/ipc/threat.ts';
import { caseRecordId, type RecordId } from '#shared/model/ids.ts';
import { highestMarking } from '#shared/model/marking.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { fail, ok } from '#shared/result.ts';
import { DEFAULT_YARDSTICK } from '#shared/threat/likelihood.ts';
import { hypothesesOf, matrixOf, withMarks } from '#shared/threat/matrix.ts';
import { rowPlace } from '#shared/threat/places.ts';
import type { HandlersOf } from '../context.ts';
import { judgement } from './assessment.ts';
import { draftPuts } from './puts.ts';

const bodiesOf = <T extends 'hypothesis' | 'matrixRow'>(versions: Versions) => ({
  record: versions[0].record,
  bodies: versions.map(({ body }) => body as unknown as BodyOf<T>),
});

export const threat: HandlersOf<typeof threatContract> = {
  'threat.get': ({ db }, { logId, at }) => {
    const [known] = liveOf(db, logId, caseRecordId(logId), at);
    if (!known) return fail('notFound');
    const chosen = liveOfTypes(db, logId, ['yardstick'], at);
    const appraisals = byRecord(liveOfTypes(db, logId, ['appraisal'], at));
    const told = byRecord(liveOfTypes(db, logId, ['hypothesis'], at));
    const rows = byRecord(liveOfTypes(db, logId, ['matrixRow'], at));
    const hypotheses = hypothesesOf(told.map((versions) => bodiesOf<'hypothesis'>(versions)));
    const matrix = matrixOf(
      rows.map((versions) => bodiesOf<'matrixRow'>(versions)),
      hypotheses.map(({ key }) => key),
    );
    const versionsOf = new Map([...told, ...rows].map((versions) => [versions[0].record, versions]));
    const aboutOf = (record: RecordId): RecordId | undefined =>
      (versionsOf.get(record)?.[0].body as BodyOf<'matrixRow'> | undefined)?.evidence;
    const names = refsOf(db, logId, [
      ...appraisals.flat().flatMap(({ body }) => body.evidence as RecordId[]),
      ...rows.flatMap(([{ record }]) => aboutOf(record) ?? []),
    ]);
    return ok({
      yardstick: {
        id: (chosen[0]?.body as BodyOf<'yardstick'> | undefined)?.yardstick ?? DEFAULT_YARDSTICK,
        standard: chosen.length === 0,
        versions: chosen,
      },
      appraisals: appraisals.map((versions) => judgement(versions, names)),
      hypotheses: hypotheses.map((one) => ({
        ...one,
        key: one.key as RecordId,
        versions: (one.record && versionsOf.get(one.record)) ?? [],
      })),
      rows: matrix.rows.map((row) => {
        const about = aboutOf(row.record);
        const evidence = about && names.get(about);
        return {
          ...row,
          cells: [...row.cells],
          versions: versionsOf.get(row.record) ?? [],
          ...(evidence ? { evidence } : {}),
        };
      }),
      scores: [...matrix.scores],
      ranking: [...matrix.ranking],
    });
  },

  'threat.mark': ({ db, commit }, { logId, row, marks, credibility, relevance }) => {
    const [known, ...others] = liveOf(db, logId, row);
    if (known?.type !== 'matrixRow') return fail('notFound');
    if (others.length > 0) return fail('stale');
    const body = known.body as BodyOf<'matrixRow'>;
    const next = {
      ...body,
      marks: withMarks(body.marks, marks),
      ...(credibility ? { credibility } : {}),
      ...(relevance ? { relevance } : {}),
    };
    const { digest, marking } = known;
    const ops = draftPuts(db, logId, [
      { record: row, type: 'matrixRow', base: [digest], body: next, marking },
    ]);
    if (!ops.ok) return ops;
    commit({ log: logId, intent: { action: 'edit' }, ops: ops.value });
    return ok({ record: row });
  },

  'threat.addRows': ({ db, commit }, { logId, evidence, marking }) => {
    const fresh = [...new Set(evidence)].filter(
      (one) => liveOf(db, logId, rowPlace(logId, one)).length === 0,
    );
    const puts = fresh.map((one) => ({
      record: rowPlace(logId, one),
      type: 'matrixRow' as const,
      base: [],
      body: { evidence: one },
      marking: highestMarking([marking, ...liveOf(db, logId, one).map((view) => view.marking)]),
    }));
    const ops = draftPuts(db, logId, puts);
    if (!ops.ok) return ops;
    if (puts.length > 0) commit({ log: logId, intent: { action: 'create' }, ops: ops.value });
    return ok({ records: puts.map(({ record }) => record) });
  },
};
