import type { VersionView } from '../../ipc/common.ts';
import { type Day, holdsOn } from '../../model/dates.ts';
import type { RecordId } from '../../model/ids.ts';
import { isWithin, type Marking } from '../../model/marking.ts';
import type { BodyOf } from '../../model/records.ts';
import { referencesOf } from '../../model/references.ts';
import { claimBody } from '../health.ts';

/** Views that may be printed, and how many records the ceiling left out. */
export type Scope = { readonly views: readonly VersionView[]; readonly withheld: number };

const isThere = (view: VersionView, gone: ReadonlySet<RecordId>): boolean => {
  if (view.type === 'scenario')
    return referencesOf('scenario', view.body).every(({ record }) => !gone.has(record));
  if (view.type === 'marketContact') {
    const { party } = view.body as BodyOf<'marketContact'>;
    return party === undefined || !gone.has(party);
  }
  if (view.type === 'claim') return !gone.has(claimBody(view).subject);
  if (view.type === 'influence') {
    const { party, actor } = view.body as BodyOf<'influence'>;
    return !gone.has(party) && !gone.has(actor);
  }
  if (view.type === 'identity')
    return (view.body as BodyOf<'identity'>).records.every((one) => !gone.has(one));
  if (view.type !== 'relation') return true;
  const { from, to } = view.body as BodyOf<'relation'>;
  return !gone.has(from) && !gone.has(to);
};

/** Ids of indicators of the case's own that stand above the ceiling: no rating may tell that they are there. */
const closedIndicators = (views: readonly VersionView[], gone: ReadonlySet<RecordId>): ReadonlySet<string> =>
  new Set(
    views.flatMap(({ type, record, body }) =>
      type === 'indicatorDefinition' && gone.has(record) ? [String(body.id)] : [],
    ),
  );

const namesIndicator = ({ type, body }: VersionView, closed: ReadonlySet<string>): boolean =>
  type === 'rating' || type === 'maskedRating' || type === 'reconciliation'
    ? closed.has(String(body.indicator))
    : type === 'referenceProfile' &&
      Object.keys((body as BodyOf<'referenceProfile'>).levels).some((id) => closed.has(id));

/**
 * Leaves out every record of which a version stands above the ceiling, and with it the relations and influence claims
 * that end there, the claims that are about it and the decisions, scenarios and approaches that name it: they would tell that it
 * is there.
 */
export function withinCeiling(views: readonly VersionView[], ceiling: Marking | undefined): Scope {
  if (ceiling === undefined) return { views, withheld: 0 };
  const gone = new Set<RecordId>();
  for (const view of views) if (!isWithin(view.marking, ceiling)) gone.add(view.record);
  // Relations first, so that claims about a relation that goes go with it.
  for (const type of ['relation', 'claim', 'influence', 'identity', 'marketContact'] as const)
    for (const view of views) if (view.type === type && !isThere(view, gone)) gone.add(view.record);
  const closed = closedIndicators(views, gone);
  for (const view of views) if (namesIndicator(view, closed)) gone.add(view.record);
  // Until no scenario builds on one that goes.
  const scenarios = views.filter(({ type }) => type === 'scenario');
  for (let before = -1; before !== gone.size; ) {
    before = gone.size;
    for (const view of scenarios) if (!isThere(view, gone)) gone.add(view.record);
  }
  return { views: views.filter(({ record }) => !gone.has(record)), withheld: gone.size };
}

/** Leaves out claims and relations that do not hold on the day, and claims about relations that do not. */
export function heldOn(views: readonly VersionView[], day: Day | undefined): readonly VersionView[] {
  if (day === undefined) return views;
  const holds = views.filter(
    ({ type, body }) =>
      (type !== 'claim' && type !== 'relation' && type !== 'influence') ||
      holdsOn(body as { validFrom?: string; validTo?: string }, day),
  );
  const kept = new Set(holds.map(({ record }) => record));
  const past = new Set(
    views.flatMap(({ type, record }) => (type === 'relation' && !kept.has(record) ? [record] : [])),
  );
  return holds.filter((view) => view.type !== 'claim' || !past.has(claimBody(view).subject));
}
