import type { ReadDb } from '#db/handle.ts';
import { madeOfTypes } from '#db/queries/made.ts';
import { refsOf } from '#db/queries/refs.ts';
import { liveOf, liveOfTypes } from '#db/queries/versions.ts';
import { byRecord } from '#shared/dossier/group.ts';
import type { At, VersionView } from '#shared/ipc/common.ts';
import type { neutralityContract } from '#shared/ipc/neutrality.ts';
import type { Day } from '#shared/model/dates.ts';
import { caseRecordId, type LogId, type RecordId, slotId } from '#shared/model/ids.ts';
import { type BodyOf, RECORD_TYPES } from '#shared/model/records.ts';
import { countriesIn } from '#shared/neutrality/countries.ts';
import { hidingOf } from '#shared/neutrality/hidden.ts';
import { lintNeutrality } from '#shared/neutrality/lint.ts';
import { compareMasked, knownBefore, type LiveRating } from '#shared/neutrality/masked-compare.ts';
import type { Swapped } from '#shared/neutrality/swap.ts';
import { fail, ok } from '#shared/result.ts';
import { compareScenarios } from '#shared/scenario/compare.ts';
import { STATE_GROUP } from '#shared/scenario/groups.ts';
import type { HandlersOf } from '../context.ts';
import { runWorker } from '../run-worker.ts';
import type { SwapTask } from '../workers/swap.ts';
import { judge, judgement } from './assessment.ts';

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

const RATINGS = ['rating', 'maskedRating'] as const;

/** Each rater has one masked rating of an indicator: nobody can give or change that of another. */
const maskedPlace = (log: LogId, indicator: string, rater: string): RecordId =>
  slotId(log, `maskedRating:${indicator}:${rater}`);

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

  'neutrality.swap': async ({ db, signal, progress }, { logId, at, day, swaps }) => {
    if (liveOf(db, logId, caseRecordId(logId), at).length === 0) return fail('notFound');
    const views = viewsOf(db, logId, at);
    const total = swaps.length + 1;
    progress('evaluations', 0, total);
    const drifts = await runWorker<Swapped[][]>('swap', { views, day, swaps } satisfies SwapTask, {
      signal,
      onProgress: (done) => progress('evaluations', done, total),
    });
    return ok({ swaps: swaps.map((swap, i) => ({ ...swap, drift: drifts[i] ?? [] })) });
  },

  'neutrality.hidden': ({ db }, { logId, at }) => {
    if (liveOf(db, logId, caseRecordId(logId), at).length === 0) return fail('notFound');
    const { hidden, kept } = hidingOf(viewsOf(db, logId, at));
    return ok({
      hidden: hidden.map(({ kind, n, code, names, short, places }) => ({
        ...{ kind, n, names: [...names], short: [...short] },
        ...(code === undefined ? {} : { code }),
        ...(places === undefined ? {} : { places: [...places] }),
      })),
      kept: [...kept],
    });
  },

  'neutrality.masked': ({ db, session }, { logId, at }) => {
    if (liveOf(db, logId, caseRecordId(logId), at).length === 0) return fail('notFound');
    const live = liveOfTypes(db, logId, RATINGS, at);
    const masked = byRecord(live.filter(({ type }) => type === 'maskedRating'));
    const names = refsOf(
      db,
      logId,
      masked.flat().flatMap(({ body }) => (body as BodyOf<'maskedRating'>).evidence),
    );
    const raterNames = new Map(masked.map(([{ record, author }]) => [record, author.name]));
    const made = madeOfTypes(db, logId, RATINGS, at) as unknown as LiveRating[];
    return ok({
      me: session.author.key,
      ratings: masked.map((versions) => {
        const { indicator, rater } = versions[0].body as BodyOf<'maskedRating'>;
        return { ...judgement(versions, names), indicator, rater };
      }),
      rows: compareMasked(live as unknown as LiveRating[], knownBefore(made)).map((row) => ({
        ...row,
        raterName: raterNames.get(row.record) ?? row.rater,
      })),
    });
  },

  'neutrality.rateMasked': (context, { logId, base, marking, ...given }) => {
    const rater = context.session.author.key;
    const record = maskedPlace(logId, given.indicator, rater);
    // A reason belongs to the two levels it explains.
    const [before] = liveOf(context.db, logId, record).map(({ body }) => body as BodyOf<'maskedRating'>);
    const difference = before?.level === given.level ? before?.difference : undefined;
    const body = { ...given, rater, ...(difference === undefined ? {} : { difference }) };
    return judge(context, logId, { record, type: 'maskedRating', base, body, marking }, 'rate');
  },

  'neutrality.explain': (context, { logId, indicator, base, reason }) => {
    const rater = context.session.author.key;
    const record = maskedPlace(logId, indicator, rater);
    const [known, ...more] = liveOf(context.db, logId, record);
    const [open, ...others] = liveOf(context.db, logId, slotId(logId, `rating:${indicator}:${rater}`));
    if (!known || !open || more.length + others.length > 0) return fail('notFound');
    const difference = { open: (open.body as BodyOf<'rating'>).level, reason };
    const { marking, body } = known;
    return judge(
      context,
      logId,
      { record, type: 'maskedRating', base, body: { ...body, difference }, marking },
      'rate',
    );
  },
};
