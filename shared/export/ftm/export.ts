import type { Wording } from '../../dossier/compose/wording.ts';
import { translator } from '../../i18n/index.ts';
import { entityDigest, type FtmEntity, OWN_MEMBER } from '../../import/ftm/own.ts';
import type { Json } from '../../model/canonical.ts';
import type { RecordId } from '../../model/ids.ts';
import { highestMarking, type Marking } from '../../model/marking.ts';
import { type BodyOf, ENTITY_TYPES, type RecordType } from '../../model/records.ts';
import { CaseFacts, type Told, type View } from '../told.ts';
import { contractOf, linkOf } from './links.ts';
import type { Properties } from './properties.ts';
import { isA, schemaOf, type ThingSchema } from './schemata.ts';
import { sourceProperties, thingProperties } from './things.ts';

export type FtmExported = FtmEntity & { readonly [OWN_MEMBER]: Json };

/** The entities, and what a reader of the file has to know of what is not in it. */
export type FtmExport = {
  readonly entities: readonly FtmExported[];
  readonly counts: { readonly thing: number; readonly link: number; readonly source: number };
  readonly disputed: readonly RecordId[];
  /** Records that are not in it, by type: judgements, notes, files, the case itself, and what points at nothing. */
  readonly leftOut: Readonly<Partial<Record<RecordType, number>>>;
  /** Number of records that the entities tell of. */
  readonly told: number;
  readonly marking: Marking;
};

const carried = ({ record, type, marking, body }: View): Json => ({
  record,
  type,
  marking,
  body: body as Json,
});

/** An entity with the records that it carries. */
type Carrying = { readonly entity: FtmExported; readonly records: readonly View[] };

function entity(id: string, schema: string, properties: Properties, records: readonly View[]): Carrying {
  const told = { id, schema, properties: properties.toObject() };
  const own = { version: 1, digest: entityDigest(told), records: records.map(carried) };
  return { entity: { ...told, [OWN_MEMBER]: own }, records };
}

/** Ends of relations that make an owned or directed party of somebody. */
function heldBy(relations: readonly View[]): (record: RecordId) => { owned: boolean; directed: boolean } {
  const owned = new Set<RecordId>();
  const directed = new Set<RecordId>();
  for (const { body } of relations) {
    const { kind, from, to } = body as BodyOf<'relation'>;
    if (kind === 'owns') owned.add(to);
    if (kind === 'directs' || kind === 'partOf') directed.add(to);
    if (kind === 'employs') directed.add(from);
  }
  return (record) => ({ owned: owned.has(record), directed: directed.has(record) });
}

/**
 * Things, relations and sources of a case as FollowTheMoney entities, things before the relations that join them. The
 * id of an entity is the id of its record. What the model cannot say (grades, quotes, claims with a period of their
 * own, ranges of money, missing values, markings) is told in words and goes along whole in a member of our own beside
 * the properties, so that an import of the file gives the same records. The same case gives the same entities.
 */
export function exportFtm(views: readonly View[]): FtmExport {
  const facts = new CaseFacts(views);
  const { t, nameOf } = { t: translator('en'), nameOf: nameIn(facts) };
  const wording: Wording = { lang: 'en', t, nameOf };
  const relations = facts.ofTypes(['relation']);
  const held = heldBy(relations);
  const things = facts.ofTypes(ENTITY_TYPES);
  const schemata = new Map<RecordId, ThingSchema>(
    things.map((view) => [view.record, schemaOf(view, held(view.record))]),
  );
  const tell = ({ main, claims }: Told): readonly View[] => [main, ...claims];

  const thingEntities = things.map((main) => {
    const told = facts.tell(main);
    const schema = schemata.get(main.record) as ThingSchema;
    return entity(main.record, schema, thingProperties(told, schema, wording), tell(told));
  });
  const linkEntities = relations.flatMap((main) => {
    const { kind, from, to } = main.body as BodyOf<'relation'>;
    const ends = [schemata.get(from), schemata.get(to)] as const;
    if (ends[0] === undefined || ends[1] === undefined) return [];
    const told = facts.tell(main);
    if (kind === 'contracts' && isA(ends[0], 'LegalEntity') && isA(ends[1], 'LegalEntity')) {
      const { contract, award } = contractOf(told, wording);
      const id = `${main.record}.contract`;
      award.add('contract', id);
      return [entity(id, 'Contract', contract, []), entity(main.record, 'ContractAward', award, tell(told))];
    }
    const { schema, properties } = linkOf(told, { from: ends[0], to: ends[1] }, wording);
    return [entity(main.record, schema, properties, tell(told))];
  });
  const sourceEntities = facts
    .ofTypes(['source'])
    .map((main) => entity(main.record, 'Document', sourceProperties(main), [main]));

  const entities = [...sourceEntities, ...thingEntities, ...linkEntities];
  const told = new Set(entities.flatMap(({ records }) => records.map(({ record }) => record)));
  const leftOut: Partial<Record<RecordType, number>> = {};
  for (const { record, type } of facts.records.values())
    if (!told.has(record)) leftOut[type] = (leftOut[type] ?? 0) + 1;
  return {
    entities: entities.map(({ entity: one }) => one),
    counts: {
      thing: thingEntities.length,
      link: linkEntities.filter(({ entity: { schema } }) => schema !== 'Contract').length,
      source: sourceEntities.length,
    },
    disputed: [...told].filter((record) => facts.disputed.has(record)),
    leftOut,
    told: told.size,
    marking: highestMarking(entities.flatMap(({ records }) => records.map(({ marking }) => marking))),
  };
}

const nameIn =
  ({ records }: CaseFacts) =>
  (record: RecordId): string => {
    const { name, title } = (records.get(record)?.body ?? {}) as { name?: string; title?: string };
    return name ?? title ?? record;
  };
