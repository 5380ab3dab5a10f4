import { liveOf, liveOfTypes } from '#db/queries/versions.ts';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import { withOwnIndicators } from '#shared/framework/own-indicators.ts';
import type { robustnessContract } from '#shared/ipc/robustness.ts';
import { caseRecordId } from '#shared/model/ids.ts';
import { fail, ok } from '#shared/result.ts';
import { robustnessOf } from '#shared/scoring/robustness.ts';
import type { HandlersOf } from '../context.ts';
import { ownIndicators } from './assessment.ts';

export const robustness: HandlersOf<typeof robustnessContract> = {
  'robustness.get': ({ db }, { logId, at, ...settings }) => {
    if (liveOf(db, logId, caseRecordId(logId), at).length === 0) return fail('notFound');
    const live = (type: 'rating' | 'reconciliation' | 'referenceProfile') =>
      liveOfTypes(db, logId, [type], at);
    const { indicators } = withOwnIndicators(BEV_2023, ownIndicators(db, logId, at));
    return ok(
      robustnessOf(
        {
          indicators,
          ratings: live('rating'),
          agreed: live('reconciliation'),
          references: live('referenceProfile'),
        },
        settings,
      ),
    );
  },
};
