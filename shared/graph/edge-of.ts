import type { Day } from '../model/dates.ts';
import type { RecordId } from '../model/ids.ts';
import { highestMarking } from '../model/marking.ts';
import type { BodyOf } from '../model/records.ts';
import type { Value } from '../model/value.ts';
import { asFraction, asNumber, inDays, inEuros } from './amount.ts';
import { EDGE_OF, kindOfNature } from './edge-kinds.ts';
import {
  FLOW_KINDS,
  type GraphEdge,
  type InputRef,
  type ProductRef,
  SUPPLY_STATES,
  type Substitute,
  type SupplyState,
  type Ternary,
} from './model.ts';
import { type GraphView, type GraphViews, type Said, saidOf } from './said.ts';

export type Names = ReadonlyMap<RecordId, string>;

/** Words that mean one input however they are typed. */
const folded = (text: string): string => text.trim().replace(/\s+/g, ' ').toLocaleLowerCase('nl');

const thingOf = (value: Value, names: Names): ProductRef | undefined => {
  if (value.kind === 'text') return { name: value.text };
  return value.kind === 'record' ? { record: value.record, name: names.get(value.record) ?? '…' } : undefined;
};

const inputOf = (thing: ProductRef): InputRef =>
  thing.record === undefined
    ? { key: `text:${folded(thing.name)}`, label: thing.name, stated: true }
    : { key: `record:${thing.record}`, label: thing.name, product: thing.record, stated: true };

/** The inputs that an edge serves: as recorded, else what is supplied, else an input of its own. */
function inputsOf(said: Said, products: readonly ProductRef[], own: InputRef, names: Names): InputRef[] {
  const stated = said.values('inputGroup').flatMap((value) => thingOf(value, names) ?? []);
  const inputs = (stated.length > 0 ? stated : products).map(inputOf);
  const byKey = new Map(inputs.map((input) => [input.key, input]));
  return byKey.size === 0 ? [own] : [...byKey.values()];
}

/** Claims that compete on the state of a supply count as the best of them only when all say so; the least is taken. */
function stateOf(codes: readonly string[]): SupplyState {
  const known = SUPPLY_STATES.filter((state) => codes.includes(state));
  return known.at(-1) ?? 'current';
}

/** A relation is taken to be there unless a claim says no; those who contradict each other leave it open. */
function existsOf(said: Said): Ternary {
  const answer = said.answer('exists');
  return answer === 'unknown' && said.values('exists').length === 0 ? 'yes' : answer;
}

const substitutesOf = (said: Said, names: Names): Substitute[] =>
  said.values('substituteSupplier').flatMap((value, i) => {
    const thing = thingOf(value, names);
    const claim = said.claimsOn('substituteSupplier')[i];
    if (thing === undefined || claim === undefined) return [];
    return [{ ...thing, timeToQualify: said.amount('timeToQualify', inDays), claims: [claim] }];
  });

const unitOf = (said: Said): GraphEdge['volumeUnit'] => {
  const [value] = said.values('annualVolume');
  const unit = value?.kind === 'number' || value?.kind === 'range' ? value.unit : undefined;
  return unit === 'pieces' || unit === 'tonnes' || unit === 'count' ? unit : undefined;
};

/** One relation and all claims about it as an edge on a day. */
export function edgeOf(
  versions: GraphViews,
  claims: readonly GraphView[],
  day: Day,
  names: Names,
): GraphEdge {
  const [first] = versions;
  const { kind: relation, from, to, label, validFrom, validTo } = first.body as BodyOf<'relation'>;
  const said = saidOf(claims, day);
  const { kind: usual, turned, directed } = EDGE_OF[relation];
  const kind = kindOfNature(said.codes('flowNature'), usual);
  const products = said.values('suppliedProduct').flatMap((value) => thingOf(value, names) ?? []);
  const essential = said.answer('essential');
  const exists = existsOf(said);
  const state = stateOf(said.codes('supplyState'));
  const carries =
    FLOW_KINDS.has(kind) || ((kind === 'people' || kind === 'collaborates') && essential === 'yes');
  const own: InputRef = {
    key: `edge:${first.record}`,
    label: label ?? names.get(turned ? to : from) ?? '',
    stated: false,
  };
  const volumeUnit = unitOf(said);
  return {
    record: first.record,
    relation,
    kind,
    from: turned ? to : from,
    to: turned ? from : to,
    flow: carries && exists !== 'no' && state === 'current',
    directed,
    state,
    exists,
    ...(label === undefined || label === '' ? {} : { label }),
    marking: highestMarking([...versions, ...claims].map(({ marking }) => marking)),
    products,
    inputs: inputsOf(said, products, own, names),
    essential,
    singleSource: said.answer('singleSource'),
    share: said.amount('volumeShare', asFraction),
    salesShare: said.amount('salesShare', asFraction),
    value: said.amount('annualValue', inEuros),
    volume: said.amount('annualVolume', asNumber),
    ...(volumeUnit === undefined ? {} : { volumeUnit }),
    canCover: said.amount('canCover', asFraction),
    outputLoss: said.amount('outputLoss', asFraction),
    timeToReplace: said.amount('timeToReplace', inDays),
    timeToQualify: said.amount('timeToQualify', inDays),
    stockCover: said.amount('stockCover', inDays),
    timeToImpact: said.amount('timeToImpact', inDays),
    substitutes: substitutesOf(said, names),
    origin: said.codes('originCountry'),
    topics: [...said.words('collaborationTopic'), ...said.words('rdProject')],
    publicFunding: said.amount('publicFunding', inEuros),
    jointPatents: said.amount('jointPatents', asNumber),
    sharedPeople: said.amount('sharedStaff', asNumber),
    jointOwnership: said.answer('jointOwnership'),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
    support: said.support(versions.length > 1),
  };
}
