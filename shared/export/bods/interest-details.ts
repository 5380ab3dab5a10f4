import { INTEREST_TYPES, type InterestType, TRUST_ROLES } from '../../import/bods/codes.ts';
import type { Json } from '../../model/canonical.ts';
import { firstDay, lastDay } from '../../model/dates.ts';
import type { BodyOf } from '../../model/records.ts';
import { isMissing, type Value } from '../../model/value.ts';
import { joinShares } from '../../ownership/from-records.ts';
import type { Claim, Told } from '../told.ts';

type Members = { readonly [key: string]: Json };
type Period = Pick<Claim, 'validFrom' | 'validTo'>;

/** The standard writes whole days; a month or a year becomes the widest days it can mean. */
const days = ({ validFrom, validTo }: Period): Members => ({
  ...(validFrom === undefined ? {} : { startDate: firstDay(validFrom) }),
  ...(validTo === undefined ? {} : { endDate: lastDay(validTo) }),
});

/** Percent out of a share that the join counts as a part of one, without the dust of a division. */
const percent = (part: number): number => Number((part * 100).toPrecision(15));

/** One share out of all claims of one period; claims that disagree become the range that holds them all. */
function shareOf(values: readonly Value[]): Members {
  const share = joinShares(values);
  if (share === undefined || share.kind === 'unknown') return {};
  return share.kind === 'exact'
    ? { share: { exact: percent(share.value) } }
    : { share: { minimum: percent(share.min), maximum: percent(share.max) } };
}

/** Claims of a property by the period they hold: shares of different years are different interests. */
function periods(claims: readonly Claim[]): readonly (readonly Claim[])[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = `${claim.validFrom ?? ''}/${claim.validTo ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  return [...groups.values()];
}

const isType = (word: string): word is InterestType => INTEREST_TYPES.some((type) => type === word);

/** The interest type with which words begin, when they came from a statement (`settlor: through a trust`). */
const typeIn = (text: string): InterestType | undefined => {
  const word = /^[A-Za-z]+/.exec(text)?.[0] ?? '';
  return isType(word) ? word : undefined;
};

const wordsOf = (value: Value): string | undefined => (value.kind === 'text' ? value.text : undefined);

const said = (claims: readonly Claim[], property: string): readonly Claim[] =>
  claims.filter((claim) => claim.property === property);

const yes = ({ value }: Claim): boolean => value.kind === 'yesNo' && value.yes;

const sized = (claims: readonly Claim[], property: string, type: InterestType): Members[] =>
  periods(said(claims, property)).map((group) => {
    const [first] = group;
    const values = group.map(({ value }) => value);
    const [only] = values;
    // A statement that gave no nature of the interest comes back as one.
    const open =
      values.every(isMissing) && only !== undefined && 'reason' in only
        ? typeIn(only.reason ?? '')
        : undefined;
    return { type: open ?? type, directOrIndirect: 'direct', ...shareOf(values), ...days(first ?? {}) };
  });

const worded = (claims: readonly Claim[], property: string, fallback: InterestType): Members[] =>
  said(claims, property).flatMap((claim) => {
    const details = wordsOf(claim.value);
    return details === undefined ? [] : [{ type: typeIn(details) ?? fallback, details, ...days(claim) }];
  });

const flagged = (claims: readonly Claim[], property: string, type: InterestType): Members[] =>
  said(claims, property)
    .filter(yes)
    .map((claim): Members => ({ type, ...days(claim) }));

const trustRoles = (claims: readonly Claim[]): Members[] =>
  said(claims, 'trustRole').flatMap((claim): Members[] => {
    const role = claim.value.kind === 'code' ? TRUST_ROLES[claim.value.code] : undefined;
    return role === undefined ? [] : [{ type: role, ...days(claim) }];
  });

const FALLBACK: Readonly<Record<string, InterestType>> = {
  owns: 'shareholding',
  controls: 'otherInfluenceOrControl',
  directs: 'boardMember',
  influences: 'otherInfluenceOrControl',
};

/** The interests of a relation: shares, votes, appointment, offices and grounds, or the bare fact that there is one. */
function interestsOf({ main, claims: views }: Told): readonly Members[] {
  const claims = views.map(({ body }) => body as Claim);
  const relation = main.body as BodyOf<'relation'>;
  const found = [
    ...sized(claims, 'capital', 'shareholding'),
    ...sized(claims, 'votes', 'votingRights'),
    ...said(claims, 'boardAppointment')
      .filter(yes)
      .map((claim): Members => ({ type: 'appointmentOfBoard', ...days(claim) })),
    ...sized(claims, 'profitRight', 'rightsToProfitOrIncome'),
    ...sized(claims, 'liquidationRight', 'rightsToSurplusAssetsOnDissolution'),
    ...sized(claims, 'convertible', 'conditionalRightsGrantedByContract'),
    ...sized(claims, 'warrants', 'conditionalRightsGrantedByContract'),
    ...flagged(claims, 'goldenShare', 'controlViaCompanyRulesOrArticles'),
    ...flagged(claims, 'nominee', 'nominee'),
    ...trustRoles(claims),
    ...worded(claims, 'vetoRight', 'otherInfluenceOrControl'),
    ...worded(claims, 'contractRight', 'rightsGrantedByContract'),
    ...worded(claims, 'legalPower', 'controlByLegalFramework'),
    ...worded(claims, 'controlBasis', 'otherInfluenceOrControl'),
    ...worded(claims, 'boardFunction', 'boardMember'),
    ...(relation.kind === 'influences' ? worded(claims, 'relationNote', 'otherInfluenceOrControl') : []),
  ];
  return found.length > 0
    ? found
    : [{ type: FALLBACK[relation.kind] ?? 'unknownInterest', ...days(relation) }];
}

/** `recordDetails` of a relationship. A relation that a claim denies has no interests. */
export function relationshipDetails(told: Told): Members {
  const { from, to } = told.main.body as BodyOf<'relation'>;
  const denied = told.claims.some(({ body }) => {
    const { property, value } = body as Claim;
    return property === 'exists' && value.kind === 'yesNo' && !value.yes;
  });
  return {
    isComponent: false,
    subject: to,
    interestedParty: from,
    interests: denied ? [] : [...interestsOf(told)],
  };
}
