import { type RecordId, slotId } from '../../model/ids.ts';
import { appliesTo, checkValue, type RelationKind } from '../../model/properties.ts';
import type { Value } from '../../model/value.ts';
import { RELATION_KINDS } from '../../model/vocabulary.ts';
import { type Made, short } from '../made.ts';
import type { Problem } from '../reader.ts';
import { percentageOf } from './percentage.ts';
import { claimOf, dateOf, periodOf, type Reading, recordOf, valuesOf } from './reading.ts';

/**
 * Schemata that say something between things: the properties of the two ends in the direction of our relation, and
 * its kind. They are no edges: each may name several things at either end, and then makes a relation for every pair.
 */
type Link = { readonly from: string; readonly to: string; readonly kind: RelationKind };

const LINKS: Readonly<Record<string, Link>> = {
  Ownership: { from: 'owner', to: 'asset', kind: 'owns' },
  Directorship: { from: 'director', to: 'organization', kind: 'directs' },
  Employment: { from: 'employer', to: 'employee', kind: 'employs' },
  Membership: { from: 'member', to: 'organization', kind: 'partOf' },
  Payment: { from: 'payer', to: 'beneficiary', kind: 'finances' },
  Debt: { from: 'creditor', to: 'debtor', kind: 'finances' },
  Representation: { from: 'client', to: 'agent', kind: 'contracts' },
  ContractAward: { from: 'authority', to: 'supplier', kind: 'contracts' },
  Associate: { from: 'person', to: 'associate', kind: 'influences' },
  Family: { from: 'person', to: 'relative', kind: 'influences' },
  UnknownLink: { from: 'subject', to: 'object', kind: 'influences' },
};

/** Links of which the model itself says that nobody knows what they are: influence is our widest word, and assumed. */
const OPEN: ReadonlySet<string> = new Set(['Associate', 'Family', 'UnknownLink']);

const isKind = (word: string): word is RelationKind => RELATION_KINDS.some((kind) => kind === word);

export const isLinkSchema = (schema: string): boolean => Object.hasOwn(LINKS, schema);

const text = (words: string): Value => ({ kind: 'text', text: short(words.trim(), 20_000) });
const day = (word: string): Value | undefined => {
  const date = dateOf(word);
  return date === undefined ? undefined : { kind: 'date', date };
};

/** Properties that stand in the relation, its ends or its source. */
const PASSED: ReadonlySet<string> = new Set([
  'startDate',
  'endDate',
  'publisher',
  'publisherUrl',
  'sourceUrl',
  'alephUrl',
  'indexText',
  'namesMentioned',
  'modifiedAt',
  'retrievedAt',
  'currency',
  'amountEur',
  'amountUsd',
  'contract',
]);

type Place = readonly [property: string, read: (word: string, reading: Reading) => Value | undefined];
const PLACES: Readonly<Record<string, readonly Place[]>> = {
  percentage: [['capital', percentageOf]],
  sharesType: [['shareClass', text]],
  role: [['boardFunction', text]],
  purpose: [['instrument', text]],
  date: [['transactionDate', day]],
  title: [['contractSubject', text]],
  amount: [
    ['amount', money],
    ['contractValue', money],
  ],
};

const UNITS: Readonly<Record<string, 'eur' | 'usd'>> = { EUR: 'eur', USD: 'usd' };

/** An amount in a currency that we reckon in; another currency stays in the words. */
function money(word: string, { entity }: Reading): Value | undefined {
  const [currency, ...others] = valuesOf(entity, 'currency');
  const unit = UNITS[currency?.trim().toUpperCase() ?? ''];
  const number = Number(word.replaceAll(/[\s,](?=\d{3}(?:\D|$))/g, ''));
  return unit === undefined || others.length > 0 || !Number.isFinite(number) || word.trim() === ''
    ? undefined
    : { kind: 'number', number, unit };
}

function placeOf(kind: RelationKind, reading: Reading, name: string, word: string) {
  const places = Object.hasOwn(PLACES, name) ? (PLACES[name] as readonly Place[]) : [];
  for (const [property, read] of places) {
    if (!appliesTo(property, kind)) continue;
    const value = read(word, reading);
    const checked = value === undefined ? undefined : checkValue(property, value);
    if (checked?.ok) return { property, value: checked.value };
  }
  // A share that cannot be read is a share of unknown size, and never none.
  if (name === 'percentage' && kind === 'owns')
    return { property: 'capital', value: { kind: 'unknown', reason: short(word.trim(), 400) } as Value };
  return { property: 'relationNote', value: text(`${name}: ${word}`) };
}

/** What is said of a link, besides its ends and its period. */
function claimsOf(reading: Reading, link: Link, kind: RelationKind, subject: RecordId): Made[] {
  const { entity } = reading;
  const period = periodOf(entity);
  const open = OPEN.has(entity.schema) && kind === link.kind;
  const exists = claimOf(reading, {
    subject,
    property: 'exists',
    value: { kind: 'yesNo', yes: true },
    from: link.from,
    at: 0,
    fragment: `${entity.schema} ${entity.id}`,
    ...(open ? { certainty: 'assumption' as const } : {}),
    ...period,
  });
  const said = Object.keys(entity.properties)
    .sort()
    .filter((name) => name !== link.from && name !== link.to && !PASSED.has(name))
    .flatMap((from) =>
      valuesOf(entity, from).flatMap((word, at) => {
        if (from === 'role' && word === kind) return [];
        const place = placeOf(kind, reading, from, word);
        return [claimOf(reading, { subject, ...place, from, at, fragment: word, ...period })];
      }),
    );
  return [exists, ...said];
}

/**
 * The relations of a link entity, one for every pair of its ends, each with the claims that the entity makes. `ends`
 * are given when they stand in another entity (the authority of a contract).
 */
export function linkRecords(
  reading: Reading,
  record: RecordId,
  ends: { readonly from?: readonly string[] } = {},
): { readonly made: readonly Made[] } | { readonly problem: Problem } {
  const { entity, context } = reading;
  const link = LINKS[entity.schema] as Link;
  const role = entity.schema === 'UnknownLink' ? valuesOf(entity, 'role').find(isKind) : undefined;
  const kind = role ?? link.kind;
  const froms = ends.from ?? valuesOf(entity, link.from);
  const tos = valuesOf(entity, link.to);
  if (froms.length === 0 || tos.length === 0) {
    const field = `properties.${froms.length === 0 ? link.from : link.to}`;
    return { problem: { field, code: 'fieldMissing' } };
  }
  const { logId } = context;
  const single = froms.length === 1 && tos.length === 1;
  const made = froms.flatMap((fromId) =>
    tos.flatMap((toId): Made[] => {
      const from = recordOf(logId, fromId);
      const to = recordOf(logId, toId);
      const own = single ? record : slotId(logId, `ftm/link/${fromId}/${toId}/${entity.id}`);
      const body = { kind, from, to, ...periodOf(entity) };
      return [
        { record: own, type: 'relation', path: `properties.${link.to}`, body },
        ...claimsOf(reading, link, kind, own),
      ];
    }),
  );
  return { made };
}
