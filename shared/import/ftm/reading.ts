import { canonicalBytes, sha256Hex } from '../../model/canonical.ts';
import { PartialDate } from '../../model/dates.ts';
import { type LogId, RecordId, slotId } from '../../model/ids.ts';
import type { Value } from '../../model/value.ts';
import { claimBodyOf, type Made, short } from '../made.ts';
import type { Problem, ReadContext } from '../reader.ts';
import type { FtmEntity } from './own.ts';

/** An entity with what is needed to make records of it. `source` is the record that its claims cite. */
export type Reading = {
  readonly context: ReadContext;
  readonly entity: FtmEntity;
  readonly source: RecordId;
};

type Members = Readonly<Record<string, unknown>>;
const membersOf = (value: unknown): Members | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : undefined;

const VALUE_LIMIT = 65_000;
const VALUES_LIMIT = 2_000;

/** A value as text: a nested entity counts as its id, which is how some tools write a reference. */
function valueText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const id = membersOf(value)?.id;
  return typeof id === 'string' ? id : undefined;
}

/**
 * A parsed line as an entity: an id, a schema, and properties of several values each. The order of values means
 * nothing in FollowTheMoney; they are kept as they stand, without empty ones.
 */
export function entityOf(
  value: unknown,
): { readonly entity: FtmEntity; readonly raw: Members } | { readonly problem: Problem } {
  const raw = membersOf(value);
  if (raw === undefined) return { problem: { code: 'jsonShape' } };
  const { id, schema } = raw;
  if (typeof id !== 'string' || id.trim() === '' || id.length > 1_000 || !id.isWellFormed())
    return { problem: { field: 'id', code: id === undefined ? 'fieldMissing' : 'fieldInvalid' } };
  if (typeof schema !== 'string' || schema.length > 60)
    return { problem: { field: 'schema', code: schema === undefined ? 'fieldMissing' : 'fieldInvalid' } };
  const given = membersOf(raw.properties ?? {});
  if (given === undefined) return { problem: { field: 'properties', code: 'fieldInvalid' } };
  const properties: Record<string, readonly string[]> = {};
  for (const [name, values] of Object.entries(given)) {
    const list = Array.isArray(values) ? values : values === null ? [] : [values];
    const texts = list.map(valueText);
    const bad = texts.some((text) => text === undefined || text.length > VALUE_LIMIT || !text.isWellFormed());
    if (bad || list.length > VALUES_LIMIT || !/^[A-Za-z][A-Za-z0-9]{0,59}$/.test(name))
      return { problem: { field: `properties.${name.slice(0, 60)}`, code: 'fieldInvalid' } };
    const kept = texts.filter((text) => text !== undefined && text.trim() !== '') as string[];
    if (kept.length > 0) properties[name] = kept;
  }
  return { entity: { id, schema, properties }, raw };
}

const UUID = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:\.[0-9a-f]{40})?$/;

/**
 * The record of an entity: a UUID is the record of that id, as we write it ourselves, also with the signature that
 * Aleph puts behind it; every other id has a place of its own in the case.
 */
export function recordOf(logId: LogId, id: string): RecordId {
  const own = RecordId.safeParse(UUID.exec(id)?.[1]);
  return own.success ? own.data : slotId(logId, `ftm/entity/${id}`);
}

/** Values of a property in an order that does not depend on the file. */
export const valuesOf = ({ properties }: FtmEntity, name: string): readonly string[] =>
  Object.hasOwn(properties, name) ? [...new Set(properties[name])].sort() : [];

/** The first value as the file has it: most tools write the best name first. */
export const firstOf = ({ properties }: FtmEntity, name: string): string | undefined =>
  Object.hasOwn(properties, name) ? properties[name]?.[0] : undefined;

/** A date as precise as it is known; a time of day is left off. */
export const dateOf = (text: string | undefined): string | undefined => {
  const date = PartialDate.safeParse(text?.trim().slice(0, 10));
  return date.success ? date.data : undefined;
};

/** The earliest begin and the latest end that an entity gives. */
export function periodOf(entity: FtmEntity): { validFrom?: string; validTo?: string } {
  const dates = (name: string): string[] =>
    valuesOf(entity, name)
      .flatMap((text) => dateOf(text) ?? [])
      .sort();
  const validFrom = dates('startDate')[0];
  const validTo = dates('endDate').at(-1);
  return { ...(validFrom === undefined ? {} : { validFrom }), ...(validTo === undefined ? {} : { validTo }) };
}

/** A claim of one value of a property. `at` tells values of one property apart, in their order. */
export function claimOf(
  { context, entity, source }: Reading,
  said: {
    readonly subject: RecordId;
    readonly property: string;
    readonly value: Value;
    readonly from: string;
    readonly at: number;
    readonly fragment: string;
    readonly certainty?: 'assumption';
    readonly validFrom?: string;
    readonly validTo?: string;
  },
): Made {
  const { from, at, ...rest } = said;
  const path = `properties.${from}[${at}]`;
  const slot = `ftm/claim/${said.property}/${from}/${at}/${said.subject}/${entity.id}`;
  return {
    record: slotId(context.logId, slot),
    type: 'claim',
    path,
    body: claimBodyOf(
      { ...rest, source, path, note: short(`FtM ${entity.schema} ${entity.id}`, 400) },
      context.basis,
    ),
  };
}

/** What an entity says of its origin; entities that say the same share one source. */
export function sourceOf(
  context: ReadContext,
  entity: FtmEntity,
  raw: Members,
): { readonly record: RecordId; readonly made: readonly Made[] } {
  const datasets = [raw.datasets, raw.dataset]
    .flat()
    .filter((name): name is string => typeof name === 'string');
  const origin = {
    publisher: valuesOf(entity, 'publisher'),
    publisherUrl: valuesOf(entity, 'publisherUrl'),
    sourceUrl: valuesOf(entity, 'sourceUrl'),
    datasets: [...new Set(datasets)].sort(),
  };
  const [title] = [...origin.publisher, ...origin.datasets, ...origin.publisherUrl, ...origin.sourceUrl];
  const { source, reliability } = context.basis;
  if (title === undefined) return { record: source, made: [] };
  const record = slotId(context.logId, `ftm/source/${sha256Hex(canonicalBytes(origin))}`);
  const location = origin.sourceUrl[0] ?? origin.publisherUrl[0];
  const body = {
    title: short(title.trim(), 400),
    kind: 'database',
    reliability,
    ...(origin.publisher[0] === undefined ? {} : { publisher: short(origin.publisher[0].trim(), 400) }),
    ...(location === undefined ? {} : { location: short(location.trim(), 2_000) }),
    note: short(`FtM: ${JSON.stringify(origin)}`, 20_000),
  };
  return { record, made: [{ record, type: 'source', body, path: 'properties.publisher' }] };
}
