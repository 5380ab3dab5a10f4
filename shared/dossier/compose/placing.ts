import type { RecordId } from '../../model/ids.ts';
import type { RelationKind } from '../../model/properties.ts';
import type { EntityType } from '../../model/records.ts';
import type { Versions } from '../group.ts';
import type { Book } from './book.ts';
import { relationBody } from './relations.ts';

/** Where each relation and entity is printed, so that each stands in the dossier once and none is forgotten. */
export type Placing = {
  /** Technologies, processes, sites, products and people that a relation joins to the company. */
  readonly ofCompany: readonly Versions[];
  /** Relations that are told with such a thing. */
  readonly withThing: ReadonlyMap<RecordId, readonly Versions[]>;
  /** Contracts, licences and employment of the company. */
  readonly agreements: readonly Versions[];
  readonly ownership: readonly Versions[];
  readonly chain: readonly Versions[];
  readonly others: readonly Versions[];
};

/** In the order of the chapter on ownership; `partOf` is there between organisations alone. */
export const OWNERSHIP_KINDS: readonly RelationKind[] = [
  'owns',
  'controls',
  'directs',
  'influences',
  'finances',
  'partOf',
];
/** Told in the chapter on the company when they touch it. */
export const AGREEMENT_KINDS: readonly RelationKind[] = ['contracts', 'licenses', 'employs'];
/** In the order of the chapter on the chain; agreements and places are there when they do not touch the company. */
export const CHAIN_KINDS: readonly RelationKind[] = [
  'supplies',
  'dependsOn',
  'collaborates',
  'develops',
  'operates',
  'licenses',
  'contracts',
  'employs',
  'locatedAt',
  'partOf',
];
const THING_KINDS: readonly RelationKind[] = ['develops', 'operates', 'locatedAt'];
const ORGANISATIONS: readonly string[] = ['company', 'publicBody'];
const THINGS: readonly EntityType[] = ['technology', 'product', 'process', 'site', 'person'];

/** The other end of a relation that touches a record, or undefined. */
const otherEnd = (versions: Versions, record: RecordId | undefined): RecordId | undefined => {
  const { from, to } = relationBody(versions);
  return from === record ? to : to === record ? from : undefined;
};

/** Gives every entity and relation of a book its one place. */
export function placingOf({ company, entities, relations, find }: Book): Placing {
  const own = company?.[0].record;
  const near = new Set(relations.flatMap((versions) => otherEnd(versions, own) ?? []));
  const ofCompany = entities.filter(
    ([{ record, type }]) => near.has(record) && THINGS.some((thing) => thing === type),
  );
  const things = new Set(ofCompany.flatMap(([{ record, type }]) => (type === 'person' ? [] : [record])));
  const placeOf = (versions: Versions): 'thing' | 'agreement' | 'ownership' | 'chain' => {
    const { kind, from, to } = relationBody(versions);
    const other = otherEnd(versions, own);
    const among = [from, to].every((end) => ORGANISATIONS.includes(find(end)?.type ?? ''));
    if (OWNERSHIP_KINDS.includes(kind) && (kind !== 'partOf' || among)) return 'ownership';
    if (other === undefined) return 'chain';
    if (AGREEMENT_KINDS.includes(kind)) return 'agreement';
    return THING_KINDS.includes(kind) && things.has(other) ? 'thing' : 'chain';
  };
  const at = (place: ReturnType<typeof placeOf>): Versions[] =>
    relations.filter((versions) => placeOf(versions) === place);
  const told = new Set([own, ...ofCompany.map(([{ record }]) => record)]);
  return {
    ofCompany,
    withThing: Map.groupBy(at('thing'), (versions) => otherEnd(versions, own) as RecordId),
    agreements: at('agreement'),
    ownership: at('ownership'),
    chain: at('chain'),
    others: entities.filter(([{ record }]) => !told.has(record)),
  };
}
