import type { ReadDb } from '#db/handle.ts';
import { refsOf } from '#db/queries/refs.ts';
import { liveBy, liveOf, liveOfTypes } from '#db/queries/versions.ts';
import { byRecord, type Versions } from '#shared/dossier/group.ts';
import { type ClaimBody, claimBody, disputedClaims, isUnsourced } from '#shared/dossier/health.ts';
import type { At, VersionView } from '#shared/ipc/common.ts';
import type { InterestView, OwnershipNode, ownershipContract } from '#shared/ipc/ownership.ts';
import type { Day } from '#shared/model/dates.ts';
import { CREDIBILITIES, RELIABILITIES } from '#shared/model/grade.ts';
import type { LogId, RecordId } from '#shared/model/ids.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { holdingOf, isInterest, layersAround } from '#shared/ownership/from-records.ts';
import { studyOwnership } from '#shared/ownership/study.ts';
import { fail, ok } from '#shared/result.ts';
import type { HandlersOf } from '../context.ts';

type Gathered = { readonly versions: Versions; readonly claims: readonly VersionView[] };

/** All relations of ownership, control and influence of the case, with the claims about each. */
function gather(db: ReadDb, log: LogId, at: At, day: Day): Gathered[] {
  const relations = byRecord(liveOfTypes(db, log, ['relation'], at)).filter(([first]) =>
    isInterest((first.body as BodyOf<'relation'>).kind),
  );
  return relations.map((versions) => ({
    versions,
    claims: liveBy(db, log, 'claim', 'subject', versions[0].record, { ...at, validAt: day }),
  }));
}

/** The weakest grade that an interest rests on: a chain is as strong as that. */
function weakestGrade(claims: readonly ClaimBody[]): InterestView['grade'] {
  const worst = <T>(scale: readonly T[], of: (claim: ClaimBody) => T): T =>
    scale[Math.max(...claims.map((claim) => scale.indexOf(of(claim))))] as T;
  if (claims.length === 0) return undefined;
  return {
    reliability: worst(RELIABILITIES, ({ reliability }) => reliability),
    credibility: worst(CREDIBILITIES, ({ credibility }) => credibility),
  };
}

function interestOf({ versions, claims }: Gathered): InterestView {
  const [first] = versions;
  const { kind, from, to, label, validFrom, validTo } = first.body as BodyOf<'relation'>;
  const bodies = claims.map(claimBody);
  const holding = holdingOf(first, bodies);
  const grade = weakestGrade(bodies);
  return {
    relation: first.record,
    kind: kind as InterestView['kind'],
    from,
    to,
    ...(label ? { label } : {}),
    ...(holding?.capital ? { capital: holding.capital } : {}),
    ...(holding?.votes ? { votes: holding.votes } : {}),
    ...(holding?.right ? { right: holding.right } : {}),
    disputed: disputedClaims(claims).size > 0,
    unsourced: bodies.length === 0 || bodies.some(isUnsourced),
    ...(grade ? { grade } : {}),
    ...(validFrom ? { validFrom } : {}),
    ...(validTo ? { validTo } : {}),
  };
}

/** Weaker evidence first: no claim at all, then the grade, letter before figure. */
const strength = ({ grade, unsourced }: InterestView): number => {
  if (!grade) return -100;
  return (
    -10 * RELIABILITIES.indexOf(grade.reliability) -
    CREDIBILITIES.indexOf(grade.credibility) -
    (unsourced ? 50 : 0)
  );
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

export const ownership: HandlersOf<typeof ownershipContract> = {
  'ownership.get': ({ db }, { logId, target, parties: asked, day, at }) => {
    const [known] = liveOf(db, logId, target, at);
    const ref = known && refsOf(db, logId, [target]).get(target);
    if (!ref) return fail('notFound');
    // Relations are cut to the day by the study, which also looks for overlaps; what is said of them must hold on it.
    const gathered = gather(db, logId, at, day);
    const all = gathered.map(interestOf);
    const layers = layersAround(target, all);
    const interests = all.filter(({ from, to }) => layers.has(from) && layers.has(to));
    const entities = new Map(
      liveOfTypes(db, logId, ['company', 'person', 'publicBody'], at).map((view) => [view.record, view]),
    );
    const parties = asked ?? foreignStates(entities, layers);
    const isOpaque = (record: RecordId): boolean =>
      (entities.get(record) as Entity | undefined)?.body.form === 'unknown';
    const order = new Map(interests.map((interest) => [interest.relation as string, strength(interest)]));
    const study = studyOwnership({
      holdings: gathered.flatMap(({ versions, claims }) => {
        const { from, to } = versions[0].body as BodyOf<'relation'>;
        const inside = layers.has(from) && layers.has(to);
        return (inside && holdingOf(versions[0], claims.map(claimBody))) || [];
      }),
      target,
      parties,
      opaque: [...layers.keys()].filter(isOpaque),
      day,
      weaker: (a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0),
    });
    const names = refsOf(db, logId, layers.keys());
    const nodes = [...layers].flatMap(([record, layer]): OwnershipNode[] => {
      const name = names.get(record);
      const { country } = (entities.get(record) as Entity | undefined)?.body ?? {};
      if (!name) return [];
      return [
        {
          ...name,
          ...(country ? { country } : {}),
          opaque: isOpaque(record),
          party: parties.includes(record),
          layer,
        },
      ];
    });
    return ok({ target: ref, parties, nodes, interests, ...study });
  },
};
