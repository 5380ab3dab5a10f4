import { refsOf } from '#db/queries/refs.ts';
import { liveOf, liveOfTypes } from '#db/queries/versions.ts';
import type { scenariosContract } from '#shared/ipc/scenarios.ts';
import { caseRecordId } from '#shared/model/ids.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { fail, ok } from '#shared/result.ts';
import { compareScenarios } from '#shared/scenario/compare.ts';
import { viewOf } from '#shared/scenario/view.ts';
import type { HandlersOf } from '../context.ts';

/** What a comparison is drawn from. */
const TYPES = [
  'company',
  'person',
  'publicBody',
  'relation',
  'claim',
  'influence',
  'identity',
  'scenario',
] as const;

export const scenarios: HandlersOf<typeof scenariosContract> = {
  'scenarios.compare': ({ db }, { logId, target: asked, parties, day, at }) => {
    const [own] = liveOf(db, logId, caseRecordId(logId), at);
    const target = asked ?? (own?.body as BodyOf<'case'> | undefined)?.company;
    if (target === undefined) return fail('notFound');
    // Validity is looked at on the day, by the comparison itself.
    const { validAt: _, ...known } = at;
    const views = liveOfTypes(db, logId, [...TYPES], known);
    const comparison = compareScenarios({ views, company: target, day, parties });
    const { company } = comparison;
    const ref = liveOf(db, logId, company, at).length > 0 && refsOf(db, logId, [company]).get(company);
    if (!ref) return fail('notFound');
    return ok(viewOf(comparison, ref, views));
  },
};
