import type { RecordId } from '../../model/ids.ts';
import type { Value } from '../../model/value.ts';
import { type Made, short, there } from '../made.ts';
import { type InterestType, TRUST_ROLES } from './codes.ts';
import { claimOf, type Reading, relationId } from './made.ts';
import type { Interest, RelationshipDetails } from './schema-details.ts';

/** Kinds of relation that an interest can become. */
export type HoldingKind = 'owns' | 'controls' | 'directs' | 'influences';

/**
 * What an interest type is to us. A holding stands with the shares when there are shares, and with control when there
 * are none; a basis is control by itself; an office directs; an interest of which nobody says the nature may be an
 * ownership of any size, so that a path through it stays possible; everything else is influence and keeps its code.
 */
const MEANING: Readonly<
  Record<InterestType, 'shares' | 'holding' | 'basis' | 'office' | 'open' | 'influence'>
> = {
  shareholding: 'shares',
  votingRights: 'holding',
  appointmentOfBoard: 'holding',
  otherInfluenceOrControl: 'influence',
  seniorManagingOfficial: 'office',
  settlor: 'influence',
  trustee: 'office',
  protector: 'influence',
  beneficiaryOfLegalArrangement: 'influence',
  rightsToSurplusAssetsOnDissolution: 'influence',
  rightsToProfitOrIncome: 'influence',
  rightsGrantedByContract: 'influence',
  conditionalRightsGrantedByContract: 'influence',
  controlViaCompanyRulesOrArticles: 'basis',
  controlByLegalFramework: 'basis',
  boardMember: 'office',
  boardChair: 'office',
  unknownInterest: 'open',
  unpublishedInterest: 'open',
  enjoymentAndUseOfAssets: 'influence',
  rightToProfitOrIncomeFromAssets: 'influence',
  nominee: 'influence',
  nominator: 'influence',
};

const meaningOf = ({ type }: Interest) => (type === undefined ? 'open' : MEANING[type]);

/**
 * The size of a share as a value in percent. A bound that is itself left out becomes part of a closed range: that
 * holds all that was meant, and the quote keeps the difference. Undefined when nothing is said of the size.
 */
export function sizeOf(share: Interest['share']): Value | undefined {
  if (share === undefined) return undefined;
  const { exact, minimum, exclusiveMinimum, maximum, exclusiveMaximum } = share;
  if (exact !== undefined) return { kind: 'number', number: exact, unit: 'percent' };
  const lows = there([minimum, exclusiveMinimum]);
  const highs = there([maximum, exclusiveMaximum]);
  if (lows.length + highs.length === 0) return undefined;
  return {
    kind: 'range',
    ...(lows.length === 0 ? {} : { min: Math.max(...lows) }),
    ...(highs.length === 0 ? {} : { max: Math.min(...highs) }),
    unit: 'percent',
  };
}

/** The code of an interest in words that hold it all: `settlor`, `shareholding, indirect, 25-50%: through a trust`. */
export function interestWords({
  type = 'unknownInterest',
  directOrIndirect,
  share,
  details,
}: Interest): string {
  const size = sizeOf(share);
  const amount =
    size?.kind === 'number'
      ? `${size.number}%`
      : size?.kind === 'range'
        ? `${size.min ?? 0}-${size.max ?? 100}%`
        : undefined;
  const indirect = directOrIndirect === 'indirect' ? 'indirect' : undefined;
  const words = there([type, indirect, amount]).join(', ');
  return details === undefined || details.trim() === '' ? words : `${words}: ${details.trim()}`;
}

/** One interest as it goes into a relation of a kind: the property and the value that say it. */
type Said = { readonly kind: HoldingKind; readonly property: string; readonly value: Value };

const text = (words: string): Value => ({ kind: 'text', text: short(words, 20_000) });

function saidBy(interest: Interest, withShares: boolean, summary: boolean): Said {
  const holding = withShares ? 'owns' : 'controls';
  const words = interestWords(interest);
  const none = interest.type ?? 'unknownInterest';
  if (summary) return { kind: 'influences', property: 'relationNote', value: text(words) };
  switch (meaningOf(interest)) {
    case 'shares':
      return {
        kind: 'owns',
        property: 'capital',
        value: sizeOf(interest.share) ?? { kind: 'unknown', reason: none },
      };
    case 'open': {
      const kind = none === 'unpublishedInterest' ? 'undisclosed' : 'unknown';
      return { kind: 'owns', property: 'capital', value: { kind, reason: none } };
    }
    case 'holding':
      if (interest.type === 'votingRights')
        return {
          kind: holding,
          property: 'votes',
          value: sizeOf(interest.share) ?? { kind: 'unknown', reason: none },
        };
      return { kind: holding, property: 'boardAppointment', value: { kind: 'yesNo', yes: true } };
    case 'basis':
      return { kind: 'controls', property: 'controlBasis', value: text(words) };
    case 'office':
      return { kind: 'directs', property: 'boardFunction', value: text(words) };
    case 'influence':
      return plainRight(interest) ?? { kind: 'influences', property: 'relationNote', value: text(words) };
  }
}

