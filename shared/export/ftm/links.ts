import type { Wording } from '../../dossier/compose/wording.ts';
import type { BodyOf } from '../../model/records.ts';
import type { Claim, Told } from '../told.ts';
import { addOrigin, Properties, sentenceOf, sizeOf, wordOf } from './properties.ts';
import { isA, isLink, LINKS, type ThingSchema } from './schemata.ts';

export type Linked = { readonly schema: string; readonly properties: Properties };
type Relation = BodyOf<'relation'>;
type Ends = { readonly from: ThingSchema; readonly to: ThingSchema };

/** Properties by which a claim about a relation of one schema is said; the rest is told in `summary`. */
const SAID: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Ownership: { capital: 'percentage', shareClass: 'sharesType', relationNote: 'description' },
  Directorship: { boardFunction: 'role', relationNote: 'description' },
  Employment: { boardFunction: 'role', relationNote: 'description' },
  Payment: { instrument: 'purpose', relationNote: 'description', transactionDate: 'date' },
  ContractAward: { relationNote: 'description' },
};

/** An amount of money as number and currency; a range, which the model cannot write, stays in the words. */
function addAmount(properties: Properties, { value }: Claim): boolean {
  if (value.kind !== 'number' || (value.unit !== 'eur' && value.unit !== 'usd')) return false;
  properties.add('amount', String(value.number)).add('currency', value.unit.toUpperCase());
  properties.add(value.unit === 'eur' ? 'amountEur' : 'amountUsd', String(value.number));
  return true;
}

const AMOUNTS: Readonly<Record<string, string>> = { Payment: 'amount', ContractAward: 'contractValue' };

function addClaims(properties: Properties, schema: string, told: Told, wording: Wording): void {
  const places = SAID[schema] ?? { relationNote: 'description' };
  for (const { body } of told.claims) {
    const claim = body as Claim;
    const { property, value } = claim;
    if (property === 'exists' && value.kind === 'yesNo' && value.yes) continue;
    const amount = AMOUNTS[schema] === property && addAmount(properties, claim);
    const place = Object.hasOwn(places, property) ? places[property] : undefined;
    const text =
      place === 'percentage'
        ? sizeOf(value)
        : place === 'date' && value.kind === 'date'
          ? value.date
          : wordOf(value);
    if (place !== undefined && text !== undefined) properties.add(place, text);
    // A period or another number would be lost in a bare value, so those are told as well.
    const dated = claim.validFrom !== undefined || claim.validTo !== undefined;
    if ((place === undefined || text === undefined || dated) && !amount)
      properties.add('summary', sentenceOf(claim, wording));
  }
  addOrigin(properties, told);
}

/** What every relation has: its period and its label. */
const frame = ({ label, validFrom, validTo }: Relation, labelAt: string): Properties =>
  new Properties().add('startDate', validFrom).add('endDate', validTo).add(labelAt, label);

/**
 * The schema that says what a relation is, where its ends may stand in it, and otherwise a link of unknown kind whose
 * role is our word for the relation.
 */
export function linkOf(told: Told, ends: Ends, wording: Wording): Linked {
  const relation = told.main.body as Relation;
  const { kind, from, to } = relation;
  const link = isLink(kind) ? LINKS[kind] : undefined;
  if (link === undefined || !isA(ends.from, link.from[1]) || !isA(ends.to, link.to[1])) {
    const properties = frame(relation, 'summary').add('subject', from).add('object', to).add('role', kind);
    addClaims(properties, 'UnknownLink', told, wording);
    return { schema: 'UnknownLink', properties };
  }
  const properties = frame(relation, kind === 'finances' ? 'purpose' : kind === 'owns' ? 'summary' : 'role')
    .add(link.from[0], from)
    .add(link.to[0], to);
  addClaims(properties, link.schema, told, wording);
  return { schema: link.schema, properties };
}

/** A contract between two legal entities: the contract itself, and that it was awarded to the second. */
export function contractOf(
  told: Told,
  wording: Wording,
): { readonly contract: Properties; readonly award: Properties } {
  const relation = told.main.body as Relation;
  const subjects = told.claims.flatMap(({ body }) => {
    const { property, value } = body as Claim;
    return property === 'contractSubject' ? [wordOf(value)] : [];
  });
  const title = relation.label ?? subjects[0] ?? told.main.record;
  const contract = new Properties().add('title', title).add('name', title, ...subjects);
  contract.add('authority', relation.from).add('contractDate', relation.validFrom);
  const award = frame(relation, 'role').add('supplier', relation.to);
  addClaims(award, 'ContractAward', told, wording);
  return { contract, award };
}
