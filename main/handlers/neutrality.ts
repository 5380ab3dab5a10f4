import type { ReadDb } from '#db/handle.ts';
import { liveOf, liveOfTypes } from '#db/queries/versions.ts';
import type { At, VersionView } from '#shared/ipc/common.ts';
import type { neutralityContract } from '#shared/ipc/neutrality.ts';
import type { Day } from '#shared/model/dates.ts';
import { caseRecordId, type LogId } from '#shared/model/ids.ts';
import { type BodyOf, RECORD_TYPES } from '#shared/model/records.ts';
import { countriesIn } from '#shared/neutrality/countries.ts';
import { lintNeutrality } from '#shared/neutrality/lint.ts';
import { swapDrift } from '#shared/neutrality/swap.ts';
import { fail, ok } from '#shared/result.ts';
import { compareScenarios, STATE_GROUP } from '#shared/scenario/compare.ts';
import type { HandlersOf } from '../context.ts';

const PRINCIPLES = ['PUR-18', 'PUR-19', 'PUR-20'] as const;

/** Validity is looked at on the day, by the evaluation itself. */
const viewsOf = (db: ReadDb, log: LogId, { knownAt }: At): VersionView[] =>
  liveOfTypes(db, log, RECORD_TYPES, knownAt === undefined ? {} : { knownAt });

function optionsOf(views: readonly VersionView[], company: BodyOf<'case'>['company'], day: Day) {
  if (company === undefined) return [];
  return compareScenarios({ views, company, day }).columns.flatMap(({ scenario, outcome }) => {
    if (scenario === undefined) return [];
    const { title, kind, intervention } = scenario.body as BodyOf<'scenario'>;
    const state = outcome.groups.find(({ group }) => group === STATE_GROUP);
    return [
      {
        record: scenario.record,
        title,
        kind,
        intervention: intervention ?? null,
        control: state?.control ?? ('excluded' as const),
        votes: state ? { min: state.votes.min, max: state.votes.max } : { min: 0, max: 0 },
      },
    ];
  });
}

export const neutrality: HandlersOf<typeof neutralityContract> = {
  'neutrality.get': ({ db }, { logId, at, day }) => {
    const [known] = liveOf(db, logId, caseRecordId(logId), at);
    if (!known) return fail('notFound');
    const views = viewsOf(db, logId, at);
    const countries = countriesIn(views);
    const states = new Set(views.filter(({ type }) => type === 'publicBody').map(({ body }) => body.country));
    const verdicts = views.filter(({ type }) => type === 'verdict');
    return ok({
      countries: countries.map((one) => ({ ...one, state: states.has(one.code) })),
      findings: lintNeutrality(
        views,
        countries.map(({ code }) => code),
      ).map((one) => ({ ...one, words: [...one.words] })),
      options: optionsOf(views, (known.body as BodyOf<'case'>).company, day),
      principles: PRINCIPLES.map((leaf) => {
        const versions = verdicts.filter(({ body }) => body.leaf === leaf);
        const [first] = versions.map(({ body }) => body as BodyOf<'verdict'>);
        const argument = first?.argument ?? '';
        return {
          leaf,
          outcome: versions.length === 1 && first ? first.outcome : null,
          argument,
          argued: versions.length === 1 && argument.trim() !== '',
        };
      }),
    });
  },

  'neutrality.swap': ({ db }, { logId, at, day, from, to }) => {
    if (liveOf(db, logId, caseRecordId(logId), at).length === 0) return fail('notFound');
    return ok({ drift: swapDrift(viewsOf(db, logId, at), day, from, to) });
  },
};
