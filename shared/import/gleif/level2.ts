import { slotId } from '../../model/ids.ts';
import type { RelationKind } from '../../model/properties.ts';
import type { Value } from '../../model/value.ts';
import { type Made, rowOf, there } from '../made.ts';
import type { FileRow } from '../reader.ts';
import { claimOf, dayOf, type GleifRow, namedOnly, type Party, partyOf } from './reading.ts';

/**
 * What a relationship record means. It runs from the child (start node) to the parent (end node). Consolidation is an
 * accounting fact (IFRS 10, local GAAP): a parent that draws up the accounts controls in the sense of those rules, and
 * how many votes that takes is not said. So it is control with consolidation as its basis, votes unknown, and inferred
 * (field practice 2.7).
 */
const MEANING: Readonly<
  Record<string, { readonly kind: RelationKind; readonly parentFirst: boolean; readonly basis?: string }>
> = {
  IS_DIRECTLY_CONSOLIDATED_BY: {
    kind: 'controls',
    parentFirst: true,
    basis: 'accounting consolidation, direct parent',
  },
  IS_ULTIMATELY_CONSOLIDATED_BY: {
    kind: 'controls',
    parentFirst: true,
    basis: 'accounting consolidation, ultimate parent',
  },
  IS_INTERNATIONAL_BRANCH_OF: { kind: 'partOf', parentFirst: false },
  IS_SUBFUND_OF: { kind: 'partOf', parentFirst: false },
  'IS_FUND-MANAGED_BY': { kind: 'directs', parentFirst: true },
  IS_FEEDER_TO: { kind: 'owns', parentFirst: false },
};

/** Periods of a record: how long the relationship holds, and the years of the accounts that it rests on. */
function periodsOf({ cells }: GleifRow) {
  const periods = [1, 2, 3, 4, 5].map((at) => {
    const part = (name: string) => cells(`Relationship.Period.${at}.${name}`);
    return { type: part('periodType'), from: dayOf(part('startDate')), to: dayOf(part('endDate')) };
  });
  const holds = periods.find(({ type }) => type === 'RELATIONSHIP_PERIOD');
  const others = periods.filter((one) => one !== holds && (one.from ?? one.to) !== undefined);
  return {
    validFrom: holds?.from,
    validTo: holds?.to,
    words: others.map(({ type, from, to }) => `${type} ${from ?? ''}/${to ?? ''}`),
  };
}

const QUALIFIERS = [1, 2, 3, 4, 5] as const;

/** Qualifiers and quantifiers (accounting standard, a percentage that is no share) in words. */
const wordsOf = ({ cells }: GleifRow): string[] =>
  QUALIFIERS.flatMap((at) => [
    cells(`Relationship.Qualifiers.${at}.QualifierCategory`),
    there([
      cells(`Relationship.Quantifiers.${at}.MeasurementMethod`),
      cells(`Relationship.Quantifiers.${at}.QuantifierAmount`),
      cells(`Relationship.Quantifiers.${at}.QuantifierUnits`),
    ]).join(' '),
  ]).filter((words): words is string => words !== undefined && words !== '');

const unknown = (reason: string): Value => ({ kind: 'unknown', reason });

/** What is said of the relation, by its kind. */
function valuesOf(kind: RelationKind, type: string, basis: string | undefined): [string, Value][] {
  if (kind === 'controls')
    return [
      ['controlBasis', { kind: 'text', text: `${basis} (${type})` }],
      ['votes', unknown(`${type}: accounting consolidation is not votes`)],
    ];
  if (kind === 'owns') return [['capital', unknown(type)]];
  return kind === 'directs' ? [['boardFunction', { kind: 'text', text: `fund manager (${type})` }]] : [];
}

/** A row of level 2 (RR-CDF, who owns whom): the relation between two parties, in our direction. */
export function level2Row(row: GleifRow, touching: boolean): FileRow | undefined {
  const { line, cells, context } = row;
  const ends = (['Start', 'End'] as const).map((side) => {
    const column = `Relationship.${side}Node.NodeID`;
    const given = cells(column);
    return { column, given, party: partyOf(context, given) };
  });
  const problems = ends.flatMap(({ column, given, party }) =>
    party === undefined
      ? [{ field: column, code: given ? ('identifierCheckDigit' as const) : ('fieldMissing' as const) }]
      : [],
  );
  const type = cells('Relationship.RelationshipType') ?? '';
  const meaning = Object.hasOwn(MEANING, type) ? MEANING[type] : undefined;
  if (meaning === undefined)
    return {
      line,
      records: [],
      problems: [
        {
          field: 'Relationship.RelationshipType',
          code: 'fieldNotInList',
          params: { expected: Object.keys(MEANING).join(', ') },
        },
      ],
    };
  const [child, parent] = ends.map(({ party }) => party);
  if (child === undefined || parent === undefined) return { line, records: [], problems };
  if (touching && !child.inCase && !parent.inCase) return undefined;
  if (['ANNULLED', 'DUPLICATE'].includes(cells('Registration.RegistrationStatus') ?? '')) return undefined;
  return rowOf(line, relation(row, { child, parent, type, meaning }), context, {
    name: `${child.lei} ${type} ${parent.lei} ${cells('Relationship.Period.1.startDate') ?? ''}`,
  });
}

function relation(
  row: GleifRow,
  told: { child: Party; parent: Party; type: string; meaning: NonNullable<(typeof MEANING)[string]> },
): readonly Made[] {
  const { cells, context } = row;
  const { child, parent, type, meaning } = told;
  const { kind, parentFirst, basis } = meaning;
  const { validFrom, validTo, words } = periodsOf(row);
  const slot = `${child.lei} ${type} ${parent.lei}`;
  const record = slotId(context.logId, `gleif/relation/${slot}`);
  const [from, to] = parentFirst ? [parent, child] : [child, parent];
  const period = {
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
  };
  const inactive = cells('Relationship.RelationshipStatus') === 'INACTIVE';
  const say = (property: string, value: Value, column: string, certainty?: 'inferred') =>
    claimOf(row, {
      subject: record,
      kind,
      property,
      value,
      column,
      slot,
      fragment: slot,
      ...(certainty ? { certainty } : {}),
      ...period,
    });
  const column = 'Relationship.RelationshipType';
  const notes = [...wordsOf(row), ...words, ...(inactive ? ['RelationshipStatus INACTIVE'] : [])];
  const inferred = kind === 'controls' ? ('inferred' as const) : undefined;
  return [
    ...namedOnly(row, child),
    ...namedOnly(row, parent),
    { record, type: 'relation', path: column, body: { kind, from: from.record, to: to.record, ...period } },
    ...there([
      say('exists', { kind: 'yesNo', yes: true }, column, inferred),
      ...valuesOf(kind, type, basis).map(([property, value]) =>
        say(property, value, column, property === 'controlBasis' ? inferred : undefined),
      ),
      notes.length === 0
        ? undefined
        : say('relationNote', { kind: 'text', text: notes.join('; ') }, 'Relationship.Qualifiers'),
    ]),
  ];
}