/** A right or part of which nothing is said but its type and size has a property of its own. */
function plainRight({ type, share, details, directOrIndirect }: Interest): Said | undefined {
  if (details !== undefined || directOrIndirect === 'indirect') return undefined;
  const property =
    type === 'rightsToProfitOrIncome'
      ? 'profitRight'
      : type === 'rightsToSurplusAssetsOnDissolution'
        ? 'liquidationRight'
        : undefined;
  if (property !== undefined)
    return { kind: 'influences', property, value: sizeOf(share) ?? { kind: 'unknown', reason: type } };
  const role = Object.entries(TRUST_ROLES).find(([, one]) => one === type)?.[0];
  return role === undefined || sizeOf(share) !== undefined
    ? undefined
    : { kind: 'influences', property: 'trustRole', value: { kind: 'code', code: role } };
}

const DAY_LENGTH = 10;

/** First and last day of a relation: bounded only where every interest in it is. */
function periodOf(interests: readonly Interest[], closedOn: string | undefined) {
  const starts = there(interests.map(({ startDate }) => startDate)).sort();
  const ends = there(interests.map(({ endDate }) => endDate)).sort();
  const all = interests.length > 0;
  const validFrom = all && starts.length === interests.length ? starts[0] : undefined;
  const validTo = all && ends.length === interests.length ? ends.at(-1) : closedOn;
  return {
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
  };
}

/** An interest without any type, size or words, for a relationship that lists none. */
const NOTHING: Interest = {};

/**
 * The relations of a relationship statement and the claims about them: one relation for each kind of interest in it.
 * An indirect interest that lists the records it is made of is a summary of a chain that is told by itself, so it
 * becomes influence with its words and is never added to the shares of the chain. A closed record ends on the day of
 * the statement that closes it. `nobody` tells that the statement says that there is no owner.
 */
export function relationRecords(
  reading: Reading,
  details: RelationshipDetails,
  parties: { readonly holder: RecordId; readonly held: RecordId; readonly nobody: boolean },
): Made[] {
  const { statement } = reading;
  const closedOn =
    statement.recordStatus === 'closed' ? statement.statementDate?.slice(0, DAY_LENGTH) : undefined;
  const listed = details.interests ?? [];
  const interests = listed.length === 0 ? [NOTHING] : listed;
  const withShares = interests.some((one) => one.type === 'shareholding');
  const summarises = (details.componentRecords ?? []).length > 0;
  const relations = new Map<HoldingKind, Interest[]>();
  const claims = interests.flatMap((interest, at): Made[] => {
    const indirect = interest.directOrIndirect === 'indirect';
    const said = saidBy(interest, withShares, parties.nobody || (summarises && indirect));
    const together = relations.get(said.kind);
    if (together) together.push(interest);
    else relations.set(said.kind, [interest]);
    const from = listed.length === 0 ? 'recordDetails.interests' : `recordDetails.interests[${at}]`;
    const rest = {
      subject: relationId(reading, said.kind),
      path: from,
      fragment: listed.length === 0 ? listed : interest,
      validFrom: interest.startDate,
      validTo: interest.endDate ?? closedOn,
    };
    const words = { ...rest, property: 'relationNote', value: text(interestWords(interest)) };
    // Words, and that an interest is indirect, have no place in a number.
    const more = said.property !== 'relationNote' && (indirect || interest.details !== undefined);
    return [
      claimOf(reading, { ...rest, property: said.property, value: said.value }),
      ...(more ? [claimOf(reading, words)] : []),
    ];
  });
  const made = [...relations].map(
    ([kind, held]): Made => ({
      record: relationId(reading, kind),
      type: 'relation',
      path: 'recordDetails',
      body: { kind, from: parties.holder, to: parties.held, ...periodOf(held, closedOn) },
    }),
  );
  return [...made, ...claims];
}
