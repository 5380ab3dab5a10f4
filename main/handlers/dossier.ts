import type { ReadDb } from '#db/handle.ts';
import { refsOf } from '#db/queries/refs.ts';
import { liveBy, liveOf, liveOfTypes } from '#db/queries/versions.ts';
import { byRecord } from '#shared/dossier/group.ts';
import { claimBody, disputedClaims, healthOf, isUnsourced } from '#shared/dossier/health.ts';
import type { At, RecordRef, VersionView } from '#shared/ipc/common.ts';
import type { ClaimView, dossierContract, EntityRow, RelationView } from '#shared/ipc/dossier.ts';
import type { LogId, RecordId } from '#shared/model/ids.ts';
import { type BodyOf, ENTITY_TYPES } from '#shared/model/records.ts';
import { fail, ok } from '#shared/result.ts';
import type { HandlersOf } from '../context.ts';
import { savePdf } from '../report/save-pdf.ts';

type Names = ReadonlyMap<RecordId, RecordRef>;

const claimsAbout = (db: ReadDb, log: LogId, record: RecordId, at: At): VersionView[] =>
  liveBy(db, log, 'claim', 'subject', record, at);

function claimViews(views: readonly VersionView[], names: Names): ClaimView[] {
  const disputed = disputedClaims(views);
  return byRecord(views).map((versions) => {
    const [first] = versions;
    const claim = claimBody(first);
    const source = claim.source && names.get(claim.source);
    const target = claim.value.kind === 'record' ? names.get(claim.value.record) : undefined;
    return {
      versions,
      record: first.record,
      ...(source ? { source } : {}),
      ...(target ? { target } : {}),
      unsourced: isUnsourced(claim),
      disputed: disputed.has(first.record),
    };
  });
}

/** Records that claims name, so that they can be shown by name. */
const namedBy = (claims: readonly VersionView[]): RecordId[] =>
  claims.flatMap((view) => {
    const { source, value, basis } = claimBody(view);
    return [...(source ? [source] : []), ...(value.kind === 'record' ? [value.record] : []), ...basis];
  });

function relationViews(
  db: ReadDb,
  log: LogId,
  record: RecordId,
  at: At,
): { views: RelationView[]; claims: VersionView[] } {
  const sides = (['from', 'to'] as const).flatMap((side) =>
    byRecord(liveBy(db, log, 'relation', side, record, at)).map((versions) => ({
      side,
      versions,
    })),
  );
  const otherOf = (side: 'from' | 'to', view: VersionView): RecordId => {
    const { from, to } = view.body as BodyOf<'relation'>;
    return side === 'from' ? to : from;
  };
  const claims = sides.map(({ versions }) => claimsAbout(db, log, versions[0].record, at));
  const names = refsOf(db, log, [
    ...sides.map(({ side, versions }) => otherOf(side, versions[0])),
    ...namedBy(claims.flat()),
  ]);
  const views = sides.flatMap(({ side, versions }, i) => {
    const [first] = versions;
    const other = names.get(otherOf(side, first));
    if (!other) return [];
    const direction = side === 'from' ? ('out' as const) : ('in' as const);
    return [{ versions, record: first.record, direction, other, claims: claimViews(claims[i] ?? [], names) }];
  });
  return { views, claims: claims.flat() };
}

function entityRows(db: ReadDb, log: LogId, at: At): EntityRow[] {
  const claims = byRecord(liveOfTypes(db, log, ['claim'], at)).map(([first]) => claimBody(first));
  const relations = byRecord(liveOfTypes(db, log, ['relation'], at)).map(
    ([first]) => first.body as BodyOf<'relation'>,
  );
  const about = Map.groupBy(claims, ({ subject }) => subject);
  const ends = Map.groupBy(
    relations.flatMap(({ from, to }) => [from, to]),
    (record) => record,
  );
  return byRecord(liveOfTypes(db, log, ENTITY_TYPES, at)).map((versions) => {
    const [{ record, type, marking, body }] = versions;
    const own = about.get(record) ?? [];
    const { name, country, form, level } = body as {
      name: string;
      country?: string;
      form?: string;
      level?: string;
    };
    const kind = form ?? level;
    return {
      record,
      type: type as EntityRow['type'],
      label: name,
      marking,
      ...(country ? { country } : {}),
      ...(kind ? { form: kind } : {}),
      claims: own.length,
      relations: ends.get(record)?.length ?? 0,
      unsourced: own.filter(isUnsourced).length,
      conflict: versions.length > 1,
    };
  });
}

export const dossier: HandlersOf<typeof dossierContract> = {
  'dossier.entities': ({ db }, { logId, at }) => ok(entityRows(db, logId, at)),

  'dossier.entity': ({ db }, { logId, record, at }) => {
    const versions = liveOf(db, logId, record, at);
    const [first] = versions;
    const ref = first && refsOf(db, logId, [record]).get(record);
    if (!ref) return fail('notFound');
    const claims = claimsAbout(db, logId, record, at);
    const relations = relationViews(db, logId, record, at);
    return ok({
      ref,
      versions,
      claims: claimViews(claims, refsOf(db, logId, namedBy(claims))),
      relations: relations.views,
      notes: liveBy(db, logId, 'note', 'about', record, at),
      counts: healthOf([...claims, ...relations.claims]),
    });
  },

  'dossier.pdf': (context, input) => savePdf(context, input),
};
