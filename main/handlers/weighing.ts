import { refsOf } from '#db/queries/refs.ts';
import { liveOf, liveOfTypes } from '#db/queries/versions.ts';
import { byRecord } from '#shared/dossier/group.ts';
import { RUNG_IDS } from '#shared/freeze/evaluate.ts';
import type { weighingContract } from '#shared/ipc/weighing.ts';
import { caseRecordId, slotId } from '#shared/model/ids.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { fail, ok } from '#shared/result.ts';
import { rungCount } from '#shared/weighing/grounds.ts';
import type { HandlersOf } from '../context.ts';
import { judge, judgement } from './assessment.ts';

export const weighing: HandlersOf<typeof weighingContract> = {
  'weighing.get': ({ db }, { logId, at }) => {
    if (liveOf(db, logId, caseRecordId(logId), at).length === 0) return fail('notFound');
    const views = liveOfTypes(db, logId, ['weighing', 'appraisal', 'rung'], at);
    const written = byRecord(views.filter(({ type }) => type === 'weighing'));
    const bodyOf = (view: (typeof views)[number]) => view.body as BodyOf<'weighing'>;
    const names = refsOf(
      db,
      logId,
      written.flat().flatMap((view) => bodyOf(view).evidence),
    );
    return ok({
      parts: written.map((versions) => ({ ...judgement(versions, names), part: bodyOf(versions[0]).part })),
      appraisals: views.filter(({ type }) => type === 'appraisal'),
      rungs: rungCount(
        RUNG_IDS,
        views.flatMap(({ type, body }) => (type === 'rung' ? [body as BodyOf<'rung'>] : [])),
      ),
    });
  },

  'weighing.write': (context, { logId, base, marking, ...body }) =>
    judge(
      context,
      logId,
      { record: slotId(logId, `weighing:${body.part}`), type: 'weighing', base, body, marking },
      'judge',
    ),
};
