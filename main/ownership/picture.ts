import type { ReadDb } from '#db/handle.ts';
import { refsOf } from '#db/queries/refs.ts';
import { liveBy, liveOf, liveOfTypes } from '#db/queries/versions.ts';
import { byRecord } from '#shared/dossier/group.ts';
import type { At, RecordRef, VersionView } from '#shared/ipc/common.ts';
import type { ErrorCode, OutputOf } from '#shared/ipc/contract.ts';
import type { InterestView, OwnershipNode, ownershipContract } from '#shared/ipc/ownership.ts';
import type { Day } from '#shared/model/dates.ts';
import type { LogId, RecordId } from '#shared/model/ids.ts';
import { sameParties } from '#shared/model/same.ts';
import { afterDeal } from '#shared/ownership/after-deal.ts';
import { layersAround } from '#shared/ownership/from-records.ts';
import { interestLines, strengthOf } from '#shared/ownership/lines.ts';
import { joinSame } from '#shared/ownership/same-party.ts';
import { studyOwnership } from '#shared/ownership/study.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { decisionsOf } from '../same-decisions.ts';

export type OwnershipPicture = OutputOf<(typeof ownershipContract)['ownership.get']>;

export type OwnershipQuestion = {
  readonly target: RecordId;
  readonly parties?: readonly RecordId[] | undefined;
  readonly day: Day;
  readonly at: At;
  /** With what is recorded for after the deal. */
  readonly after: boolean;
};

type Entity = { readonly body: { readonly country?: string; readonly form?: string } };

const foreignStates = (
  entities: ReadonlyMap<RecordId, VersionView>,
  layers: ReadonlyMap<RecordId, number>,
): RecordId[] =>
  [...layers]
    .filter(([record, layer]) => {
      const entity = entities.get(record);
      const { country } = (entity as Entity | undefined)?.body ?? {};
      return layer > 0 && entity?.type === 'publicBody' && country !== undefined && country !== 'NL';
    })
    .map(([record]) => record);

/** The picture of one company on one day. Parties that were called the same are one node, by the name that was chosen. */
export function ownershipPicture(
  db: ReadDb,
  logId: LogId,
  { target: asked, parties: chosen, day, at, after }: OwnershipQuestion,
): Result<OwnershipPicture, ErrorCode> {
  const { of, groups } = sameParties(decisionsOf(db, logId, at));
  const target = of(asked);
  const [known] = liveOf(db, logId, target, at);
  const ref = known && refsOf(db, logId, [target]).get(target);
  if (!ref) return fail('notFound');
  const lines = linesOf(db, logId, at, day, after);
  const all = lines
    .map(({ view }): InterestView => ({ ...view, from: of(view.from), to: of(view.to) }))
    .filter(({ from, to }, i) => from !== to || lines[i]?.view.from === lines[i]?.view.to);
  const layers = layersAround(target, all);
  const inside = (from: string, to: string): boolean =>
    layers.has(of(from as RecordId)) && layers.has(of(to as RecordId));
  const around = lines.filter(({ view: { from, to } }) => inside(from, to));
  const entities = new Map(
    liveOfTypes(db, logId, ['company', 'person', 'publicBody'], at).map((view) => [view.record, view]),
  );
  const parties = chosen?.map(of) ?? foreignStates(entities, layers);
  const isOpaque = (record: RecordId): boolean =>
    (entities.get(record) as Entity | undefined)?.body.form === 'unknown';
  const now = around.flatMap(({ holding }) => holding ?? []);
  const then = around.flatMap(({ after: holding }) => holding ?? []);
  const joined = joinSame(after ? afterDeal(now, then) : now, (record) => of(record as RecordId));
  const interests = all.filter(({ from, to }) => layers.has(from) && layers.has(to));
  const order = new Map(interests.map((interest) => [interest.relation as string, strengthOf(interest)]));
  const sources = new Map(interests.map((interest) => [interest.relation as string, interest.sources]));
  const study = studyOwnership({
    holdings: joined.holdings,
    edges: around.flatMap(({ edge }) =>
      edge ? [{ ...edge, actor: of(edge.actor as RecordId), party: of(edge.party as RecordId) }] : [],
    ),
    target,
    parties,
    opaque: [...layers.keys()].filter(isOpaque),
    day,
    weaker: (a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0),
    sourcesOf: (id) => sources.get(id) ?? [],
  });
  const names = refsOf(db, logId, [...layers.keys(), ...groups.flatMap(({ members }) => members)]);
  const nodes = [...layers].flatMap(([record, layer]): OwnershipNode[] => {
    const name = names.get(record);
    const { country } = (entities.get(record) as Entity | undefined)?.body ?? {};
    const also = groups.find((group) => group.name === record)?.members ?? [];
    if (!name) return [];
    return [
      {
        ...name,
        ...(country ? { country } : {}),
        opaque: isOpaque(record),
        party: parties.includes(record),
        layer,
        also: also.flatMap((member) => (member === record ? [] : (names.get(member) ?? []))),
      },
    ];
  });
  const cited = refsOf(
    db,
    logId,
    interests.flatMap(({ sources: from }) => from),
  );
  return ok({
    target: ref,
    parties,
    nodes,
    interests,
    sources: [...cited.values()] as RecordRef[],
    ...study,
    findings: [
      ...study.findings,
      ...joined.doubled.map((relations) => ({
        code: 'joinedParties',
        entities: [...new Set(interestEnds(interests, relations))],
        relations: [...relations] as RecordId[],
      })),
    ],
  });
}

/** Lines from the store; what is said of a relation must hold on the day. */
function linesOf(db: ReadDb, log: LogId, at: At, day: Day, deal: boolean) {
  const influences = byRecord(liveOfTypes(db, log, ['influence'], at));
  const cited =
    influences.length === 0
      ? new Map<RecordId, VersionView>()
      : new Map(liveOfTypes(db, log, ['claim', 'source'], at).map((view) => [view.record, view]));
  return interestLines({
    relations: byRecord(liveOfTypes(db, log, ['relation'], at)),
    influences,
    claimsAbout: (record) => liveBy(db, log, 'claim', 'subject', record, { ...at, validAt: day }),
    find: (record) => cited.get(record),
    deal,
  });
}

const interestEnds = (interests: readonly InterestView[], relations: readonly string[]): RecordId[] =>
  interests.filter(({ relation }) => relations.includes(relation)).flatMap(({ from, to }) => [from, to]);
