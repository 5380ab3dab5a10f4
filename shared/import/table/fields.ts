import { type Property, propertiesFor, propertyOf, type SubjectKind } from '../../model/properties.ts';
import type { EntityType } from '../../model/records.ts';
import { MATCH_IDENTIFIERS, type MatchIdentifier } from '../reader.ts';
import type { TableMapping } from './mapping.ts';

/** Parties that a row names: the two ends of a relation, or the subject of a fact. */
export const ROLES = ['from', 'to', 'subject'] as const;
export type Role = (typeof ROLES)[number];

/** Members of an entity that a column may fill, by its type. */
export const ENTITY_MEMBERS: Readonly<Record<EntityType, readonly string[]>> = {
  company: ['form', 'country'],
  person: [],
  publicBody: ['level', 'country'],
  technology: [],
  process: ['vital'],
  site: ['country', 'place'],
  product: [],
};

const COMMON = ['key', 'marking', 'note', 'validFrom', 'validTo'] as const;
const CLAIM = ['property', 'value', 'min', 'max', 'unit', 'reason', 'quote'] as const;

export type FieldGroup = 'party' | 'row' | 'facts';
/** A field that a column can be mapped to. `id` is a word, `from.kvk`, or `property:capital` with `.min` or `.max`. */
export type Field = {
  readonly id: string;
  readonly group: FieldGroup;
  readonly required?: true;
  readonly property?: Property;
  readonly bound?: 'min' | 'max';
};

const identifiersOf = (type: EntityType): readonly MatchIdentifier[] =>
  MATCH_IDENTIFIERS.filter((id) => propertyOf(id)?.subjects.includes(type));

const partyFields = (role: Role, type: EntityType): Field[] => [
  { id: role, group: 'party' },
  ...identifiersOf(type).map((id): Field => ({ id: `${role}.${id}`, group: 'party' })),
  { id: `${role}.key`, group: 'party' },
];

const factFields = (kind: SubjectKind): Field[] =>
  propertiesFor(kind).flatMap((property): Field[] => {
    const id = `property:${property.id}`;
    const whole: Field = { id, group: 'facts', property };
    if (!property.values.includes('range')) return [whole];
    return [
      whole,
      { id: `${id}.min`, group: 'facts', property, bound: 'min' },
      { id: `${id}.max`, group: 'facts', property, bound: 'max' },
    ];
  });

/** What is asked of a mapping to know its fields. */
export type FieldChoice = Pick<TableMapping, 'shape' | 'entityType' | 'relationKind' | 'fromType' | 'toType'>;

/** Every field that a column of such a table can be mapped to, in reading order. */
export function fieldsFor({
  shape,
  entityType,
  relationKind,
  fromType,
  toType,
}: FieldChoice): readonly Field[] {
  const common = COMMON.map((id): Field => ({ id, group: 'row' }));
  if (shape === 'entities')
    return [
      { id: 'name', group: 'party', required: true },
      ...ENTITY_MEMBERS[entityType].map((id): Field => ({ id, group: 'party' })),
      ...common,
      ...factFields(entityType),
    ];
  if (shape === 'relations')
    return [
      ...partyFields('from', fromType),
      ...partyFields('to', toType),
      { id: 'label', group: 'row' },
      ...common,
      ...factFields(relationKind),
    ];
  return [
    ...partyFields('subject', entityType),
    ...CLAIM.map(
      (id): Field => (id === 'property' ? { id, group: 'row', required: true } : { id, group: 'row' }),
    ),
    ...common,
  ];
}
