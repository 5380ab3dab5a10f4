import { valueText, type Wording } from '../../dossier/compose/wording.ts';
import { translator } from '../../i18n/index.ts';
import type { RecordId } from '../../model/ids.ts';
import { highestMarking, type Marking } from '../../model/marking.ts';
import { type BodyOf, ENTITY_TYPES } from '../../model/records.ts';
import { isMissing, type Value } from '../../model/value.ts';
import { CaseFacts, type Claim, type Told, type View } from '../told.ts';
import type { AttributeValue, OpenGraph } from './open-graph.ts';

type Values = Record<string, AttributeValue>;

/** Kinds of relation that two have together. */
const MUTUAL: readonly string[] = ['collaborates', 'contracts'];

/** A value that is no number, as a program reads it: codes and dates as they are, never the words for them. */
function wordOf(property: string, value: Value, wording: Wording): string {
  if (value.kind === 'code') return value.code;
  if (value.kind === 'date') return value.date;
  return value.kind === 'yesNo' ? (value.yes ? 'yes' : 'no') : valueText(property, value, wording);
}

/**
 * What all claims on one property come to as attributes: a number when they agree on one, otherwise the bounds that
 * hold them all (`capital_min`, `capital_max`); words joined; why nothing is known (`capital_missing`). What is
 * unknown never becomes a number.
 */
function attributesOf(property: string, values: readonly Value[], wording: Wording): Values {
  const sized = values.filter((value) => value.kind === 'number' || value.kind === 'range');
  const missing = values.filter(isMissing);
  const words = values.filter((value) => !sized.some((one) => one === value) && !isMissing(value));
  const units = new Set(sized.map(({ unit }) => unit));
  const attributes: Values = {};
  if (sized.length > 0 && units.size === 1) {
    const lows = sized.map((value) => (value.kind === 'number' ? value.number : value.min));
    const highs = sized.map((value) => (value.kind === 'number' ? value.number : value.max));
    const min = lows.includes(undefined) ? undefined : Math.min(...(lows as number[]));
    const max = highs.includes(undefined) ? undefined : Math.max(...(highs as number[]));
    if (min !== undefined && min === max) attributes[property] = min;
    else {
      if (min !== undefined) attributes[`${property}_min`] = min;
      if (max !== undefined) attributes[`${property}_max`] = max;
    }
    const [unit] = units;
    if (unit !== undefined && unit !== 'percent' && unit !== 'count') attributes[`${property}_unit`] = unit;
  } else if (sized.length > 0) words.push(...sized);
  if (words.length > 0)
    attributes[sized.length === 0 ? property : `${property}_text`] = [
      ...new Set(words.map((value) => wordOf(property, value, wording))),
    ].join('; ');
  if (missing.length > 0 && sized.length + words.length === 0)
    attributes[`${property}_missing`] = [...new Set(missing.map(({ kind }) => kind))].join('; ');
  return attributes;
}

function claimAttributes({ claims }: Told, wording: Wording): Values {
  const byProperty = Map.groupBy(
    claims.map(({ body }) => body as Claim),
    ({ property }) => property,
  );
  return Object.assign(
    {},
    ...[...byProperty]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([property, said]) =>
        attributesOf(
          property,
          said.map(({ value }) => value),
          wording,
        ),
      ),
  ) as Values;
}

const present = (values: Readonly<Record<string, AttributeValue | undefined>>): Values =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/**
 * Things and relations of a case as a graph for other tools, each fact as an attribute under the id of its property.
 * It is a picture of the case and no copy: sources, grades, quotes and periods of single facts are not in it.
 * `disputed` are records with several live versions, of which one is taken; `leftOut` counts relations whose ends are
 * not there.
 */
export function caseGraph(views: readonly View[]): {
  readonly graph: OpenGraph;
  readonly disputed: readonly RecordId[];
  readonly leftOut: number;
  /** Number of records that the graph tells of. */
  readonly told: number;
  readonly marking: Marking;
} {
  const facts = new CaseFacts(views);
  const nameOf = (record: RecordId): string =>
    (facts.records.get(record)?.body as { name?: string } | undefined)?.name ?? record;
  const wording: Wording = { lang: 'en', t: translator('en'), nameOf };
  const things = facts.ofTypes(ENTITY_TYPES);
  const there = new Set<string>(things.map(({ record }) => record));
  const relations = facts.ofTypes(['relation']);
  const drawn = relations.filter(({ body }) => {
    const { from, to } = body as BodyOf<'relation'>;
    return there.has(from) && there.has(to);
  });
  const told = [...things, ...drawn].flatMap((main) => [main, ...facts.tell(main).claims]);
  return {
    graph: {
      nodes: things.map((main) => {
        const { name, country, form, level, place, vital } = main.body as {
          name: string;
          country?: string;
          form?: string;
          level?: string;
          place?: string;
          vital?: boolean;
        };
        return {
          id: main.record,
          attributes: {
            ...claimAttributes(facts.tell(main), wording),
            ...present({
              label: name,
              type: main.type,
              country,
              form,
              level,
              place,
              vital,
              marking: main.marking,
            }),
          },
        };
      }),
      edges: drawn.map((main) => {
        const { kind, from, to, label, validFrom, validTo } = main.body as BodyOf<'relation'>;
        return {
          id: main.record,
          source: from,
          target: to,
          directed: !MUTUAL.includes(kind),
          attributes: {
            ...claimAttributes(facts.tell(main), wording),
            ...present({ kind, label, validFrom, validTo, marking: main.marking }),
          },
        };
      }),
    },
    disputed: told.map(({ record }) => record).filter((record) => facts.disputed.has(record)),
    leftOut: relations.length - drawn.length,
    told: told.length,
    marking: highestMarking(told.map(({ marking }) => marking)),
  };
}
