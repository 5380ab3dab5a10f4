import type { VersionView } from '../../ipc/common.ts';
import type { RecordId } from '../../model/ids.ts';
import { highestMarking, type Marking } from '../../model/marking.ts';
import type { BodyOf } from '../../model/records.ts';
import { isInterest } from '../../ownership/from-records.ts';

/** A live version as far as the export needs it. */
export type View = Pick<VersionView, 'record' | 'type' | 'digest' | 'marking' | 'body'>;
export type Claim = BodyOf<'claim'>;

/** A party or an interest with everything that is said of it, and the sources of that. */
export type Told = {
  readonly main: View;
  readonly claims: readonly View[];
  readonly sources: readonly View[];
};

/**
 * The part of a case that beneficial ownership statements can tell. `disputed` are records with several live versions,
 * of which the one with the lowest digest is taken; `leftOut` counts interests in things that are no party.
 */
export type CasePart = {
  readonly parties: readonly Told[];
  readonly interests: readonly Told[];
  readonly disputed: readonly RecordId[];
  readonly leftOut: number;
  readonly marking: Marking;
};

const PARTIES: readonly string[] = ['company', 'publicBody', 'person'];

const byRecord = (a: View, b: View): number =>
  a.record < b.record ? -1 : a.record > b.record ? 1 : a.digest < b.digest ? -1 : 1;

/** Claims on one thing in a fixed order; the order in which they were written does not matter. */
const grouped = (views: readonly View[]): ReadonlyMap<string, readonly View[]> => {
  const groups = new Map<string, View[]>();
  for (const view of views) {
    const { subject } = view.body as Claim;
    const group = groups.get(subject);
    if (group) group.push(view);
    else groups.set(subject, [view]);
  }
  return groups;
};

/** Picks parties, interests between them, their claims and the sources of those out of the live versions of a case. */
export function partOf(views: readonly View[]): CasePart {
  const single = new Map<RecordId, View>();
  const disputed = new Set<RecordId>();
  for (const view of [...views].sort(byRecord)) {
    if (single.has(view.record)) disputed.add(view.record);
    else single.set(view.record, view);
  }
  const all = [...single.values()];
  const claims = grouped(all.filter(({ type }) => type === 'claim'));
  const tell = (main: View): Told => {
    const said = claims.get(main.record) ?? [];
    const cited = new Set(said.map(({ body }) => (body as Claim).source));
    return { main, claims: said, sources: sourcesOf(single, cited) };
  };
  const parties = all.filter(({ type }) => PARTIES.includes(type));
  const isParty = new Set<string>(parties.map(({ record }) => record));
  const found = all.filter(
    ({ type, body }) => type === 'relation' && isInterest((body as BodyOf<'relation'>).kind),
  );
  const interests = found.filter(({ body }) => {
    const { from, to } = body as BodyOf<'relation'>;
    return isParty.has(from) && isParty.has(to);
  });
  const told = { parties: parties.map(tell), interests: interests.map(tell) };
  const records = [...told.parties, ...told.interests].flatMap(({ main, claims: said, sources }) => [
    main,
    ...said,
    ...sources,
  ]);
  return {
    ...told,
    disputed: [...new Set(records.map(({ record }) => record))].filter((record) => disputed.has(record)),
    leftOut: found.length - interests.length,
    marking: highestMarking(records.map(({ marking }) => marking)),
  };
}

const sourcesOf = (single: ReadonlyMap<RecordId, View>, cited: ReadonlySet<RecordId | undefined>): View[] =>
  [...cited].flatMap((id) => {
    const source = id === undefined ? undefined : single.get(id);
    return source?.type === 'source' ? [source] : [];
  });
