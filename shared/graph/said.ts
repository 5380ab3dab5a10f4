import { disputedClaims, isUnsourced } from '../dossier/health.ts';
import type { VersionView } from '../ipc/common.ts';
import { type Day, holdsOn, lastDay } from '../model/dates.ts';
import { CERTAINTIES, CREDIBILITIES, RELIABILITIES } from '../model/grade.ts';
import type { RecordId } from '../model/ids.ts';
import type { BodyOf } from '../model/records.ts';
import type { Value } from '../model/value.ts';
import { type Amount, amountOf, type Scale, spanning } from './amount.ts';
import type { Support, Ternary } from './model.ts';

/** What the graph reads of a live version. */
export type GraphView = Pick<VersionView, 'record' | 'type' | 'marking' | 'body'>;
/** All live versions of one record. */
export type GraphViews = readonly [GraphView, ...GraphView[]];

type ClaimBody = BodyOf<'claim'>;

/** What is said of one thing on a day, read by property. */
export type Said = {
  readonly values: (property: string) => readonly Value[];
  readonly claimsOn: (property: string) => readonly RecordId[];
  /** All that is said of an amount, joined: claims that disagree span a range. */
  readonly amount: (property: string, scale: Scale) => Amount;
  /** The same for figures of a period: those of the day, or else of the latest period before it. */
  readonly latest: (property: string, scale: Scale) => Amount;
  readonly answer: (property: string) => Ternary;
  readonly words: (property: string) => readonly string[];
  readonly codes: (property: string) => readonly string[];
  readonly records: (property: string) => readonly RecordId[];
  readonly support: (conflict: boolean) => Support;
};

/** Yes when all who say something say yes, no when all say no; else not known. */
export function joinAnswers(values: readonly Value[]): Ternary {
  const said = new Set(values.flatMap((value) => (value.kind === 'yesNo' ? [value.yes] : [])));
  if (said.size !== 1) return 'unknown';
  return said.has(true) ? 'yes' : 'no';
}

/** Reads the live claims about one thing as they hold on a day; `views` are all claims about it. */
export function saidOf(views: readonly GraphView[], day: Day): Said {
  const all = views.map((view) => ({ view, body: view.body as ClaimBody }));
  const now = all.filter(({ body }) => holdsOn(body, day));
  const byProperty = Map.groupBy(now, ({ body }) => body.property);
  const values = (property: string): Value[] =>
    (byProperty.get(property) ?? []).map(({ body }) => body.value);
  const joined = (found: readonly Value[], scale: Scale): Amount =>
    spanning(found.flatMap((value) => amountOf(value, scale) ?? []));
  const latestValues = (property: string): Value[] => {
    const past = all.filter(
      ({ body }) => body.property === property && body.validTo !== undefined && lastDay(body.validTo) < day,
    );
    const last = past
      .map(({ body }) => body.validTo ?? '')
      .sort()
      .at(-1);
    return past.filter(({ body }) => body.validTo === last).map(({ body }) => body.value);
  };
  return {
    values,
    claimsOn: (property) => (byProperty.get(property) ?? []).map(({ view }) => view.record),
    amount: (property, scale) => joined(values(property), scale),
    latest: (property, scale) => {
      const found = values(property);
      return joined(found.length > 0 ? found : latestValues(property), scale);
    },
    answer: (property) => joinAnswers(values(property)),
    words: (property) => values(property).flatMap((value) => (value.kind === 'text' ? [value.text] : [])),
    codes: (property) => values(property).flatMap((value) => (value.kind === 'code' ? [value.code] : [])),
    records: (property) =>
      values(property).flatMap((value) => (value.kind === 'record' ? [value.record] : [])),
    support: (conflict) =>
      supportOf(
        now.map(({ view }) => view),
        conflict,
      ),
  };
}

/** The weakest of the claims on each axis: a chain is as strong as that. */
export function supportOf(views: readonly GraphView[], conflict: boolean): Support {
  const bodies = views.map((view) => view.body as ClaimBody);
  const worst = <T>(scale: readonly T[], of: (claim: ClaimBody) => T): T =>
    scale[Math.max(...bodies.map((claim) => scale.indexOf(of(claim))))] as T;
  const disputed = disputedClaims(views);
  const on = views
    .filter(({ record }) => disputed.has(record))
    .map(({ body }) => (body as ClaimBody).property);
  return {
    claims: [...new Set(views.map(({ record }) => record))],
    ...(bodies.length === 0
      ? {}
      : {
          grade: {
            reliability: worst(RELIABILITIES, ({ reliability }) => reliability),
            credibility: worst(CREDIBILITIES, ({ credibility }) => credibility),
          },
          certainty: worst(CERTAINTIES, ({ certainty }) => certainty),
        }),
    disputed: [...new Set(on)].sort(),
    unsourced: bodies.length === 0 || bodies.some(isUnsourced),
    assumed: bodies.some(({ certainty }) => certainty === 'assumption'),
    conflict,
  };
}
